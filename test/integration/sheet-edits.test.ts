import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { openBacklog, type Backlog } from './support/backlog.ts';
import { fileRequest, NORTHWIND, type Filed } from './support/file-request.ts';
import { toColumnLetters } from '../../sync/google-sheets/a1.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';

const REQUEST = 'Implementation_Request__c';
const BACKLOG = 740_001;
let landscape: Landscape;
let backlog: Backlog;
let filed: Filed;

beforeAll(async () => {
  landscape = await startLandscape();
  backlog = openBacklog(landscape.googleSheets);
});

afterAll(() => landscape.close());

beforeEach(async () => {
  filed = await fileRequest(landscape.admin, NORTHWIND, { Status__c: 'In_Triage', Next_Steps__c: 'Call' });
  expect((await landscape.cycle()).failures).toEqual({});
});

async function inSalesforce(): Promise<Record<string, unknown>> {
  const [record] = await landscape.admin.query(
    `SELECT Backlog_Rank__c, Priority__c, Next_Steps__c, Triage_Notes__c FROM ${REQUEST} WHERE Id = '${filed.id}'`,
  );
  return record ?? {};
}

/** Carries out requests, and answers how many cells the workbook has then. */
async function structure(...requests: object[]): Promise<number> {
  const { url, spreadsheetId, accessToken } = landscape.googleSheets;
  const answer = await fetch(`${url}/v4/spreadsheets/${spreadsheetId}:batchUpdate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requests, includeSpreadsheetInResponse: true }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  const { updatedSpreadsheet } = JSON.parse(text) as {
    updatedSpreadsheet: { sheets: { properties: { gridProperties: { rowCount: number; columnCount: number } } }[] };
  };
  const grids = updatedSpreadsheet.sheets.map(({ properties }) => properties.gridProperties);
  return grids.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
}

async function expectQuiet(): Promise<void> {
  await landscape.cycle();
  expect(await landscape.cycle()).toMatchObject({ cells: 0, edits: 0, refusals: 0, calls: { sheetWrites: 0 } });
}

test('an edit in IE’s columns is in Salesforce after one cycle, and is not echoed', async () => {
  backlog.type(filed.number, 'rank', '4');
  backlog.type(filed.number, 'priority', 'P1');
  backlog.type(filed.number, 'triageNotes', 'Two regions');

  // The pull, the closer look, the update, and what became of it in Vitally.
  expect(await landscape.cycle()).toMatchObject({ edits: 3, refusals: 0, calls: { salesforce: 4 } });
  expect(await inSalesforce()).toMatchObject({
    Backlog_Rank__c: 4,
    Priority__c: 'P1',
    Next_Steps__c: 'Call',
    Triage_Notes__c: 'Two regions',
  });
  await expectQuiet();
});

test('clearing a cell clears the field', async () => {
  backlog.type(filed.number, 'nextSteps', '');
  await landscape.cycle();

  expect(await inSalesforce()).toMatchObject({ Next_Steps__c: null });
});

test('an edit that Salesforce refuses is taken back, with its words beside it', async () => {
  backlog.type(filed.number, 'priority', 'Urgent');
  backlog.type(filed.number, 'rank', '3');

  expect(await landscape.cycle()).toMatchObject({ edits: 1, refusals: 1, failures: {} });
  expect(backlog.row(filed.number)).toMatchObject({ Priority: '', Rank: '3' });
  expect(backlog.issues().at(-1)).toEqual([
    filed.number,
    'Priority',
    'Urgent',
    '',
    'Priority: bad value for restricted picklist field: Urgent',
  ]);
  expect(await inSalesforce()).toMatchObject({ Priority__c: null, Backlog_Rank__c: 3 });
  await expectQuiet();
});

test('a rank that is no number never reaches Salesforce', async () => {
  backlog.type(filed.number, 'rank', 'first');

  expect(await landscape.cycle()).toMatchObject({ edits: 0, refusals: 1, calls: { salesforce: 1 } });
  const rank = String((await inSalesforce())['Backlog_Rank__c']);
  expect(backlog.issues().at(-1)?.slice(1)).toEqual(['Rank', 'first', rank, 'Rank: "first" is not a whole number.']);
});

test('when both sides change, Salesforce wins and the lost text is kept', async () => {
  backlog.type(filed.number, 'nextSteps', 'Write');
  await landscape.admin.update(REQUEST, filed.id, { Next_Steps__c: 'Visit' });
  await landscape.cycle();

  expect(backlog.row(filed.number)).toMatchObject({ 'Next steps': 'Visit' });
  expect(backlog.issues().at(-1)).toEqual([
    filed.number,
    'Next steps',
    'Write',
    'Visit',
    'Salesforce had changed too, and wins.',
  ]);
  await expectQuiet();
});

test('an edit in a column of Salesforce is taken back when all columns are compared', async () => {
  backlog.type(filed.number, 'customer', 'My customer');
  await landscape.cycle();
  expect(backlog.row(filed.number)).toMatchObject({ Customer: 'My customer' });

  landscape.passTime(15 * 60_000);
  await landscape.cycle();

  expect(backlog.row(filed.number)).toMatchObject({ Customer: 'Northwind Logistics' });
});

test('a large tab is compared some columns at a time, and each has its turn', async () => {
  const changed = { Status: 'Mine', Customer: 'My customer', 'Requested by': 'Me' };
  const shown = (): string[] =>
    Object.entries(changed).flatMap(([header, text]) => (backlog.row(filed.number)?.[header] === text ? [header] : []));
  landscape.restart({ SHEET_CHECK_CELLS: '100' });
  backlog.type(filed.number, 'status', changed.Status);
  backlog.type(filed.number, 'customer', changed.Customer);
  backlog.type(filed.number, 'requester', changed['Requested by']);
  const left: string[][] = [];
  for (let cycle = 0; cycle < 12 && shown().length > 0; cycle += 1) {
    await landscape.cycle();
    left.push(shown());
  }
  landscape.restart({ SHEET_CHECK_CELLS: '250000' });

  expect(left[0]).toEqual(['Requested by']);
  expect(left.length).toBeGreaterThan(4);
  expect(left.at(-1)).toEqual([]);
  await expectQuiet();
});

test('a deleted row comes back', async () => {
  landscape.googleSheets.human.deleteRow('Backlog', backlog.indexOf(filed.number));
  await landscape.cycle();

  expect(backlog.row(filed.number)).toMatchObject({ Customer: 'Northwind Logistics', 'Next steps': 'Call' });
  await expectQuiet();
});

test('rows may be sorted, and columns moved and renamed', async () => {
  const { human } = landscape.googleSheets;
  human.sort('Backlog', 5, true);
  human.moveColumn('Backlog', 14, 2);
  human.insertColumn('Backlog', 3);
  human.insertRow('Backlog', 1);
  backlog.type(filed.number, 'nextSteps', 'Write');
  await landscape.admin.update(REQUEST, filed.id, { Backlog_Rank__c: 2 });
  await landscape.cycle();

  expect(await inSalesforce()).toMatchObject({ Next_Steps__c: 'Write', Backlog_Rank__c: 2 });
  expect(backlog.row(filed.number)).toMatchObject({ 'Next steps': 'Write', Rank: '2', Priority: '' });
  human.deleteRow('Backlog', 1);
  await expectQuiet();
});

test('a copied row is told of, and is no longer kept', async () => {
  const { human } = landscape.googleSheets;
  const shown = human.read('Backlog');
  const original = shown[backlog.indexOf(filed.number)] ?? [];
  for (const [column, value] of original.entries()) {
    human.edit('Backlog', `${toColumnLetters(column)}${shown.length + 1}`, String(value));
  }
  await landscape.cycle();

  expect(human.read('Backlog')[shown.length]?.[shown[0]?.indexOf('Salesforce Id') ?? 0]).toBe('');
  expect(backlog.issues().at(-1)?.at(-1)).toBe(`Row ${shown.length + 1} was a copy. It is no longer kept up to date.`);
  human.deleteRow('Backlog', shown.length);
  await expectQuiet();
});

test('a sort that tears rows from their keys changes nothing in Salesforce, and is undone', async () => {
  const before = backlog.contents();
  const last = backlog.rows().length + 5;
  landscape.googleSheets.human.sortRange('Backlog', `B2:V${last}`, 1, true);
  await landscape.cycle();

  expect(backlog.contents()).toEqual(before);
  await expectQuiet();
});

test('a row that moves between the read and the write is put right in the same cycle', async () => {
  const { googleSheets, admin } = landscape;
  await admin.update(REQUEST, filed.id, { Next_Steps__c: 'Moved' });
  const before = backlog.rows().length;
  const stop = googleSheets.requests.subscribe(({ path }, moment) => {
    if (moment === 'answered' && path.includes('batchGetByDataFilter')) {
      stop();
      googleSheets.human.sort('Backlog', 1, backlog.indexOf(filed.number) > 3);
    }
  });
  const { failures } = await landscape.cycle();

  expect(failures).toEqual({});
  expect(backlog.rows()).toHaveLength(before);
  expect(
    backlog
      .rows()
      .filter((row) => row['Next steps'] === 'Moved')
      .map((row) => row['Request']),
  ).toEqual([filed.number]);
  await expectQuiet();
});

test('a deleted column is told of once, and the others go on', async () => {
  const { human } = landscape.googleSheets;
  human.deleteColumn('Backlog', (human.read('Backlog')[0] ?? []).indexOf('Stage'));
  landscape.passTime(15 * 60_000);
  backlog.type(filed.number, 'rank', '3');
  await landscape.cycle();

  expect(backlog.issues().at(-1)).toEqual([
    '',
    'Stage',
    '',
    '',
    'The column was deleted, so nothing is written to it or taken from it.',
  ]);
  expect(await inSalesforce()).toMatchObject({ Backlog_Rank__c: 3 });
  await expectQuiet();
});

test('a workbook that is full keeps its rows up to date, says so, and takes new ones once there is room', async () => {
  const { human } = landscape.googleSheets;
  const used = human.read('Backlog').length;
  const spare = { sheetId: BACKLOG, dimension: 'ROWS', startIndex: used };
  const cells = await structure({ deleteDimension: { range: spare } });
  const gridProperties = { rowCount: Math.floor((10_000_000 - cells) / 1_000), columnCount: 1_000 };
  await structure({ addSheet: { properties: { sheetId: 7, title: 'Archive', gridProperties } } });
  await landscape.admin.update(REQUEST, filed.id, { Next_Steps__c: 'Visit' });
  const more = await fileRequest(landscape.admin, NORTHWIND, { Status__c: 'In_Triage' });

  expect((await landscape.cycle()).failures['sheet']).toContain('above the limit of 10000000 cells');
  expect(backlog.row(filed.number)).toMatchObject({ 'Next steps': 'Visit' });
  expect(backlog.row(more.number)).toBeUndefined();

  await structure({ deleteSheet: { sheetId: 7 } });
  expect((await landscape.cycle()).failures).toEqual({});
  expect(backlog.rows().filter(({ Request }) => Request === more.number)).toHaveLength(1);
  await expectQuiet();
});

test('a spreadsheet that is no longer shared, or lost its key column, says so, and nothing is damaged', async () => {
  const { faults, human } = landscape.googleSheets;
  backlog.type(filed.number, 'nextSteps', 'Visit');
  const before = backlog.contents();
  faults.add({ fault: { kind: 'status', status: 403 }, path: '^/v4/' });
  expect((await landscape.cycle()).failures['sheet']).toContain('Google Sheets (403)');
  faults.clear();
  human.deleteColumn('Backlog', (human.read('Backlog')[0] ?? []).indexOf('Salesforce Id'));

  expect((await landscape.cycle()).failures['sheet']).toBe(
    'The tab "Backlog" has lost the column with the Salesforce Ids',
  );
  // What stands there now stood there before: all but the keys.
  expect([...before.values()]).toMatchObject([...backlog.contents().values()]);
  expect(await inSalesforce()).toMatchObject({ Next_Steps__c: 'Call' });
});
