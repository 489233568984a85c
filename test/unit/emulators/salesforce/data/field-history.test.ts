import { afterEach, expect, test } from '@jest/globals';
import {
  component,
  fieldFile,
  objectFile,
  permissionSetFile,
  picklist,
  type SourceFiles,
} from '../schema/source-folder.ts';
import { query } from '../soql/query-org.ts';
import { bootOrg, closeOrgs, create, userNamed, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

const TRACKED = '<trackHistory>true</trackHistory>';

function object(name: string, enableHistory: boolean): SourceFiles {
  return objectFile(
    name,
    `<enableHistory>${String(enableHistory)}</enableHistory><label>Pot</label><pluralLabel>Pots</pluralLabel><nameField><label>Name</label>${TRACKED}<type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>`,
  );
}

const POTS: SourceFiles = {
  ...object('Pot__c', true),
  ...fieldFile('Pot__c', 'State__c', TRACKED + picklist(['New', 'Done'])),
  ...fieldFile('Pot__c', 'Size__c', `${TRACKED}<type>Number</type><precision>5</precision><scale>2</scale>`),
  ...fieldFile('Pot__c', 'Full__c', `${TRACKED}<type>Checkbox</type><defaultValue>false</defaultValue>`),
  ...fieldFile('Pot__c', 'Seen__c', `${TRACKED}<type>DateTime</type>`),
  ...fieldFile(
    'Pot__c',
    'Text__c',
    `${TRACKED}<type>LongTextArea</type><length>1000</length><visibleLines>3</visibleLines>`,
  ),
  ...fieldFile(
    'Pot__c',
    'Account__c',
    `${TRACKED}<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Pots</relationshipName>`,
  ),
  ...fieldFile('Pot__c', 'Untold__c', '<type>Text</type><length>10</length>'),
};

const HISTORY = 'SELECT Field, DataType, OldValue, NewValue FROM Pot__History ORDER BY Id';

function rows(records: Record<string, unknown>[]): unknown[] {
  return records.map(({ Field, DataType, OldValue, NewValue }) => [Field, DataType, OldValue, NewValue]);
}

test('what is tracked is told with its old and its new value, by their types', async () => {
  const { org, admin, clock } = await bootOrg(POTS);
  const [acme, best] = ['Acme', 'Best'].map((Name) => create(org, admin, 'Account', { Name })) as [string, string];
  const id = create(org, admin, 'Pot__c', { Name: 'A', State__c: 'New', Account__c: acme });
  clock.advance(60_000);

  writeOne(org, admin, {
    kind: 'update',
    object: 'Pot__c',
    id,
    values: {
      Name: 'B',
      State__c: 'Done',
      Size__c: 2.5,
      Full__c: true,
      Seen__c: '2026-11-22T09:00:00Z',
      Text__c: 'long',
      Account__c: best,
      Untold__c: 'x',
    },
  });

  expect(rows(query(org, admin, HISTORY).records)).toEqual([
    ['created', 'Text', null, null],
    ['Name', 'Text', 'A', 'B'],
    ['Account__c', 'Text', 'Acme', 'Best'],
    ['Account__c', 'EntityId', acme, best],
    ['Full__c', 'Boolean', false, true],
    ['Seen__c', 'DateTime', null, '2026-11-22T09:00:00.000+0000'],
    ['Size__c', 'Double', null, 2.5],
    ['State__c', 'DynamicEnum', 'New', 'Done'],
    ['Text__c', 'TextArea', null, null],
  ]);
  expect(
    query(org, admin, "SELECT CreatedDate, CreatedBy.Name, Parent.Name FROM Pot__History WHERE Field = 'Name'").records,
  ).toMatchObject([
    { CreatedDate: '2026-11-22T10:01:00.000+0000', CreatedBy: { Name: 'Adi Sharma' }, Parent: { Name: 'B' } },
  ]);
});

test('the history is below its record, and what changed nothing is not in it', async () => {
  const { org, admin } = await bootOrg(POTS);
  const id = create(org, admin, 'Pot__c', { Name: 'A', State__c: 'New' });
  writeOne(org, admin, { kind: 'update', object: 'Pot__c', id, values: { State__c: 'New', Untold__c: 'x' } });

  expect(query(org, admin, 'SELECT (SELECT Field FROM Histories) FROM Pot__c').records).toMatchObject([
    { Histories: { totalSize: 1, records: [{ Field: 'created' }] } },
  ]);
});

test('a save that fails leaves no history, and a record takes its own along', async () => {
  const { org, admin } = await bootOrg(POTS);
  const id = create(org, admin, 'Pot__c', { Name: 'A' });
  const insert = (Account__c: string) => ({ kind: 'insert' as const, object: 'Pot__c', values: { Account__c } });
  org.write(admin, [insert('001000000000009AAA')], { allOrNone: true });
  const count = () => query(org, admin, 'SELECT COUNT() FROM Pot__History').totalSize;
  const before = count();

  writeOne(org, admin, { kind: 'delete', object: 'Pot__c', id });
  const deleted = count();
  writeOne(org, admin, { kind: 'undelete', object: 'Pot__c', id });

  expect([before, deleted, count()]).toEqual([1, 0, 1]);
});

test('standard objects track fields, and call the owner by its relationship', async () => {
  const tracked = (name: string) => ({
    [`objects/Opportunity/fields/${name}.field-meta.xml`]: component(
      'CustomField',
      `<fullName>${name}</fullName>${TRACKED}`,
    ),
  });
  const { org, admin } = await bootOrg({ ...tracked('StageName'), ...tracked('OwnerId') });
  const id = create(org, admin, 'Opportunity', { Name: 'O', StageName: 'Prospecting', CloseDate: '2026-12-01' });

  writeOne(org, admin, { kind: 'update', object: 'Opportunity', id, values: { StageName: 'Qualification' } });

  const soql = 'SELECT OpportunityId, Field, OldValue FROM OpportunityFieldHistory ORDER BY Id';
  expect(query(org, admin, soql).records).toMatchObject([
    { OpportunityId: id, Field: 'created' },
    { OpportunityId: id, Field: 'StageName', OldValue: 'Prospecting' },
  ]);
});

test('nobody writes history, nor reads in it of fields that are hidden from them', async () => {
  const { org, admin } = await bootOrg({
    ...POTS,
    ...permissionSetFile(
      'Pots',
      '<fieldPermissions><editable>false</editable><field>Pot__c.State__c</field><readable>true</readable></fieldPermissions><objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Pot__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>',
    ),
  });
  const idOf = (object: string, name: string): unknown =>
    org.database.prepare(`SELECT Id FROM ${object} WHERE Name = ?`).get(name)?.['Id'];
  const AssigneeId = create(org, admin, 'User', {
    Username: 'rea@groundwork.example',
    Email: 'rea@groundwork.example',
    LastName: 'Rea',
    Alias: 'rea',
    ProfileId: idOf('Profile', 'Standard User'),
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
  });
  create(org, admin, 'PermissionSetAssignment', { AssigneeId, PermissionSetId: idOf('PermissionSet', 'Pots') });
  const id = create(org, admin, 'Pot__c', { Name: 'A', State__c: 'New', Size__c: 1 });
  writeOne(org, admin, { kind: 'update', object: 'Pot__c', id, values: { State__c: 'Done', Size__c: 2 } });

  const rea = userNamed(org, 'rea@groundwork.example');
  const seen = query(org, rea, HISTORY).records;
  const history = org.schema.findObject('Pot__History');
  const found = query(org, admin, 'SELECT Id FROM Pot__History ORDER BY Id').records.map(
    ({ Id }) => history && org.findRecord(history, String(Id), { as: rea })?.['Field'],
  );
  const { errors } = writeOne(org, admin, { kind: 'insert', object: 'Pot__History', values: { Field: 'x' } });

  expect(seen.map(({ Field }) => Field)).toEqual(['created', 'State__c']);
  expect(found).toEqual(['created', undefined, 'State__c']);
  expect(errors).toMatchObject([{ statusCode: 'INVALID_TYPE_FOR_OPERATION' }]);
});

test.each(['WHERE OldValue = 1', 'ORDER BY NewValue'])('history is not asked %s', async (clause) => {
  const { org, admin } = await bootOrg(POTS);

  expect(() => query(org, admin, `SELECT Id FROM Pot__History ${clause}`)).toThrow('in a query call');
});

test('tracked fields need an object that keeps a history', async () => {
  await expect(bootOrg({ ...POTS, ...object('Pot__c', false) })).rejects.toMatchObject({
    name: 'DeployError',
    message: 'Pot__c.Name: trackHistory needs enableHistory of Pot__c',
  });
});
