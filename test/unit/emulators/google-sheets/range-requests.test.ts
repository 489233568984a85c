import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startSheets, type Sheets } from './start-sheets.ts';

let sheets: Sheets;

beforeAll(async () => {
  sheets = await startSheets({ quotas: false });
});
beforeEach(async () => {
  await sheets.emulator.reset();
  await sheets.ok('PUT', '/values/A1?valueInputOption=USER_ENTERED', {
    values: [
      ['a1', 'b1', 'c1', '=B3&""'],
      ['a2', 'b2', 'c2'],
      ['a3', 'b3', 'c3'],
    ],
  });
});
afterAll(() => sheets.close());

const box = (top: number, bottom: number, left: number, right: number): object => ({
  sheetId: 0,
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});
async function formulas(): Promise<unknown> {
  return (await sheets.ok('GET', '/values/A1:F9?valueRenderOption=FORMULA'))['values'];
}

describe('cells inserted and deleted', () => {
  test.each([
    [
      'inserted, others down',
      { insertRange: { range: box(1, 2, 0, 2), shiftDimension: 'ROWS' } },
      [
        ['a1', 'b1', 'c1', '=B4&""'],
        ['', '', 'c2'],
        ['a2', 'b2', 'c3'],
        ['a3', 'b3'],
      ],
    ],
    [
      'inserted, others to the right',
      { insertRange: { range: box(2, 3, 0, 1), shiftDimension: 'COLUMNS' } },
      [
        ['a1', 'b1', 'c1', '=C3&""'],
        ['a2', 'b2', 'c2'],
        ['', 'a3', 'b3', 'c3'],
      ],
    ],
    [
      'deleted, others up',
      { deleteRange: { range: box(0, 2, 1, 2), shiftDimension: 'ROWS' } },
      [
        ['a1', 'b3', 'c1', '=B1&""'],
        ['a2', '', 'c2'],
        ['a3', '', 'c3'],
      ],
    ],
    [
      'deleted with what a formula looks at',
      { deleteRange: { range: box(2, 3, 1, 2), shiftDimension: 'COLUMNS' } },
      [
        ['a1', 'b1', 'c1', '=#REF!&""'],
        ['a2', 'b2', 'c2'],
        ['a3', 'c3'],
      ],
    ],
  ])('%s', async (_what, request, values) => {
    await sheets.batch(request);

    expect(await formulas()).toEqual(values);
  });

  test('take notes and formats along, not merges', async () => {
    await sheets.batch(
      { repeatCell: { range: box(1, 2, 1, 2), cell: { note: 'Mind this' }, fields: 'note' } },
      { insertRange: { range: box(0, 1, 1, 2), shiftDimension: 'ROWS' } },
      { mergeCells: { range: box(4, 5, 0, 2) } },
    );

    const { sheets: told } = await sheets.ok('GET', '?ranges=B3&fields=sheets.data.rowData.values.note');

    expect(told).toEqual([{ data: [{ rowData: [{ values: [{ note: 'Mind this' }] }] }] }]);
    expect(await sheets.refusal({ deleteRange: { range: box(0, 1, 0, 2), shiftDimension: 'ROWS' } })).toContain(
      'does not move merged cells',
    );
  });

  test('grow the grid only for what would fall off it', async () => {
    const properties = { sheetId: 0, gridProperties: { rowCount: 3, columnCount: 4 } };
    const fields = 'gridProperties(rowCount,columnCount)';
    await sheets.batch(
      { updateSheetProperties: { properties, fields } },
      { insertRange: { range: box(0, 1, 3, 4), shiftDimension: 'ROWS' } },
      { insertRange: { range: box(0, 1, 0, 1), shiftDimension: 'ROWS' } },
    );

    const { sheets: told } = await sheets.ok('GET', '?fields=sheets.properties.gridProperties');

    expect(told).toEqual([{ properties: { gridProperties: { rowCount: 4, columnCount: 4 } } }]);
  });
});

test('text is split over columns and parsed, by a mark that is told or found', async () => {
  await sheets.ok('PUT', '/values/A5?valueInputOption=RAW', { values: [['x;1;2026-11-22'], ['plain'], ['y;=1+1']] });
  await sheets.batch({ textToColumns: { source: box(4, 7, 0, 1), delimiterType: 'AUTODETECT' } });
  const split = (await sheets.ok('GET', '/values/A5:C7?valueRenderOption=FORMULA'))['values'];

  expect(split).toEqual([['x', 1, 46348], ['plain'], ['y', '=1+1']]);
  expect(await sheets.refusal({ textToColumns: { source: box(0, 2, 0, 2), delimiterType: 'COMMA' } })).toContain(
    'exactly one column',
  );
});

test('pasted text is parsed as if it were typed', async () => {
  const data = 'one|2\n=1+1|$3.50\n';
  await sheets.batch({ pasteData: { coordinate: { sheetId: 0, rowIndex: 4, columnIndex: 1 }, data, delimiter: '|' } });

  expect((await sheets.ok('GET', '/values/B5:C7'))['values']).toEqual([
    ['one', '2'],
    ['2', '$3.50'],
  ]);
});

test('spaces are trimmed and counted by cell', async () => {
  await sheets.ok('PUT', '/values/A5?valueInputOption=RAW', { values: [['  a   b '], ['c'], ['   ']] });

  expect(await sheets.batch({ trimWhitespace: { range: box(4, 7, 0, 1) } })).toEqual([
    { trimWhitespace: { cellsChangedCount: 2 } },
  ]);
  expect((await sheets.ok('GET', '/values/A5:A7'))['values']).toEqual([['a b'], ['c']]);
});

test('duplicates go, the first stays, and what is beside the range does not move', async () => {
  await sheets.ok('PUT', '/values/A5?valueInputOption=RAW', {
    values: [
      ['acme', 1, 'p'],
      ['Globex', 2, 'q'],
      ['ACME', 3, 'r'],
      ['Initech', 2, 's'],
    ],
  });
  const comparisonColumns = [{ sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 }];

  expect(await sheets.batch({ deleteDuplicates: { range: box(4, 8, 0, 2), comparisonColumns } })).toEqual([
    { deleteDuplicates: { duplicatesRemovedCount: 1 } },
  ]);
  expect((await sheets.ok('GET', '/values/A5:C8'))['values']).toEqual([
    ['acme', '1', 'p'],
    ['Globex', '2', 'q'],
    ['Initech', '2', 'r'],
    ['', '', 's'],
  ]);
});

test('a group is collapsed and opened', async () => {
  const range = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 };
  const update = (collapsed: boolean): object => ({
    updateDimensionGroup: { dimensionGroup: { range, depth: 1, collapsed }, fields: 'collapsed' },
  });
  await sheets.batch({ addDimensionGroup: { range } }, update(true));
  const collapsed = await sheets.ok('GET', '?fields=sheets.rowGroups.collapsed');
  await sheets.batch(update(false));

  expect(collapsed).toEqual({ sheets: [{ rowGroups: [{ collapsed: true }] }] });
  expect(await sheets.ok('GET', '?fields=sheets.rowGroups.collapsed')).toEqual({ sheets: [{ rowGroups: [{}] }] });
});

test('one bad request of many changes nothing', async () => {
  const before = await formulas();

  await sheets.refusal(
    { insertRange: { range: box(0, 1, 0, 1), shiftDimension: 'ROWS' } },
    { trimWhitespace: { range: box(0, 9, 0, 9) } },
    { deleteRange: { range: box(0, 1, 0, 1) } },
  );

  expect(await formulas()).toEqual(before);
});
