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
