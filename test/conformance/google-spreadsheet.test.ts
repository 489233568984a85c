import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { GoogleSpreadsheet, type GoogleSpreadsheetWorksheet } from 'google-spreadsheet';
import { createGoogleSheets, type GoogleSheetsEmulator } from '../../emulators/google-sheets/index.ts';

let sheets: GoogleSheetsEmulator;
let document: GoogleSpreadsheet;

beforeEach(async () => {
  sheets = await createGoogleSheets();
  document = new GoogleSpreadsheet(sheets.spreadsheetId, { token: sheets.accessToken });
  const prefix = `${sheets.url}/v4/spreadsheets/${sheets.spreadsheetId}`;
  // The one thing that is not as in production: the address, which the package has as a constant.
  Object.defineProperty(document, 'sheetsApi', { value: document.sheetsApi.extend({ prefix }) });
});
afterEach(() => sheets.close());

async function backlog(): Promise<GoogleSpreadsheetWorksheet> {
  await document.loadInfo();
  return document.addSheet({ title: "Ines's backlog", headerValues: ['Account', 'Rank', 'Status'] });
}

test('adds a sheet with headers, rows to it, and finds, changes and deletes them again', async () => {
  const sheet = await backlog();
  await sheet.addRows([
    { Account: 'Acme', Rank: 2, Status: 'New' },
    ['Globex', 1, '=1+1'],
    { Account: 'Initech', Rank: 3, Status: 'New' },
  ]);
  const raw = await sheet.addRow({ Account: '=1+1', Rank: '+1' }, { raw: true });
  const rows = await sheet.getRows<{ Account: string; Rank: string; Status: string }>();

  rows[0]?.assign({ Status: 'Accepted' });
  await rows[0]?.save();
  await rows[1]?.delete();

  expect(rows.map((row) => row.rowNumber)).toEqual([2, 3, 3, 4]);
  expect(raw.rowNumber).toBe(5);
  expect(sheets.human.read("Ines's backlog")).toEqual([
    ['Account', 'Rank', 'Status'],
    ['Acme', '2', 'Accepted'],
    ['Initech', '3', 'New'],
    ['=1+1', '+1'],
  ]);
});

test('inserts rows between others, clears them and sets other headers', async () => {
  const sheet = await backlog();
  await sheet.addRow(['Acme', 1, 'New']);
  await sheet.addRow(['Globex', 2, 'New'], { insert: true });
  await sheet.clearRows({ start: 2, end: 2 });
  await sheet.setHeaderRow(['Customer', 'Rank', 'Status', 'Owner']);

  expect(sheets.human.read("Ines's backlog")).toEqual([
    ['Customer', 'Rank', 'Status', 'Owner'],
    [],
    ['Globex', '2', 'New'],
  ]);
});

test('loads cells, changes values, formulas, notes and formats, and saves them in one go', async () => {
  const sheet = await backlog();
  await sheet.loadCells('A1:D4');
  sheet.getCellByA1('A2').value = 'Acme';
  sheet.getCellByA1('B2').value = 7;
  sheet.getCellByA1('C2').formula = '=B2*6';
  sheet.getCellByA1('D2').note = 'Look here';
  sheet.getCellByA1('B2').numberFormat = { type: 'NUMBER', pattern: '0.0' };
  await sheet.saveUpdatedCells();

  sheet.resetLocalCache(true);
  await sheet.loadCells('A2:D2');

  expect([0, 1, 2].map((column) => sheet.getCell(1, column).formattedValue)).toEqual(['Acme', '7.0', '42']);
  expect(sheet.getCell(1, 2)).toMatchObject({ value: 42, formula: '=B2*6' });
  expect(sheet.getCell(1, 3).note).toBe('Look here');
});

test('tells an error in a cell from a value', async () => {
  const sheet = await backlog();
  await sheet.addRow(['=1/0', '=IMPORTXML("https://x.example","//a")']);
  await sheet.loadCells('A2:B2');

  expect(sheet.getCell(1, 0).errorValue).toMatchObject({ type: 'DIVIDE_BY_ZERO' });
  expect(sheet.getCell(1, 1).errorValue).toMatchObject({ type: 'LOADING' });
});

test('carries out the structure of a day: sizes, freezes, sorts, filters, protects, validates, copies and deletes', async () => {
  const sheet = await backlog();
  await sheet.addRows([
    ['Acme', 2, 'New'],
    ['Globex', 1, 'Won'],
  ]);
  const body = { startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 3 };
  await sheet.updateGridProperties({ rowCount: 50, columnCount: 6, frozenRowCount: 1 });
  await sheet.sortRange(body, [{ dimensionIndex: 1, sortOrder: 'ASCENDING' }]);
  await sheet.setBasicFilter({ range: { ...body, startRowIndex: 0 } });
  await sheet.setDataValidation(body, {
    condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'New' }] },
    strict: true,
    showCustomUi: true,
  });
  await sheet.addProtectedRange({ range: { sheetId: sheet.sheetId, ...body, endColumnIndex: 1 }, warningOnly: true });
  await sheet.insertDimension('ROWS', { startIndex: 1, endIndex: 2 }, false);
  await sheet.addNamedRange('Body', { sheetId: sheet.sheetId, ...body });
  const copy = await sheet.duplicate({ title: 'Copy' });
  await sheet.delete();
  await document.loadInfo();

  expect(copy.title).toBe('Copy');
  expect(document.sheetsByIndex.map(({ title }) => title)).toEqual(['Copy', 'Sheet1']);
  expect(sheets.human.read('Copy')).toEqual([
    ['Account', 'Rank', 'Status'],
    [],
    ['Globex', '1', 'Won'],
    ['Acme', '2', 'New'],
  ]);
});

test('throws what Google says', async () => {
  const sheet = await backlog();

  await expect(sheet.loadCells('Nowhere!A1')).rejects.toThrow('Google API error - [400]');
});
