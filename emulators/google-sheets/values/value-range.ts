import type { Box, Cell } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import { cellAt, putCells, toStored } from '../grid/cells.ts';
import { toColumnLetters } from '../grid/a1.ts';
import type { Scope } from '../formula/scope.ts';
import { exceedsGrid, toA1, type Place } from '../grid/places.ts';
import { displayText, effectiveValue } from './effective.ts';
import { enterText, withValue } from './entered.ts';
import { isDateFormat } from './number-format.ts';

export type CellValue = string | number | boolean;
export type Render = 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
export type DateRender = 'SERIAL_NUMBER' | 'FORMATTED_STRING';
export type Major = 'ROWS' | 'COLUMNS';

export interface ReadOptions {
  render?: Render;
  dates?: DateRender;
  major?: Major;
}

export interface ValueRange {
  range: string;
  majorDimension: Major;
  values?: CellValue[][];
}

/** The values of a box: ragged, without trailing blanks, and without `values` when there are none. */
export function readValues(scope: Scope, box: Box, { render, dates, major = 'ROWS' }: ReadOptions = {}): ValueRange {
  const { sheet } = scope;
  const values: CellValue[][] = [];
  const rows = { start: box.top, end: Math.min(box.bottom, scope.lastRow() + 1) };
  const columns = { start: box.left, end: box.right };
  const [outer, inner] = major === 'ROWS' ? [rows, columns] : [columns, rows];
  for (let line = outer.start; line < outer.end; line += 1) {
    const found: CellValue[] = [];
    for (let place = inner.start; place < inner.end; place += 1) {
      const cell = major === 'ROWS' ? cellAt(sheet, line, place) : cellAt(sheet, place, line);
      if (cell?.userEnteredValue === undefined) continue;
      while (found.length < place - inner.start) found.push('');
      found.push(renderCell(cell, scope, render ?? 'FORMATTED_VALUE', dates ?? 'SERIAL_NUMBER'));
    }
    if (found.length === 0) continue;
    while (values.length < line - outer.start) values.push([]);
    values.push(found);
  }
  return { range: toA1(sheet, box), majorDimension: major, ...(values.length > 0 && { values }) };
}

function renderCell(cell: Cell, scope: Scope, render: Render, dates: DateRender): CellValue {
  const formula = cell.userEnteredValue?.formulaValue;
  if (render === 'FORMULA' && formula !== undefined) return formula;
  const { numberValue, boolValue } = effectiveValue(cell, scope) ?? {};
  if (render === 'FORMATTED_VALUE') return displayText(cell, scope);
  if (numberValue !== undefined && dates === 'FORMATTED_STRING' && isDateFormat(cell.userEnteredFormat?.numberFormat)) {
    return displayText(cell, scope);
  }
  return numberValue ?? boolValue ?? displayText(cell, scope);
}

export interface Written {
  updatedRange: string;
  updatedRows: number;
  updatedColumns: number;
  updatedCells: number;
  box: Box;
}

/** Writes values from the corner of a place on; `null` leaves a cell as it is. Refuses what leaves the range or the grid. */
export function writeValues(place: Place, text: string, values: readonly unknown[][], parsed: boolean): Written {
  const { sheet, box } = place;
  let [updatedCells, width] = [0, 0];
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (const [offset, given] of values.entries()) {
    const row = box.top + offset;
    width = Math.max(width, given.length);
    refuseOverflow(place, text, row, box.left + given.length);
    const cells: (Cell | undefined)[] = [];
    for (const [index, value] of given.entries()) {
      const column = box.left + index;
      const old = cellAt(sheet, row, column);
      cells.push(value === null ? old : toStored(enter(old, value, parsed, offset, index)));
      if (value === null) continue;
      updatedCells += 1;
      rows.add(row);
      columns.add(column);
    }
    if (cells.length > 0) putCells(sheet, row, box.left, cells);
  }
  const written = { ...box, bottom: box.top + Math.max(1, values.length), right: box.left + Math.max(1, width) };
  return {
    updatedRange: toA1(sheet, written),
    updatedRows: rows.size,
    updatedColumns: columns.size,
    updatedCells,
    box: written,
  };
}

function refuseOverflow({ sheet, box, single }: Place, text: string, row: number, right: number): void {
  const limit = single ? { bottom: sheet.rows.length, right: sheet.columns.length } : box;
  if (row < limit.bottom && right <= limit.right) return;
  if (single) throw exceedsGrid(sheet, toA1(sheet, { ...box, bottom: row + 1, right: Math.max(right, box.left + 1) }));
  const beyond = row >= limit.bottom ? `row [${String(limit.bottom + 1)}]` : `column [${toColumnLetters(limit.right)}]`;
  throw invalidArgument(`Requested writing within range [${text}], but tried writing to ${beyond}`);
}

function enter(old: Cell | undefined, value: unknown, parsed: boolean, row: number, column: number): Cell {
  if (typeof value === 'number') return withValue(old, { numberValue: value });
  if (typeof value === 'boolean') return withValue(old, { boolValue: value });
  if (typeof value === 'string') {
    if (parsed) return enterText(old, value);
    return withValue(old, value === '' ? undefined : { stringValue: value });
  }
  const kind = Array.isArray(value) ? 'list_value' : 'struct_value';
  throw invalidArgument(`Invalid values[${String(row)}][${String(column)}]: ${kind} {\n}\n`);
}
