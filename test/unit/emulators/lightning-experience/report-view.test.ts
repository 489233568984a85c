import { expect, test } from '@jest/globals';
import { toBars } from '../../../../emulators/lightning-experience/modules/shell/reportView/bars.js';
import { toTable } from '../../../../emulators/lightning-experience/modules/shell/reportView/table.js';

const SUM = 's!Ask__c$Score__c';
const grouping = (name: string) => ({ name });
const group = (key: string, label: string, groupings: unknown[] = []) => ({ key, label, groupings });
const fact = (value: number, rows?: string[][]) => ({
  aggregates: [{ label: String(value), value }],
  ...(rows && { rows: rows.map((row) => ({ dataCells: row.map((label) => ({ label, value: label })) })) }),
});
const extended = {
  aggregateColumnInfo: { [SUM]: { label: 'Sum of Score' } },
  detailColumnInfo: { Name: { label: 'Ask Name' } },
  groupingColumnInfo: { Status: { label: 'Status' }, Urgent: { label: 'Urgent' } },
};

const SUMMARY = {
  reportMetadata: {
    reportFormat: 'SUMMARY',
    aggregates: [SUM],
    detailColumns: ['Name'],
    groupingsDown: [grouping('Status'), grouping('Urgent')],
    groupingsAcross: [],
    chart: { groupings: ['Status', 'Urgent'], summaries: [SUM] },
  },
  reportExtendedMetadata: extended,
  groupingsDown: { groupings: [group('0', 'New', [group('0_0', 'false'), group('0_1', 'true')])] },
  groupingsAcross: { groupings: [] },
  factMap: { 'T!T': fact(3), '0!T': fact(3), '0_0!T': fact(1, [['One']]), '0_1!T': fact(2, [['Two']]) },
};

const MATRIX = {
  ...SUMMARY,
  reportMetadata: {
    ...SUMMARY.reportMetadata,
    reportFormat: 'MATRIX',
    groupingsDown: [grouping('Status')],
    groupingsAcross: [grouping('Urgent')],
  },
  groupingsDown: { groupings: [group('0', 'New'), group('1', 'Done')] },
  groupingsAcross: { groupings: [group('0', 'false'), group('1', 'true')] },
  factMap: {
    ...{ '0!0': fact(1), '0!1': fact(2), '0!T': fact(3), '1!0': fact(6), '1!1': fact(0), '1!T': fact(6) },
    ...{ 'T!0': fact(7), 'T!1': fact(2), 'T!T': fact(9) },
  },
};

test('groups stand before their rows with their totals, and the sum of all comes last', () => {
  const { columns, rows } = toTable(SUMMARY);

  expect(columns).toEqual([{ key: 'Name', label: 'Ask Name' }]);
  expect(rows.map(({ kind, depth, title, totals, cells }) => [kind, depth, title ?? cells[0]?.text, totals])).toEqual([
    ['group', 0, 'Status: New', 'Sum of Score: 3'],
    ['group', 1, 'Urgent: false', 'Sum of Score: 1'],
    ['detail', 2, 'One', undefined],
    ['group', 1, 'Urgent: true', 'Sum of Score: 2'],
    ['detail', 2, 'Two', undefined],
    ['total', 0, 'Total', 'Sum of Score: 3'],
  ]);
});

test('a matrix has a column for each group across and one for their sum', () => {
  const { columns, rows } = toTable(MATRIX);

  expect(columns.map(({ label }) => label)).toEqual(['Status', 'false', 'true', 'Total']);
  expect(rows.map(({ title, cells }) => [title, ...cells.map(({ text }) => text)])).toEqual([
    ['New', '1', '2', '3'],
    ['Done', '6', '0', '6'],
    ['Total', '7', '2', '9'],
  ]);
});

test('bars are as long as their share of the largest, and are cut by the second grouping', () => {
  const [series] = toBars(MATRIX) ?? [];

  expect(series?.label).toBe('Sum of Score');
  expect(
    series?.bars.map(({ label, text, share, parts }) => [label, text, share, parts.map((part) => part.share)]),
  ).toEqual([
    ['New', '3', 50, [16.7, 33.3]],
    ['Done', '6', 100, [100, 0]],
  ]);
});

test('a chart by an inner grouping is not drawn', () => {
  const chart = { groupings: ['Urgent'], summaries: [SUM] };

  expect(toBars({ ...SUMMARY, reportMetadata: { ...SUMMARY.reportMetadata, chart } })).toBeUndefined();
});
