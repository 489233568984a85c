import { sheets as createApi } from '@googleapis/sheets';
import { OAuth2Client } from 'google-auth-library';
import { GoogleSpreadsheet } from 'google-spreadsheet';
import type { GoogleSheetsEmulator } from '../../../emulators/google-sheets/index.ts';

const TITLE = 'Peer';
const HEADERS = ['Request', 'Next steps', 'Status', 'Customer'];

/** Another way to bring changed rows into a sheet. */
export interface Peer {
  name: string;
  /** It takes a request for each row that it changes. */
  isRowByRow: boolean;
  /** Writes new next steps into the rows of the first so many requests. */
  update(count: number, round: number): Promise<void>;
}

/** A tab with a row for each request, and two programs that keep it, by way of the address. */
export async function createPeers(sheets: GoogleSheetsEmulator, url: string, rows: number): Promise<Peer[]> {
  const { spreadsheetId } = sheets;
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: sheets.accessToken });
  const api = createApi({ version: 'v4', rootUrl: `${url}/`, auth });
  const gridProperties = { rowCount: rows + 10, columnCount: HEADERS.length };
  await api.spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: { requests: [{ addSheet: { properties: { title: TITLE, gridProperties } } }] },
  });
  const lines = Array.from({ length: rows }, (_none, index) => [nameOf(index), '', 'Submitted', 'Customer']);
  await api.spreadsheets.values.update({
    ...{ spreadsheetId, range: `'${TITLE}'!A1`, valueInputOption: 'RAW' },
    requestBody: { values: [HEADERS, ...lines] },
  });

  const document = new GoogleSpreadsheet(spreadsheetId, { token: sheets.accessToken });
  const prefix = `${url}/v4/spreadsheets/${spreadsheetId}`;
  // The package has the address as a constant.
  Object.defineProperty(document, 'sheetsApi', { value: document.sheetsApi.extend({ prefix }) });

  return [
    {
      name: 'google-spreadsheet, row by row',
      isRowByRow: true,
      async update(count, round) {
        await document.loadInfo();
        const found = await document.sheetsByTitle[TITLE]?.getRows();
        const byName = new Map((found ?? []).map((row) => [String(row.get('Request')), row]));
        for (let index = 0; index < count; index += 1) {
          const row = byName.get(nameOf(index));
          row?.set('Next steps', `Round ${round}: agree on the target date`);
          await row?.save();
        }
      },
    },
    {
      name: '@googleapis/sheets, batched',
      isRowByRow: false,
      async update(count, round) {
        const { data } = await api.spreadsheets.values.get({ spreadsheetId, range: `'${TITLE}'!A:A` });
        const places = new Map((data.values ?? []).map(([name], index) => [String(name), index + 1]));
        if (count === 0) return;
        const changes = Array.from({ length: count }, (_none, index) => ({
          range: `'${TITLE}'!B${places.get(nameOf(index)) ?? 0}`,
          values: [[`Round ${round}: agree on the target date`]],
        }));
        await api.spreadsheets.values.batchUpdate({
          spreadsheetId,
          requestBody: { valueInputOption: 'RAW', data: changes },
        });
      },
    },
  ];
}

function nameOf(index: number): string {
  return `IR-${100_000 + index}`;
}
