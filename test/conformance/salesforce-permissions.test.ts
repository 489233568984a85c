import { afterEach, expect, test } from '@jest/globals';
import {
  fieldPermissions,
  objectPermissions,
  permissionSetGroupFile,
} from '../unit/emulators/salesforce/schema/source-folder.ts';
import { ANA, desk, find, insert, LEAD, outcome, OUTSIDER, startDesk, stopDesk } from './salesforce-desk.ts';
import { ADMIN, clientOf } from './salesforce-org.ts';

afterEach(stopDesk);

const HIDDEN = "No such column 'Secret__c' on entity 'Request__c'. If you are attempting to use a custom field";

test.each([
  'SELECT Secret__c FROM Request__c',
  "SELECT Id FROM Request__c WHERE Secret__c = 'x'",
  'SELECT Id FROM Request__c ORDER BY Secret__c',
  'SELECT Secret__c, COUNT(Id) FROM Request__c GROUP BY Secret__c',
  'SELECT MAX(Secret__c) FROM Request__c',
  'SELECT Request__r.Secret__c FROM Bookmark__c',
  'SELECT (SELECT Secret__c FROM Requests__r) FROM Account',
  "SELECT Id FROM Account WHERE Id IN (SELECT Account__c FROM Request__c WHERE Secret__c = 'x')",
])('a field that may not be read is not there: %s', async (soql) => {
  const salesforce = await startDesk(desk('ReadWrite'));

  const { status, body } = await clientOf(salesforce, ANA)('GET', `/query?q=${encodeURIComponent(soql)}`);

  const [error] = body as { errorCode: string; message: string }[];
  expect([status, error?.errorCode]).toEqual([400, 'INVALID_FIELD']);
  expect(error?.message).toContain(HIDDEN);
});

test('an object that may not be read is no type, and a hidden field is in no description', async () => {
  const salesforce = await startDesk(desk('ReadWrite'));
  const ana = clientOf(salesforce, ANA);
  const outsider = clientOf(salesforce, OUTSIDER);
  const id = await insert(clientOf(salesforce, ADMIN), 'Request__c', { Name: 'A', Secret__c: 'x' });

  const outcomes = [
    await outsider('GET', '/query?q=SELECT+Id+FROM+Request__c'),
    await outsider('GET', '/query?q=SELECT+Request__r.Name+FROM+Bookmark__c'),
    await outsider('GET', '/sobjects/Request__c/describe'),
    await outsider('GET', '/ui-api/object-info/Request__c'),
    await outsider('GET', `/sobjects/Request__c/${id}`),
    await ana('GET', `/sobjects/Request__c/${id}?fields=Secret__c`),
    await ana('GET', `/ui-api/records/${id}?fields=Request__c.Secret__c`),
    await ana('POST', '/sobjects/Request__c', { Name: 'A', Secret__c: 'x' }),
  ].map(outcome);
  const described = (await ana('GET', '/sobjects/Request__c/describe')).body as { fields: { name: string }[] };
  const info = (await ana('GET', '/ui-api/object-info/Request__c')).body as { fields: object };

  expect(outcomes).toEqual([
    '400 INVALID_TYPE',
    '400 INVALID_TYPE',
    '404 NOT_FOUND',
    '404 NOT_FOUND',
    '404 NOT_FOUND',
    '400 INVALID_FIELD',
    '400 INVALID_FIELD',
    '400 INVALID_FIELD',
  ]);
  expect(described.fields.map(({ name }) => name)).not.toContain('Secret__c');
  expect(Object.keys(info.fields)).not.toContain('Secret__c');
  expect((await ana('GET', `/sobjects/Request__c/${id}`)).body).not.toHaveProperty('Secret__c');
});

test('a rule sees fields that the writer does not', async () => {
  const salesforce = await startDesk(desk('ReadWrite'));
  const admin = clientOf(salesforce, ADMIN);
  const id = await insert(admin, 'Request__c', { Name: 'A' });
  salesforce.org.database.prepare(`UPDATE "Request__c" SET "Secret__c" = 'bad' WHERE Id = ?`).run(id);

  const answer = await clientOf(salesforce, ANA)('PATCH', `/sobjects/Request__c/${id}`, { Stage__c: 'Open' });

  expect(answer.body).toMatchObject([{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Bad secret.' }]);
});

test('a custom permission counts in rules and formulas, by a set or by a group of them', async () => {
  const salesforce = await startDesk(desk('ReadWrite'));
  const ana = clientOf(salesforce, ANA);
  const lead = clientOf(salesforce, LEAD);
  const id = await insert(ana, 'Request__c', { Name: 'A', Size__c: 1 });

  const rank = (client: typeof ana) => client('PATCH', `/sobjects/Request__c/${id}`, { Size__c: 2 });

  expect((await rank(ana)).body).toMatchObject([{ message: 'You may not rank.' }]);
  expect(outcome(await rank(lead))).toBe('204');
  expect(await find(ana, 'SELECT May_Rank__c FROM Request__c')).toEqual([{ May_Rank__c: false }]);
  expect(await find(lead, 'SELECT May_Rank__c FROM Request__c')).toEqual([{ May_Rank__c: true }]);
});

test('pages learn of the custom permissions of whoever is logged in', async () => {
  const salesforce = await startDesk(desk('ReadWrite'));
  const permissionsOf = async (username: string): Promise<unknown> => {
    const authorization = `Bearer ${salesforce.accessTokenFor(username)}`;
    const answer = await fetch(`${salesforce.url}/services/oauth2/userinfo`, { headers: { authorization } });
    return ((await answer.json()) as { custom_permissions: unknown }).custom_permissions;
  };

  expect(await permissionsOf(LEAD)).toEqual({ Rank: true });
  expect(await permissionsOf(ANA)).toEqual({});
});

test('a permission set group is assigned by its id or by the set that stands for it, and counts at once', async () => {
  const salesforce = await startDesk(desk('Private'));
  const admin = clientOf(salesforce, ADMIN);
  const outsider = clientOf(salesforce, OUTSIDER);
  const AssigneeId = salesforce.org.findUser(OUTSIDER)?.id;
  const [group] = await find(admin, "SELECT Id, Status FROM PermissionSetGroup WHERE DeveloperName = 'Leading'");
  const [stands] = await find(
    admin,
    "SELECT Id, Type, PermissionSetGroup.DeveloperName FROM PermissionSet WHERE Name = 'Leading'",
  );
  const components = await find(
    admin,
    "SELECT PermissionSet.Name FROM PermissionSetGroupComponent WHERE PermissionSetGroup.DeveloperName = 'Leading' ORDER BY PermissionSet.Name",
  );
  await insert(clientOf(salesforce, ANA), 'Request__c', { Name: 'A' });
  const query = () => outsider('GET', '/query?q=SELECT+Secret__c+FROM+Request__c');
  const before = await query();

  const byGroup = await insert(admin, 'PermissionSetAssignment', { AssigneeId, PermissionSetGroupId: group?.['Id'] });
  const during = await query();
  const twice = await admin('POST', '/sobjects/PermissionSetAssignment', {
    AssigneeId,
    PermissionSetId: stands?.['Id'],
  });
  await admin('DELETE', `/sobjects/PermissionSetAssignment/${byGroup}`);
  const after = await query();
  await insert(admin, 'PermissionSetAssignment', { AssigneeId, PermissionSetId: stands?.['Id'] });

  expect(group).toMatchObject({ Status: 'Updated' });
  expect(stands).toMatchObject({ Type: 'Group', PermissionSetGroup: { DeveloperName: 'Leading' } });
  expect(components.map(({ PermissionSet }) => PermissionSet)).toMatchObject([
    { Name: 'Change_All' },
    { Name: 'Work' },
  ]);
  expect([before, during, twice, after, await query()].map(outcome)).toEqual([
    '400 INVALID_TYPE',
    '200',
    '400 DUPLICATE_VALUE',
    '400 INVALID_TYPE',
    '200',
  ]);
});

test('only an administrator assigns permission sets and fills groups', async () => {
  const salesforce = await startDesk(desk('ReadWrite'));
  const ana = clientOf(salesforce, ANA);
  const [set] = await find(ana, "SELECT Id FROM PermissionSet WHERE Name = 'Change_All'");
  const [queue] = await find(ana, "SELECT Id FROM Group WHERE DeveloperName = 'Intake'");
  const me = salesforce.org.findUser(ANA)?.id;

  const outcomes = [
    await ana('POST', '/sobjects/PermissionSetAssignment', { AssigneeId: me, PermissionSetId: set?.['Id'] }),
    await ana('POST', '/sobjects/GroupMember', { GroupId: queue?.['Id'], UserOrGroupId: me }),
  ].map(outcome);

  expect(outcomes).toEqual(['403 INSUFFICIENT_ACCESS_OR_READONLY', '403 INSUFFICIENT_ACCESS_OR_READONLY']);
});

test('a muting permission set takes away, with what needs it, from its group alone', async () => {
  const muted =
    '<customPermissions><enabled>true</enabled><name>Rank</name></customPermissions>' +
    fieldPermissions('Request__c.Secret__c', 'e') +
    fieldPermissions('Request__c.Stage__c', 'r') +
    objectPermissions('Request__c', 'd');
  const salesforce = await startDesk(desk('Private', permissionSetGroupFile('Leading', ['Work', 'Change_All'], muted)));
  const lead = clientOf(salesforce, LEAD);
  const own = await insert(lead, 'Request__c', { Name: 'Own' });
  await insert(clientOf(salesforce, ANA), 'Request__c', { Name: 'Of Ana' });

  const info = (await lead('GET', '/ui-api/object-info/Request__c')).body as {
    updateable: boolean;
    deletable: boolean;
    fields: Record<string, { updateable: boolean } | undefined>;
  };

  expect([info.updateable, info.deletable]).toEqual([true, false]);
  expect(info.fields['Secret__c']).toMatchObject({ updateable: false });
  expect(info.fields['Stage__c']).toBeUndefined();
  expect(outcome(await lead('DELETE', `/sobjects/Request__c/${own}`))).toBe('403 INSUFFICIENT_ACCESS_OR_READONLY');
  // Without deleting there is no modifying of all; viewing all is left.
  expect(await find(lead, 'SELECT Name, May_Rank__c FROM Request__c ORDER BY Name')).toEqual([
    { Name: 'Of Ana', May_Rank__c: false },
    { Name: 'Own', May_Rank__c: false },
  ]);
  expect((await find(clientOf(salesforce, ANA), 'SELECT Stage__c FROM Request__c')).length).toBe(1);
});
