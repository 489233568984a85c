import { afterEach, expect, test } from '@jest/globals';
import { component, listViewFile } from '../unit/emulators/salesforce/schema/source-folder.ts';
import { ANA, BEN, desk, find, insert, LEAD, outcome, OUTSIDER, startDesk, stopDesk } from './salesforce-desk.ts';
import { ADMIN, clientOf } from './salesforce-org.ts';

afterEach(stopDesk);

const INVISIBLE = '403 INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY';
const READ_ONLY = '403 INSUFFICIENT_ACCESS_OR_READONLY';

test.each([
  ['Private', { seen: 0, get: '404 NOT_FOUND', edit: INVISIBLE, transfer: INVISIBLE, remove: INVISIBLE }],
  ['Read', { seen: 1, get: '200', edit: READ_ONLY, transfer: READ_ONLY, remove: READ_ONLY }],
  ['ReadWrite', { seen: 1, get: '200', edit: '204', transfer: READ_ONLY, remove: READ_ONLY }],
])('where records are %s, others may do this much with a record of Ana', async (model, expected) => {
  const salesforce = await startDesk(desk(model));
  const ben = clientOf(salesforce, BEN);
  const id = await insert(clientOf(salesforce, ANA), 'Request__c', { Name: 'Of Ana' });
  const benId = salesforce.org.findUser(BEN)?.id;

  const seen = (await find(ben, 'SELECT Id FROM Request__c')).length;
  const answers = {
    get: await ben('GET', `/sobjects/Request__c/${id}`),
    edit: await ben('PATCH', `/sobjects/Request__c/${id}`, { Stage__c: 'Open' }),
    transfer: await ben('PATCH', `/sobjects/Request__c/${id}`, { OwnerId: benId }),
    remove: await ben('DELETE', `/sobjects/Request__c/${id}`),
  };

  expect({ seen, ...Object.fromEntries(Object.entries(answers).map(([verb, one]) => [verb, outcome(one)])) }).toEqual(
    expected,
  );
});

test('the owner, whoever may modify all, and administrators do everything with a private record', async () => {
  const salesforce = await startDesk(desk('Private'));
  const ana = clientOf(salesforce, ANA);
  const leadId = salesforce.org.findUser(LEAD)?.id;
  const outcomes: string[] = [];

  for (const username of [ANA, LEAD, ADMIN]) {
    const client = clientOf(salesforce, username);
    const id = await insert(ana, 'Request__c', { Name: 'Of Ana' });
    outcomes.push(outcome(await client('GET', `/sobjects/Request__c/${id}`)));
    outcomes.push(outcome(await client('PATCH', `/sobjects/Request__c/${id}`, { OwnerId: leadId })));
    const other = await insert(ana, 'Request__c', { Name: 'Of Ana' });
    outcomes.push(outcome(await client('DELETE', `/sobjects/Request__c/${other}`)));
  }

  expect(outcomes).toEqual(['200', '204', '204', '200', '204', '204', '200', '204', '204']);
});

test('counts, groups, sub-queries, semi-joins, search and changes leave out what is not shared', async () => {
  const salesforce = await startDesk(desk('Private'));
  const admin = clientOf(salesforce, ADMIN);
  const ben = clientOf(salesforce, BEN);
  const account = await insert(admin, 'Account', { Name: 'Acme' });
  const hidden = await insert(clientOf(salesforce, ANA), 'Request__c', { Name: 'Hidden one', Account__c: account });
  const open = await insert(ben, 'Request__c', { Name: 'Open one', Account__c: account });
  await insert(admin, 'Step__c', { Name: 'Hidden step', Request__c: hidden });
  await insert(ben, 'Step__c', { Name: 'Open step', Request__c: open });

  const answers = [
    await ben('GET', '/query?q=SELECT+COUNT()+FROM+Request__c'),
    await ben('GET', `/query?q=${encodeURIComponent('SELECT COUNT(Id) n FROM Request__c GROUP BY Account__c')}`),
    await ben('GET', `/query?q=${encodeURIComponent('SELECT (SELECT Name FROM Requests__r) FROM Account')}`),
    await ben('GET', `/query?q=${encodeURIComponent('SELECT Name FROM Step__c')}`),
    await ben(
      'GET',
      `/query?q=${encodeURIComponent("SELECT Name FROM Account WHERE Id IN (SELECT Account__c FROM Request__c WHERE Name = 'Hidden one')")}`,
    ),
    await ben('GET', '/parameterizedSearch?q=one&sobject=Request__c&fields=Name'),
    await ben('GET', '/sobjects/Request__c/updated/?start=2026-11-22T09:00:00Z&end=2026-11-22T11:00:00Z'),
  ];

  expect(answers.map(({ body }) => body)).toMatchObject([
    { totalSize: 1 },
    { records: [{ n: 1 }] },
    { records: [{ Requests__r: { totalSize: 1, records: [{ Name: 'Open one' }] } }] },
    { records: [{ Name: 'Open step' }] },
    { totalSize: 0 },
    { searchRecords: [{ Name: 'Open one' }] },
    { ids: [open] },
  ]);
});

test('a lookup shows nothing of a record that is not shared, and may not be set to one', async () => {
  const salesforce = await startDesk(desk('Private'));
  const ben = clientOf(salesforce, BEN);
  const hidden = await insert(clientOf(salesforce, ANA), 'Request__c', { Name: 'Hidden' });
  await insert(clientOf(salesforce, ANA), 'Bookmark__c', { Name: 'Mark', Request__c: hidden });

  const found = await find(ben, 'SELECT Name, Request__c, Request__r.Name FROM Bookmark__c');
  const set = await ben('POST', '/sobjects/Bookmark__c', { Name: 'Mine', Request__c: hidden });

  expect(found).toEqual([{ Name: 'Mark', Request__c: hidden, Request__r: null }]);
  expect(outcome(set)).toBe(INVISIBLE);
  expect(set.body).toMatchObject([
    { message: `insufficient access rights on cross-reference id: ${hidden.slice(0, 15)}` },
  ]);
});

test('details are read with their master, and written with it unless reading it suffices', async () => {
  const salesforce = await startDesk(desk('Read'));
  const ana = clientOf(salesforce, ANA);
  const ben = clientOf(salesforce, BEN);
  const request = await insert(ana, 'Request__c', { Name: 'Of Ana' });
  const step = await insert(ana, 'Step__c', { Name: 'First', Request__c: request });
  const remark = await insert(ana, 'Remark__c', { Name: 'Nice', Request__c: request });

  const outcomes = [
    await ben('GET', `/sobjects/Step__c/${step}`),
    await ben('POST', '/sobjects/Step__c', { Name: 'Second', Request__c: request }),
    await ben('PATCH', `/sobjects/Step__c/${step}`, { Name: 'Changed' }),
    await ben('DELETE', `/sobjects/Step__c/${step}`),
    await ben('POST', '/sobjects/Remark__c', { Name: 'Indeed', Request__c: request }),
    await ben('PATCH', `/sobjects/Remark__c/${remark}`, { Name: 'Changed' }),
    await ben('DELETE', `/sobjects/Remark__c/${remark}`),
    await ana('DELETE', `/sobjects/Step__c/${step}`),
  ].map(outcome);

  expect(outcomes).toEqual(['200', INVISIBLE, READ_ONLY, READ_ONLY, '201', '204', '204', '204']);
});

test('a queue owns records, and whoever is in it does what an owner does, at once and as long as that is so', async () => {
  const salesforce = await startDesk(desk('Private'), { [BEN]: ['Intake'] });
  const admin = clientOf(salesforce, ADMIN);
  const ben = clientOf(salesforce, BEN);
  const [queue] = await find(admin, "SELECT Id, Name, Type FROM Group WHERE DeveloperName = 'Intake'");
  const request = await insert(clientOf(salesforce, ANA), 'Request__c', { Name: 'For all', OwnerId: queue?.['Id'] });
  const [seen] = await find(ben, 'SELECT OwnerId, Owner.Name, Owner.Type FROM Request__c');
  const [member] = await find(admin, `SELECT Id FROM GroupMember WHERE GroupId = '${String(queue?.['Id'])}'`);

  const taken = await ben('PATCH', `/sobjects/Request__c/${request}`, { Stage__c: 'Open' });
  await admin('DELETE', `/sobjects/GroupMember/${String(member?.['Id'])}`);
  const gone = await ben('GET', `/sobjects/Request__c/${request}`);

  expect(queue).toMatchObject({ Name: 'Intake', Type: 'Queue' });
  expect(seen).toMatchObject({ OwnerId: queue?.['Id'], Owner: { Name: 'Intake', Type: 'Queue' } });
  expect([outcome(taken), outcome(gone)]).toEqual(['204', '404 NOT_FOUND']);
});

test('a list view shows what a queue owns', async () => {
  const view =
    '<columns>NAME</columns><filterScope>Queue</filterScope><filters><field>Stage__c</field><operation>equals</operation><value>New,Open</value></filters><label>Intake</label><queue>Intake</queue>';
  const salesforce = await startDesk(desk('ReadWrite', listViewFile('Request__c', 'Intake', view)));
  const admin = clientOf(salesforce, ADMIN);
  const [queue] = await find(admin, "SELECT Id FROM Group WHERE DeveloperName = 'Intake'");
  await insert(admin, 'Request__c', { Name: 'Of nobody', OwnerId: queue?.['Id'] });
  await insert(admin, 'Request__c', { Name: 'Done', OwnerId: queue?.['Id'], Stage__c: 'Closed' });
  await insert(admin, 'Request__c', { Name: 'Of Adi' });

  const { body } = await clientOf(salesforce, ANA)('GET', '/ui-api/list-records/Request__c/Intake');

  expect(body).toMatchObject({ count: 1, records: [{ fields: { Name: { value: 'Of nobody' } } }] });
});

test('who cannot see the object and queues of other objects do not become owners', async () => {
  const salesforce = await startDesk(desk('Private'));
  const admin = clientOf(salesforce, ADMIN);
  const outsider = salesforce.org.findUser(OUTSIDER)?.id;
  const [queue] = await find(admin, "SELECT Id FROM Group WHERE DeveloperName = 'Intake'");
  const [group] = await find(admin, "SELECT Id FROM Group WHERE DeveloperName = 'Helpers'");

  const outcomes = [
    await admin('POST', '/sobjects/Request__c', { Name: 'A', OwnerId: outsider }),
    await admin('POST', '/sobjects/Bookmark__c', { Name: 'A', OwnerId: queue?.['Id'] }),
    await admin('POST', '/sobjects/Request__c', { Name: 'A', OwnerId: group?.['Id'] }),
  ].map(outcome);

  expect(outcomes).toEqual(['400 TRANSFER_REQUIRES_READ', '400 INVALID_OPERATION', '400 INVALID_OPERATION']);
});

function sharingRules(elements: string) {
  return desk('Private', {
    'sharingRules/Request__c.sharingRules-meta.xml': component('SharingRules', elements),
  });
}

test('sharing rules open what matches to groups within groups', async () => {
  const criteria = [
    ['Stage__c', 'equals', 'Open'],
    ['Size__c', 'greaterThan', '3'],
    ['Name', 'startsWith', "It's"],
  ].map(
    ([field, how, value]) =>
      `<criteriaItems><field>${field}</field><operation>${how}</operation><value>${value}</value></criteriaItems>`,
  );
  const rule = `<sharingCriteriaRules><fullName>Big</fullName><accessLevel>Edit</accessLevel><label>Big</label><sharedTo><group>Helpers</group></sharedTo><booleanFilter>1 AND (2 OR 3)</booleanFilter>${criteria.join('')}<includeRecordsOwnedByAll>true</includeRecordsOwnedByAll></sharingCriteriaRules>`;
  const salesforce = await startDesk(sharingRules(rule));
  const admin = clientOf(salesforce, ADMIN);
  const ben = clientOf(salesforce, BEN);
  for (const [Name, Stage__c, Size__c] of [
    ['Big', 'Open', 5],
    ['Small', 'Open', 1],
    ["It's", 'Open', 1],
    ['Closed', 'Closed', 9],
  ]) {
    await insert(admin, 'Request__c', { Name, Stage__c, Size__c });
  }
  const names = async (): Promise<unknown[]> =>
    (await find(ben, 'SELECT Name FROM Request__c ORDER BY Name')).map(({ Name }) => Name);
  const before = await names();

  const inner = await insert(admin, 'Group', { Name: 'Night', DeveloperName: 'Night', Type: 'Regular' });
  const [helpers] = await find(admin, "SELECT Id FROM Group WHERE DeveloperName = 'Helpers'");
  await insert(admin, 'GroupMember', { GroupId: helpers?.['Id'], UserOrGroupId: inner });
  await insert(admin, 'GroupMember', { GroupId: inner, UserOrGroupId: salesforce.org.findUser(BEN)?.id });
  const during = await names();
  const [big] = await find(ben, "SELECT Id FROM Request__c WHERE Name = 'Big'");
  const path = `/sobjects/Request__c/${String(big?.['Id'])}`;
  const edit = await ben('PATCH', path, { Stage__c: 'Closed' });

  expect([before, during, await names()]).toEqual([[], ['Big', "It's"], ["It's"]]);
  expect(outcome(edit)).toBe('204');
});

test('a rule about owners shares what they own, and reading is not editing', async () => {
  const rule = `<sharingOwnerRules><fullName>Of_Helpers</fullName><accessLevel>Read</accessLevel><label>x</label><sharedTo><allInternalUsers></allInternalUsers></sharedTo><sharedFrom><group>Helpers</group></sharedFrom></sharingOwnerRules>`;
  const salesforce = await startDesk(sharingRules(rule), { [ANA]: ['Helpers'] });
  const ben = clientOf(salesforce, BEN);
  const id = await insert(clientOf(salesforce, ANA), 'Request__c', { Name: 'Of a helper' });
  await insert(clientOf(salesforce, ADMIN), 'Request__c', { Name: 'Of nobody' });

  expect(await find(ben, 'SELECT Name FROM Request__c')).toEqual([{ Name: 'Of a helper' }]);
  expect(outcome(await ben('PATCH', `/sobjects/Request__c/${id}`, { Stage__c: 'Open' }))).toBe(READ_ONLY);
});

test('whoever sees an opportunity sees its account, and no other', async () => {
  const salesforce = await startDesk(
    desk('Private', {
      'objects/Account/Account.object-meta.xml': component('CustomObject', '<sharingModel>Private</sharingModel>'),
      'objects/Opportunity/Opportunity.object-meta.xml': component(
        'CustomObject',
        '<sharingModel>Private</sharingModel>',
      ),
    }),
  );
  const admin = clientOf(salesforce, ADMIN);
  const ben = clientOf(salesforce, BEN);
  const acme = await insert(admin, 'Account', { Name: 'Acme' });
  await insert(admin, 'Account', { Name: 'Other' });
  await insert(admin, 'Contact', { LastName: 'Controlled', AccountId: acme });
  const deal = { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-12-01', AccountId: acme };
  const before = await find(ben, 'SELECT Name FROM Account');

  await insert(admin, 'Opportunity', { ...deal, OwnerId: salesforce.org.findUser(BEN)?.id });

  expect(before).toEqual([]);
  expect(await find(ben, 'SELECT Name FROM Account')).toEqual([{ Name: 'Acme' }]);
  expect(await find(ben, 'SELECT LastName FROM Contact')).toEqual([{ LastName: 'Controlled' }]);
  expect(outcome(await ben('PATCH', `/sobjects/Account/${acme}`, { Name: 'X' }))).toBe(READ_ONLY);
});

test('UserRecordAccess tells what a user may do with records', async () => {
  const salesforce = await startDesk(desk('Read'));
  const ana = clientOf(salesforce, ANA);
  const id = await insert(ana, 'Request__c', { Name: 'Of Ana' });
  const accessOf = async (username: string) => {
    const user = String(salesforce.org.findUser(username)?.id);
    return find(
      ana,
      `SELECT RecordId, HasReadAccess, HasEditAccess, HasDeleteAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = '${user}' AND RecordId IN ('${id}')`,
    );
  };

  expect(await accessOf(ANA)).toEqual([
    { RecordId: id, HasReadAccess: true, HasEditAccess: true, HasDeleteAccess: true, MaxAccessLevel: 'All' },
  ]);
  expect(await accessOf(BEN)).toEqual([
    { RecordId: id, HasReadAccess: true, HasEditAccess: false, HasDeleteAccess: false, MaxAccessLevel: 'Read' },
  ]);
  expect(await accessOf(OUTSIDER)).toMatchObject([{ HasReadAccess: false, MaxAccessLevel: 'None' }]);
});

test('pages get a record that is not shared refused, and its related lists', async () => {
  const salesforce = await startDesk(desk('Private'));
  const ana = clientOf(salesforce, ANA);
  const ben = clientOf(salesforce, BEN);
  const id = await insert(ana, 'Request__c', { Name: 'Of Ana' });
  const benId = salesforce.org.findUser(BEN)?.id;

  const outcomes = [
    await ben('GET', `/ui-api/records/${id}?fields=Request__c.Name`),
    await ben('PATCH', `/ui-api/records/${id}`, { fields: { Stage__c: 'Open' } }),
    await ben('DELETE', `/ui-api/records/${id}`),
    await ben('GET', `/ui-api/related-list-records/${id}/Steps__r?fields=Step__c.Name`),
    await ana('PATCH', `/ui-api/records/${id}`, { fields: { Stage__c: 'Open' } }),
    await ana('PATCH', `/ui-api/records/${id}?handleOwnerChange=true`, { fields: { OwnerId: benId } }),
  ].map(outcome);

  expect(outcomes).toEqual([
    '403 INSUFFICIENT_ACCESS',
    '403 INSUFFICIENT_ACCESS',
    '403 INSUFFICIENT_ACCESS',
    '404 NOT_FOUND',
    '200',
    '204',
  ]);
});
