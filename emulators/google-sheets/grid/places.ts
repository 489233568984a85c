import type { Box, Sheet, Spreadsheet } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import type { GridRange } from '../wire/messages.ts';
import { formatA1, parseA1, toColumnLetters, type A1Place } from './a1.ts';

/** A box with its sheet, and whether the notation was that of a single cell. */
export interface Place {
  sheet: Sheet;
  box: Box;
  single: boolean;
}

export function findSheet(spreadsheet: Spreadsheet, sheetId: number): Sheet {
  const sheet = spreadsheet.sheets.find((one) => one.sheetId === sheetId);
  if (sheet === undefined) throw invalidArgument(`No grid with id: ${String(sheetId)}`);
  return sheet;
}

/** The place that an A1 notation means, clipped to the grid; refuses what cannot be read and what starts outside. */
export function findA1(spreadsheet: Spreadsheet, text: string): Place {
  const parsed = parseA1(text);
  if (parsed === undefined) throw unreadable(text);
  if ('name' in parsed) return findNamed(spreadsheet, text, parsed.name);
  const [first] = spreadsheet.sheets;
  const sheet = parsed.title === undefined ? first : sheetTitled(spreadsheet, parsed.title);
  if (sheet === undefined) throw unreadable(text);
  return { sheet, box: clipped(sheet, parsed, text), single: parsed.single };
}

function sheetTitled(spreadsheet: Spreadsheet, title: string): Sheet | undefined {
  const { sheets } = spreadsheet;
  return sheets.find((one) => one.title === title) ?? sheets.find((one) => sameName(one.title, title));
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function findNamed(spreadsheet: Spreadsheet, text: string, name: string): Place {
  const named = spreadsheet.namedRanges.find((one) => one.name !== undefined && sameName(one.name, name));
  if (named?.range !== undefined) {
    const { sheet, box } = findBox(spreadsheet, named.range);
    return { sheet, box, single: false };
  }
  const sheet = text === name ? sheetTitled(spreadsheet, name) : undefined;
  if (sheet === undefined) throw unreadable(text);
  return { sheet, box: wholeSheet(sheet), single: false };
}

function clipped(sheet: Sheet, place: A1Place, text: string): Box {
  const [rows, columns] = [sheet.rows.length, sheet.columns.length];
  const top = place.startRow ?? 0;
  const left = place.startColumn ?? 0;
  if (top >= rows || left >= columns) throw exceedsGrid(sheet, text);
  return {
    sheetId: sheet.sheetId,
    top,
    bottom: Math.min(place.endRow ?? rows, rows),
    left,
    right: Math.min(place.endColumn ?? columns, columns),
  };
}

function unreadable(text: string): Error {
  return invalidArgument(`Unable to parse range: ${text}`);
}

export function exceedsGrid(sheet: Sheet, text: string): Error {
  const [rows, columns] = [sheet.rows.length, sheet.columns.length].map(String);
  return invalidArgument(`Range (${text}) exceeds grid limits. Max rows: ${rows ?? ''}, max columns: ${columns ?? ''}`);
}

export function wholeSheet(sheet: Sheet): Box {
  return { sheetId: sheet.sheetId, top: 0, bottom: sheet.rows.length, left: 0, right: sheet.columns.length };
}

/** The box that a `GridRange` of a request means: clipped where it runs past the grid, refused where it starts past it. */
export function findBox(spreadsheet: Spreadsheet, range: GridRange, field = 'range'): { sheet: Sheet; box: Box } {
  const sheet = findSheet(spreadsheet, range.sheetId ?? 0);
  const [top, bottom] = toSpan(range.startRowIndex, range.endRowIndex, sheet.rows.length, `${field}.startRowIndex`);
  const [left, right] = toSpan(
    range.startColumnIndex,
    range.endColumnIndex,
    sheet.columns.length,
    `${field}.startColumnIndex`,
  );
  return { sheet, box: { sheetId: sheet.sheetId, top, bottom, left, right } };
}

function toSpan(start = 0, end = Infinity, size: number, field: string): [number, number] {
  if (start < 0) throw invalidArgument(`${field}[${String(start)}] can't be negative`);
  if (start >= size) throw invalidArgument(`${field} is larger than current grid size (${String(size)})`);
  if (end <= start) {
    const ending = field.replace('start', 'end');
    throw invalidArgument(
      `${ending}[${String(end)}] must be greater than ${field.split('.')[1] ?? field}[${String(start)}]`,
    );
  }
  return [start, Math.min(end, size)];
}

/** A box as the wire writes it: the id of the first sheet, 0, is left out. */
export function toGridRange(box: Box): GridRange {
  return {
    ...(box.sheetId !== 0 && { sheetId: box.sheetId }),
    startRowIndex: box.top,
    endRowIndex: box.bottom,
    startColumnIndex: box.left,
    endColumnIndex: box.right,
  };
}

export function toA1(sheet: Sheet, box: Box): string {
  return formatA1(sheet.title, box.top, box.left, box.bottom, box.right);
}

/** `B7`, of zero-based places. */
export function cellName(row: number, column: number): string {
  return `${toColumnLetters(column)}${String(row + 1)}`;
}

export function intersects(one: Box, other: Box): boolean {
  return (
    one.sheetId === other.sheetId &&
    one.top < other.bottom &&
    other.top < one.bottom &&
    one.left < other.right &&
    other.left < one.right
  );
}

/** The box of a stored range, whose open sides reach the edges of its sheet. */
export function toBox(sheet: Sheet, range: GridRange): Box {
  return {
    sheetId: sheet.sheetId,
    top: range.startRowIndex ?? 0,
    bottom: Math.min(range.endRowIndex ?? Infinity, sheet.rows.length),
    left: range.startColumnIndex ?? 0,
    right: Math.min(range.endColumnIndex ?? Infinity, sheet.columns.length),
  };
}
