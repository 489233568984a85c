import type { sheets_v4 } from '@googleapis/sheets';

/** One part of a `spreadsheets.batchUpdate`. */
export type SheetRequest = sheets_v4.Schema$Request;

/** A cell to write. Text is literal; `note` is put on the cell where it is given. */
export interface SheetCell {
  value: string | number | boolean | null;
  /** Stretches of the text that are links; positions count UTF-16 units. */
  links?: readonly { start: number; end: number; url: string }[];
  note?: string;
}

const CONTENT = 'userEnteredValue,textFormatRuns';

/** Writes neighbouring cells of one row, and nothing but what they hold: formats stay. */
export function writeCells(sheetId: number, row: number, column: number, cells: readonly SheetCell[]): SheetRequest {
  const noted = cells.some(({ note }) => note !== undefined);
  return {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: [{ values: cells.map(toCellData) }],
      fields: noted ? `${CONTENT},note` : CONTENT,
    },
  };
}

/** Puts a note on a cell, or takes it off; what the cell holds stays. */
export function writeNote(sheetId: number, row: number, column: number, note: string | undefined): SheetRequest {
  return {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: [{ values: [note === undefined ? {} : { note }] }],
      fields: 'note',
    },
  };
}

/** Adds rows below the last one that holds anything, wherever that is when the request is carried out. */
export function appendRows(sheetId: number, rows: readonly (readonly SheetCell[])[]): SheetRequest {
  const noted = rows.some((cells) => cells.some(({ note }) => note !== undefined));
  const fields = noted ? `${CONTENT},note` : CONTENT;
  return { appendCells: { sheetId, rows: rows.map((cells) => ({ values: cells.map(toCellData) })), fields } };
}

export function deleteRow(sheetId: number, row: number): SheetRequest {
  return { deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 } } };
}

function toCellData({ value, links, note }: SheetCell): sheets_v4.Schema$CellData {
  // Made without copies: this is done for every cell of a first load.
  const data: sheets_v4.Schema$CellData = {};
  if (value !== null) data.userEnteredValue = toExtendedValue(value);
  if (links !== undefined) data.textFormatRuns = toRuns(String(value), links);
  if (note !== undefined) data.note = note;
  return data;
}

function toExtendedValue(value: string | number | boolean): sheets_v4.Schema$ExtendedValue {
  if (typeof value === 'string') return { stringValue: value };
  return typeof value === 'number' ? { numberValue: value } : { boolValue: value };
}

/** A run lasts until the next begins, so each link that ends before the text does is followed by a run without one. */
function toRuns(text: string, links: NonNullable<SheetCell['links']>): sheets_v4.Schema$TextFormatRun[] {
  return links.flatMap(({ start, end, url }) => [
    { startIndex: start, format: { link: { uri: url } } },
    ...(end < text.length ? [{ startIndex: end, format: {} }] : []),
  ]);
}
