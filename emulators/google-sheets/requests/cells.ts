import { without } from '../without.ts';
import { refuseProtected } from '../access.ts';
import { withColorStyles } from '../answers/colors.ts';
import type { Box, Cell, Sheet } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import { cellAt, changeCells, dataSize, putCells, refuseTooManyCells, toStored } from '../grid/cells.ts';
import { findSheet, type Place } from '../grid/places.ts';
import { applyFields, type FieldMask } from '../wire/field-mask.ts';
import { Border, CellData, DataValidationRule, GridCoordinate, GridRange, RowData } from '../wire/messages.ts';
import { bool, int32, message, repeated, string, type Parsed } from '../wire/proto.ts';
import { kind, required, updateMask, writableBox, type Change } from './kind.ts';

type RowData = Parsed<typeof RowData>;

/** A cell with the masked fields of another; what only Google derives cannot be written. */
function mergeCell(old: Cell | undefined, given: CellData, mask: FieldMask): Cell | undefined {
  const merged: CellData = applyFields(old ?? {}, withColorStyles(given), mask);
  const { userEnteredValue: value, userEnteredFormat, note, dataValidation, textFormatRuns } = merged;
  refuseValue(given);
  const empty = value === undefined || Object.keys(value).length === 0 || value.stringValue === '';
  return toStored({
    ...(!empty && { userEnteredValue: value }),
    ...(userEnteredFormat && { userEnteredFormat }),
    ...(note !== undefined && note !== '' && { note }),
    ...(dataValidation && { dataValidation }),
    ...(textFormatRuns && textFormatRuns.length > 0 && { textFormatRuns }),
  });
}

function refuseValue({ userEnteredValue: value }: CellData): void {
  if (value?.errorValue !== undefined) throw invalidArgument('errorValue cannot be set in userEnteredValue.');
  if (value?.formulaValue?.startsWith('=') === false) {
    throw invalidArgument(`Formulas must start with "=": ${value.formulaValue}`);
  }
  if (Object.keys(value ?? {}).length > 1) throw invalidArgument('Only one value may be set in userEnteredValue.');
}

export const updateCells = kind(
  message('UpdateCellsRequest', { rows: repeated(RowData), fields: string, start: GridCoordinate, range: GridRange }),
  (change, request) => {
    const mask = updateMask(request.fields, CellData);
    const rows = request.rows ?? [];
    if (request.start !== undefined) {
      updateFrom(change, startPlace(change, request.start), rows, mask);
      return undefined;
    }
    const { sheet, box } = writableBox(change, required(request.range, 'start or range'));
    refuseBeyond(box, rows);
    for (let row = box.top; row < box.bottom; row += 1) {
      const values = rows[row - box.top]?.values ?? [];
      const cells: (Cell | undefined)[] = [];
      for (let column = box.left; column < box.right; column += 1) {
        cells.push(mergeCell(cellAt(sheet, row, column), values[column - box.left] ?? {}, mask));
      }
      putCells(sheet, row, box.left, cells);
    }
    return undefined;
  },
);

function startPlace(
  { draft }: Change,
  start: Parsed<typeof GridCoordinate>,
): Pick<Place, 'sheet'> & { row: number; column: number } {
  return { sheet: findSheet(draft, start.sheetId ?? 0), row: start.rowIndex ?? 0, column: start.columnIndex ?? 0 };
}

/** Writes only the cells that are given. */
function updateFrom(
  { draft, email }: Change,
  { sheet, row: top, column: left }: ReturnType<typeof startPlace>,
  rows: readonly RowData[],
  mask: FieldMask,
): void {
  const box = { sheetId: sheet.sheetId, top, left, bottom: sheet.rows.length, right: sheet.columns.length };
  refuseBeyond(box, rows);
  for (const [offset, { values = [] }] of rows.entries()) {
    if (values.length === 0) continue;
    const row = top + offset;
    refuseProtected(draft, sheet, { ...box, top: row, bottom: row + 1, right: left + values.length }, email);
    const cells = values.map((given, index) => mergeCell(cellAt(sheet, row, left + index), given, mask));
    putCells(sheet, row, left, cells);
  }
}

function refuseBeyond(box: Box, rows: readonly RowData[]): void {
  if (box.top + rows.length > box.bottom) {
    throw invalidArgument(
      `Attempting to write row: ${String(box.bottom)}, beyond the last requested row of: ${String(box.bottom - 1)}`,
    );
  }
  if (rows.some(({ values = [] }) => box.left + values.length > box.right)) {
    throw invalidArgument(
      `Attempting to write column: ${String(box.right)}, beyond the last requested column of: ${String(box.right - 1)}`,
    );
  }
}

export const appendCells = kind(
  message('AppendCellsRequest', { sheetId: int32, tableId: string, rows: repeated(RowData), fields: string }),
  (change, request) => {
    if (request.tableId !== undefined) throw invalidArgument('This emulator does not support tables.');
    const sheet = findSheet(change.draft, request.sheetId ?? 0);
    const mask = updateMask(request.fields, CellData);
    const rows = request.rows ?? [];
    const top = dataSize(sheet).rows;
    const width = Math.max(0, ...rows.map(({ values = [] }) => values.length));
    growTo(change, sheet, top + rows.length, width);
    updateFrom(change, { sheet, row: top, column: 0 }, rows, mask);
    return undefined;
  },
);

/** Adds the rows and columns that a write past the end needs. */
export function growTo({ draft }: Pick<Change, 'draft'>, sheet: Sheet, rows: number, columns: number): void {
  const [tall, wide] = [Math.max(rows, sheet.rows.length), Math.max(columns, sheet.columns.length)];
  refuseTooManyCells(draft.sheets, tall * wide - sheet.rows.length * sheet.columns.length);
  while (sheet.rows.length < tall) sheet.rows.push(undefined);
  while (sheet.columns.length < wide) sheet.columns.push(undefined);
}

export const repeatCell = kind(
  message('RepeatCellRequest', { range: GridRange, cell: CellData, fields: string }),
  (change, request) => {
    const mask = updateMask(request.fields, CellData);
    const { sheet, box } = writableBox(change, request.range);
    changeCells(sheet, box, (cell) => mergeCell(cell, request.cell ?? {}, mask));
    return undefined;
  },
);

export const setDataValidation = kind(
  message('SetDataValidationRequest', { range: GridRange, rule: DataValidationRule, filteredRowsIncluded: bool }),
  (change, request) => {
    const { sheet, box } = writableBox(change, request.range);
    const { rule } = request;
    if (rule !== undefined && rule.condition?.type === undefined) throw invalidArgument('No condition type specified.');
    changeCells(sheet, box, (cell) => {
      const rest = without(cell ?? {}, 'dataValidation');
      return rule === undefined ? rest : { ...rest, dataValidation: rule };
    });
    return undefined;
  },
);

export const updateBorders = kind(
  message('UpdateBordersRequest', {
    range: GridRange,
    top: Border,
    bottom: Border,
    left: Border,
    right: Border,
    innerHorizontal: Border,
    innerVertical: Border,
  }),
  (change, { range, ...given }) => {
    const { sheet, box } = writableBox(change, range);
    const { top, bottom, left, right, innerHorizontal, innerVertical } = withColorStyles(given);
    for (let row = box.top; row < box.bottom; row += 1) {
      for (let column = box.left; column < box.right; column += 1) {
        const cell = cellAt(sheet, row, column);
        const above = row === box.top ? top : innerHorizontal;
        const below = row === box.bottom - 1 ? bottom : innerHorizontal;
        const before = column === box.left ? left : innerVertical;
        const after = column === box.right - 1 ? right : innerVertical;
        const borders = {
          ...cell?.userEnteredFormat?.borders,
          ...(above && { top: above }),
          ...(below && { bottom: below }),
          ...(before && { left: before }),
          ...(after && { right: after }),
        };
        putCells(sheet, row, column, [{ ...cell, userEnteredFormat: { ...cell?.userEnteredFormat, borders } }]);
      }
    }
    return undefined;
  },
);
