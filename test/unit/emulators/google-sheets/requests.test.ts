import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSheets, type Sheets } from './start-sheets.ts';

let sheets: Sheets;

beforeEach(async () => {
  sheets = await startSheets();
});
afterEach(() => sheets.close());

const text = (stringValue: string): object => ({ userEnteredValue: { stringValue } });

function cellsFrom(rowIndex: number, columnIndex: number, rows: string[][], sheetId = 0): object {
  const values = rows.map((row) => ({ values: row.map(text) }));
  return { updateCells: { start: { sheetId, rowIndex, columnIndex }, rows: values, fields: 'userEnteredValue' } };
}

async function shown(fields: string, query = ''): Promise<Record<string, unknown>> {
  return sheets.ok('GET', `?fields=${encodeURIComponent(fields)}${query}`);
}

const range = (top: number, bottom: number, left: number, right: number): object => {
  return { sheetId: 0, startRowIndex: top, endRowIndex: bottom, startColumnIndex: left, endColumnIndex: right };
};

describe('what is wrong with a batch', () => {
  test.each([
    ['no requests', [], 'Must specify at least one request.'],
    [
      'an unknown kind',
      [{ frobnicate: {} }],
      'Invalid JSON payload received. Unknown name "frobnicate" at \'requests[0]\': Cannot find field.',
    ],
    [
      'a kind that is not supported',
      [{ addChart: {} }],
      'Invalid requests[0].addChart: This emulator does not support addChart.',
    ],
    [
      'a misspelt field',
      [{ repeatCell: { rnge: {} } }],
      'Invalid JSON payload received. Unknown name "rnge" at \'requests[0].repeat_cell\': Cannot find field.',
    ],
    [
      'a word for a number',
      [{ deleteSheet: { sheetId: 'first' } }],
      'Invalid value at \'requests[0].delete_sheet.sheet_id\' (TYPE_INT32), "first"',
    ],
    [
      'no fields',
      [{ repeatCell: { range: {}, cell: {} } }],
      "Invalid requests[0].repeatCell: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ],
    ['a sheet that is not there', [cellsFrom(0, 0, [['x']], 7)], 'Invalid requests[0].updateCells: No grid with id: 7'],
    [
      'a title that is taken',
      [{ addSheet: { properties: { title: 'sheet1' } } }],
      'Invalid requests[0].addSheet: A sheet with the name "sheet1" already exists. Please enter another name.',
    ],
    [
      'the only sheet gone',
      [{ deleteSheet: { sheetId: 0 } }],
      "Invalid requests[0].deleteSheet: You can't remove all the sheets in a document.",
    ],
    [
      'a row that is not there',
      [{ deleteDimension: { range: { dimension: 'ROWS', startIndex: 1000, endIndex: 1001 } } }],
      "Invalid requests[0].deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 1000 but there are only 1000 rows.",
    ],
    [
      'a range past the grid',
      [{ sortRange: { range: { startRowIndex: 1000 } } }],
      'Invalid requests[0].sortRange: range.startRowIndex is larger than current grid size (1000)',
    ],
    [
      'too many cells',
      [{ appendDimension: { dimension: 'ROWS', length: 400_000 } }],
      'Invalid requests[0].appendDimension: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
  ])('is told for %s in Google’s words', async (_what, requests, message) => {
    expect(await sheets.refusal(...requests)).toBe(message);
  });

  test('is told with the path of a mask that leads nowhere', async () => {
    const { body } = await sheets.send('POST', ':batchUpdate', {
      requests: [{ repeatCell: { range: {}, cell: {}, fields: 'userEnteredFormat.colour' } }],
    });

    expect(body).toMatchObject({
      error: {
        message: 'Request contains an invalid argument.',
        details: [
          {
            fieldViolations: [
              {
                description:
                  "Error expanding 'fields' parameter. Cannot find matching fields for path 'userEnteredFormat.colour'.",
              },
            ],
          },
        ],
      },
    });
  });
});

describe('cells', () => {
  test('in a range that are not given are cleared, but only in the masked fields', async () => {
    await sheets.batch(cellsFrom(0, 0, [['a', 'b']]), {
      repeatCell: {
        range: range(0, 1, 0, 2),
        cell: { note: 'n', userEnteredFormat: { textFormat: { bold: true } } },
        fields: 'note,userEnteredFormat.textFormat.bold',
      },
    });

    await sheets.batch({
      updateCells: { range: range(0, 1, 0, 2), rows: [{ values: [text('A')] }], fields: 'userEnteredValue' },
    });

    expect(await shown('sheets.data.rowData.values(userEnteredValue,userEnteredFormat,note)')).toEqual({
      sheets: [
        {
          data: [
            {
              rowData: [
                {
                  values: [
                    { ...text('A'), userEnteredFormat: { textFormat: { bold: true } }, note: 'n' },
                    { userEnteredFormat: { textFormat: { bold: true } }, note: 'n' },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test('that are appended follow the last row with data', async () => {
    await sheets.batch(cellsFrom(4, 2, [['last']]), {
      appendCells: { sheetId: 0, rows: [{ values: [text('new')] }], fields: '*' },
    });

    expect(sheets.emulator.human.read('Sheet1').at(-1)).toEqual(['new']);
    expect(sheets.emulator.human.read('Sheet1')).toHaveLength(6);
  });

  test('get the borders of their place in the range', async () => {
    await sheets.batch({
      updateBorders: { range: range(0, 2, 0, 1), top: { style: 'SOLID' }, innerHorizontal: { style: 'DOTTED' } },
    });

    expect(await shown('sheets.data.rowData.values.userEnteredFormat.borders')).toMatchObject({
      sheets: [
        {
          data: [
            {
              rowData: [
                {
                  values: [
                    { userEnteredFormat: { borders: { top: { style: 'SOLID' }, bottom: { style: 'DOTTED' } } } },
                  ],
                },
                { values: [{ userEnteredFormat: { borders: { top: { style: 'DOTTED' } } } }] },
              ],
            },
          ],
        },
      ],
    });
  });

  test('are found and replaced as whole cells or in part', async () => {
    await sheets.batch(
      cellsFrom(0, 0, [
        ['P1', 'P10'],
        ['p1', 'x'],
      ]),
    );

    const replies = await sheets.batch(
      { findReplace: { find: 'p1', replacement: 'P2', matchEntireCell: true, allSheets: true } },
      { findReplace: { find: '0$', replacement: '1', searchByRegex: true, sheetId: 0 } },
    );

    expect(replies).toEqual([
      { findReplace: { valuesChanged: 2, rowsChanged: 2, sheetsChanged: 1, occurrencesChanged: 2 } },
      { findReplace: { valuesChanged: 1, rowsChanged: 1, sheetsChanged: 1, occurrencesChanged: 1 } },
    ]);
    expect(sheets.emulator.human.read('Sheet1')).toEqual([
      ['P2', 'P11'],
      ['P2', 'x'],
    ]);
  });
});

describe('sorting', () => {
  test('puts numbers before texts before blanks, and blanks last even downwards', async () => {
    await sheets.ok('PUT', '/values/A1?valueInputOption=RAW', { values: [['b'], [2], [''], ['A'], [10]] });
    const sortSpecs = (sortOrder: string): object[] => [{ dimensionIndex: 0, sortOrder }];

    await sheets.batch({ sortRange: { range: range(0, 5, 0, 1), sortSpecs: sortSpecs('ASCENDING') } });
    const up = sheets.emulator.human.read('Sheet1');
    await sheets.batch({ sortRange: { range: range(0, 5, 0, 1), sortSpecs: sortSpecs('DESCENDING') } });

    expect(up).toEqual([['2'], ['10'], ['A'], ['b']]);
    expect(sheets.emulator.human.read('Sheet1')).toEqual([['b'], ['A'], ['10'], ['2']]);
  });

  test('leaves hidden rows and row metadata where they are', async () => {
    const row = (index: number): object => ({ sheetId: 0, dimension: 'ROWS', startIndex: index, endIndex: index + 1 });
    await sheets.batch(
      cellsFrom(0, 0, [
        ['c', '1'],
        ['b', '2'],
        ['a', '3'],
      ]),
      { updateDimensionProperties: { range: row(1), properties: { hiddenByUser: true }, fields: 'hiddenByUser' } },
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId: 1,
            metadataKey: 'k',
            visibility: 'DOCUMENT',
            location: { dimensionRange: row(0) },
          },
        },
      },
      { sortRange: { range: { sheetId: 0 }, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } },
    );

    expect(sheets.emulator.human.read('Sheet1')).toEqual([
      ['a', '3'],
      ['b', '2'],
      ['c', '1'],
    ]);
    expect(await sheets.ok('GET', '/developerMetadata/1')).toMatchObject({
      location: { dimensionRange: { startIndex: 0 } },
    });
  });

  test('is refused over cells that are merged downwards', async () => {
    const refusal = await sheets.refusal(
      { mergeCells: { range: range(1, 3, 0, 1), mergeType: 'MERGE_ALL' } },
      { sortRange: { range: range(0, 4, 0, 2), sortSpecs: [] } },
    );

    expect(refusal).toBe(
      "Invalid requests[1].sortRange: You can't sort a range containing vertical merges. There is a vertical merge at Sheet1!A2:A3",
    );
  });
});

describe('rows and columns', () => {
  test('take along what is anchored to them', async () => {
    const column = (index: number): object => ({
      sheetId: 0,
      dimension: 'COLUMNS',
      startIndex: index,
      endIndex: index + 1,
    });
    await sheets.batch(
      cellsFrom(0, 0, [['a', 'b', 'c']]),
      { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Middle', range: range(0, 1, 1, 2) } } },
      {
        addProtectedRange: {
          protectedRange: { protectedRangeId: 3, range: { sheetId: 0, startColumnIndex: 2, endColumnIndex: 3 } },
        },
      },
      { setBasicFilter: { filter: { range: range(0, 5, 0, 3) } } },
      { moveDimension: { source: column(1), destinationIndex: 3 } },
      { deleteDimension: { range: column(0) } },
    );

    expect(sheets.emulator.human.read('Sheet1')).toEqual([['c', 'b']]);
    expect(await shown('namedRanges.range,sheets(protectedRanges.range,basicFilter.range)')).toEqual({
      namedRanges: [{ range: { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 } }],
      sheets: [
        {
          protectedRanges: [{ range: { startColumnIndex: 0, endColumnIndex: 1 } }],
          basicFilter: { range: { startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 } },
        },
      ],
    });
  });

  test('that are new look like their neighbour', async () => {
    await sheets.batch(
      {
        repeatCell: {
          range: range(1, 2, 0, 1),
          cell: { userEnteredFormat: { textFormat: { italic: true } } },
          fields: 'userEnteredFormat',
        },
      },
      {
        insertDimension: {
          range: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 },
          inheritFromBefore: true,
        },
      },
    );

    expect(await shown('sheets.data.rowData.values.userEnteredFormat.textFormat.italic', '&ranges=A3')).toEqual({
      sheets: [{ data: [{ rowData: [{ values: [{ userEnteredFormat: { textFormat: { italic: true } } }] }] }] }],
    });
  });

  test('cannot all go but the frozen ones', async () => {
    await sheets.batch({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { frozenRowCount: 1 } },
        fields: 'gridProperties.frozenRowCount',
      },
    });

    expect(
      await sheets.refusal({
        deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 1000 } },
      }),
    ).toBe('Invalid requests[0].deleteDimension: Sorry, it is not possible to delete all non-frozen rows.');
  });
});

describe('what lies on a sheet', () => {
  test('tells a colour both ways, in single precision, whichever way it was given', async () => {
    const rgbColor = { red: 1, green: 0.498039215686, blue: 0 };
    await sheets.batch({
      updateSheetProperties: { properties: { sheetId: 0, tabColorStyle: { rgbColor } }, fields: 'tabColorStyle' },
    });
    const colored = await shown('sheets.properties(tabColor,tabColorStyle)');
    await sheets.batch({ updateSheetProperties: { properties: { sheetId: 0 }, fields: 'tabColor' } });

    const told = { red: 1, green: 0.49803922 };
    expect(colored).toEqual({ sheets: [{ properties: { tabColor: told, tabColorStyle: { rgbColor: told } } }] });
    expect(await shown('sheets.properties(tabColor,tabColorStyle)')).toEqual({ sheets: [{ properties: {} }] });
  });

  test('is copied with it', async () => {
    await sheets.batch(
      cellsFrom(0, 0, [['x']]),
      { mergeCells: { range: range(0, 1, 0, 2), mergeType: 'MERGE_ALL' } },
      { duplicateSheet: { sourceSheetId: 0, newSheetId: 9, newSheetName: 'Copy', insertSheetIndex: 1 } },
    );

    expect(await shown('sheets(properties(title,index),merges)')).toEqual({
      sheets: [
        {
          properties: { title: 'Sheet1', index: 0 },
          merges: [{ startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 }],
        },
        {
          properties: { title: 'Copy', index: 1 },
          merges: [{ sheetId: 9, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 }],
        },
      ],
    });
  });

  test('a rule, a filter, a name and a protection change and go', async () => {
    const rule = (type: string): object => ({
      ranges: [range(0, 5, 0, 1)],
      booleanRule: { condition: { type }, format: {} },
    });
    await sheets.batch(
      { addConditionalFormatRule: { rule: rule('BLANK'), index: 0 } },
      { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Old', range: range(0, 1, 0, 1) } } },
      { addProtectedRange: { protectedRange: { protectedRangeId: 1, range: { sheetId: 0 } } } },
      { setBasicFilter: { filter: { range: range(0, 5, 0, 3) } } },
    );

    const replies = await sheets.batch(
      { updateConditionalFormatRule: { index: 0, rule: rule('NOT_BLANK') } },
      { updateNamedRange: { namedRange: { namedRangeId: 'n', name: 'New' }, fields: 'name' } },
      { updateProtectedRange: { protectedRange: { protectedRangeId: 1, description: 'key' }, fields: 'description' } },
    );
    const before = await shown(
      'namedRanges.name,sheets(protectedRanges.description,conditionalFormats.booleanRule.condition)',
    );
    await sheets.batch(
      { deleteConditionalFormatRule: { index: 0, sheetId: 0 } },
      { deleteNamedRange: { namedRangeId: 'n' } },
      { deleteProtectedRange: { protectedRangeId: 1 } },
      { clearBasicFilter: { sheetId: 0 } },
    );

    expect(replies[0]).toMatchObject({
      updateConditionalFormatRule: { oldRule: { booleanRule: { condition: { type: 'BLANK' } } } },
    });
    expect(before).toEqual({
      namedRanges: [{ name: 'New' }],
      sheets: [
        {
          protectedRanges: [{ description: 'key' }],
          conditionalFormats: [{ booleanRule: { condition: { type: 'NOT_BLANK' } } }],
        },
      ],
    });
    expect(await shown('namedRanges,sheets(protectedRanges,conditionalFormats,basicFilter)')).toEqual({ sheets: [{}] });
  });
});
