import { refuseStrangers } from '../access.ts';
import { toSheetProperties, toSpreadsheet } from '../answers/spreadsheet.ts';
import { createSheet, DEFAULT_COLUMNS, DEFAULT_ROWS, type Spreadsheet } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import { refuseTooManyCells } from '../grid/cells.ts';
import { findA1 } from '../grid/places.ts';
import { findFilterPlaces } from '../metadata.ts';
import { applyBatch, Request } from '../requests/batch.ts';
import { copyOf } from '../requests/sheets.ts';
import { createSpreadsheet, newId, sheetIds } from '../store.ts';
import { EVERYTHING, maskBelow, type FieldMask } from '../wire/field-mask.ts';
import {
  DataFilter,
  SheetProperties,
  Spreadsheet as SpreadsheetType,
  type SpreadsheetMessage,
} from '../wire/messages.ts';
import { bool, message, opaque, repeated, string } from '../wire/proto.ts';
import { method, type Call } from './method.ts';

const get = method({
  id: 'spreadsheets.get',
  http: 'GET',
  template: '/v4/spreadsheets/{spreadsheetId}',
  quota: 'read',
  query: { ranges: repeated(string), includeGridData: bool, excludeTablesInBandedRanges: bool },
  response: SpreadsheetType,
  run({ query, mask, caller, ...call }) {
    const spreadsheet = openedBy({ ...call, caller });
    return toSpreadsheet(spreadsheet, {
      email: caller.email,
      mask,
      places: query.ranges?.map((range) => findA1(spreadsheet, range)),
      includeGridData: query.includeGridData === true,
    });
  },
});

const getByDataFilter = method({
  id: 'spreadsheets.getByDataFilter',
  http: 'POST',
  template: '/v4/spreadsheets/{spreadsheetId}:getByDataFilter',
  quota: 'read',
  query: {},
  body: {
    type: message('GetSpreadsheetByDataFilterRequest', { dataFilters: repeated(DataFilter), includeGridData: bool }),
  },
  response: SpreadsheetType,
  run({ body, mask, caller, ...call }) {
    const spreadsheet = openedBy({ ...call, caller });
    return toSpreadsheet(spreadsheet, {
      email: caller.email,
      mask,
      places: body.dataFilters?.flatMap((filter) => findFilterPlaces(spreadsheet, filter)),
      includeGridData: body.includeGridData === true,
    });
  },
});

/** The spreadsheet of the path, if it is shared with the caller. */
export function openedBy({
  path,
  caller,
  store,
}: Pick<Call<unknown, unknown>, 'path' | 'caller' | 'store'>): Spreadsheet {
  const spreadsheet = store.get(path['spreadsheetId'] ?? '');
  refuseStrangers(spreadsheet, caller.email);
  return spreadsheet;
}

const create = method({
  id: 'spreadsheets.create',
  http: 'POST',
  template: '/v4/spreadsheets',
  quota: 'write',
  query: {},
  body: { type: SpreadsheetType },
  response: SpreadsheetType,
  run({ body, mask, caller, store }) {
    const { email } = caller;
    const title = body.properties?.title ?? 'Untitled spreadsheet';
    const spreadsheet = createSpreadsheet({ title, owner: email });
    spreadsheet.properties = { ...spreadsheet.properties, ...body.properties, title };
    addSheets(spreadsheet, body.sheets ?? []);
    store.put(spreadsheet);
    return toSpreadsheet(spreadsheet, { email, mask, includeGridData: false });
  },
});

function addSheets(spreadsheet: Spreadsheet, sheets: NonNullable<SpreadsheetMessage['sheets']>): void {
  if (sheets.length === 0) return;
  spreadsheet.sheets = [];
  for (const { properties = {}, data } of sheets) {
    if (data !== undefined) throw invalidArgument('This emulator creates sheets without data only.');
    const sheetId = properties.sheetId ?? (spreadsheet.sheets.length === 0 ? 0 : newId(sheetIds(spreadsheet.sheets)));
    const { rowCount = DEFAULT_ROWS, columnCount = DEFAULT_COLUMNS, ...grid } = properties.gridProperties ?? {};
    refuseTooManyCells(spreadsheet.sheets, rowCount * columnCount);
    const title = properties.title ?? `Sheet${String(spreadsheet.sheets.length + 1)}`;
    const sheet = createSheet(sheetId, title, rowCount, columnCount);
    sheet.properties = {
      ...(properties.hidden === true && { hidden: true }),
      ...(Object.keys(grid).length > 0 && { gridProperties: grid }),
    };
    spreadsheet.sheets.push(sheet);
  }
}

const BatchUpdate = message('BatchUpdateSpreadsheetRequest', {
  requests: repeated(Request),
  includeSpreadsheetInResponse: bool,
  responseRanges: repeated(string),
  responseIncludeGridData: bool,
});

const BatchUpdateResponse = message('BatchUpdateSpreadsheetResponse', {
  spreadsheetId: string,
  replies: opaque,
  updatedSpreadsheet: SpreadsheetType,
});

const batchUpdate = method({
  id: 'spreadsheets.batchUpdate',
  http: 'POST',
  template: '/v4/spreadsheets/{spreadsheetId}:batchUpdate',
  quota: 'write',
  query: {},
  body: { type: BatchUpdate },
  response: BatchUpdateResponse,
  run({ body, mask, ...call }) {
    const { id } = openedBy(call);
    const { email } = call.caller;
    return call.store.change(id, (draft) => {
      const replies = applyBatch({ draft, email }, body.requests ?? []);
      if (body.includeSpreadsheetInResponse !== true) return { spreadsheetId: id, replies };
      const updatedSpreadsheet = toSpreadsheet(draft, {
        email,
        mask: belowUpdated(mask),
        places: body.responseRanges?.map((range) => findA1(draft, range)),
        includeGridData: body.responseIncludeGridData === true,
      });
      return { spreadsheetId: id, replies, updatedSpreadsheet };
    });
  },
});

function belowUpdated(mask: FieldMask): FieldMask {
  return mask.has('updatedSpreadsheet') ? maskBelow(mask, 'updatedSpreadsheet') : EVERYTHING;
}

const copyTo = method({
  id: 'spreadsheets.sheets.copyTo',
  http: 'POST',
  template: '/v4/spreadsheets/{spreadsheetId}/sheets/{sheetId}:copyTo',
  quota: 'write',
  query: {},
  body: { type: message('CopySheetToAnotherSpreadsheetRequest', { destinationSpreadsheetId: string }) },
  response: SheetProperties,
  run({ body, ...call }) {
    const source = openedBy(call).sheets.find(({ sheetId }) => String(sheetId) === call.path['sheetId']);
    if (source === undefined) throw invalidArgument(`No sheet with id: ${call.path['sheetId'] ?? ''}`);
    const target = openedBy({ ...call, path: { spreadsheetId: body.destinationSpreadsheetId ?? '' } });
    return call.store.change(target.id, (draft) => {
      refuseTooManyCells(draft.sheets, source.rows.length * source.columns.length);
      const sheet = copyOf(source, newId(sheetIds(draft.sheets)), `Copy of ${source.title}`);
      draft.sheets.push(sheet);
      return toSheetProperties(sheet, draft.sheets.length - 1);
    });
  },
});

export const SPREADSHEET_METHODS = [get, getByDataFilter, create, batchUpdate, copyTo];
