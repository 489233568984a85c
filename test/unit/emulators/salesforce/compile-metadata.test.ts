import { expect, test } from '@jest/globals';
import { compileMetadata } from '../../../../emulators/salesforce/index.ts';
import { component, fieldFile, TICKETS, withSource, type SourceFiles } from './schema/source-folder.ts';

async function findingsOf(files: SourceFiles): Promise<string[]> {
  const findings = await withSource({ ...TICKETS, ...files }, (folder) => compileMetadata(folder));
  return findings.map(({ file, line, message }) => `${file.replace(/^.*\/(\w+\/[^/]+)$/, '$1')}:${line} ${message}`);
}

test('metadata that compiles has no findings', async () => {
  expect(await findingsOf({})).toEqual([]);
});

test('a formula that does not compile is told with its file and line', async () => {
  const elements = '\n<formula>Name + 1</formula><precision>18</precision><scale>0</scale><type>Number</type>';

  expect(await findingsOf(fieldFile('Ticket__c', 'Sum__c', elements))).toEqual([
    expect.stringMatching(/^fields\/Sum__c\.field-meta\.xml:3 Incorrect parameter type for operator '\+'/),
  ]);
});

test('a flow that does not compile is told with its file and the line of the element', async () => {
  const flow = component(
    'Flow',
    `<interviewLabel>Stamp</interviewLabel><label>Stamp</label><processType>AutoLaunchedFlow</processType>
<recordLookups>
<name>Find</name><label>Find</label><locationX>0</locationX><locationY>0</locationY><object>Ghost__c</object>
</recordLookups>
<start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>Find</targetReference></connector></start><status>Active</status>`,
  );
  const [finding] = await findingsOf({ 'flows/Stamp.flow-meta.xml': flow });

  expect(finding).toMatch(/^flows\/Stamp\.flow-meta\.xml:4 .*Ghost__c/);
});

test('a record of a custom metadata type that breaks a validation rule is told with its file', async () => {
  const files = {
    'objects/Weight__mdt/Weight__mdt.object-meta.xml': component(
      'CustomObject',
      '<label>Weight</label><pluralLabel>Weights</pluralLabel><visibility>Public</visibility>',
    ),
    ...fieldFile('Weight__mdt', 'Share__c', '<precision>3</precision><scale>0</scale><type>Number</type>'),
    'objects/Weight__mdt/validationRules/At_Most_100.validationRule-meta.xml': component(
      'ValidationRule',
      '<fullName>At_Most_100</fullName><active>true</active><errorConditionFormula>Share__c &gt; 100</errorConditionFormula><errorMessage>Enter at most 100.</errorMessage>',
    ),
  };
  const record = (share: number): SourceFiles => ({
    'customMetadata/Weight.One.md-meta.xml': component(
      'CustomMetadata',
      `<label>One</label><protected>false</protected><values><field>Share__c</field><value xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xsi:type="xsd:double">${share}.0</value></values>`,
    ),
  });

  expect(await findingsOf({ ...files, ...record(100) })).toEqual([]);
  expect(await findingsOf({ ...files, ...record(101) })).toEqual([
    'customMetadata/Weight.One.md-meta.xml:1 Enter at most 100.',
  ]);
});
