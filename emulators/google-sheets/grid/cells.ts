import type { Box, Cell, Row, Sheet } from '../entities.ts';
import { invalidArgument } from '../errors.ts';

/** https://support.google.com/drive/answer/37603 */
const MOST_CELLS = 10_000_000;
const MOST_CHARACTERS = 50_000;

const EMPTY_ROW: Row = { cells: [] };

export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.rows[row]?.cells[column];
}

/** Puts cells side by side into one row, from a column on. An undefined one empties its place. */
export function putCells(sheet: Sheet, row: number, column: number, cells: readonly (Cell | undefined)[]): void {
  const old = sheet.rows[row] ?? EMPTY_ROW;
  const next = old.cells.slice();
  while (next.length < column) next.push(undefined);
  for (const [offset, cell] of cells.entries()) next[column + offset] = cell;
  while (next.length > 0 && next.at(-1) === undefined) next.pop();
  const { length } = next;
  sheet.rows[row] = length === 0 && Object.keys(old).length === 1 ? undefined : { ...old, cells: next };
}

/**
 * Replaces every cell of a box by what `change` makes of it. Equal cells in get the same cell out and equal rows the same
 * row, to save memory and time: most rows of a sheet are as empty as the next.
 */
export function changeCells(sheet: Sheet, box: Box, change: (cell: Cell | undefined) => Cell | undefined): void {
  const made = new Map<Cell | undefined, Cell | undefined>();
  const changeOnce = (cell: Cell | undefined): Cell | undefined => {
    if (!made.has(cell)) made.set(cell, toStored(change(cell)));
    return made.get(cell);
  };
  const madeRows = new Map<Row | undefined, Row | undefined>();
  for (let row = box.top; row < box.bottom; row += 1) {
    const old = sheet.rows[row];
    if (madeRows.has(old)) {
      sheet.rows[row] = madeRows.get(old);
      continue;
    }
    const cells: (Cell | undefined)[] = [];
    for (let column = box.left; column < box.right; column += 1) cells.push(changeOnce(old?.cells[column]));
    putCells(sheet, row, box.left, cells);
    madeRows.set(old, sheet.rows[row]);
  }
}

/** A cell as it is kept: none when it says nothing. Refuses text longer than a cell may hold. */
export function toStored(cell: Cell | undefined): Cell | undefined {
  if (cell === undefined) return undefined;
  const { stringValue, formulaValue } = cell.userEnteredValue ?? {};
  if (Math.max(stringValue?.length ?? 0, formulaValue?.length ?? 0) > MOST_CHARACTERS) {
    throw invalidArgument('Your input contains more than the maximum of 50000 characters in a single cell.');
  }
  for (const key in cell) {
    if (cell[key as keyof Cell] !== undefined) return cell;
  }
  return undefined;
}

/** Refuses a grid that would hold more cells than Google allows a spreadsheet. */
export function refuseTooManyCells(sheets: readonly Sheet[], added: number): void {
  const cells = sheets.reduce((sum, sheet) => sum + sheet.rows.length * sheet.columns.length, 0);
  if (cells + added > MOST_CELLS) {
    throw invalidArgument(
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
  }
}

export function hasValue(cell: Cell | undefined): boolean {
  return cell?.userEnteredValue !== undefined;
}

/** A row is replaced when it changes, so how far its values reach is found out once. */
const widths = new WeakMap<Row, number>();

/** How many columns the values of a row reach over. */
export function rowWidth(row: Row | undefined): number {
  if (row === undefined) return 0;
  const known = widths.get(row);
  if (known !== undefined) return known;
  const width = row.cells.findLastIndex(hasValue) + 1;
  widths.set(row, width);
  return width;
}

/** The rows and columns that hold values, counted from the top left corner. */
export function dataSize(sheet: Sheet): { rows: number; columns: number } {
  const rows = sheet.rows.findLastIndex((row) => rowWidth(row) > 0) + 1;
  let columns = 0;
  for (let index = 0; index < rows; index += 1) columns = Math.max(columns, rowWidth(sheet.rows[index]));
  return { rows, columns };
}
