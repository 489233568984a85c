import { SyncError } from '../errors.ts';

/** A range as A1 notation says it; indexes from 0, ends exclusive, absent where it is open. */
export interface A1Range {
  title: string;
  startRow: number;
  endRow?: number;
  startColumn: number;
  endColumn?: number;
}

const RANGE = /^(?:'((?:[^']|'')+)'|([^'!]+))!([A-Z]+)(\d+)?(?::([A-Z]+)(\d+)?)?$/;

/** Reads `'My Tab'!B2:C`. What is no range with a tab and columns is an error. */
export function parseRange(text: string): A1Range {
  const [matched, quoted, bare, firstColumn, firstRow, lastColumn, lastRow] = RANGE.exec(text) ?? [];
  if (matched === undefined || firstColumn === undefined) {
    throw new SyncError('unavailable', `Google Sheets named the range "${text}", expected one such as 'Backlog'!A1:B2`);
  }
  const isCell = lastColumn === undefined;
  const endRow = isCell ? (firstRow ?? lastRow) : lastRow;
  return {
    title: quoted?.replaceAll("''", "'") ?? bare ?? '',
    startRow: firstRow === undefined ? 0 : Number(firstRow) - 1,
    ...(endRow !== undefined && { endRow: Number(endRow) }),
    startColumn: toColumnIndex(firstColumn),
    endColumn: toColumnIndex(lastColumn ?? firstColumn) + 1,
  };
}

/** A column from a row on, as in `'My Tab'!B1:B`. */
export function columnRange(title: string, column: number, fromRow = 0): string {
  const letters = toColumnLetters(column);
  return `${wholeTab(title)}!${letters}${fromRow + 1}:${letters}`;
}

/** The first row, as far as the grid goes. */
export function headerRange(title: string): string {
  return `${wholeTab(title)}!1:1`;
}

/** All of a tab. */
export function wholeTab(title: string): string {
  return `'${title.replaceAll("'", "''")}'`;
}

/** 0 → `A`, 26 → `AA`. */
export function toColumnLetters(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** `A` → 0, `AA` → 26. */
export function toColumnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
