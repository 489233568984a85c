import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sheets as googleSheets, type sheets_v4 } from '@googleapis/sheets';
import { JWT, OAuth2Client } from 'google-auth-library';
import { createGoogleSheets, type GoogleSheetsEmulator } from '../../emulators/google-sheets/index.ts';

let emulator: GoogleSheetsEmulator;
let client: sheets_v4.Sheets;
let spreadsheetId: string;

beforeEach(async () => {
  emulator = await createGoogleSheets();
  ({ spreadsheetId } = emulator);
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: emulator.accessToken });
  client = googleSheets({ version: 'v4', auth, rootUrl: `${emulator.url}/`, retry: false });
});
afterEach(() => emulator.close());

async function write(range: string, values: unknown[][], valueInputOption = 'RAW'): Promise<void> {
  await client.spreadsheets.values.update({ spreadsheetId, range, valueInputOption, requestBody: { values } });
}

async function read(range: string): Promise<unknown> {
  return (await client.spreadsheets.values.get({ spreadsheetId, range })).data.values;
}

async function batch(...requests: sheets_v4.Schema$Request[]): Promise<sheets_v4.Schema$Response[]> {
  const { data } = await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  return data.replies ?? [];
}

/** Sends token requests, whose address the library keeps to itself, to the emulator. */
function throughTheEmulator(scopes: string[]): JWT {
  const { client_email: email, private_key: key, token_uri: tokenUri } = emulator.serviceAccountKey();
  const transporter = {
    async request(options: { url: string | URL; data: URLSearchParams }) {
      const url = String(options.url).includes('oauth2.googleapis.com') ? tokenUri : options.url;
      const response = await fetch(url, { method: 'POST', body: options.data });
      const data = (await response.json()) as { error_description?: string };
      if (!response.ok) throw new Error(data.error_description);
      return { data, status: response.status, headers: response.headers, config: options };
    },
  };
  return new JWT({ email, key, scopes, transporter: transporter as never, useAuthRequestParameters: false });
}

describe('letting in', () => {
  test('exchanges the assertion of the key file for a bearer token that the API takes', async () => {
    const jwt = throughTheEmulator(['https://www.googleapis.com/auth/spreadsheets']);

    const { access_token: token } = await jwt.authorize();

    const auth = new OAuth2Client();
    auth.setCredentials({ access_token: token ?? null });
    const own = googleSheets({ version: 'v4', auth, rootUrl: `${emulator.url}/` });
    const { data } = await own.spreadsheets.get({ spreadsheetId, fields: 'properties.title' });
    expect(data).toEqual({ properties: { title: 'Implementation Services Account Backlog' } });
  });

  test('refuses to write with a scope that only reads', async () => {
    const jwt = throughTheEmulator(['https://www.googleapis.com/auth/spreadsheets.readonly']);
    const { access_token: token } = await jwt.authorize();
    const auth = new OAuth2Client();
    auth.setCredentials({ access_token: token ?? null });
    const own = googleSheets({ version: 'v4', auth, rootUrl: `${emulator.url}/`, retry: false });

    const clearing = own.spreadsheets.values.clear({ spreadsheetId, range: 'A1' });

    await expect(clearing).rejects.toMatchObject({
      status: 403,
      message: 'Request had insufficient authentication scopes.',
    });
  });
});

describe('values', () => {
  test('appends below the table, inserting rows before what follows', async () => {
    await write('Sheet1!A1:B5', [['name', 'rank'], ['Acme', 1], [], [], ['total', 1]]);

    const { data } = await client.spreadsheets.values.append({
      spreadsheetId,
      range: 'Sheet1!A1',
      valueInputOption: 'RAW',
      insertDataOption: 'INSERT_ROWS',
      requestBody: { values: [['Globex', 2]] },
    });

    expect(data).toMatchObject({
      tableRange: 'Sheet1!A1:B2',
      updates: { updatedRange: 'Sheet1!A3:B3', updatedCells: 2 },
    });
    expect(await read('Sheet1')).toEqual([['name', 'rank'], ['Acme', '1'], ['Globex', '2'], [], [], ['total', '1']]);
  });

  test('writes several ranges at once and reads them back in the order asked for', async () => {
    const { data } = await client.spreadsheets.values.batchUpdate({
      spreadsheetId,
      requestBody: {
        valueInputOption: 'RAW',
        data: [
          { range: 'B2', values: [['b']] },
          { range: 'A1:A2', majorDimension: 'COLUMNS', values: [['x', 'y']] },
        ],
      },
    });
    const answer = await client.spreadsheets.values.batchGet({ spreadsheetId, ranges: ['Sheet1!A:A', 'Sheet1!B2'] });

    expect(data).toMatchObject({ totalUpdatedCells: 3, totalUpdatedRows: 3, totalUpdatedSheets: 1 });
    expect(answer.data.valueRanges).toEqual([
      { range: 'Sheet1!A1:A1000', majorDimension: 'ROWS', values: [['x'], ['y']] },
      { range: 'Sheet1!B2', majorDimension: 'ROWS', values: [['b']] },
    ]);
  });

  test('finds cells by the metadata of their column wherever that has moved', async () => {
    await write('Sheet1!A1:B2', [
      ['Id', 'Rank'],
      ['a0B1', 7],
    ]);
    const dimensionRange = { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 };
    await batch({
      createDeveloperMetadata: {
        developerMetadata: { metadataId: 5, metadataKey: 'rank', visibility: 'DOCUMENT', location: { dimensionRange } },
      },
    });
    emulator.human.insertColumn('Sheet1', 0);
    emulator.human.moveColumn('Sheet1', 2, 0);
    const dataFilter = { developerMetadataLookup: { metadataKey: 'rank' } };
    const dataFilters = [dataFilter];

    const found = await client.spreadsheets.values.batchGetByDataFilter({
      spreadsheetId,
      requestBody: { dataFilters },
    });
    await client.spreadsheets.values.batchUpdateByDataFilter({
      spreadsheetId,
      requestBody: { valueInputOption: 'RAW', data: [{ dataFilter, values: [['Place'], [8]] }] },
    });
    const shown = await client.spreadsheets.getByDataFilter({
      spreadsheetId,
      fields: 'sheets.data.rowData.values.formattedValue',
      requestBody: { dataFilters },
    });
    await client.spreadsheets.values.batchClearByDataFilter({ spreadsheetId, requestBody: { dataFilters } });

    expect(found.data.valueRanges?.[0]?.valueRange).toMatchObject({
      range: 'Sheet1!A1:A1000',
      values: [['Rank'], ['7']],
    });
    expect(shown.data.sheets?.[0]?.data?.[0]?.rowData).toEqual([
      { values: [{ formattedValue: 'Place' }] },
      { values: [{ formattedValue: '8' }] },
    ]);
    expect(await read('Sheet1')).toEqual([
      ['', '', 'Id'],
      ['', '', 'a0B1'],
    ]);
  });

  test('names the range that cannot be read, as the library throws it', async () => {
    await expect(read('Nope!A1:B2')).rejects.toMatchObject({ code: 400, message: 'Unable to parse range: Nope!A1:B2' });
  });
});

describe('batchUpdate', () => {
  test('applies nothing when one request of the batch is refused', async () => {
    const batching = batch(
      { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 5 } },
      {
        updateCells: {
          start: { sheetId: 0 },
          fields: 'userEnteredValue',
          rows: [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }],
        },
      },
      { deleteSheet: { sheetId: 99 } },
    );

    await expect(batching).rejects.toMatchObject({ message: 'Invalid requests[2].deleteSheet: No sheet with id: 99' });
    const { data } = await client.spreadsheets.get({
      spreadsheetId,
      fields: 'sheets.properties.gridProperties.rowCount',
    });
    expect(data.sheets).toEqual([{ properties: { gridProperties: { rowCount: 1000 } } }]);
    expect(await read('Sheet1')).toBeUndefined();
  });

  test('answers with the cells asked for as they are after the batch', async () => {
    const { data } = await client.spreadsheets.batchUpdate({
      spreadsheetId,
      fields: 'replies,updatedSpreadsheet.sheets.data(startColumn,rowData.values.userEnteredValue)',
      requestBody: {
        requests: [
          { appendDimension: { sheetId: 0, dimension: 'COLUMNS', length: 1 } },
          {
            updateCells: {
              range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 25, endColumnIndex: 27 },
              fields: 'userEnteredValue',
              rows: [
                {
                  values: [
                    { userEnteredValue: { stringValue: '=not a formula' } },
                    { userEnteredValue: { numberValue: 2 } },
                  ],
                },
              ],
            },
          },
        ],
        includeSpreadsheetInResponse: true,
        responseRanges: ['Sheet1!AA:AA'],
        responseIncludeGridData: true,
      },
    });

    expect(data).toEqual({
      replies: [{}, {}],
      updatedSpreadsheet: {
        sheets: [{ data: [{ startColumn: 26, rowData: [{ values: [{ userEnteredValue: { numberValue: 2 } }] }] }] }],
      },
    });
    expect(await read('Sheet1!Z1')).toEqual([['=not a formula']]);
  });

  test('hides a column and says so in its metadata', async () => {
    const range = { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 };
    await batch({ updateDimensionProperties: { range, properties: { hiddenByUser: true }, fields: 'hiddenByUser' } });

    const { data } = await client.spreadsheets.get({
      spreadsheetId,
      ranges: ['Sheet1!A1:C1'],
      fields: 'sheets.data.columnMetadata(hiddenByUser,pixelSize)',
    });

    expect(data.sheets?.[0]?.data?.[0]?.columnMetadata).toEqual([
      { pixelSize: 100 },
      { hiddenByUser: true, pixelSize: 100 },
      { pixelSize: 100 },
    ]);
  });
});

describe('whole spreadsheets and their metadata', () => {
  test('creates a spreadsheet with the sheets asked for and copies a sheet into it', async () => {
    await write('Sheet1!A1', [['kept']]);
    const created = await client.spreadsheets.create({
      requestBody: {
        properties: { title: 'Copy' },
        sheets: [{ properties: { title: 'First' } }, { properties: { title: 'Second' } }],
      },
    });
    const copyId = created.data.spreadsheetId ?? '';

    const copied = await client.spreadsheets.sheets.copyTo({
      spreadsheetId,
      sheetId: 0,
      requestBody: { destinationSpreadsheetId: copyId },
    });

    expect(created.data.sheets?.map(({ properties }) => properties?.title)).toEqual(['First', 'Second']);
    expect(copied.data).toMatchObject({ title: 'Copy of Sheet1', index: 2 });
    const values = await client.spreadsheets.values.get({ spreadsheetId: copyId, range: "'Copy of Sheet1'!A1" });
    expect(values.data.values).toEqual([['kept']]);
  });

  test('searches, changes and deletes developer metadata', async () => {
    const location = { sheetId: 0 };
    const [made] = await batch({
      createDeveloperMetadata: {
        developerMetadata: { metadataKey: 'layout', metadataValue: '1', visibility: 'DOCUMENT', location },
      },
    });
    const metadataId = made?.createDeveloperMetadata?.developerMetadata?.metadataId ?? 0;
    const dataFilter = { developerMetadataLookup: { metadataKey: 'layout' } };
    const dataFilters = [dataFilter];
    await batch({
      updateDeveloperMetadata: { dataFilters, developerMetadata: { metadataValue: '2' }, fields: 'metadataValue' },
    });

    const got = await client.spreadsheets.developerMetadata.get({ spreadsheetId, metadataId });
    const found = await client.spreadsheets.developerMetadata.search({ spreadsheetId, requestBody: { dataFilters } });
    const [gone] = await batch({ deleteDeveloperMetadata: { dataFilter } });
    const after = await client.spreadsheets.developerMetadata.search({ spreadsheetId, requestBody: { dataFilters } });

    expect(got.data).toEqual({
      metadataId,
      metadataKey: 'layout',
      metadataValue: '2',
      visibility: 'DOCUMENT',
      location: { locationType: 'SHEET', sheetId: 0 },
    });
    expect(found.data.matchedDeveloperMetadata).toEqual([{ developerMetadata: got.data, dataFilters }]);
    expect(gone?.deleteDeveloperMetadata?.deletedDeveloperMetadata).toHaveLength(1);
    expect(after.data).toEqual({});
  });
});
