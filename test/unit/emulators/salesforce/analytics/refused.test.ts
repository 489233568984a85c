import { afterEach, expect, test } from '@jest/globals';
import { bootOrg, closeOrgs } from '../data/booted-org.ts';
import { ASKING, columns, dashboardFile, down, filter, gridComponent, reportFile } from './report-source.ts';

afterEach(closeOrgs);

const NAME = columns('Ask__c$Name');
const LIMIT = '<rowLimit>5</rowLimit>';

test.each([
  [
    'a standard report type',
    ['Tabular', 'Opportunity', columns('OPPORTUNITY_NAME')],
    'invalid report type: Opportunity',
  ],
  ['an unknown column', ['Tabular', 'Asks__c', columns('Ask__c$Nope__c')], 'Invalid column Ask__c$Nope__c'],
  ['an unknown grouping', ['Summary', 'Asks__c', NAME + down('Ask__c$Nope__c')], 'Invalid column Ask__c$Nope__c'],
  ['no grouping', ['Summary', 'Asks__c', NAME], 'A summary report has groupings down and none across'],
  ['a joined report', ['MultiBlock', 'Asks__c', NAME], 'Report.format'],
  ['an unknown operator', ['Tabular', 'Asks__c', NAME + filter([['Ask__c$Name', 'within', '1']])], 'operator'],
  ['a word for a number', ['Tabular', 'Asks__c', NAME + filter([['Ask__c$Score__c', 'equals', 'many']])], 'many'],
  ['a word for a day', ['Tabular', 'Asks__c', NAME + filter([['Ask__c$Asked__c', 'equals', 'soon']])], 'soon'],
  [
    'filter logic without brackets',
    [
      'Tabular',
      'Asks__c',
      NAME +
        filter(
          [
            ['Ask__c$Name', 'equals', 'a'],
            ['Ask__c$Name', 'equals', 'b'],
            ['Ask__c$Name', 'equals', 'c'],
          ],
          '1 AND 2 OR 3',
        ),
    ],
    'Your filter must use parentheses around successive AND and OR expressions.',
  ],
  ['a sum of texts', ['Tabular', 'Asks__c', columns('Sum:Ask__c$Name')], 'Invalid aggregate s!Ask__c$Name'],
  ['a median', ['Tabular', 'Asks__c', columns('Median:Ask__c$Score__c')], 'aggregate Median'],
  ['a row limit with groupings', ['Summary', 'Asks__c', NAME + LIMIT + down('Ask__c$Status__c')], 'row limit'],
  [
    'a summary filter',
    ['Tabular', 'Asks__c', `<aggregateFilters><aggregate>RowCount</aggregate></aggregateFilters>${NAME}`],
    'aggregateFilters',
  ],
  [
    'a formula over other groups',
    [
      'Summary',
      'Asks__c',
      `<aggregates><calculatedFormula>RowCount / PARENTGROUPVAL(RowCount, GRAND_SUMMARY)</calculatedFormula><datatype>percent</datatype><developerName>FORMULA1</developerName><isActive>true</isActive><masterLabel>Part</masterLabel><scale>1</scale></aggregates>${NAME}${down('Ask__c$Status__c')}`,
    ],
    'PARENTGROUPVAL',
  ],
] as [string, [string, string, string], string][])(
  '%s keeps the org from booting',
  async (_name, [format, type, elements], words) => {
    await expect(bootOrg({ ...ASKING, ...reportFile('Broken', format, type, elements) })).rejects.toThrow(words);
  },
);

test('a dashboard needs its reports, and their groupings', async () => {
  const report = reportFile('Rows', 'Summary', 'Asks__c', NAME + down('Ask__c$Status__c'));
  const grouped = '<groupingColumn>Ask__c$Name</groupingColumn>';
  const dynamic = '<dashboardType>LoggedInUser</dashboardType>';
  const boards = [
    dashboardFile('Board', [gridComponent('Metric', 'Nope', '')], dynamic),
    dashboardFile('Board', [gridComponent('Bar', 'Rows', grouped)], dynamic),
    dashboardFile('Board', [gridComponent('Bar', 'Rows', '')], '<dashboardType>MyTeamUser</dashboardType>'),
  ];

  const booted = boards.map((board) => bootOrg({ ...ASKING, ...report, ...board }));
  const problems = (await Promise.allSettled(booted)).map((one) =>
    one.status === 'rejected' ? String(one.reason) : '',
  );

  expect(problems).toEqual([
    'DeployError: Dashboard#Asking/Board: no Report named Asking/Nope found',
    'DeployError: Dashboard#Asking/Board: Asking/Rows: Ask__c$Name is no grouping of the report',
    expect.stringContaining('dashboardType'),
  ]);
});

test('a report lies in a folder, and a report type joins what there is', async () => {
  const homeless = Object.fromEntries(
    Object.entries(ASKING).filter(([path]) => !path.endsWith('.reportFolder-meta.xml')),
  );
  const report = reportFile('Rows', 'Tabular', 'Asks__c', NAME);

  await expect(bootOrg({ ...homeless, ...report })).rejects.toThrow('Cannot find folder:Asking');
  const type = (ASKING['reportTypes/Asks_with_Owed.reportType-meta.xml'] ?? '').replaceAll('Owed__r', 'Gone__r');
  await expect(bootOrg({ ...ASKING, 'reportTypes/Asks_with_Owed.reportType-meta.xml': type })).rejects.toThrow(
    'ReportType#Asks_with_Owed: no relationship Gone__r of Ask__c found',
  );
});
