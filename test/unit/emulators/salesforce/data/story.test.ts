import { afterEach, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { VirtualClock } from '../../../../../emulators/core/index.ts';
import { createOrg, type LocalOrg } from '../../../../../emulators/salesforce/create-org.ts';
import {
  fieldPermissions,
  objectPermissions,
  permissionSetFile,
  TICKETS,
  withSource,
} from '../schema/source-folder.ts';

const PERSON = {
  ...{ alias: 'ana', name: 'Ana Ruiz', firstName: 'Ana', lastName: 'Ruiz', title: 'Account Executive', role: 'AE' },
  ...{ username: 'ana@desk.example', email: 'ana@desk.example', profile: 'Standard User', permissionSets: ['Desk'] },
};

const ACME = { attributes: { type: 'Account', referenceId: 'Acme' }, Name: 'Acme' };

const opened: LocalOrg[] = [];
afterEach(() => {
  for (const org of opened.splice(0)) org.close();
});

async function boot(story: object[]): Promise<LocalOrg> {
  const rights = objectPermissions('Ticket__c', 'cre') + fieldPermissions('Ticket__c.Account__c', 're');
  const files = {
    ...TICKETS,
    ...permissionSetFile('Desk', rights),
    'data/plan.json': JSON.stringify([{ sobject: 'Account', files: ['accounts.json'] }]),
    'data/accounts.json': JSON.stringify({ records: [ACME] }),
    'data/story.json': JSON.stringify(story),
    'config/personas.json': JSON.stringify({ people: [PERSON], story: '../data/story.json' }),
  };
  const org = await withSource(files, (source) =>
    createOrg({
      source,
      data: join(source, 'data/plan.json'),
      personas: join(source, 'config/personas.json'),
      clock: new VirtualClock({ frozenAt: new Date('2026-11-22T10:00:00Z') }),
    }),
  );
  opened.push(org);
  return org;
}

const FILED = {
  ...{ as: 'ana', daysAgo: 10, object: 'Ticket__c', create: 'First' },
  set: { Title__c: 'A', Account__c: '@Acme' },
};

function tickets(org: LocalOrg): unknown[] {
  return org.database
    .prepare(
      'SELECT t.Title__c AS title, t.CreatedDate AS created, t.LastModifiedDate AS modified, u.Name AS owner FROM Ticket__c t JOIN User u ON u.Id = t.OwnerId',
    )
    .all();
}

test('people have done things, in their own name, at the time', async () => {
  const org = await boot([
    FILED,
    { as: 'ana', daysAgo: 3, object: 'Ticket__c', where: { Id: '@First' }, set: { Title__c: 'B' } },
    { as: 'ana', daysAgo: 1, object: 'Ticket__c', where: { Title__c: 'Z' }, mayBeNone: true, set: { Title__c: 'C' } },
  ]);

  expect(tickets(org)).toEqual([
    {
      title: 'B',
      created: '2026-11-12T10:00:00.000Z',
      modified: '2026-11-19T10:00:00.000Z',
      owner: 'Ana Ruiz',
    },
  ]);
});

test.each([
  [
    'a step that may not be done',
    { object: 'Note__c', create: 'Remark', set: { Name: 'R', Ticket__c: '@First' } },
    /INVALID_TYPE/,
  ],
  [
    'a step about nothing',
    { object: 'Ticket__c', where: { Title__c: 'Z' }, set: { Title__c: 'C' } },
    /No Ticket__c where/,
  ],
  [
    'a reference to nothing',
    { object: 'Ticket__c', create: 'Next', set: { Account__c: '@Acmee' } },
    /Nothing before is called @Acmee/,
  ],
  [
    'a person who is not there',
    { as: 'bob', object: 'Ticket__c', create: 'Next', set: {} },
    /Nothing before is called @bob/,
  ],
])('%s is told', async (_what, step, message) => {
  await expect(boot([FILED, { as: 'ana', daysAgo: 1, ...step }])).rejects.toThrow(message);
});
