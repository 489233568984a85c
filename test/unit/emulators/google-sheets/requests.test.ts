import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cellsFrom, range, text } from './batch-parts.ts';
import { startSheets, type Sheets } from './start-sheets.ts';

let sheets: Sheets;

beforeEach(async () => {
  sheets = await startSheets();
});
afterEach(() => sheets.close());

async function shown(fields: string, query = ''): Promise<Record<string, unknown>> {
  return sheets.ok('GET', `?fields=${encodeURIComponent(fields)}${query}`);
}

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
