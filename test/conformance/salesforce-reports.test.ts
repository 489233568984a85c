import { afterEach, expect, test } from '@jest/globals';
import { across, columns, down, filter, reportFile } from '../unit/emulators/salesforce/analytics/report-source.ts';
import { clientOf, createRecord, READER } from './salesforce-org.ts';
import { ask, reportId, rowsOf, runReport, startReporting, stopReporting, totalsOf } from './salesforce-reports.ts';

afterEach(stopReporting);

const QUARTERS = '<dateGranularity>FiscalQuarter</dateGranularity><sortOrder>Asc</sortOrder>';

test('a tabular report tells rows with the values and labels of an en_US user', async () => {
  const salesforce = await startReporting(
    reportFile(
      'All_Asks',
      'Tabular',
      'Asks__c',
      columns(
        'Ask__c$Name',
        'Ask__c$Account__c',
        'Ask__c$Account__c.Industry',
        'Sum:Ask__c$Worth__c',
        'Ask__c$Share__c',
        'Ask__c$Asked__c',
        'Ask__c$Urgent__c',
        'Ask__c$Owner',
      ),
    ),
  );
  const account = createRecord(salesforce, 'Account', { Name: 'Northwind', Industry: 'Energy' });
  const id = ask(salesforce, 'Cluster', {
    Account__c: account,
    Worth__c: 480_000,
    Share__c: 20,
    Asked__c: '2026-01-31',
  });
  ask(salesforce, 'Empty');

  const result = await runReport(salesforce, 'All_Asks');

  const adminId = salesforce.people[0]?.userId;
  expect(result.factMap['T!T']?.rows).toEqual([
    {
      dataCells: [
        { label: 'Cluster', value: id },
        { label: 'Northwind', value: account },
        { label: 'Energy', value: 'Energy' },
        { label: '$480,000.00', value: { amount: 480_000, currency: null } },
        { label: '20%', value: 20 },
        { label: '1/31/2026', value: '2026-01-31' },
        { label: 'false', value: false },
        { label: 'Adi Sharma', value: adminId },
      ],
    },
    expect.objectContaining({ dataCells: expect.arrayContaining([{ label: '-', value: null }]) as unknown }),
  ]);
  expect(result.factMap['T!T']?.aggregates).toEqual([
    { label: '$480,000.00', value: 480_000 },
    { label: '2', value: 2 },
  ]);
  expect(result).toMatchObject({ allData: true, hasDetailRows: true, groupingsDown: { groupings: [] } });
  expect(result.reportMetadata).toMatchObject({
    aggregates: ['s!Ask__c$Worth__c', 'RowCount'],
    developerName: 'All_Asks',
    reportFormat: 'TABULAR',
    reportType: { label: 'Asks', type: 'Asks__c' },
  });
  expect(result.reportExtendedMetadata['aggregateColumnInfo']).toMatchObject({
    's!Ask__c$Worth__c': { dataType: 'currency', label: 'Sum of Worth' },
    RowCount: { dataType: 'int', label: 'Record Count' },
  });
});

test('a summary report adds up every level, and picklists keep their own order', async () => {
  const salesforce = await startReporting(
    reportFile(
      'By_Status',
      'Summary',
      'Asks__c',
      columns('Ask__c$Name', 'Sum:Ask__c$Score__c', 'Average:Ask__c$Worth__c') +
        down('Ask__c$Status__c') +
        down('Ask__c$Urgent__c'),
    ),
  );
  ask(salesforce, 'One', { Status__c: 'Scored', Score__c: 3, Worth__c: 100 });
  ask(salesforce, 'Two', { Status__c: 'Scored', Score__c: 4, Worth__c: 201, Urgent__c: true });
  ask(salesforce, 'Three', { Status__c: 'Chosen', Score__c: 5 });
  ask(salesforce, 'Four', { Score__c: 6 });

  const result = await runReport(salesforce, 'By_Status');

  expect(result.groupingsDown.groupings.map(({ key, label, value }) => [key, label, value])).toEqual([
    ['0', '-', null],
    ['1', 'Scored', 'Scored'],
    ['2', 'Chosen', 'Chosen'],
  ]);
  expect(result.groupingsDown.groupings[1]?.groupings.map(({ key, label }) => [key, label])).toEqual([
    ['1_0', 'false'],
    ['1_1', 'true'],
  ]);
  expect(totalsOf(result, '1!T')).toEqual(['7', '$150.50', '2']);
  expect(totalsOf(result, '1_1!T')).toEqual(['4', '$201.00', '1']);
  expect(totalsOf(result, '2!T')).toEqual(['5', '-', '1']);
  expect(totalsOf(result)).toEqual(['18', '$150.50', '4']);
  expect(rowsOf(result, '1_1!T')).toEqual([['Two', '4', '$201.00']]);
  expect(rowsOf(result, '1!T')).toEqual([]);
});

test('a matrix groups dates by fiscal quarters that begin in February, and tells empty cells', async () => {
  const salesforce = await startReporting(
    reportFile(
      'By_Quarter',
      'Matrix',
      'Asks__c',
      columns('Sum:Ask__c$Worth__c') + down('Ask__c$Status__c') + across('Ask__c$Asked__c', QUARTERS),
    ),
  );
  ask(salesforce, 'Old', { Status__c: 'New', Worth__c: 10, Asked__c: '2027-01-31' });
  ask(salesforce, 'Next', { Status__c: 'New', Worth__c: 5, Asked__c: '2027-02-01' });
  ask(salesforce, 'Other', { Status__c: 'Done', Worth__c: 1, Asked__c: '2027-04-30' });

  const result = await runReport(salesforce, 'By_Quarter');

  expect(result.groupingsAcross.groupings).toEqual([
    { key: '0', label: 'Q4 FY 2027', value: '2026-11-01', groupings: [] },
    { key: '1', label: 'Q1 FY 2028', value: '2027-02-01', groupings: [] },
  ]);
  expect(totalsOf(result, '0!0')).toEqual(['$10.00', '1']);
  expect(totalsOf(result, '1!0')).toEqual(['$0.00', '0']);
  expect(totalsOf(result, 'T!1')).toEqual(['$6.00', '2']);
  expect(totalsOf(result, '0!T')).toEqual(['$15.00', '2']);
  expect(totalsOf(result)).toEqual(['$16.00', '3']);
});

test('a parent counts once in its own sums, and a row without children stays in an outer join only', async () => {
  const detail = columns('Ask__c$Name', 'Sum:Ask__c$Worth__c', 'Sum:Ask__c.Owed__r$Days__c');
  const salesforce = await startReporting({
    ...reportFile('With_Or_Without', 'Summary', 'Asks_with_Owed__c', detail + down('Ask__c$Status__c')),
    ...reportFile('With', 'Tabular', 'Owed_Asks__c', detail),
  });
  const first = ask(salesforce, 'First', { Status__c: 'New', Worth__c: 100 });
  ask(salesforce, 'Second', { Status__c: 'New', Worth__c: 30 });
  for (const Days__c of [1.5, 2]) createRecord(salesforce, 'Owed__c', { Name: 'Thing', Ask__c: first, Days__c });

  const both = await runReport(salesforce, 'With_Or_Without');
  const inner = await runReport(salesforce, 'With');

  expect(totalsOf(both, '0!T')).toEqual(['$130.00', '3.5', '3']);
  expect(rowsOf(both, '0!T')).toEqual([
    ['First', '$100.00', '1.5'],
    ['First', '$100.00', '2.0'],
    ['Second', '$30.00', '-'],
  ]);
  expect(totalsOf(inner)).toEqual(['$100.00', '3.5', '2']);
});

test('filters are joined by their logic, and blank is a value', async () => {
  const where = filter(
    [
      ['Ask__c$Status__c', 'equals', 'New,Scored'],
      ['Ask__c$Score__c', 'greaterOrEqual', '5'],
      ['Ask__c$Account__c', 'equals', ''],
    ],
    '1 AND (2 OR NOT 3)',
  );
  const salesforce = await startReporting(reportFile('Some', 'Tabular', 'Asks__c', columns('Ask__c$Name') + where));
  const account = createRecord(salesforce, 'Account', { Name: 'Northwind' });
  ask(salesforce, 'By score', { Status__c: 'New', Score__c: 5 });
  ask(salesforce, 'By account', { Status__c: 'Scored', Account__c: account });
  ask(salesforce, 'Neither', { Status__c: 'New', Score__c: 4 });
  ask(salesforce, 'Done', { Status__c: 'Done', Score__c: 9 });

  expect(rowsOf(await runReport(salesforce, 'Some')).flat()).toEqual(['By score', 'By account']);
});

test.each([
  ['contains', 'Ask__c$Account__c', 'wind', ['Two']],
  ['notContain', 'Ask__c$Name', 'ne', ['Two']],
  ['startsWith', 'Ask__c$Name', 'on,xx', ['One']],
  ['notEqual', 'Ask__c$Account__c', 'Northwind', ['One']],
  ['equals', 'Ask__c$Asked__c', 'N_DAYS_AGO:30', ['One']],
  ['equals', 'Ask__c$Asked__c', 'NEXT 30 DAYS', ['Two']],
  ['lessThan', 'Ask__c$Asked__c', '11/22/2026', ['One']],
  ['equals', 'Ask__c$Asked__c', 'THIS_FISCAL_QUARTER', ['Two']],
  ['equals', 'Ask__c$Seen__c', '2026-11-21', ['One']],
  ['equals', 'Ask__c$Urgent__c', 'True', ['Two']],
  ['greaterThan', 'Ask__c$Worth__c', '"$1,000"', ['Two']],
])('the filter operator %s of %s takes %s', async (operator, column, value, names) => {
  const salesforce = await startReporting(
    reportFile('Some', 'Tabular', 'Asks__c', columns('Ask__c$Name') + filter([[column, operator, value]])),
  );
  const account = createRecord(salesforce, 'Account', { Name: 'Northwind' });
  ask(salesforce, 'One', { Asked__c: '2026-10-23', Seen__c: '2026-11-21T23:00:00Z', Worth__c: 1000 });
  ask(salesforce, 'Two', { Asked__c: '2026-12-22', Account__c: account, Urgent__c: true, Worth__c: 1000.01 });

  expect(rowsOf(await runReport(salesforce, 'Some')).flat()).toEqual(names);
});

test('the date filter takes standard intervals', async () => {
  const interval =
    '<timeFrameFilter><dateColumn>Ask__c$Asked__c</dateColumn><interval>INTERVAL_CURPREV1</interval></timeFrameFilter>';
  const salesforce = await startReporting(
    reportFile('Recent', 'Tabular', 'Asks__c', columns('Ask__c$Name') + interval),
  );
  ask(salesforce, 'Before', { Asked__c: '2026-07-31' });
  ask(salesforce, 'Last quarter', { Asked__c: '2026-08-01' });
  ask(salesforce, 'This quarter', { Asked__c: '2027-01-31' });
  ask(salesforce, 'After', { Asked__c: '2027-02-01' });

  const result = await runReport(salesforce, 'Recent');

  expect(rowsOf(result).flat()).toEqual(['Last quarter', 'This quarter']);
  expect(result.reportMetadata['standardDateFilter']).toMatchObject({ startDate: '2026-08-01', endDate: '2027-01-31' });
});

test('cross filters find records without related ones', async () => {
  const cross = (operation: string, criteria = '') =>
    `<crossFilters>${criteria}<operation>${operation}</operation><primaryTableColumn>Opportunity$Id</primaryTableColumn><relatedTable>Ask__c</relatedTable><relatedTableJoinColumn>Opportunity__c</relatedTableJoinColumn></crossFilters>`;
  const done =
    '<criteriaItems><column>Status__c</column><operator>equals</operator><value>Done</value></criteriaItems>';
  const salesforce = await startReporting({
    ...reportFile('Surprises', 'Tabular', 'Deals__c', columns('Opportunity$Name') + cross('without')),
    ...reportFile('Served', 'Tabular', 'Deals__c', columns('Opportunity$Name') + cross('with', done)),
  });
  const deal = (Name: string) =>
    createRecord(salesforce, 'Opportunity', { Name, StageName: 'Prospecting', CloseDate: '2026-12-01' });
  const [, asked, served] = [deal('Alone'), deal('Asked'), deal('Served')];
  ask(salesforce, 'Open', { Opportunity__c: asked, Status__c: 'New' });
  ask(salesforce, 'Closed', { Opportunity__c: served, Status__c: 'Done' });

  expect(rowsOf(await runReport(salesforce, 'Surprises')).flat()).toEqual(['Alone']);
  expect(rowsOf(await runReport(salesforce, 'Served')).flat()).toEqual(['Served']);
});

test('a user runs a report without the columns that are hidden, and not one that filters by them', async () => {
  const salesforce = await startReporting({
    ...reportFile(
      'Open',
      'Summary',
      'Asks__c',
      columns('Ask__c$Name', 'Sum:Ask__c$Worth__c', 'Sum:Ask__c$Score__c') + down('Ask__c$Status__c'),
    ),
    ...reportFile(
      'Closed',
      'Tabular',
      'Asks__c',
      columns('Ask__c$Name') + filter([['Ask__c$Worth__c', 'greaterThan', '1']]),
    ),
  });
  ask(salesforce, 'One', { Status__c: 'New', Worth__c: 10, Score__c: 2 });

  const seen = await runReport(salesforce, 'Open', { as: READER });
  const refused = await clientOf(salesforce, READER)(
    'GET',
    `/analytics/reports/${await reportId(salesforce, 'Closed')}`,
  );

  expect(seen.reportMetadata).toMatchObject({
    detailColumns: ['Ask__c$Name', 'Ask__c$Score__c'],
    aggregates: ['s!Ask__c$Score__c', 'RowCount'],
  });
  expect(rowsOf(seen, '0!T')).toEqual([['One', '2']]);
  expect(refused).toMatchObject({ status: 403, body: [{ errorCode: 'FORBIDDEN' }] });
});

test('2,000 rows are told and all are added up', async () => {
  const salesforce = await startReporting(
    reportFile('Many', 'Tabular', 'Asks__c', columns('Ask__c$Name', 'Sum:Ask__c$Score__c')),
  );
  const admin = salesforce.org.findUser('adi@groundwork.example');
  if (admin === undefined) throw new Error('no administrator');
  const values = Array.from({ length: 2001 }, (_, index) => ({ Name: `Ask ${index}`, Score__c: 1 }));
  salesforce.org.write(
    admin,
    values.map((one) => ({ kind: 'insert', object: 'Ask__c', values: one })),
    { allOrNone: true },
  );

  const result = await runReport(salesforce, 'Many');

  expect(result.allData).toBe(false);
  expect(rowsOf(result)).toHaveLength(2000);
  expect(totalsOf(result)).toEqual(['2,001', '2,001']);
});
