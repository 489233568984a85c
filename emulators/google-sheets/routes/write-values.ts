import { refuseProtected } from '../access.ts';
import { invalidArgument } from '../errors.ts';
import { Scope } from '../formula/scope.ts';
import { findA1, type Place } from '../grid/places.ts';
import { growTo } from '../requests/cells.ts';
import type { Change } from '../requests/kind.ts';
import { readValues, writeValues, type DateRender, type Major, type Render } from '../values/value-range.ts';

export interface WriteOptions {
  valueInputOption?: 'RAW' | 'USER_ENTERED' | 'INPUT_VALUE_OPTION_UNSPECIFIED';
  includeValuesInResponse?: boolean;
  responseValueRenderOption?: Render;
  responseDateTimeRenderOption?: DateRender;
}

export interface UpdateResponse {
  spreadsheetId: string;
  updatedRange: string;
  updatedRows?: number;
  updatedColumns?: number;
  updatedCells?: number;
  updatedData?: unknown;
}

interface Given {
  values?: unknown[][];
  majorDimension?: Major | 'DIMENSION_UNSPECIFIED';
}

/** Writes values to the place that a range names. */
export function updateRange(change: Change, range: string, given: Given, options: WriteOptions): UpdateResponse {
  return updatePlace(change, findA1(change.draft, range), range, given, options);
}

/** Writes values to a place; `text` is how the request named it. */
export function updatePlace(
  { draft, email }: Change,
  place: Place,
  text: string,
  { values = [], majorDimension }: Given,
  options: WriteOptions,
): UpdateResponse {
  const rows = majorDimension === 'COLUMNS' ? turned(values) : values;
  const { box, ...told } = writeValues(place, text, rows, isParsed(options));
  refuseProtected(draft, place.sheet, box, email);
  const { responseValueRenderOption: render, responseDateTimeRenderOption: dates } = options;
  return {
    spreadsheetId: draft.id,
    updatedRange: told.updatedRange,
    ...(told.updatedRows > 0 && { updatedRows: told.updatedRows }),
    ...(told.updatedColumns > 0 && { updatedColumns: told.updatedColumns }),
    ...(told.updatedCells > 0 && { updatedCells: told.updatedCells }),
    ...(options.includeValuesInResponse === true && {
      updatedData: readValues(new Scope(draft, place.sheet), box, {
        ...(render && { render }),
        ...(dates && { dates }),
      }),
    }),
  };
}

/** Whether values are parsed as if typed. There is no default. */
function isParsed({ valueInputOption: option }: WriteOptions): boolean {
  if (option === 'RAW' || option === 'USER_ENTERED') return option === 'USER_ENTERED';
  throw invalidArgument("'valueInputOption' is required but not specified");
}

/** Columns as rows; where a column is shorter, cells stay as they are. */
function turned(columns: readonly unknown[][]): unknown[][] {
  const height = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: height }, (_none, row) =>
    columns.map((column) => (row < column.length ? column[row] : null)),
  );
}

/** Writes values on the rows below a place, adding rows and columns to the grid where they are missing. */
export function appendBelow(change: Change, corner: Place, given: Given, options: WriteOptions): UpdateResponse {
  const { values = [], majorDimension } = given;
  const rows = majorDimension === 'COLUMNS' ? turned(values) : values;
  const { sheet, box } = corner;
  growTo(change, sheet, box.top + Math.max(1, rows.length), box.left + Math.max(1, ...rows.map((row) => row.length)));
  return updatePlace(change, { ...corner, single: true }, '', { values: rows }, options);
}
