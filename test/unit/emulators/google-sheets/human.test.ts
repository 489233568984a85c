import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Human } from '../../../../emulators/google-sheets/index.ts';
import { startSheets, type Sheets } from './start-sheets.ts';

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

let sheets: Sheets;
let human: Human;

beforeEach(async () => {
  sheets = await startSheets();
  ({ human } = sheets.emulator);
  await sheets.ok('PUT', '/values/A1?valueInputOption=RAW', {
    values: [
      ['Id', 'Rank', 'Customer'],
      ['a1', 2, 'Globex'],
      ['a2', 1, 'acme'],
    ],
  });
  await sheets.batch({
    updateSheetProperties: {
      properties: { sheetId: 0, gridProperties: { frozenRowCount: 1 } },
      fields: 'gridProperties.frozenRowCount',
    },
  });
});
afterEach(() => sheets.close());

test('types, sorts below the frozen rows, and adds and removes rows', () => {
  human.edit('Sheet1', 'C2', 'Initech');
  human.sort('Sheet1', 1);
  human.insertRow('Sheet1', 1);
  human.deleteRow('Sheet1', 3);

  expect(human.read('Sheet1')).toEqual([['Id', 'Rank', 'Customer'], [], ['a2', '1', 'acme']]);
});

test('sorts some columns only and so tears records apart', () => {
  human.sortRange('Sheet1', 'B2:C3', 1);

  expect(human.read('Sheet1').slice(1)).toEqual([
    ['a1', '1', 'acme'],
    ['a2', '2', 'Globex'],
  ]);
});

test('sees and changes more than the quota of the service lets it', async () => {
  await fetch(`${sheets.emulator.url}/_emulator/quotas`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"perMinute":0}',
  });

  human.edit('Sheet1', 'A5', 'mine');

  expect(human.read('Sheet1').at(-1)).toEqual(['mine']);
});

describe('a column that the service protects', () => {
  const protectIds = (more: object): Promise<unknown> =>
    sheets.batch({
      addProtectedRange: { protectedRange: { range: { sheetId: 0, startColumnIndex: 0, endColumnIndex: 1 }, ...more } },
    });

  test('is closed to a person: to typing, to sorting and to deleting rows', async () => {
    await protectIds({});

    expect(() => human.edit('Sheet1', 'A2', 'x')).toThrow(PROTECTED);
    expect(() => human.sort('Sheet1', 1)).toThrow(PROTECTED);
    expect(() => human.deleteRow('Sheet1', 1)).toThrow(PROTECTED);
    expect(human.read('Sheet1')[1]).toEqual(['a1', '2', 'Globex']);
  });

  test('is open to the service, which made it, and leaves the other columns open', async () => {
    await protectIds({});

    human.edit('Sheet1', 'B2', '9');
    await sheets.ok('PUT', '/values/A2?valueInputOption=RAW', { values: [['a9']] });

    expect(human.read('Sheet1')[1]).toEqual(['a9', '9', 'Globex']);
  });

  test('only asks when it is protected by a warning', async () => {
    await protectIds({ warningOnly: true });

    human.sort('Sheet1', 1);

    expect(human.guards('Sheet1', { top: 1, bottom: 2, left: 0, right: 1 })).toBe(true);
    expect(human.guards('Sheet1', { top: 1, bottom: 2, left: 1, right: 2 })).toBe(false);
    expect(human.read('Sheet1')[1]).toEqual(['a2', '1', 'acme']);
  });
});

test.each([
  ['a list', { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'P1' }, { userEnteredValue: 'P2' }] }, 'P1', 'P9'],
  [
    'numbers between',
    { type: 'NUMBER_BETWEEN', values: [{ userEnteredValue: '1' }, { userEnteredValue: '5' }] },
    '5',
    '6',
  ],
  ['a checkbox', { type: 'BOOLEAN' }, 'TRUE', 'yes'],
  ['a date', { type: 'DATE_IS_VALID' }, '2026-11-22', 'soon'],
])('a strict rule of %s takes what it allows and refuses the rest', async (_what, condition, good, bad) => {
  await sheets.batch({
    setDataValidation: {
      range: { sheetId: 0, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 3, endColumnIndex: 4 },
      rule: { condition, strict: true },
    },
  });

  human.edit('Sheet1', 'D2', good);

  expect(() => human.edit('Sheet1', 'D2', bad)).toThrow('violates the data validation rules');
  expect(human.read('Sheet1')[1]?.[3]).toBe(good);
});
