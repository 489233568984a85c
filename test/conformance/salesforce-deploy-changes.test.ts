import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { createRecord, startSalesforce, stopSalesforce } from './salesforce-org.ts';
import {
  deletion,
  deploy,
  document,
  fieldPackage,
  flowPackage,
  manifest,
  RISK,
  STAMP,
  STAMP_ELEMENT,
  type PackageFiles,
} from './salesforce-packages.ts';

let salesforce: SalesforceEmulator;

beforeEach(async () => {
  ({ salesforce } = await startSalesforce());
});
afterEach(stopSalesforce);

/** A package that describes a field of Project__c anew. */
function fieldAs(name: string, elements: string): PackageFiles {
  return fieldPackage(
    `    <fields>\n<fullName>${name}</fullName><label>${name}</label>${elements}\n    </fields>`,
    name,
  );
}

async function failuresOf(files: PackageFiles): Promise<(string | undefined)[][]> {
  const { details } = await deploy(salesforce, files);
  return details.componentFailures.map(({ fullName, problem }) => [fullName, problem]);
}

const LOOKUP = '<referenceTo>Contact</referenceTo><relationshipName>Projects</relationshipName><type>Lookup</type>';
const FORMULA = '<formula>1 + 1</formula><precision>18</precision><scale>0</scale><type>Number</type>';

test.each([
  ['Code__c', 'a lookup', LOOKUP, 'Cannot update a field to a Lookup, MasterDetail, or Hierarchy from something else'],
  ['Account__c', 'a lookup to another object', LOOKUP, 'Cannot update referenceTo'],
  ['Budget__c', 'a formula', FORMULA, 'Cannot update a field to a Formula from something else'],
  ['Start__c', 'a time of day', '<type>DateTime</type>', 'Cannot change type due to existing data'],
  [
    'Account__c',
    'a text',
    '<length>18</length><type>Text</type>',
    'Cannot update a field from a Lookup, MasterDetail, or Hierarchy to something else',
  ],
  [
    'Stage__c',
    'a picklist of global values',
    '<type>Picklist</type><valueSet><valueSetName>Stages</valueSetName></valueSet>',
    'Cannot change which global value set this picklist uses',
  ],
])('%s does not become %s', async (field, _, elements, problem) => {
  createRecord(salesforce, 'Project__c', { Name: 'Bridge', Start__c: '2026-11-01' });
  const stages = document(
    'GlobalValueSet',
    '<customValue><fullName>New</fullName><default>false</default></customValue><masterLabel>Stages</masterLabel><sorted>false</sorted>',
  );
  await deploy(salesforce, {
    'package.xml': manifest({ GlobalValueSet: ['Stages'] }),
    'globalValueSets/Stages.globalValueSet': stages,
  });

  expect(await failuresOf(fieldAs(field, elements))).toEqual([[`Project__c.${field}`, problem]]);
});

test('a formula does not become a field with values of its own', async () => {
  await deploy(salesforce, fieldAs('Double__c', FORMULA));

  expect(
    await failuresOf(fieldAs('Double__c', '<precision>18</precision><scale>0</scale><type>Number</type>')),
  ).toEqual([['Project__c.Double__c', 'Cannot update a field from a Formula to something else']]);
});

test('a field without values takes another type, and a text with values becomes a longer one', async () => {
  createRecord(salesforce, 'Project__c', { Name: 'Bridge', Batch__c: 'b1' });

  const dates = await deploy(salesforce, fieldAs('Start__c', '<type>DateTime</type>'));
  const texts = await deploy(salesforce, fieldAs('Batch__c', '<type>TextArea</type>'));
  const fields = salesforce.org.schema.findObject('Project__c')?.fields;
  const [row] = salesforce.org.database.prepare('SELECT Batch__c FROM Project__c').all();

  expect([dates.status, texts.status]).toEqual(['Succeeded', 'Succeeded']);
  expect([fields?.get('Start__c')?.type, fields?.get('Batch__c')?.type]).toEqual(['datetime', 'textarea']);
  expect(row).toMatchObject({ Batch__c: 'b1' });
});

test('every component is told what is wrong with it, also what only compiling finds and what needs a failed one', async () => {
  const number = '<precision>18</precision><scale>0</scale><type>Number</type>';
  const fields = [
    `    <fields>\n        <fullName>A__c</fullName>\n        <formula>Ghost__c + 1</formula><label>A</label>${number}\n    </fields>`,
    `    <fields>\n        <fullName>B__c</fullName>\n        <formula>Name + 1</formula><label>B</label>${number}\n    </fields>`,
    `    <fields>\n        <fullName>C__c</fullName>\n        <formula>A__c + 1</formula><label>C</label>${number}\n    </fields>`,
    RISK,
  ];

  const { details, numberComponentErrors, numberComponentsDeployed } = await deploy(
    salesforce,
    fieldPackage(fields.join('\n'), 'A__c', 'B__c', 'C__c', 'Risk__c'),
  );

  expect(
    details.componentFailures.map(({ fullName, lineNumber, columnNumber }) => [fullName, lineNumber, columnNumber]),
  ).toEqual([
    ['Project__c.A__c', 5, 18],
    ['Project__c.C__c', 13, 18],
    ['Project__c.B__c', 9, 18],
  ]);
  expect([numberComponentErrors, numberComponentsDeployed]).toEqual([3, 1]);
  expect(salesforce.org.schema.findObject('Project__c')?.fields.has('Risk__c')).toBe(false);
});

test('a field that a flow, a formula or a rule uses is not deleted, and each user is told', async () => {
  await deploy(salesforce, flowPackage(`${STAMP}\n${STAMP_ELEMENT}`));
  await deploy(salesforce, fieldAs('Due_Date__c', '<formula>DATEVALUE(Due__c)</formula><type>Date</type>'));
  const inUse = 'This custom field is referenced elsewhere in salesforce.com';

  expect(await failuresOf(deletion('CustomField', 'Project__c.Code__c'))).toEqual([
    ['Project__c.Code__c', `${inUse} : Flow - Stamp.`],
  ]);
  expect(await failuresOf(deletion('CustomField', 'Project__c.Due__c', 'Project__c.Budget__c'))).toEqual([
    ['Project__c.Due__c', `${inUse} : CustomField - Project__c.Due_Date__c.`],
    ['Project__c.Budget__c', `${inUse} : ValidationRule - Project__c.No_Negative_Budget.`],
  ]);
});

test('a master is not added to records that are there', async () => {
  const master = fieldAs(
    'Owner__c',
    '<referenceTo>Account</referenceTo><relationshipName>Owned</relationshipName><type>MasterDetail</type>',
  );
  const shared = {
    ...master,
    'objects/Project__c.object': (master['objects/Project__c.object'] ?? '').replace(
      '<fields>',
      '<label>Project</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Projects</pluralLabel><sharingModel>ControlledByParent</sharingModel>\n    <fields>',
    ),
    'package.xml': manifest({ CustomObject: ['Project__c'] }),
  };
  createRecord(salesforce, 'Project__c', { Name: 'Bridge' });

  expect(await failuresOf(shared)).toEqual([
    [
      'Project__c.Owner__c',
      expect.stringMatching(
        /^You cannot create a new Master-Detail relationship on an existing custom object if records/,
      ),
    ],
    [
      'Project__c',
      'Cannot set sharingModel to ControlledByParent on a CustomObject without a MasterDetail relationship field',
    ],
  ]);
});

test('an active flow is not deleted, and an inactive one is', async () => {
  await deploy(salesforce, flowPackage(`${STAMP}\n${STAMP_ELEMENT}`));

  const refused = await failuresOf(deletion('Flow', 'Stamp'));
  await deploy(salesforce, flowPackage(`${STAMP.replace('Active', 'Draft')}\n${STAMP_ELEMENT}`));
  const { status } = await deploy(salesforce, deletion('Flow', 'Stamp'));

  expect(refused).toEqual([['Stamp', 'insufficient access rights on cross-reference id']]);
  expect(status).toBe('Succeeded');
});

test('a record type is not deleted', async () => {
  const type = '    <recordTypes><fullName>Big</fullName><active>true</active><label>Big</label></recordTypes>';
  await deploy(salesforce, {
    'package.xml': manifest({ RecordType: ['Project__c.Big'] }),
    'objects/Project__c.object': document('CustomObject', type),
  });

  expect(await failuresOf(deletion('RecordType', 'Project__c.Big'))).toEqual([
    ['Project__c.Big', 'Cannot delete record type through API'],
  ]);
});

test('destructive changes come before and after the components of the same package', async () => {
  const move = {
    ...fieldPackage(RISK, 'Risk__c'),
    'destructiveChangesPre.xml': manifest({ CustomField: ['Project__c.Notes__c'] }),
    'destructiveChangesPost.xml': manifest({ CustomField: ['Project__c.Tags__c'] }),
  };
  const anew = fieldPackage(RISK.replaceAll('Risk', 'Start'), 'Start__c');
  createRecord(salesforce, 'Project__c', { Name: 'Bridge', Start__c: '2026-11-01' });

  const moved = await deploy(salesforce, move);
  // What is deleted first may come back as something else.
  const replaced = await deploy(salesforce, {
    ...anew,
    'destructiveChangesPre.xml': manifest({ CustomField: ['Project__c.Start__c'] }),
  });
  const fields = salesforce.org.schema.findObject('Project__c')?.fields;

  expect([moved.status, replaced.status]).toEqual(['Succeeded', 'Succeeded']);
  expect(['Risk__c', 'Notes__c', 'Tags__c'].map((name) => fields?.has(name))).toEqual([true, false, false]);
  expect(fields?.get('Start__c')?.type).toBe('string');
});
