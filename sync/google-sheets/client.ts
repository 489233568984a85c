import { sheets as createApi, type sheets_v4 } from '@googleapis/sheets';
import { MINUTE, type Clock } from '../clock.ts';
import { columnRange, headerRange, wholeTab } from './a1.ts';
import { createAuth, type SheetsAccess } from './authenticate.ts';
import { encode, toList, type EncodedRequest } from './batch.ts';
import { createBudget, type BudgetMemory } from './budget.ts';
import { explain } from './explain.ts';
import { columnFilters, toReading, type ColumnQuery, type Reading } from './read-columns.ts';
import { PLACE_FIELDS, toPlaces, type Places } from './read-places.ts';
import { SHOWN_FIELDS, toShownRows, type ShownRow } from './read-tab.ts';
import { ROW_FIELDS, rowFilters, toGridRows, type GridRow } from './read-rows.ts';
import type { SheetRequest } from './requests.ts';

export type { SheetsAccess } from './authenticate.ts';

export interface Tab {
  sheetId: number;
  title: string;
}

export interface ListedTab extends Tab {
  /** Developer metadata of the tab itself. */
  metadata: { id: number; key: string; value: string }[];
}

export interface SheetsClient {
  /** Requests made, as Google counts them against the two quotas. */
  readonly reads: number;
  readonly writes: number;
  /** Requests for a token, which count against neither. */
  readonly signIns: number;
  listTabs(): Promise<ListedTab[]>;
  /** Writes the spreadsheet's own title over itself: whoever may not write is told so, and nothing changes. */
  tryWriting(): Promise<void>;
  /** Finds columns by their metadata and reads them: one request. */
  readColumns(query: ColumnQuery): Promise<Reading>;
  /** Finds columns by their metadata, and reads none of them: one small request. */
  readPlaces(query: ColumnQuery): Promise<Places>;
  /** Reads whole rows with notes and formulas, by where they stand now: one request. */
  readRows(tab: Tab, rows: readonly number[]): Promise<Map<number, GridRow>>;
  /** Reads all that a tab shows, with where cells lead, whoever's it is: one request. */
  readTab(title: string): Promise<ShownRow[]>;
  /** Carries out all requests or none: one request. */
  update(requests: readonly SheetRequest[]): Promise<void>;
  /** The same, and answers what stands where right afterwards. */
  updateAndRead(
    requests: readonly EncodedRequest[],
    query: ColumnQuery & { column: number; fromRow: number },
  ): Promise<Aftermath>;
}

/** What a tab is like right after a batch. */
export interface Aftermath {
  /** The texts of the column in the place asked for, from that row of the tab on. */
  texts: (string | null)[];
  /** Where the columns stand that were asked for by name. */
  places: Map<string, number>;
}

interface Options {
  url: string;
  spreadsheetId: string;
  access: SheetsAccess;
  clock: Clock;
  /** Google counts reads and writes for themselves, each so many a minute and user. */
  perMinute: number;
  /** Keeps what was counted beyond the end of the process. */
  memory?: BudgetMemory;
}

const TIMEOUT_MS = 2 * MINUTE;
const AFTERMATH_FIELDS = `updatedSpreadsheet(${PLACE_FIELDS})`;

/** A client of one spreadsheet. Nothing is retried here: the next cycle plans anew against what is really there. */
export function createSheetsClient(options: Options): SheetsClient {
  const { url, spreadsheetId, access, clock, perMinute, memory } = options;
  const rootUrl = url.endsWith('/') ? url : `${url}/`;
  const counts = { reads: 0, writes: 0, signIns: 0 };
  const auth = createAuth(access, clock, () => {
    counts.signIns += 1;
  });
  const api = createApi({ version: 'v4', rootUrl, auth, retry: false, timeout: TIMEOUT_MS });
  const budgets = {
    reads: createBudget('reads', perMinute, clock, memory),
    writes: createBudget('writes', perMinute, clock, memory),
  };

  async function call<Answer>(kind: 'reads' | 'writes', request: () => Promise<{ data: Answer }>): Promise<Answer> {
    const ended = budgets[kind].take();
    counts[kind] += 1;
    try {
      return (await request()).data;
    } catch (thrown) {
      throw explain(thrown);
    } finally {
      ended();
    }
  }

  const batchUrl = new URL(`v4/spreadsheets/${encodeURIComponent(spreadsheetId)}:batchUpdate`, rootUrl).href;

  /** Past the generated method, which would copy every cell of the body. */
  async function batchUpdate(
    requests: readonly EncodedRequest[],
    answered: Omit<sheets_v4.Schema$BatchUpdateSpreadsheetRequest, 'requests'>,
    fields: string,
  ): Promise<sheets_v4.Schema$BatchUpdateSpreadsheetResponse> {
    const rest = Object.entries(answered).map(([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`);
    return call('writes', () =>
      auth.request<sheets_v4.Schema$BatchUpdateSpreadsheetResponse>({
        ...{ url: batchUrl, method: 'POST', params: { fields }, retry: false, timeout: TIMEOUT_MS },
        headers: { 'content-type': 'application/json' },
        data: `{"requests":${toList(requests)}${rest.join('')}}`,
      }),
    );
  }

  return {
    get reads() {
      return counts.reads;
    },
    get writes() {
      return counts.writes;
    },
    get signIns() {
      return counts.signIns;
    },
    async listTabs() {
      const fields = 'sheets(properties(sheetId,title),developerMetadata(metadataId,metadataKey,metadataValue))';
      const { sheets } = await call('reads', () => api.spreadsheets.get({ spreadsheetId, fields }));
      return (sheets ?? []).map(({ properties, developerMetadata }) => ({
        sheetId: properties?.sheetId ?? 0,
        title: properties?.title ?? '',
        metadata: (developerMetadata ?? []).map(({ metadataId, metadataKey, metadataValue }) => ({
          id: metadataId ?? 0,
          key: metadataKey ?? '',
          value: metadataValue ?? '',
        })),
      }));
    },
    async tryWriting() {
      const { properties } = await call('reads', () =>
        api.spreadsheets.get({ spreadsheetId, fields: 'properties(title)' }),
      );
      const title = properties?.title ?? '';
      const request = { updateSpreadsheetProperties: { properties: { title }, fields: 'title' } };
      await batchUpdate([encode(request)], {}, 'spreadsheetId');
    },
    async readColumns(query) {
      const requestBody = columnFilters(query);
      const answer = await call('reads', () =>
        api.spreadsheets.values.batchGetByDataFilter({ spreadsheetId, requestBody }),
      );
      return toReading(answer, query.tab.title);
    },
    async readPlaces(query) {
      const { sheetId } = query.tab;
      const requestBody = { dataFilters: [{ gridRange: { sheetId, startRowIndex: 0, endRowIndex: 1 } }] };
      const { sheets } = await call('reads', () =>
        api.spreadsheets.getByDataFilter({ spreadsheetId, requestBody, fields: PLACE_FIELDS }),
      );
      return toPlaces(
        sheets?.find(({ properties }) => (properties?.sheetId ?? 0) === sheetId),
        query,
      );
    },
    async readRows(tab, rows) {
      const requestBody = { dataFilters: rowFilters(tab.sheetId, rows) };
      const { sheets } = await call('reads', () =>
        api.spreadsheets.getByDataFilter({ spreadsheetId, requestBody, fields: ROW_FIELDS }),
      );
      return toGridRows(sheets?.find(({ properties }) => (properties?.sheetId ?? 0) === tab.sheetId));
    },
    async readTab(title) {
      const { sheets } = await call('reads', () =>
        api.spreadsheets.get({ spreadsheetId, ranges: [wholeTab(title)], fields: SHOWN_FIELDS }),
      );
      return toShownRows(sheets?.[0]);
    },
    async update(requests) {
      await batchUpdate(requests.map(encode), {}, 'spreadsheetId');
    },
    async updateAndRead(requests, { column, fromRow, ...query }) {
      const { sheetId, title } = query.tab;
      const answer = await batchUpdate(
        requests,
        {
          includeSpreadsheetInResponse: true,
          responseRanges: [headerRange(title), columnRange(title, column, fromRow)],
          responseIncludeGridData: true,
        },
        AFTERMATH_FIELDS,
      );
      const sheet = answer.updatedSpreadsheet?.sheets?.find(({ properties }) => (properties?.sheetId ?? 0) === sheetId);
      const rows = sheet?.data?.[1]?.rowData ?? [];
      return {
        texts: rows.map(({ values }) => values?.[0]?.effectiveValue?.stringValue ?? null),
        places: toPlaces(sheet, query).columns,
      };
    },
  };
}
