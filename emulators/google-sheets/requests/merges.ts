import type { Box } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import { cellAt, putCells } from '../grid/cells.ts';
import { intersects } from '../grid/places.ts';
import { withValue } from '../values/entered.ts';
import { GridRange } from '../wire/messages.ts';
import { enumeration, message } from '../wire/proto.ts';
import { kind, writableBox } from './kind.ts';

const MergeType = enumeration('MergeType', ['MERGE_ALL', 'MERGE_COLUMNS', 'MERGE_ROWS']);

export const mergeCells = kind(
  message('MergeCellsRequest', { range: GridRange, mergeType: MergeType }),
  (change, request) => {
    const { sheet, box } = writableBox(change, request.range);
    sheet.merges = withoutMergesIn(sheet.merges, box);
    for (const merge of toMerges(box, request.mergeType ?? 'MERGE_ALL')) {
      if (merge.bottom - merge.top === 1 && merge.right - merge.left === 1) continue;
      sheet.merges.push(merge);
      // Only the top left value survives.
      for (let row = merge.top; row < merge.bottom; row += 1) {
        for (let column = merge.left; column < merge.right; column += 1) {
          const cell = cellAt(sheet, row, column);
          const corner = row === merge.top && column === merge.left;
          if (!corner && cell?.userEnteredValue !== undefined) {
            putCells(sheet, row, column, [withValue(cell, undefined)]);
          }
        }
      }
    }
    return undefined;
  },
);

export const unmergeCells = kind(message('UnmergeCellsRequest', { range: GridRange }), (change, request) => {
  const { sheet, box } = writableBox(change, request.range);
  sheet.merges = withoutMergesIn(sheet.merges, box);
  return undefined;
});

function withoutMergesIn(merges: readonly Box[], box: Box): Box[] {
  const touched = merges.filter((merge) => intersects(merge, box));
  for (const { top, bottom, left, right } of touched) {
    if (top < box.top || bottom > box.bottom || left < box.left || right > box.right) {
      throw invalidArgument('You must select all cells in a merged range to merge or unmerge them.');
    }
  }
  return merges.filter((merge) => !touched.includes(merge));
}

function toMerges(box: Box, type: 'MERGE_ALL' | 'MERGE_COLUMNS' | 'MERGE_ROWS'): Box[] {
  if (type === 'MERGE_ALL') return [box];
  if (type === 'MERGE_ROWS') {
    return Array.from({ length: box.bottom - box.top }, (_none, index) => {
      return { ...box, top: box.top + index, bottom: box.top + index + 1 };
    });
  }
  return Array.from({ length: box.right - box.left }, (_none, index) => {
    return { ...box, left: box.left + index, right: box.left + index + 1 };
  });
}
