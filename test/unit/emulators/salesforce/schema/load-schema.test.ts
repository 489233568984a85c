import { expect, test } from '@jest/globals';
import { loadSchema, type LoadedSource } from '../../../../../emulators/salesforce/schema/index.ts';
import { fieldFile, objectFile, ruleFile, TICKETS, withSource, type SourceFiles } from './source-folder.ts';

const NUMBERING = { keyPrefixOf: () => 'a00', recordTypeIdOf: () => '012000000000001AAA' };

function load(files: SourceFiles): Promise<LoadedSource> {
  return withSource(files, (folder) => loadSchema(folder, NUMBERING));
}

test('puts the system fields around the deployed ones', async () => {
  const { schema } = await load(TICKETS);

  expect([...(schema.findObject('Ticket__c')?.fields.keys() ?? [])]).toEqual([
    'Id',
    'OwnerId',
    'IsDeleted',
    'Name',
    'CreatedDate',
    'CreatedById',
    'LastModifiedDate',
    'LastModifiedById',
    'SystemModstamp',
    'Account__c',
    'Batch__c',
    'Code__c',
    'Contact__c',
    'Size__c',
    'Status__c',
    'Title__c',
    'Urgent__c',
  ]);
});

test('gives a detail record no owner and a parent that is required and fixed', async () => {
  const { schema } = await load(TICKETS);
  const note = schema.findObject('Note__c');

  expect(note?.fields.has('OwnerId')).toBe(false);
  expect(note?.fields.get('Ticket__c')).toMatchObject({
    nillable: false,
    required: true,
    updateable: false,
    alwaysVisible: true,
    reference: {
      to: ['Ticket__c'],
      relationshipName: 'Ticket__r',
      childRelationshipName: 'Notes__r',
      onDelete: 'Cascade',
    },
  });
});

test('finds objects and fields whatever their case', async () => {
  const { schema } = await load(TICKETS);
  const ticket = schema.findObject('TICKET__C');

  expect(ticket?.name).toBe('Ticket__c');
  expect(ticket && schema.findField(ticket, 'status__C')?.name).toBe('Status__c');
});

test('adds deployed fields to a standard object and knows its children', async () => {
  const files = fieldFile('Opportunity', 'Seats__c', '<type>Number</type><precision>6</precision><scale>0</scale>');
  const { schema } = await load({ ...TICKETS, ...files });
  const account = schema.findObject('Account');

  expect(schema.findObject('Opportunity')?.fields.get('Seats__c')).toMatchObject({ type: 'double', precision: 6 });
  expect(
    account && schema.childRelationships(account).map(({ object, field }) => `${object.name}.${field.name}`),
  ).toEqual(expect.arrayContaining(['Contact.AccountId', 'Opportunity.AccountId', 'Ticket__c.Account__c']));
});

test('reads fields, rules and record types that stand inside the object file', async () => {
  const inside =
    '<label>Box</label><nameField><label>Name</label><type>Text</type></nameField>' +
    '<fields><fullName>Size__c</fullName><label>Size</label><type>Text</type><length>5</length></fields>' +
    '<recordTypes><fullName>Big</fullName><active>true</active><label>Big box</label></recordTypes>' +
    '<validationRules><fullName>Sized</fullName><active>true</active><errorConditionFormula>ISBLANK(Size__c)</errorConditionFormula><errorMessage>Size it.</errorMessage></validationRules>';

  const box = (await load(objectFile('Box__c', inside))).schema.findObject('Box__c');

  expect(box?.fields.get('Size__c')?.length).toBe(5);
  expect(box?.fields.has('RecordTypeId')).toBe(true);
  expect(box?.recordTypes[0]).toMatchObject({ developerName: 'Big', label: 'Big box', active: true });
  expect(box?.validationRules[0]).toEqual({
    name: 'Sized',
    active: true,
    formula: 'ISBLANK(Size__c)',
    message: 'Size it.',
  });
});

test('takes the opportunity stages from a deployed value set', async () => {
  const file =
    '<StandardValueSet><sorted>false</sorted><standardValue><fullName>7 - Closed Won</fullName><default>false</default><label>7 - Closed Won</label><closed>true</closed><won>true</won><probability>100</probability><forecastCategory>Closed</forecastCategory></standardValue></StandardValueSet>';

  const { stages } = await load({ 'standardValueSets/OpportunityStage.standardValueSet-meta.xml': file });

  expect(stages).toEqual([
    { name: '7 - Closed Won', closed: true, won: true, probability: 100, forecastCategory: 'Closed' },
  ]);
});

test.each([
  [
    'an element that the type does not have',
    fieldFile('Account', 'X__c', '<type>Text</type><length>5</length><lenght>5</lenght>'),
    'Element lenght invalid at this location in type CustomField',
  ],
  [
    'a formula of a type that no formula has',
    fieldFile('Account', 'X__c', '<type>Email</type><formula>"a"</formula>'),
    'Formula fields cannot be of type Email',
  ],
  [
    'a lookup to nothing',
    fieldFile('Account', 'X__c', '<type>Lookup</type><referenceTo>Nowhere__c</referenceTo>'),
    "referenceTo value of 'Nowhere__c' does not resolve to a valid sObject type",
  ],
  [
    'a field of an object that is not there',
    fieldFile('Box__c', 'X__c', '<type>Date</type>'),
    'no CustomObject named Box__c found',
  ],
  [
    'a rule shown at a field that is not there',
    ruleFile('Account', 'R', 'false', 'No.', 'X__c'),
    'no CustomField named Account.X__c found',
  ],
  [
    'XML that is not well-formed',
    { 'objects/Account/fields/X__c.field-meta.xml': '<CustomField><type>Text</CustomField>' },
    'not well-formed XML',
  ],
  [
    'automation that is not run',
    { 'approvalProcesses/Ticket__c.Big.approvalProcess-meta.xml': '<ApprovalProcess/>' },
    'approvalProcess is not supported yet',
  ],
])('refuses %s and names it', async (_what, files, message) => {
  await expect(load(files)).rejects.toThrow(message);
});
