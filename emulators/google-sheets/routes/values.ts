import { refuseProtected } from '../access.ts';
import type { Spreadsheet } from '../entities.ts';
import { GoogleError, invalidArgument } from '../errors.ts';
import { Scope, scopesOf } from '../formula/scope.ts';
import { changeCells } from '../grid/cells.ts';
import { findTable } from '../grid/find-table.ts';
import { changeLines } from '../grid/lines.ts';
import { findA1, toA1 } from '../grid/places.ts';
import type { Change } from '../requests/kind.ts';
import { withValue } from '../values/entered.ts';
import { readValues, type DateRender, type Major, type ReadOptions, type Render } from '../values/value-range.ts';
import { enumeration, message, repeated, string } from '../wire/proto.ts';
import { method } from './method.ts';
import { openedBy } from './spreadsheets.ts';
import * as types from './values-messages.ts';
import { appendBelow, updateRange, type UpdateResponse, type WriteOptions } from './write-values.ts';

const VALUES = '/v4/spreadsheets/{spreadsheetId}/values';

export interface GivenReadOptions {
  majorDimension?: Major | 'DIMENSION_UNSPECIFIED';
  valueRenderOption?: Render;
  dateTimeRenderOption?: DateRender;
}

export function toReadOptions({
  majorDimension,
  valueRenderOption,
  dateTimeRenderOption,
}: GivenReadOptions): ReadOptions {
  return {
    ...(valueRenderOption && { render: valueRenderOption }),
    ...(dateTimeRenderOption && { dates: dateTimeRenderOption }),
    major: majorDimension === 'COLUMNS' ? 'COLUMNS' : 'ROWS',
  };
}

const get = method({
  id: 'spreadsheets.values.get',
  http: 'GET',
  template: `${VALUES}/{range}`,
  quota: 'read',
  query: types.READ_OPTIONS,
  response: types.ValueRange,
  run({ query, ...call }) {
    const spreadsheet = openedBy(call);
    const { sheet, box } = findA1(spreadsheet, call.path['range'] ?? '');
    return readValues(new Scope(spreadsheet, sheet), box, toReadOptions(query));
  },
});

const batchGet = method({
  id: 'spreadsheets.values.batchGet',
  http: 'GET',
  template: `${VALUES}:batchGet`,
  quota: 'read',
  query: { ranges: repeated(string), ...types.READ_OPTIONS },
  response: types.BatchGetResponse,
  run({ query, ...call }) {
    const spreadsheet = openedBy(call);
    const places = (query.ranges ?? []).map((range) => findA1(spreadsheet, range));
    const scopes = scopesOf(spreadsheet);
    const valueRanges = places.map(({ sheet, box }) => readValues(scopes(sheet), box, toReadOptions(query)));
    return { spreadsheetId: spreadsheet.id, ...(valueRanges.length > 0 && { valueRanges }) };
  },
});

const update = method({
  id: 'spreadsheets.values.update',
  http: 'PUT',
  template: `${VALUES}/{range}`,
  quota: 'write',
  query: types.WRITE_OPTIONS,
  body: { type: types.ValueRange, at: 'data' },
  response: types.UpdateValuesResponse,
  run({ query, body, ...call }) {
    const { id } = openedBy(call);
    const range = call.path['range'] ?? '';
    refuseOtherRange(range, body.range);
    return call.store.change(id, (draft) => updateRange({ draft, email: call.caller.email }, range, body, query));
  },
});

function refuseOtherRange(range: string, given: string | undefined): void {
  if (given === undefined || given === range) return;
  throw invalidArgument(`Requested range[${range}] does not match value's range[${given}]`);
}

const append = method({
  id: 'spreadsheets.values.append',
  http: 'POST',
  template: `${VALUES}/{range}:append`,
  quota: 'write',
  query: { ...types.WRITE_OPTIONS, insertDataOption: enumeration('InsertDataOption', ['OVERWRITE', 'INSERT_ROWS']) },
  body: { type: types.ValueRange, at: 'data' },
  response: types.AppendValuesResponse,
  run({ query: { insertDataOption, ...options }, body, ...call }) {
    const { id } = openedBy(call);
    const change = { email: call.caller.email };
    return call.store.change(id, (draft) =>
      appendRows({ ...change, draft }, call.path['range'] ?? '', body, options, insertDataOption === 'INSERT_ROWS'),
    );
  },
});

function appendRows(
  change: Change,
  range: string,
  body: types.ValueRange,
  options: WriteOptions,
  insert: boolean,
): object {
  const { draft } = change;
  const place = findA1(draft, range);
  const { sheet } = place;
  const table = findTable(sheet, place.box);
  const box = table === undefined ? place.box : { ...place.box, top: table.bottom, left: table.left };
  const count =
    body.majorDimension === 'COLUMNS'
      ? Math.max(0, ...(body.values ?? []).map((one) => one.length))
      : (body.values ?? []).length;
  if (insert && table !== undefined && count > 0) {
    changeLines(draft, sheet, 'ROWS', { kind: 'insert', at: table.bottom, count });
  }
  const updates = appendBelow(change, { sheet, box, single: true }, body, options);
  return { spreadsheetId: draft.id, ...(table && { tableRange: toA1(sheet, table) }), updates };
}

const clear = method({
  id: 'spreadsheets.values.clear',
  http: 'POST',
  template: `${VALUES}/{range}:clear`,
  quota: 'write',
  query: {},
  body: { type: message('ClearValuesRequest', {}) },
  response: types.ClearValuesResponse,
  run(call) {
    const { id } = openedBy(call);
    const { email } = call.caller;
    const clearedRange = call.store.change(id, (draft) => clearRange({ draft, email }, call.path['range'] ?? ''));
    return { spreadsheetId: id, clearedRange };
  },
});

/** Empties cells; formats, notes and validation stay. */
function clearRange({ draft, email }: Change, range: string): string {
  const { sheet, box } = findA1(draft, range);
  refuseProtected(draft, sheet, box, email);
  changeCells(sheet, box, (cell) => cell && withValue(cell, undefined));
  return toA1(sheet, box);
}

const batchClear = method({
  id: 'spreadsheets.values.batchClear',
  http: 'POST',
  template: `${VALUES}:batchClear`,
  quota: 'write',
  query: {},
  body: { type: message('BatchClearValuesRequest', { ranges: repeated(string) }) },
  response: types.BatchClearResponse,
  run({ body, ...call }) {
    const { id } = openedBy(call);
    const { email } = call.caller;
    const clearedRanges = call.store.change(id, (draft) => {
      return (body.ranges ?? []).map((range) => clearRange({ draft, email }, range));
    });
    return { spreadsheetId: id, ...(clearedRanges.length > 0 && { clearedRanges }) };
  },
});

const batchUpdate = method({
  id: 'spreadsheets.values.batchUpdate',
  http: 'POST',
  template: `${VALUES}:batchUpdate`,
  quota: 'write',
  query: {},
  body: { type: message('BatchUpdateValuesRequest', { data: repeated(types.ValueRange), ...types.WRITE_OPTIONS }) },
  response: types.BatchUpdateResponse,
  run({ body: { data = [], ...options }, ...call }) {
    const { id } = openedBy(call);
    const { email } = call.caller;
    return call.store.change(id, (draft) => {
      const sheets = new Set<number>();
      const responses = data.map((given, index) =>
        namingData(index, () => {
          sheets.add(findA1(draft, given.range ?? '').sheet.sheetId);
          return updateRange({ draft, email }, given.range ?? '', given, options);
        }),
      );
      return toTotals(draft, responses, sheets.size);
    });
  },
});

/** Says in a refusal which of the ranges it was. */
export function namingData<T>(index: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof GoogleError) || error.code !== 400 || error.message.startsWith("'valueInputOption'"))
      throw error;
    throw new GoogleError(error.code, `Invalid data[${String(index)}]: ${error.message}`, error.details);
  }
}

/** The answer to a batch of writes; counts that are zero are left out, as everywhere in Google's answers. */
export function toTotals(draft: Spreadsheet, responses: readonly UpdateResponse[], sheets: number): object {
  const sum = (key: 'updatedRows' | 'updatedColumns' | 'updatedCells'): number =>
    responses.reduce((total, response) => total + (response[key] ?? 0), 0);
  const totals = {
    totalUpdatedRows: sum('updatedRows'),
    totalUpdatedColumns: sum('updatedColumns'),
    totalUpdatedCells: sum('updatedCells'),
    totalUpdatedSheets: sheets,
  };
  return {
    spreadsheetId: draft.id,
    ...Object.fromEntries(Object.entries(totals).filter(([, total]) => total > 0)),
    ...(responses.length > 0 && { responses }),
  };
}

export const VALUES_METHODS = [batchGet, get, update, append, clear, batchClear, batchUpdate];
