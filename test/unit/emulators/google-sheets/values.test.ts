import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSheets, type Sheets } from './start-sheets.ts';

let sheets: Sheets;

beforeEach(async () => {
  sheets = await startSheets();
});
afterEach(() => sheets.close());

async function put(range: string, values: unknown, option = 'RAW'): Promise<unknown> {
  return sheets.send('PUT', `/values/${encodeURIComponent(range)}?valueInputOption=${option}`, { values });
}

async function valuesOf(range: string, query = ''): Promise<unknown> {
  return (await sheets.ok('GET', `/values/${encodeURIComponent(range)}${query}`))['values'];
}

describe('writing', () => {
  test.each([
    [
      'a range outside the grid',
      'A1001',
      [['x']],
      'Range (A1001) exceeds grid limits. Max rows: 1000, max columns: 26',
    ],
    [
      'more columns than the range has',
      'Sheet1!A1:B1',
      [[1, 2, 3]],
      'Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]',
    ],
    [
      'more rows than the range has',
      'Sheet1!A1:B1',
      [[1], [2]],
      'Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]',
    ],
    [
      'a row that is no list',
      'A1',
      ['x'],
      'Invalid value at \'data.values[0]\' (type.googleapis.com/google.protobuf.ListValue), "x"',
    ],
    ['a sheet that is not there', 'Nope!A1', [['x']], 'Unable to parse range: Nope!A1'],
    [
      'too long a text',
      'A1',
      [['x'.repeat(50_001)]],
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
  ])('refuses %s in Google’s words', async (_what, range, values, message) => {
    const answer = await put(range, values);

    expect(answer).toMatchObject({ status: 400, body: { error: { code: 400, message, status: 'INVALID_ARGUMENT' } } });
  });

  test('spills from a single cell, leaves cells that are null and clears those that are empty text', async () => {
    await put('A1', [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);
    await put('B1', [
      [null, ''],
      ['x', null],
    ]);

    expect(await valuesOf('A1:C2')).toEqual([
      ['a', 'b'],
      ['d', 'x', 'f'],
    ]);
  });

  test('never makes a formula of raw text', async () => {
    await put('A1', [['=1+1', "'quoted"]]);

    expect(await valuesOf('A1:B1')).toEqual([['=1+1', "'quoted"]]);
  });

  test('needs to be told how values are taken', async () => {
    expect(await sheets.send('PUT', '/values/A1', { values: [['x']] })).toMatchObject({
      status: 400,
      body: { error: { message: "'valueInputOption' is required but not specified" } },
    });
  });

  test('refuses a parameter that the method does not have', async () => {
    expect(await sheets.send('GET', '/values/A1?frobnicate=1')).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('Unknown name "frobnicate": Cannot bind query parameter.') } },
    });
  });

  test('names which of several ranges was refused, and writes none', async () => {
    const data = [
      { range: 'A1', values: [['x']] },
      { range: 'Nope!A1', values: [['y']] },
    ];

    const answer = await sheets.send('POST', '/values:batchUpdate', { valueInputOption: 'RAW', data });

    expect(answer.body).toMatchObject({ error: { message: 'Invalid data[1]: Unable to parse range: Nope!A1' } });
    expect(await valuesOf('A1')).toBeUndefined();
  });
});

describe('reading', () => {
  test('tells the same cell formatted, unformatted and as a formula', async () => {
    await put('A1', [['=4/2', '2020-01-01', '12%']], 'USER_ENTERED');

    expect(await valuesOf('A1:C1')).toEqual([['2', '2020-01-01', '12%']]);
    expect(await valuesOf('A1:C1', '?valueRenderOption=UNFORMATTED_VALUE')).toEqual([[2, 43831, 0.12]]);
    expect(await valuesOf('A1:C1', '?valueRenderOption=FORMULA')).toEqual([['=4/2', 43831, 0.12]]);
    expect(
      await valuesOf('A1:C1', '?valueRenderOption=UNFORMATTED_VALUE&dateTimeRenderOption=FORMATTED_STRING'),
    ).toEqual([[2, '2020-01-01', 0.12]]);
  });

  test('leaves trailing blanks out, by rows and by columns', async () => {
    await put('A1', [['a', '', 'c'], [], ['', 'b']]);

    expect(await valuesOf('A1:D5')).toEqual([['a', '', 'c'], [], ['', 'b']]);
    expect(await valuesOf('A1:D5', '?majorDimension=COLUMNS')).toEqual([['a'], ['', '', 'b'], ['c']]);
  });
});

describe('appending', () => {
  beforeEach(async () => {
    // Two tables as in Google's guide: A1:C2 and B4:D6.
    await put('A1', [
      ['x', 'y', 'z'],
      ['x', 'y', 'z'],
      [],
      ['', 'x', 'y', 'z'],
      ['', 'y', 'z', 'x'],
      ['', 'z', 'x', 'y'],
    ]);
  });

  test.each([
    ['Sheet1', 'Sheet1!B7'],
    ['B4', 'Sheet1!B7'],
    ['C5:D5', 'Sheet1!B7'],
    ['B2:D4', 'Sheet1!B7'],
    ['A3:G10', 'Sheet1!B7'],
    ['A1', 'Sheet1!A3'],
    ['E4', 'Sheet1!E4'],
    ['A4', 'Sheet1!A4'],
  ])('to %s begins at %s', async (range, begins) => {
    const answer = await sheets.ok('POST', `/values/${range}:append?valueInputOption=RAW`, { values: [['new']] });

    expect(answer).toMatchObject({ updates: { updatedRange: begins } });
  });

  test('makes the grid taller where it ends', async () => {
    await sheets.batch({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { rowCount: 6 } },
        fields: 'gridProperties.rowCount',
      },
    });

    const answer = await sheets.ok('POST', '/values/B4:append?valueInputOption=RAW', { values: [['7'], ['8']] });

    expect(answer).toMatchObject({ updates: { updatedRange: 'Sheet1!B7:B8' } });
  });
});
