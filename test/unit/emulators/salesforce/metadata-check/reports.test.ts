import { expect, test } from '@jest/globals';
import { checkSources, toSource } from '../../../../../emulators/salesforce/metadata-check/index.ts';
import { ASKING, columns, dashboardFile, down, filter, gridComponent, reportFile } from '../analytics/report-source.ts';

const REPORT = reportFile(
  'Rows',
  'Summary',
  'Asks__c',
  columns('Ask__c$Name', 'Ask__c$Account__c.Industry', 'Ask__c$Owner') +
    filter([['Ask__c$Status__c', 'equals', 'New,Scored']]) +
    down('Ask__c$Status__c'),
);
const BOARD = dashboardFile('Board', [gridComponent('Bar', 'Rows', '')], '<dashboardType>LoggedInUser</dashboardType>');
const PROJECT = { ...ASKING, ...REPORT, ...BOARD };
const ABOUT = /reports|dashboards|reportTypes/;

/** What is told about reports after a change of the files. */
async function messagesAfter(from: string, to: string): Promise<string[]> {
  const sources = Object.entries(PROJECT).map(([path, text]) => toSource(path, text.replace(from, to)));
  const findings = await checkSources(sources);
  return findings.filter(({ file }) => ABOUT.test(file)).map(({ message }) => message);
}

test('sound reports, report types, dashboards and folders pass', async () => {
  expect(await messagesAfter('', '')).toEqual([]);
});

test.each([
  ['Asks__c</reportType>', 'Nope__c</reportType>', 'invalid report type: Nope__c'],
  ['<field>Ask__c$Owner<', '<field>Ask__c$OwnerId<', 'Invalid column Ask__c$OwnerId: the report type does not have it'],
  [
    '<column>Ask__c$Status__c<',
    '<column>Ask__c$State__c<',
    'Invalid column Ask__c$State__c: the report type does not have it',
  ],
  ['New,Scored', 'New,Scroed', '"Scroed" is no value of Ask__c$Status__c'],
  ['<operator>equals<', '<operator>like<', "'like' is not a valid value for the enum 'FilterOperation'"],
  [
    'Account__c.Industry</field><table>',
    'Account__c.Trade</field><table>',
    'no field Account__c.Trade of Ask__c found',
  ],
  ['<relationship>Owed__r<', '<relationship>Gone__r<', 'no relationship Gone__r found'],
  ['<report>Asking/Rows<', '<report>Asking/Columns<', 'no Report named Asking/Columns found'],
  ['<name>Asking</name></ReportFolder>', '<nam>Asking</nam></ReportFolder>', 'Required field is missing: name'],
])('%s written %s is told', async (from, to, message) => {
  expect(await messagesAfter(from, to)).toContain(message);
});
