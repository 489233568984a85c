import { afterEach, expect, test } from '@jest/globals';
import { across, columns, down, reportFile } from '../unit/emulators/salesforce/analytics/report-source.ts';
import { createRecord, READER } from './salesforce-org.ts';
import { ask, rowsOf, runReport, startReporting, stopReporting, totalsOf } from './salesforce-reports.ts';

afterEach(stopReporting);

function summaryFormula(formula: string, datatype: string, scale: number, context = ''): string {
  return `<aggregates><calculatedFormula>${formula}</calculatedFormula><datatype>${datatype}</datatype><developerName>FORMULA1</developerName>${context}<isActive>true</isActive><masterLabel>Rate</masterLabel><scale>${scale}</scale></aggregates>`;
}

test('custom summary formulas are worked out for each group, and an impossible one says so', async () => {
  const rate = summaryFormula('Ask__c.Urgent__c:SUM / Ask__c.Score__c:SUM', 'percent', 1);
  const salesforce = await startReporting(
    reportFile('Rates', 'Summary', 'Asks__c', rate + columns('Ask__c$Name') + down('Ask__c$Status__c')),
  );
  ask(salesforce, 'One', { Status__c: 'New', Score__c: 2, Urgent__c: true });
  ask(salesforce, 'Two', { Status__c: 'New', Score__c: 6 });
  ask(salesforce, 'Three', { Status__c: 'Done', Score__c: 0 });

  const result = await runReport(salesforce, 'Rates');

  expect(result.factMap['0!T']?.aggregates).toEqual([
    { label: '12.5%', value: 12.5 },
    { label: '2', value: 2 },
  ]);
  expect(result.factMap['1!T']?.aggregates[0]).toEqual({ label: '#Error!', value: null });
  expect(totalsOf(result)).toEqual(['12.5%', '3']);
});

test('a formula of the grand total is told there only', async () => {
  const whole = summaryFormula('RowCount * 2', 'number', 0, '<downGroupingContext>GRAND_SUMMARY</downGroupingContext>');
  const salesforce = await startReporting(
    reportFile('Rates', 'Summary', 'Asks__c', whole + columns('Ask__c$Name') + down('Ask__c$Status__c')),
  );
  ask(salesforce, 'One', { Status__c: 'New' });

  const result = await runReport(salesforce, 'Rates');

  expect([totalsOf(result), totalsOf(result, '0!T')]).toEqual([
    ['2', '1'],
    ['-', '1'],
  ]);
});

test('bucket fields sort numbers and texts into their own order', async () => {
  const bands =
    '<buckets><bucketType>number</bucketType><developerName>BucketField_Band</developerName><masterLabel>Band</masterLabel><nullTreatment>n</nullTreatment><sourceColumnName>Ask__c$Score__c</sourceColumnName><useOther>false</useOther><values><sourceValues><to>10</to></sourceValues><value>small</value></values><values><sourceValues><from>10</from><to>20</to></sourceValues><value>medium</value></values><values><sourceValues><from>20</from></sourceValues><value>large</value></values></buckets>';
  const phases =
    '<buckets><bucketType>picklist</bucketType><developerName>BucketField_Phase</developerName><masterLabel>Phase</masterLabel><otherBucketLabel>Over</otherBucketLabel><sourceColumnName>Ask__c$Status__c</sourceColumnName><useOther>true</useOther><values><sourceValues><sourceValue>New</sourceValue></sourceValues><sourceValues><sourceValue>Scored</sourceValue></sourceValues><value>Open</value></values></buckets>';
  const grouped = down('BucketField_Band') + across('BucketField_Phase');
  const salesforce = await startReporting(
    reportFile('Bands', 'Matrix', 'Asks__c', bands + phases + columns('Ask__c$Name', 'BucketField_Band') + grouped),
  );
  ask(salesforce, 'a', { Score__c: 10, Status__c: 'New' });
  ask(salesforce, 'b', { Score__c: 11, Status__c: 'Scored' });
  ask(salesforce, 'c', { Score__c: 21, Status__c: 'Done' });
  ask(salesforce, 'd', { Status__c: 'Chosen' });

  const result = await runReport(salesforce, 'Bands');

  expect(result.groupingsDown.groupings.map(({ label }) => label)).toEqual(['-', 'small', 'medium', 'large']);
  expect(result.groupingsAcross.groupings.map(({ label }) => label)).toEqual(['Open', 'Over']);
  expect(rowsOf(result, '2!0')).toEqual([['b', 'medium']]);
  expect(totalsOf(result, 'T!1')).toEqual(['2']);
});

test('row-level formulas are shown, filtered, grouped and added up', async () => {
  const days =
    '<customDetailFormulas><calculatedFormula>DATEVALUE("2026-11-22") - Ask__c.Asked__c</calculatedFormula><dataType>Double</dataType><developerName>CDF1</developerName><label>Age</label><scale>0</scale></customDetailFormulas>';
  const old =
    '<filter><criteriaItems><column>CDF1</column><operator>greaterThan</operator><value>1</value></criteriaItems></filter>';
  const elements = days + columns('Ask__c$Name', 'Average:CDF1') + old + down('Ask__c$Account__c.Industry');
  const salesforce = await startReporting(reportFile('Ages', 'Summary', 'Asks__c', elements));
  ask(salesforce, 'Old', { Asked__c: '2026-11-02' });
  ask(salesforce, 'Older', { Asked__c: '2026-11-01' });
  ask(salesforce, 'Young', { Asked__c: '2026-11-21' });

  const result = await runReport(salesforce, 'Ages');

  expect(rowsOf(result, '0!T')).toEqual([
    ['Old', '20'],
    ['Older', '21'],
  ]);
  expect(totalsOf(result)).toEqual(['20.50', '2']);
});

test('groups are sorted by an aggregate, rows by a column, and a tabular report ends at its limit', async () => {
  const bySum =
    '<aggregateType>Sum</aggregateType><dateGranularity>Day</dateGranularity><sortByName>Ask__c$Worth__c</sortByName><sortOrder>Desc</sortOrder><sortType>Aggregate</sortType>';
  const elements = columns('Ask__c$Name', 'Sum:Ask__c$Worth__c');
  const salesforce = await startReporting({
    ...reportFile('Ranked', 'Summary', 'Asks__c', elements + down('Ask__c$Account__c', bySum)),
    ...reportFile(
      'Largest',
      'Tabular',
      'Asks__c',
      `${elements}<rowLimit>2</rowLimit><sortColumn>Ask__c$Worth__c</sortColumn><sortOrder>Desc</sortOrder>`,
    ),
  });
  const [north, south] = ['North', 'South'].map((Name) => createRecord(salesforce, 'Account', { Name }));
  ask(salesforce, 'a', { Account__c: north, Worth__c: 1 });
  ask(salesforce, 'b', { Account__c: south, Worth__c: 2 });
  ask(salesforce, 'c', { Account__c: south, Worth__c: 3 });

  const ranked = await runReport(salesforce, 'Ranked');
  const largest = await runReport(salesforce, 'Largest');

  expect(ranked.groupingsDown.groupings.map(({ label, value }) => [label, value])).toEqual([
    ['South', south],
    ['North', north],
  ]);
  expect(rowsOf(largest)).toEqual([
    ['c', '$3.00'],
    ['b', '$2.00'],
  ]);
  expect(totalsOf(largest)).toEqual(['$5.00', '2']);
});

test.each([
  ['Day', '11/22/2026', '2026-11-22'],
  ['Week', '11/22/2026 - 11/28/2026', '2026-11-22'],
  ['Month', 'November 2026', '2026-11-01'],
  ['Quarter', 'Q4 CY2026', '2026-10-01'],
  ['Year', 'CY2026', '2026-01-01'],
  ['FiscalQuarter', 'Q4 FY 2027', '2026-11-01'],
  ['FiscalYear', 'FY 2027', '2026-02-01'],
  ['MonthInYear', 'November', '11'],
  ['DayInMonth', '22', '22'],
])('a date grouped by %s is in %s', async (granularity, label, value) => {
  const grouping = `<dateGranularity>${granularity}</dateGranularity><sortOrder>Asc</sortOrder>`;
  const salesforce = await startReporting(
    reportFile('Periods', 'Summary', 'Asks__c', columns('Ask__c$Name') + down('Ask__c$Seen__c', grouping)),
  );
  ask(salesforce, 'One', { Seen__c: '2026-11-22T23:59:59Z' });

  const { groupingsDown } = await runReport(salesforce, 'Periods');

  expect(groupingsDown.groupings).toEqual([{ key: '0', label, value, groupings: [] }]);
});

test('largest, smallest and unique values are told as the field tells its own', async () => {
  const elements = columns('Maximum:Minimum:Ask__c$Asked__c', 'Unique:Ask__c$Account__c', 'Maximum:Ask__c$Worth__c');
  const salesforce = await startReporting(reportFile('Ends', 'Tabular', 'Asks__c', elements));
  const account = createRecord(salesforce, 'Account', { Name: 'Northwind' });
  ask(salesforce, 'a', { Asked__c: '2026-03-01', Account__c: account, Worth__c: 1234.5 });
  ask(salesforce, 'b', { Asked__c: '2026-02-01', Account__c: account });

  expect(totalsOf(await runReport(salesforce, 'Ends'))).toEqual(['2/1/2026', '3/1/2026', '1', '$1,234.50', '2']);
});

test('formula fields are shown, grouped, filtered and added up like others', async () => {
  const high =
    '<filter><criteriaItems><column>Ask__c$Doubled__c</column><operator>greaterThan</operator><value>2</value></criteriaItems></filter>';
  const elements = columns('Ask__c$Name', 'Sum:Ask__c$Doubled__c', 'Sum:Ask__c$Is_High__c') + high;
  const salesforce = await startReporting(
    reportFile('Doubled', 'Summary', 'Asks__c', elements + down('Ask__c$Is_High__c')),
  );
  for (const Score__c of [1, 2, 3]) ask(salesforce, `Ask ${Score__c}`, { Score__c });

  const result = await runReport(salesforce, 'Doubled');

  expect(rowsOf(result, '0!T')).toEqual([['Ask 2', '4', 'false']]);
  expect(rowsOf(result, '1!T')).toEqual([['Ask 3', '6', 'true']]);
  expect(totalsOf(result)).toEqual(['10', '1', '2']);
});

test('the scope of a report can be the records of the one who runs it', async () => {
  const salesforce = await startReporting(reportFile('Mine', 'Tabular', 'Asks__c', columns('Ask__c$Name')));
  const reader = salesforce.org.findUser(READER)?.id;
  ask(salesforce, 'Of the administrator');
  ask(salesforce, 'Of the reader', { OwnerId: reader });

  const own = await runReport(salesforce, 'Mine', { as: READER, metadata: { scope: 'user' } });
  const all = await runReport(salesforce, 'Mine', { as: READER });

  expect(rowsOf(own)).toEqual([['Of the reader']]);
  expect(totalsOf(all)).toEqual(['2']);
});
