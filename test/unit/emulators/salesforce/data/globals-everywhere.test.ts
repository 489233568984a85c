import { afterEach, expect, test } from '@jest/globals';
import { roomFlow, ROOMS } from '../automation/flow-source.ts';
import { assign } from '../flow/flow-xml.ts';
import {
  component,
  fieldFile,
  formulaFile,
  metadataRecordFile,
  objectFile,
  ruleFile,
  type SourceFiles,
} from '../schema/source-folder.ts';
import { query } from '../soql/query-org.ts';
import { bootOrg, closeOrgs, create, stored, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

const SETTINGS: SourceFiles = {
  ...ROOMS,
  ...objectFile('Size__mdt', '<label>Size</label><pluralLabel>Sizes</pluralLabel><visibility>Public</visibility>'),
  ...fieldFile('Size__mdt', 'Seats__c', '<type>Number</type><precision>3</precision><scale>0</scale>'),
  ...metadataRecordFile('Size.Big', { Seats__c: '9' }),
  ...objectFile('Rules__c', '<label>Rules</label><customSettingsType>Hierarchy</customSettingsType>'),
  ...fieldFile('Rules__c', 'Word__c', '<type>Text</type><length>10</length>'),
  'labels/CustomLabels.labels-meta.xml': component(
    'CustomLabels',
    '<labels><fullName>Hello</fullName><language>en_US</language><protected>false</protected><shortDescription>Hello</shortDescription><value>Hello</value></labels>',
  ),
  'customPermissions/Skip.customPermission-meta.xml': component('CustomPermission', '<label>Skip</label>'),
  'objects/Room__c/recordTypes/Small.recordType-meta.xml': component(
    'RecordType',
    '<fullName>Small</fullName><active>true</active><label>Small</label>',
  ),
};

/** A formula of text, and what it is for the administrator of the org. */
const GLOBALS: [string, string][] = [
  ['$User.Email', 'adi@groundwork.example'],
  ['$User.FirstName', 'Adi'],
  ['$Profile.Name', 'System Administrator'],
  ['$Organization.Name', 'Groundwork'],
  ['IF($Permission.Skip, "may", "may not")', 'may not'],
  ['$Label.Hello', 'Hello'],
  ['TEXT($CustomMetadata.Size__mdt.Big.Seats__c)', '9'],
  ['$Setup.Rules__c.Word__c', 'Quiet'],
  ['LEFT(TEXT($System.OriginDateTime), 10)', '1900-01-01'],
];

/** In a flow, what a formula names stands in braces. */
function inFlow(formula: string): string {
  return formula.replace(/\$[A-Z]\w*(\.\w+)+/g, (path) => `{!${path}}`).replaceAll('"', '&quot;');
}

test.each(GLOBALS)('%s is %j in fields, rules, defaults and flows', async (formula, expected) => {
  const { org, admin } = await bootOrg({
    ...SETTINGS,
    ...formulaFile('Room__c', 'Field__c', 'Text', formula),
    ...fieldFile(
      'Room__c',
      'Default__c',
      `<type>Text</type><length>80</length><defaultValue>${formula.replaceAll('"', '&quot;')}</defaultValue>`,
    ),
    ...ruleFile('Room__c', 'Stop', `AND(Name = "Stop", ${formula} = "${expected}")`, 'Stopped.'),
    ...roomFlow({
      when: 'RecordBeforeSave',
      first: 'Fill',
      body:
        assign('Fill', [['$Record.Note__c', 'Assign', '=Text']]) +
        `<formulas><name>Text</name><dataType>String</dataType><expression>${inFlow(formula)}</expression></formulas>`,
    }),
  });
  create(org, admin, 'Rules__c', { Word__c: 'Quiet' });

  const id = create(org, admin, 'Room__c', { Name: 'Blue' });
  const { errors } = writeOne(org, admin, { kind: 'insert', object: 'Room__c', values: { Name: 'Stop' } });

  expect(stored(org, 'Room__c', id)).toMatchObject({ Default__c: expected, Note__c: expected });
  expect(query(org, admin, 'SELECT Field__c FROM Room__c').records).toMatchObject([{ Field__c: expected }]);
  expect(errors).toMatchObject([{ message: 'Stopped.' }]);
});

test('the record type and the owner of a record are read in fields, rules and queries', async () => {
  const { org, admin } = await bootOrg({
    ...SETTINGS,
    ...formulaFile(
      'Room__c',
      'Kind__c',
      'Text',
      '$RecordType.DeveloperName & " of " & Owner:User.Email & Owner:Queue.Name',
    ),
    ...ruleFile(
      'Room__c',
      'Stop',
      'AND($RecordType.Name = "Small", Owner:User.Alias = "adi", Name = "Stop")',
      'Stopped.',
    ),
  });
  const RecordTypeId = org.database.prepare("SELECT Id FROM RecordType WHERE DeveloperName = 'Small'").get()?.['Id'];
  create(org, admin, 'Room__c', { Name: 'Blue', RecordTypeId });

  const { errors } = writeOne(org, admin, {
    kind: 'insert',
    object: 'Room__c',
    values: { Name: 'Stop', RecordTypeId },
  });

  expect(query(org, admin, "SELECT Kind__c FROM Room__c WHERE Kind__c LIKE 'small%'").records).toMatchObject([
    { Kind__c: 'Small of adi@groundwork.example' },
  ]);
  expect(errors).toMatchObject([{ message: 'Stopped.' }]);
});
