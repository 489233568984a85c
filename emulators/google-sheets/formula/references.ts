import type { Box, Sheet, Spreadsheet } from '../entities.ts';
import { quoteTitle, toColumnLetters } from '../grid/a1.ts';
import { readTokens, type Corner, type Reference } from './tokens.ts';

/** The place that a reference means; undefined when its sheet or its start is not there. */
export function toBoxOf(
  { title, start, end }: Reference,
  { spreadsheet, sheet: own }: { spreadsheet: Spreadsheet; sheet: Sheet },
): { sheet: Sheet; box: Box } | undefined {
  const sheet = title === undefined ? own : titled(spreadsheet, title);
  if (sheet === undefined) return undefined;
  const last = end ?? start;
  const [top, bottom] = span(start.row, last.row, sheet.rows.length);
  const [left, right] = span(start.column, last.column, sheet.columns.length);
  if (top >= sheet.rows.length || left >= sheet.columns.length) return undefined;
  return { sheet, box: { sheetId: sheet.sheetId, top, bottom, left, right } };
}

function span(from: number | undefined, to: number | undefined, size: number): [number, number] {
  if (from === undefined || to === undefined) return [from ?? to ?? 0, size];
  return [Math.min(from, to), Math.min(Math.max(from, to) + 1, size)];
}

function titled({ sheets }: Spreadsheet, title: string): Sheet | undefined {
  return sheets.find((one) => one.title.toLowerCase() === title.toLowerCase());
}

/** A formula with its references put elsewhere; those for which `move` has no place become `#REF!`. */
export function moveReferences(formula: string, move: (reference: Reference) => Reference | undefined): string {
  let moved = formula;
  for (const token of (readTokens(formula) ?? []).toReversed()) {
    if (token.kind !== 'reference') continue;
    const next = move(token.reference);
    if (next === token.reference) continue;
    const text = next === undefined ? '#REF!' : printReference(next);
    moved = moved.slice(0, token.at) + text + moved.slice(token.at + token.length);
  }
  return moved;
}

function printReference({ title, start, end }: Reference): string {
  const sheet = title === undefined ? '' : `${quoteTitle(title)}!`;
  return `${sheet}${printCorner(start)}${end === undefined ? '' : `:${printCorner(end)}`}`;
}

function printCorner({ column, columnFixed, row, rowFixed }: Corner): string {
  const letters = column === undefined ? '' : `${columnFixed === true ? '$' : ''}${toColumnLetters(column)}`;
  return `${letters}${row === undefined ? '' : `${rowFixed === true ? '$' : ''}${String(row + 1)}`}`;
}

/** A formula as it is after it was copied some rows down and columns to the right: what is not fixed goes along. */
export function copyFormula(formula: string, down: number, right: number): string {
  return moveReferences(formula, (reference) => {
    const start = moveCorner(reference.start, down, right);
    const end = reference.end && moveCorner(reference.end, down, right);
    if (start === undefined || (reference.end !== undefined && end === undefined)) return undefined;
    return { ...reference, start, ...(end && { end }) };
  });
}

function moveCorner(corner: Corner, down: number, right: number): Corner | undefined {
  const row = corner.row !== undefined && corner.rowFixed !== true ? corner.row + down : corner.row;
  const column = corner.column !== undefined && corner.columnFixed !== true ? corner.column + right : corner.column;
  if ((row ?? 0) < 0 || (column ?? 0) < 0) return undefined;
  return { ...corner, ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
}
