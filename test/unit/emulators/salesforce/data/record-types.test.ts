import { afterEach, expect, test } from '@jest/globals';
import { component, fieldFile, picklist, TICKETS, type SourceFiles } from '../schema/source-folder.ts';
import { bootOrg, closeOrgs, create, stored, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

function recordType(name: string, elements: string): SourceFiles {
  return {
    [`objects/Ticket__c/recordTypes/${name}.recordType-meta.xml`]: component(
      'RecordType',
      `<fullName>${name}</fullName><active>true</active><label>${name}</label>${elements}`,
    ),
  };
}

const SOURCE: SourceFiles = {
  ...TICKETS,
  ...fieldFile('Ticket__c', 'Kind__c', picklist(['Bug', 'Wish', 'Q/A'], { default: 'Bug', restricted: true })),
  ...recordType(
    'Request',
    '<picklistValues><picklist>Kind__c</picklist><values><fullName>Wish</fullName><default>true</default></values><values><fullName>Q%2FA</fullName><default>false</default></values></picklistValues>',
  ),
};

test('a record type has values of its own, and one to begin with', async () => {
  const { org, admin } = await bootOrg(SOURCE);
  const RecordTypeId = org.schema.findObject('Ticket__c')?.recordTypes[0]?.id;
  const insert = (values: Record<string, unknown>) =>
    writeOne(org, admin, { kind: 'insert', object: 'Ticket__c', values: { Title__c: 'A', ...values } });

  const ticket = create(org, admin, 'Ticket__c', { Title__c: 'A', RecordTypeId });

  expect(stored(org, 'Ticket__c', ticket)?.['Kind__c']).toBe('Wish');
  expect(insert({ RecordTypeId, Kind__c: 'Q/A' }).success).toBe(true);
  expect(insert({ Kind__c: 'Bug' }).success).toBe(true);
  expect(insert({ RecordTypeId, Kind__c: 'Bug' }).errors).toMatchObject([
    { statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', fields: ['Kind__c'] },
  ]);
});

test.each([
  ['picklist', '<picklistValues><picklist>Sort__c</picklist></picklistValues>', 'Picklist Sort__c does not exist'],
  [
    'value',
    '<picklistValues><picklist>Kind__c</picklist><values><fullName>Idea</fullName></values></picklistValues>',
    'Picklist value: Idea in picklist: Kind__c not found',
  ],
])('a record type with an unknown %s does not boot', async (_what, elements, message) => {
  await expect(bootOrg({ ...SOURCE, ...recordType('Other', elements) })).rejects.toThrow(message);
});
