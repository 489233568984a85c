import type { Box, DimensionName, Metadata, Row, Sheet, Spreadsheet } from '../entities.ts';
import type { DimensionGroup, GridRange } from '../wire/messages.ts';
import { followLines } from './formulas.ts';
import { changeIndex, changeSpan, type LineChange, type Span } from './spans.ts';

/** Inserts, deletes or moves rows or columns, and takes along everything that is anchored to them. */
export function changeLines(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  dimension: DimensionName,
  change: LineChange,
): void {
  if (dimension === 'ROWS') rearrange(sheet.rows, change);
  else {
    rearrange(sheet.columns, change);
    for (const [index, row] of sheet.rows.entries()) {
      if (row !== undefined) sheet.rows[index] = rearrangedCells(row, change);
    }
  }
  followLines(spreadsheet, sheet, dimension, change);
  moveAnchored(spreadsheet, sheet, dimension, change);
}

function rearrange(lines: unknown[], change: LineChange): void {
  if (change.kind === 'insert') {
    lines.splice(change.at, 0, ...new Array<undefined>(change.count).fill(undefined));
    return;
  }
  const taken = lines.splice(change.start, change.end - change.start);
  if (change.kind === 'delete') return;
  lines.splice(change.to > change.start ? change.to - taken.length : change.to, 0, ...taken);
}

function rearrangedCells(row: Row, change: LineChange): Row {
  const first =
    change.kind === 'insert' ? change.at : Math.min(change.start, change.kind === 'move' ? change.to : Infinity);
  if (first >= row.cells.length) return row;
  const cells = row.cells.slice();
  const reach = change.kind === 'move' ? Math.max(change.to, change.end) : 0;
  while (cells.length < reach) cells.push(undefined);
  rearrange(cells, change);
  while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
  return { ...row, cells };
}

function moveAnchored(spreadsheet: Spreadsheet, sheet: Sheet, dimension: DimensionName, change: LineChange): void {
  const move = (range: GridRange): GridRange | undefined => changeRange(range, dimension, change);
  const moveAll = (ranges: readonly GridRange[]): GridRange[] => ranges.map(move).filter((one) => one !== undefined);

  sheet.merges = sheet.merges.map((box) => changeBox(box, dimension, change)).filter((box) => box !== undefined);
  sheet.protectedRanges = sheet.protectedRanges.flatMap((one) => {
    const range = one.range && move(one.range);
    const { unprotectedRanges } = one;
    if (range === undefined) return [];
    return [{ ...one, range, ...(unprotectedRanges && { unprotectedRanges: moveAll(unprotectedRanges) }) }];
  });
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((rule) => {
    const ranges = moveAll(rule.ranges ?? []);
    return ranges.length === 0 ? [] : [{ ...rule, ranges }];
  });
  const filtered = sheet.basicFilter?.range && move(sheet.basicFilter.range);
  sheet.basicFilter = filtered && { ...sheet.basicFilter, range: filtered };
  sheet.filterViews = moveRanged(sheet.filterViews, move);
  sheet.bandedRanges = moveRanged(sheet.bandedRanges, move);
  if (dimension === 'ROWS') sheet.rowGroups = changeGroups(sheet.rowGroups, change);
  else sheet.columnGroups = changeGroups(sheet.columnGroups, change);

  spreadsheet.namedRanges = spreadsheet.namedRanges.flatMap((one) => {
    if ((one.range?.sheetId ?? 0) !== sheet.sheetId || one.range === undefined) return [one];
    const range = move(one.range);
    return range === undefined ? [] : [{ ...one, range }];
  });
  spreadsheet.metadata = spreadsheet.metadata
    .map((one) => changeMetadata(one, sheet, dimension, change))
    .filter((one) => one !== undefined);
}

function moveRanged<T extends { range?: GridRange }>(
  things: readonly T[],
  move: (range: GridRange) => GridRange | undefined,
): T[] {
  return things.flatMap((one) => {
    const range = one.range && move(one.range);
    return range === undefined ? [] : [{ ...one, range }];
  });
}

/** A stored range after its rows or columns changed, or undefined when it is gone. */
export function changeRange(range: GridRange, dimension: DimensionName, change: LineChange): GridRange | undefined {
  const side = dimension === 'ROWS' ? 'Row' : 'Column';
  const span = changeSpan(toSpan(range[`start${side}Index`], range[`end${side}Index`]), change);
  if (span === undefined) return undefined;
  return {
    ...range,
    ...(span.start !== undefined && { [`start${side}Index`]: span.start }),
    ...(span.end !== undefined && { [`end${side}Index`]: span.end }),
  };
}

function toSpan(start: number | undefined, end: number | undefined): Span {
  return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
}

function changeBox(box: Box, dimension: DimensionName, change: LineChange): Box | undefined {
  const rows = dimension === 'ROWS';
  const span = changeSpan(rows ? { start: box.top, end: box.bottom } : { start: box.left, end: box.right }, change);
  if (span?.start === undefined || span.end === undefined) return undefined;
  return rows ? { ...box, top: span.start, bottom: span.end } : { ...box, left: span.start, right: span.end };
}

function changeGroups(groups: readonly DimensionGroup[], change: LineChange): DimensionGroup[] {
  return groups.flatMap((group) => {
    const span = changeSpan({ start: group.range?.startIndex ?? 0, end: group.range?.endIndex ?? 0 }, change);
    if (span?.start === undefined || span.end === undefined) return [];
    return [{ ...group, range: { ...group.range, startIndex: span.start, endIndex: span.end } }];
  });
}

function changeMetadata(
  metadata: Metadata,
  sheet: Sheet,
  dimension: DimensionName,
  change: LineChange,
): Metadata | undefined {
  const { place } = metadata;
  if (place.on !== dimension || place.sheetId !== sheet.sheetId) return metadata;
  const index = changeIndex(place.index, change);
  return index === undefined ? undefined : { ...metadata, place: { ...place, index } };
}
