import { without } from '../without.ts';
import { refuseProtected } from '../access.ts';
import type { Box, Cell, DimensionName, Line, Row, Sheet } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import { Scope } from '../formula/scope.ts';
import { cellAt, putCells, refuseTooManyCells, toStored } from '../grid/cells.ts';
import { changeLines } from '../grid/lines.ts';
import { findSheet, wholeSheet } from '../grid/places.ts';
import { displayText } from '../values/effective.ts';
import { applyFields } from '../wire/field-mask.ts';
import { Dimension, DimensionProperties, DimensionRange } from '../wire/messages.ts';
import { bool, int32, message, string } from '../wire/proto.ts';
import { kind, required, updateMask, type Change } from './kind.ts';

interface Lines {
  sheet: Sheet;
  dimension: DimensionName;
  size: number;
  start: number;
  end: number;
}

/** The rows or columns that a range means. */
export function findLines({ draft }: Change, range: DimensionRange | undefined): Lines {
  const given = required(range, 'range');
  const sheet = findSheet(draft, given.sheetId ?? 0);
  const dimension = toDimension(given.dimension);
  const size = linesOf(sheet, dimension).length;
  const { startIndex: start = 0, endIndex: end = size } = given;
  if (start < 0) throw invalidArgument(`range.startIndex[${String(start)}] can't be negative`);
  if (end <= start) {
    throw invalidArgument(`range.endIndex[${String(end)}] must be greater than startIndex[${String(start)}]`);
  }
  return { sheet, dimension, size, start, end };
}

function toDimension(name: string | undefined): DimensionName {
  if (name === 'ROWS' || name === 'COLUMNS') return name;
  throw invalidArgument('dimension must be specified as ROWS or COLUMNS.');
}

function linesOf(sheet: Sheet, dimension: DimensionName): (Line | undefined)[] {
  return dimension === 'ROWS' ? sheet.rows : sheet.columns;
}

function boxOf({ sheet, dimension, start, end }: Lines): Box {
  const whole = wholeSheet(sheet);
  return dimension === 'ROWS' ? { ...whole, top: start, bottom: end } : { ...whole, left: start, right: end };
}

function refuseGrowth({ draft }: Change, sheet: Sheet, dimension: DimensionName, count: number): void {
  refuseTooManyCells(draft.sheets, count * (dimension === 'ROWS' ? sheet.columns.length : sheet.rows.length));
}

export const appendDimension = kind(
  message('AppendDimensionRequest', { sheetId: int32, tableId: string, dimension: Dimension, length: int32 }),
  (change, request) => {
    const sheet = findSheet(change.draft, request.sheetId ?? 0);
    const dimension = toDimension(request.dimension);
    const { length = 0 } = request;
    if (length < 1) throw invalidArgument('length must be greater than 0.');
    refuseGrowth(change, sheet, dimension, length);
    const lines: unknown[] = linesOf(sheet, dimension);
    lines.push(...new Array<undefined>(length).fill(undefined));
    return undefined;
  },
);

export const insertDimension = kind(
  message('InsertDimensionRequest', { range: DimensionRange, inheritFromBefore: bool }),
  (change, request) => {
    const lines = findLines(change, request.range);
    const { sheet, dimension, size, start, end } = lines;
    if (start > size) throw invalidArgument(`range.startIndex is larger than current grid size (${String(size)})`);
    const before = request.inheritFromBefore === true;
    if (start === size && !before) {
      throw invalidArgument(
        `range.startIndex must be less than the grid size (${String(size)}) if inheritFromBefore is false.`,
      );
    }
    if (start === 0 && before) throw invalidArgument('inheritFromBefore cannot be true if range.startIndex is 0.');
    refuseProtected(change.draft, sheet, boxOf({ ...lines, end: start + 1 }), change.email);
    refuseGrowth(change, sheet, dimension, end - start);
    changeLines(change.draft, sheet, dimension, { kind: 'insert', at: start, count: end - start });
    inherit({ ...lines, end }, before ? start - 1 : end);
    return undefined;
  },
);

/** New lines look like their neighbour: its formats and its validation, not its values. */
function inherit({ sheet, dimension, start, end }: Lines, model: number): void {
  const looks = (cell: Cell | undefined): Cell | undefined => {
    const { userEnteredFormat, dataValidation } = cell ?? {};
    return toStored({ ...(userEnteredFormat && { userEnteredFormat }), ...(dataValidation && { dataValidation }) });
  };
  if (dimension === 'ROWS') {
    const cells = sheet.rows[model]?.cells.map(looks) ?? [];
    if (cells.every((cell) => cell === undefined)) return;
    for (let row = start; row < end; row += 1) putCells(sheet, row, 0, cells);
    return;
  }
  for (const [index, row] of sheet.rows.entries()) {
    const cell = looks(row?.cells[model]);
    if (cell !== undefined) putCells(sheet, index, start, new Array<Cell>(end - start).fill(cell));
  }
}

export const deleteDimension = kind(message('DeleteDimensionRequest', { range: DimensionRange }), (change, request) => {
  const lines = findLines(change, request.range);
  const { sheet, dimension, size, start, end } = lines;
  const name = dimension === 'ROWS' ? 'row' : 'column';
  if (end > size) {
    throw invalidArgument(
      `Cannot delete a ${name} that doesn't exist. Tried to delete ${name} index ${String(Math.max(start, size))} ` +
        `but there are only ${String(size)} ${name}s.`,
    );
  }
  const { frozenRowCount = 0, frozenColumnCount = 0 } = sheet.properties.gridProperties ?? {};
  const frozen = dimension === 'ROWS' ? frozenRowCount : frozenColumnCount;
  if (end - start >= size) throw invalidArgument(`You can't delete all the ${name}s on the sheet.`);
  if (start <= frozen && end === size && frozen > 0) {
    throw invalidArgument(`Sorry, it is not possible to delete all non-frozen ${name}s.`);
  }
  refuseProtected(change.draft, sheet, boxOf(lines), change.email);
  changeLines(change.draft, sheet, dimension, { kind: 'delete', start, end });
  return undefined;
});

export const moveDimension = kind(
  message('MoveDimensionRequest', { source: DimensionRange, destinationIndex: int32 }),
  (change, request) => {
    const lines = findLines(change, request.source);
    const { sheet, dimension, size, start, end } = lines;
    const to = request.destinationIndex ?? 0;
    if (end > size || to > size || to < 0) {
      throw invalidArgument(`destinationIndex[${String(to)}] must be within the grid of ${String(size)}.`);
    }
    if (to >= start && to <= end) return undefined;
    refuseProtected(change.draft, sheet, boxOf(lines), change.email);
    changeLines(change.draft, sheet, dimension, { kind: 'move', start, end, to });
    return undefined;
  },
);

export const updateDimensionProperties = kind(
  message('UpdateDimensionPropertiesRequest', {
    range: DimensionRange,
    properties: DimensionProperties,
    fields: string,
  }),
  (change, request) => {
    const { sheet, dimension, size, start, end } = findLines(change, request.range);
    const mask = updateMask(request.fields, DimensionProperties);
    const { hiddenByUser, pixelSize } = required(request.properties, 'properties');
    const given = { ...(hiddenByUser === true && { hiddenByUser }), ...(pixelSize !== undefined && { pixelSize }) };
    changeEach(sheet, dimension, start, Math.min(end, size), (line) =>
      mask.size === 0 ? given : applyFields(line, given, mask),
    );
    return undefined;
  },
);

/** Changes the size and visibility of lines; a row keeps its cells. */
function changeEach(
  sheet: Sheet,
  dimension: DimensionName,
  start: number,
  end: number,
  change: (line: Line, index: number) => Line,
): void {
  for (let index = start; index < end; index += 1) {
    if (dimension === 'COLUMNS') sheet.columns[index] = change(sheet.columns[index] ?? {}, index);
    else {
      const { cells, hiddenByFilter, ...line }: Row = sheet.rows[index] ?? { cells: [] };
      sheet.rows[index] = { ...change(line, index), cells, ...(hiddenByFilter && { hiddenByFilter }) };
    }
  }
}

const CHARACTER_WIDTH = 7;
const PADDING = 15;

export const autoResizeDimensions = kind(
  message('AutoResizeDimensionsRequest', { dimensions: DimensionRange }),
  (change, request) => {
    const { sheet, dimension, size, start, end } = findLines(change, request.dimensions);
    const scope = new Scope(change.draft, sheet);
    changeEach(sheet, dimension, start, Math.min(end, size), (line, index) => {
      if (dimension === 'ROWS') return without(line, 'pixelSize');
      const longest = Math.max(...sheet.rows.map((_row, row) => displayText(cellAt(sheet, row, index), scope).length));
      return longest === 0 ? line : { ...line, pixelSize: longest * CHARACTER_WIDTH + PADDING };
    });
    return undefined;
  },
);
