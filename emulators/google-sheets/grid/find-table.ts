import type { Box, Sheet } from '../entities.ts';
import { hasValue, cellAt, dataSize } from './cells.ts';
import { intersects } from './places.ts';

/**
 * The last table that a box touches: a block of values that hang together, corner to corner, seen as a rectangle.
 * https://developers.google.com/workspace/sheets/api/guides/values#append_values
 */
export function findTable(sheet: Sheet, box: Box): Box | undefined {
  let last: Box | undefined;
  for (const table of tables(sheet)) {
    if (!intersects(table, box)) continue;
    const later = last === undefined || table.bottom > last.bottom;
    if (later || (table.bottom === last?.bottom && table.left > last.left)) last = table;
  }
  return last;
}

function* tables(sheet: Sheet): Generator<Box> {
  const { rows, columns } = dataSize(sheet);
  const seen = new Set<number>();
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (seen.has(row * columns + column) || !hasValue(cellAt(sheet, row, column))) continue;
      yield grow(sheet, row, column, columns, seen);
    }
  }
}

function grow(sheet: Sheet, row: number, column: number, width: number, seen: Set<number>): Box {
  let [top, bottom, left, right] = [row, row, column, column];
  const open: [number, number][] = [[row, column]];
  seen.add(row * width + column);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [r, c] = next;
    top = Math.min(top, r);
    bottom = Math.max(bottom, r);
    left = Math.min(left, c);
    right = Math.max(right, c);
    for (let y = Math.max(0, r - 1); y <= r + 1; y += 1) {
      for (let x = Math.max(0, c - 1); x <= Math.min(width - 1, c + 1); x += 1) {
        const key = y * width + x;
        if (seen.has(key) || !hasValue(cellAt(sheet, y, x))) continue;
        seen.add(key);
        open.push([y, x]);
      }
    }
  }
  return { sheetId: sheet.sheetId, top, bottom: bottom + 1, left, right: right + 1 };
}
