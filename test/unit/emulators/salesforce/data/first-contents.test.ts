import { afterEach, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { VirtualClock } from '../../../../../emulators/core/index.ts';
import { createOrg, type LocalOrg } from '../../../../../emulators/salesforce/create-org.ts';
import { permissionSetFile, TICKETS, withSource, type SourceFiles } from '../schema/source-folder.ts';
import { userNamed } from './booted-org.ts';

const PERSON = {
  alias: 'ana',
  name: 'Ana Ruiz',
  firstName: 'Ana',
  lastName: 'Ruiz',
  username: 'ana@groundwork.example',
  email: 'ana@groundwork.example',
  title: 'Account Executive',
  role: 'AE',
  profile: 'Standard User',
  permissionSets: ['Desk'],
};

const RECORDS = [
  { attributes: { type: 'Ticket__c', referenceId: 'First' }, Title__c: 'A', Account__c: '@Acme' },
  { attributes: { type: 'Note__c', referenceId: 'Remark' }, Name: 'Remark', Ticket__c: '@First' },
];

const READ_TICKETS =
  '<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Ticket__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>';

const opened: LocalOrg[] = [];
afterEach(() => {
  for (const org of opened.splice(0)) org.close();
});

async function boot(records: object[], owned: object[] = []): Promise<LocalOrg> {
  const files: SourceFiles = {
    ...TICKETS,
    ...permissionSetFile('Desk', READ_TICKETS),
    'data/plan.json': JSON.stringify([
      { sobject: 'Account', saveRefs: true, resolveRefs: false, files: ['accounts.json'] },
      { sobject: 'Ticket__c', saveRefs: true, resolveRefs: true, files: ['tickets.json'] },
    ]),
    'data/accounts.json': JSON.stringify({
      records: [{ attributes: { type: 'Account', referenceId: 'Acme' }, Name: 'Acme' }],
    }),
    'data/tickets.json': JSON.stringify({ records }),
    'personas.json': JSON.stringify({ people: [PERSON], records: owned }),
  };
  const org = await withSource(files, (source) =>
    createOrg({
      source,
      data: join(source, 'data/plan.json'),
      personas: join(source, 'personas.json'),
      clock: new VirtualClock(),
    }),
  );
  opened.push(org);
  return org;
}

test('loads a tree plan with its references and gives records to people', async () => {
  const org = await boot(RECORDS, [{ object: 'Ticket__c', where: { Title__c: 'A' }, set: { OwnerId: '@ana' } }]);
  const rows = org.database.prepare(
    'SELECT n.Name AS note, t.Name AS ticket, a.Name AS account, u.Name AS owner FROM Note__c n JOIN Ticket__c t ON t.Id = n.Ticket__c JOIN Account a ON a.Id = t.Account__c JOIN User u ON u.Id = t.OwnerId',
  );

  expect(rows.all()).toEqual([{ note: 'Remark', ticket: 'T-0001', account: 'Acme', owner: 'Ana Ruiz' }]);
});

test('always has an administrator, and tells who else works there', async () => {
  const org = await boot([]);

  expect(org.people.map(({ alias, role, userId }) => [alias, role, org.findUser(userId)?.profile])).toEqual([
    ['adi', 'Admin', 'System Administrator'],
    ['ana', 'AE', 'Standard User'],
  ]);
  expect(userNamed(org, 'ANA@GROUNDWORK.EXAMPLE').name).toBe('Ana Ruiz');
});

test('describes itself as an enterprise org whose fiscal year begins in February', async () => {
  const org = await boot([]);

  expect(org.database.prepare('SELECT Id, OrganizationType, FiscalYearStartMonth FROM Organization').all()).toEqual([
    { Id: org.id, OrganizationType: 'Enterprise Edition', FiscalYearStartMonth: 2 },
  ]);
});

test.each([
  [
    'a reference to nothing',
    [{ attributes: { type: 'Note__c', referenceId: 'N' }, Ticket__c: '@Gone' }],
    'tickets.json, N: no record before it has the reference @Gone',
  ],
  [
    'a record that a rule refuses',
    [{ attributes: { type: 'Ticket__c', referenceId: 'T' } }],
    'tickets.json, T: REQUIRED_FIELD_MISSING: Required fields are missing: [Title__c]',
  ],
])('refuses %s and names the file and the record', async (_what, records, message) => {
  await expect(boot(records)).rejects.toThrow(message);
});

test('refuses to give away records that are not there', async () => {
  const owned = [{ object: 'Ticket__c', where: { Title__c: 'Z' }, set: { OwnerId: '@ana' } }];

  await expect(boot(RECORDS, owned)).rejects.toThrow('No Ticket__c where {"Title__c":"Z"}');
});
