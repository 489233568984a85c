import type { Box, DimensionName, Line, Row, Sheet, Spreadsheet } from '../entities.ts';
import { Scope } from '../formula/scope.ts';
import { maskBelow, wants, type FieldMask } from '../wire/field-mask.ts';
import type { CellData, DimensionProperties, GridData } from '../wire/messages.ts';
import { toCellData } from './cell-data.ts';
import { toDeveloperMetadata } from './developer-metadata.ts';

const ROW_HEIGHT = 21;
const COLUMN_WIDTH = 100;

/** The cells and lines of one box, as far as the mask asks; trailing empty rows and cells are left out. */
export function toGridData(spreadsheet: Spreadsheet, sheet: Sheet, box: Box, mask: FieldMask): GridData {
  const data: GridData = {
    ...(box.top > 0 && { startRow: box.top }),
    ...(box.left > 0 && { startColumn: box.left }),
  };
  if (wants(mask, 'rowData')) {
    const rowData = toRowData(new Scope(spreadsheet, sheet), box, maskBelow(mask, 'rowData', 'values'));
    if (rowData.length > 0) data.rowData = rowData;
  }
  if (wants(mask, 'rowMetadata')) {
    data.rowMetadata = toLines(spreadsheet, sheet, 'ROWS', sheet.rows.slice(box.top, box.bottom), box.top);
  }
  if (wants(mask, 'columnMetadata')) {
    data.columnMetadata = toLines(spreadsheet, sheet, 'COLUMNS', sheet.columns.slice(box.left, box.right), box.left);
  }
  return data;
}

function toRowData(scope: Scope, box: Box, mask: FieldMask): { values?: CellData[] }[] {
  // Most rows of a sheet are one and the same.
  const told = new Map<Row | undefined, { values?: CellData[] }>([[undefined, {}]]);
  const rowData = scope.sheet.rows.slice(box.top, box.bottom).map((row) => {
    const known = told.get(row) ?? toRow(scope, row?.cells.slice(box.left, box.right) ?? [], mask);
    told.set(row, known);
    return known;
  });
  const lastRow = rowData.findLastIndex(({ values }) => values !== undefined);
  return rowData.slice(0, lastRow + 1);
}

function toRow(scope: Scope, cells: Row['cells'], mask: FieldMask): { values?: CellData[] } {
  // Not `map` alone: a gap in the array is an empty cell too.
  const values = Array.from(cells, (cell) => toCellData(cell, scope, mask));
  const last = values.findLastIndex((cell) => isAsked(cell, mask));
  return last < 0 ? {} : { values: values.slice(0, last + 1) };
}

function isAsked(cell: CellData, mask: FieldMask): boolean {
  if (mask.size === 0) return Object.keys(cell).length > 0;
  return Object.keys(cell).some((name) => mask.has(name));
}

function toLines(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  dimension: DimensionName,
  lines: readonly (Row | Line | undefined)[],
  start: number,
): DimensionProperties[] {
  const metadata = spreadsheet.metadata.filter(
    ({ place }) => place.on === dimension && place.sheetId === sheet.sheetId,
  );
  return Array.from(lines, (line, offset) => {
    const here = metadata.filter(({ place }) => 'index' in place && place.index === start + offset);
    return {
      ...(line !== undefined && 'hiddenByFilter' in line && { hiddenByFilter: true }),
      ...(line?.hiddenByUser === true && { hiddenByUser: true }),
      pixelSize: line?.pixelSize ?? (dimension === 'ROWS' ? ROW_HEIGHT : COLUMN_WIDTH),
      ...(here.length > 0 && { developerMetadata: here.map(toDeveloperMetadata) }),
    };
  });
}
