import type { Cell } from '../entities.ts';
import { Scope } from '../formula/scope.ts';
import { cellAt, putCells } from '../grid/cells.ts';
import { displayText } from '../values/effective.ts';
import { withValue } from '../values/entered.ts';
import { DimensionRange, GridRange } from '../wire/messages.ts';
import { message, repeated } from '../wire/proto.ts';
import { kind, writableBox } from './kind.ts';
import { readBox } from './moves.ts';

export const trimWhitespace = kind(message('TrimWhitespaceRequest', { range: GridRange }), (change, request) => {
  const { sheet, box } = writableBox(change, request.range);
  let cellsChangedCount = 0;
  for (let row = box.top; row < box.bottom; row += 1) {
    for (let column = box.left; column < box.right; column += 1) {
      const cell = cellAt(sheet, row, column);
      const text = cell?.userEnteredValue?.stringValue;
      const trimmed = text?.trim().replaceAll(/\s+/g, ' ');
      if (trimmed === undefined || trimmed === text) continue;
      putCells(sheet, row, column, [withValue(cell, trimmed === '' ? undefined : { stringValue: trimmed })]);
      cellsChangedCount += 1;
    }
  }
  return cellsChangedCount === 0 ? {} : { cellsChangedCount };
});

/** Rows that show the same in the compared columns are one; the first stays, and what is below moves up in the range. */
export const deleteDuplicates = kind(
  message('DeleteDuplicatesRequest', { range: GridRange, comparisonColumns: repeated(DimensionRange) }),
  (change, request) => {
    const { sheet, box } = writableBox(change, request.range);
    const scope = new Scope(change.draft, sheet);
    const columns = request.comparisonColumns ?? [];
    const isCompared = (column: number): boolean =>
      columns.length === 0 ||
      columns.some(({ startIndex = 0, endIndex = Infinity }) => column >= startIndex && column < endIndex);
    const seen = new Set<string>();
    const rows = readBox(sheet, box);
    const kept = rows.filter((cells) => {
      const key = keyOf(cells, scope, (offset) => isCompared(box.left + offset));
      return key === undefined || !seen.has(key) ? seen.add(key ?? '') : false;
    });
    const blank = new Array<undefined>(box.right - box.left).fill(undefined);
    for (const offset of rows.keys()) putCells(sheet, box.top + offset, box.left, kept[offset] ?? blank);
    const duplicatesRemovedCount = rows.length - kept.length;
    return duplicatesRemovedCount === 0 ? {} : { duplicatesRemovedCount };
  },
);

/** What the compared cells of a row show; undefined when the row is empty. Case makes no difference. */
function keyOf(
  cells: readonly (Cell | undefined)[],
  scope: Scope,
  isCompared: (offset: number) => boolean,
): string | undefined {
  const shown = cells.map((cell) => displayText(cell, scope).toLowerCase());
  return shown.every((text) => text === '')
    ? undefined
    : JSON.stringify(shown.filter((_text, offset) => isCompared(offset)));
}
