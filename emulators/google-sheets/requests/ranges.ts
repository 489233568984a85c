import { refuseProtected } from '../access.ts';
import type { Box, Sheet } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import { hasValue, putCells } from '../grid/cells.ts';
import { followCut, loseBox } from '../grid/formulas.ts';
import { findBox, intersects } from '../grid/places.ts';
import { Dimension, GridRange } from '../wire/messages.ts';
import { message } from '../wire/proto.ts';
import { growTo } from './cells.ts';
import { kind, required, type Change } from './kind.ts';
import { readBox } from './moves.ts';

const request = (
  name: string,
): ReturnType<typeof message<{ range: typeof GridRange; shiftDimension: typeof Dimension }>> =>
  message(name, { range: GridRange, shiftDimension: Dimension });

/** Inserts empty cells; those there are move down or to the right. */
export const insertRange = kind(request('InsertRangeRequest'), (change, { range, shiftDimension }) => {
  const { sheet, box } = findBox(change.draft, required(range, 'range'));
  const down = isDown(shiftDimension);
  const [height, width] = [box.bottom - box.top, box.right - box.left];
  const behind = down ? { ...box, bottom: sheet.rows.length } : { ...box, right: sheet.columns.length };
  refuseUnmovable(change, sheet, behind);
  if (down) growTo(change, sheet, lastRow(sheet, behind) + 1 + height, 0);
  else growTo(change, sheet, 0, lastColumn(sheet, behind) + 1 + width);
  const target = { sheet, top: box.top + (down ? height : 0), left: box.left + (down ? 0 : width) };
  move(change, { sheet, box: behind }, target);
  return undefined;
});

/** Deletes cells; those below or to the right of them move into their place. */
export const deleteRange = kind(request('DeleteRangeRequest'), (change, { range, shiftDimension }) => {
  const { sheet, box } = findBox(change.draft, required(range, 'range'));
  const down = isDown(shiftDimension);
  const behind = down
    ? { ...box, top: box.bottom, bottom: sheet.rows.length }
    : { ...box, left: box.right, right: sheet.columns.length };
  refuseUnmovable(change, sheet, { ...behind, top: box.top, left: box.left });
  loseBox(change.draft, sheet, box);
  empty(sheet, box);
  move(change, { sheet, box: behind }, { sheet, top: box.top, left: box.left });
  return undefined;
});

function isDown(dimension: string | undefined): boolean {
  if (dimension === 'ROWS' || dimension === 'COLUMNS') return dimension === 'ROWS';
  throw invalidArgument('shiftDimension must be specified as ROWS or COLUMNS.');
}

function refuseUnmovable({ draft, email }: Change, sheet: Sheet, box: Box): void {
  refuseProtected(draft, sheet, box, email);
  const inside = (merge: Box): boolean =>
    merge.top >= box.top && merge.bottom <= box.bottom && merge.left >= box.left && merge.right <= box.right;
  const merge = sheet.merges.find((one) => intersects(one, box));
  if (merge === undefined) return;
  throw invalidArgument(
    inside(merge)
      ? 'This emulator does not move merged cells by insertRange and deleteRange.'
      : 'You must select all cells in a merged range to insert or delete cells.',
  );
}

function move(
  { draft }: Change,
  source: { sheet: Sheet; box: Box },
  target: { sheet: Sheet; top: number; left: number },
): void {
  const { sheet, box } = source;
  if (box.top >= box.bottom || box.left >= box.right) return;
  const cells = readBox(sheet, box);
  empty(sheet, box);
  followCut(draft, source, target);
  for (const [offset, row] of cells.entries()) {
    const at = target.top + offset;
    // What falls off the grid was empty.
    if (at < sheet.rows.length) putCells(sheet, at, target.left, row.slice(0, sheet.columns.length - target.left));
  }
}

function empty(sheet: Sheet, box: Box): void {
  for (let row = box.top; row < box.bottom; row += 1) {
    putCells(sheet, row, box.left, new Array<undefined>(box.right - box.left).fill(undefined));
  }
}

function lastRow(sheet: Sheet, box: Box): number {
  return sheet.rows.findLastIndex((row) => row?.cells.slice(box.left, box.right).some(hasValue) === true);
}

function lastColumn(sheet: Sheet, box: Box): number {
  return Math.max(-1, ...sheet.rows.slice(box.top, box.bottom).map((row) => row?.cells.findLastIndex(hasValue) ?? -1));
}
