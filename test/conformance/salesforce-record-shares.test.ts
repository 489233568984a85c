import { afterEach, expect, test } from '@jest/globals';
import { ANA, BEN, desk, find, insert, LEAD, outcome, OUTSIDER, startDesk, stopDesk } from './salesforce-desk.ts';
import { ADMIN, clientOf } from './salesforce-org.ts';

afterEach(stopDesk);

type Desk = Awaited<ReturnType<typeof startDesk>>;

function idOf(salesforce: Desk, username: string): string | undefined {
  return salesforce.org.findUser(username)?.id;
}

test.each([
  ['Read', { seen: 1, edit: '403 INSUFFICIENT_ACCESS_OR_READONLY', remove: '403 INSUFFICIENT_ACCESS_OR_READONLY' }],
  ['Edit', { seen: 1, edit: '204', remove: '403 INSUFFICIENT_ACCESS_OR_READONLY' }],
])('a private record that its owner shares to %s', async (AccessLevel, expected) => {
  const salesforce = await startDesk(desk('Private'));
  const ana = clientOf(salesforce, ANA);
  const ben = clientOf(salesforce, BEN);
  const ParentId = await insert(ana, 'Request__c', { Name: 'Of Ana' });
  await insert(ana, 'Request__Share', { ParentId, UserOrGroupId: idOf(salesforce, BEN), AccessLevel });

  const seen = (await find(ben, 'SELECT Id FROM Request__c')).length;
  const edit = outcome(await ben('PATCH', `/sobjects/Request__c/${ParentId}`, { Stage__c: 'Open' }));
  const remove = outcome(await ben('DELETE', `/sobjects/Request__c/${ParentId}`));

  expect({ seen, edit, remove }).toEqual(expected);
});

test('nobody shares the record of somebody else, but an administrator does', async () => {
  const salesforce = await startDesk(desk('Read'));
  const ParentId = await insert(clientOf(salesforce, ANA), 'Request__c', { Name: 'Of Ana' });
  const share = { ParentId, UserOrGroupId: idOf(salesforce, BEN), AccessLevel: 'Edit' };

  const byBen = await clientOf(salesforce, BEN)('POST', '/sobjects/Request__Share', share);
  const byAdmin = await clientOf(salesforce, ADMIN)('POST', '/sobjects/Request__Share', share);

  expect([outcome(byBen), outcome(byAdmin)]).toEqual([expect.stringMatching(/^40[03] INSUFFICIENT_ACCESS/), '201']);
});

test('a share ends when it is deleted, when the record has a new owner, and with the record', async () => {
  const salesforce = await startDesk(desk('Private'));
  const ana = clientOf(salesforce, ANA);
  const ben = clientOf(salesforce, BEN);
  const UserOrGroupId = idOf(salesforce, BEN);
  const ids = [];
  for (const Name of ['Deleted share', 'New owner', 'Deleted record']) {
    const ParentId = await insert(ana, 'Request__c', { Name });
    ids.push({
      ParentId,
      share: await insert(ana, 'Request__Share', { ParentId, UserOrGroupId, AccessLevel: 'Read' }),
    });
  }
  const before = await find(ben, 'SELECT Id FROM Request__c');

  await ana('DELETE', `/sobjects/Request__Share/${ids[0]?.share}`);
  await ana('PATCH', `/sobjects/Request__c/${ids[1]?.ParentId}`, { OwnerId: idOf(salesforce, LEAD) });
  await ana('DELETE', `/sobjects/Request__c/${ids[2]?.ParentId}`);

  expect(before).toHaveLength(3);
  expect(await find(ben, 'SELECT Id FROM Request__c')).toEqual([]);
  expect(await find(clientOf(salesforce, ADMIN), 'SELECT Id FROM Request__Share')).toEqual([]);
});

test('shares are there only where records are not open to everybody, and only for readers of the object', async () => {
  const open = await startDesk(desk('ReadWrite'));
  const described = await clientOf(open, ADMIN)('GET', '/sobjects/Request__Share/describe');
  await stopDesk();
  const closed = await startDesk(desk('Private'));

  expect(outcome(described)).toBe('404 NOT_FOUND');
  expect(outcome(await clientOf(closed, ANA)('GET', '/sobjects/Request__Share/describe'))).toBe('200');
  expect(outcome(await clientOf(closed, OUTSIDER)('GET', '/sobjects/Request__Share/describe'))).toBe('404 NOT_FOUND');
});
