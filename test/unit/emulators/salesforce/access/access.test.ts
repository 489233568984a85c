import { afterEach, expect, test } from '@jest/globals';
import type { LocalOrg } from '../../../../../emulators/salesforce/create-org.ts';
import type { User } from '../../../../../emulators/salesforce/entities.ts';
import type { Access } from '../../../../../emulators/salesforce/org.ts';
import { bootOrg, closeOrgs, create, userNamed, writeOne } from '../data/booted-org.ts';
import { permissionSetFile, TICKETS } from '../schema/source-folder.ts';

afterEach(closeOrgs);

const DESK = permissionSetFile(
  'Desk',
  '<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Ticket__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>' +
    '<fieldPermissions><editable>false</editable><field>Ticket__c.Size__c</field><readable>true</readable></fieldPermissions>' +
    '<fieldPermissions><editable>true</editable><field>Ticket__c.Status__c</field><readable>true</readable></fieldPermissions>' +
    '<customPermissions><enabled>true</enabled><name>Close_Tickets</name></customPermissions>',
);

async function bootWith(profile: string): Promise<{ org: LocalOrg; admin: User; user: User }> {
  const { org, admin } = await bootOrg({ ...TICKETS, ...DESK });
  const row = org.database.prepare('SELECT Id FROM Profile WHERE Name = ?').get(profile);
  create(org, admin, 'User', {
    Username: 'kim@groundwork.example',
    LastName: 'Kim',
    Email: 'kim@groundwork.example',
    Alias: 'kim',
    ProfileId: row?.['Id'],
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
  return { org, admin, user: userNamed(org, 'kim@groundwork.example') };
}

function verbs(org: LocalOrg, access: Access, name: string): string {
  const object = org.schema.findObject(name);
  if (object === undefined) throw new Error(`There is no ${name}`);
  const may = {
    c: access.mayCreate(object),
    r: access.mayRead(object),
    e: access.mayEdit(object),
    d: access.mayDelete(object),
  };
  return Object.entries(may)
    .map(([letter, allowed]) => (allowed ? letter : '-'))
    .join('');
}

function fieldAccess(org: LocalOrg, access: Access, objectName: string, fieldName: string): string {
  const object = org.schema.findObject(objectName);
  const field = object && org.schema.findField(object, fieldName);
  if (object === undefined || field === undefined) throw new Error(`There is no ${objectName}.${fieldName}`);
  return `${access.mayReadField(object, field) ? 'r' : '-'}${access.mayEditField(object, field) ? 'e' : '-'}`;
}

function assign(org: LocalOrg, admin: User, user: User): string {
  const row = org.database.prepare("SELECT Id FROM PermissionSet WHERE Name = 'Desk'").get();
  return create(org, admin, 'PermissionSetAssignment', { AssigneeId: user.id, PermissionSetId: row?.['Id'] });
}

test.each([
  ['System Administrator', { Account: 'cred', Ticket__c: 'cred', User: 'cre-', Profile: '-r--' }],
  ['Standard User', { Account: 'cred', Ticket__c: '----', User: '-r--', Profile: '-r--' }],
  ['Minimum Access - Salesforce', { Account: '----', Ticket__c: '----', User: '-r--', Profile: '-r--' }],
  ['Minimum Access - API Only Integrations', { Account: '----', Ticket__c: '----', User: '-r--', Profile: '-r--' }],
])('%s may do this much', async (profile, expected) => {
  const { org, user } = await bootWith(profile);
  const access = org.access(user);

  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, verbs(org, access, name)]))).toEqual(expected);
});

test('an assignment takes effect at once, and so does its end', async () => {
  const { org, admin, user } = await bootWith('Standard User');
  const before = verbs(org, org.access(user), 'Ticket__c');

  const assignment = assign(org, admin, user);
  const during = verbs(org, org.access(user), 'Ticket__c');
  writeOne(org, admin, { kind: 'delete', object: 'PermissionSetAssignment', id: assignment });

  expect([before, during, verbs(org, org.access(user), 'Ticket__c')]).toEqual(['----', 'cre-', '----']);
});

test('fields follow the permission set, but for those that everybody sees', async () => {
  const { org, admin, user } = await bootWith('Standard User');
  assign(org, admin, user);
  const access = org.access(user);
  const fields = ['Size__c', 'Status__c', 'Batch__c', 'Title__c', 'SystemModstamp'];

  expect(fields.map((name) => `${name} ${fieldAccess(org, access, 'Ticket__c', name)}`)).toEqual([
    'Size__c r-',
    'Status__c re',
    'Batch__c --',
    'Title__c re',
    'SystemModstamp r-',
  ]);
  expect([access.hasCustomPermission('Close_Tickets'), access.hasCustomPermission('Other')]).toEqual([true, false]);
});

test('a write to a field that is read only, hidden or of a hidden object is refused', async () => {
  const { org, admin, user } = await bootWith('Standard User');
  const insert = (values: Record<string, unknown>) =>
    writeOne(org, user, { kind: 'insert', object: 'Ticket__c', values: { Title__c: 'A', ...values } }).errors[0];

  expect(insert({})).toMatchObject({ statusCode: 'INVALID_TYPE' });
  assign(org, admin, user);

  expect(insert({ Size__c: 1 })).toMatchObject({ statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Size__c'] });
  expect(insert({ Batch__c: 'b' })).toMatchObject({ statusCode: 'INVALID_FIELD' });
  expect(insert({ Status__c: 'Done' })).toBeUndefined();
});

test('deleting without the right to is refused', async () => {
  const { org, admin, user } = await bootWith('Standard User');
  assign(org, admin, user);
  const id = create(org, admin, 'Ticket__c', { Title__c: 'A' });

  const { errors } = writeOne(org, user, { kind: 'delete', object: 'Ticket__c', id });

  expect(errors).toEqual([
    { statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'insufficient access rights on object id', fields: [] },
  ]);
});

test('a user who is no longer active is not found', async () => {
  const { org, admin, user } = await bootWith('Standard User');

  writeOne(org, admin, { kind: 'update', object: 'User', id: user.id, values: { IsActive: false } });

  expect(org.findUser(user.id)).toBeUndefined();
});
