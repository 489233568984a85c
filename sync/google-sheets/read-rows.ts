import type { sheets_v4 } from '@googleapis/sheets';
import type { Scalar } from './scalar.ts';

/** A cell with what a reading of values does not tell. */
export interface GridCell {
  value: Scalar;
  /** Somebody typed a formula; the value is what it comes to. */
  isFormula: boolean;
  /** What an error says, such as `#REF!`. */
  error?: string;
  note?: string;
}

/** The cells of one row, by column from 0; trailing blank ones are left out. */
export type GridRow = readonly GridCell[];

export const ROW_FIELDS =
  'sheets(properties(sheetId),data(startRow,rowData(values(userEnteredValue(formulaValue),effectiveValue,note))))';

/** Filters for these rows; rows that stand together are asked for together. */
export function rowFilters(sheetId: number, rows: readonly number[]): sheets_v4.Schema$DataFilter[] {
  const spans: { startRowIndex: number; endRowIndex: number }[] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last?.endRowIndex === row) last.endRowIndex += 1;
    else spans.push({ startRowIndex: row, endRowIndex: row + 1 });
  }
  return spans.map((span) => ({ gridRange: { sheetId, ...span } }));
}

export function toGridRows(sheet: sheets_v4.Schema$Sheet | undefined): Map<number, GridRow> {
  const rows = new Map<number, GridRow>();
  for (const { startRow, rowData } of sheet?.data ?? []) {
    for (const [offset, { values }] of (rowData ?? []).entries()) {
      rows.set((startRow ?? 0) + offset, (values ?? []).map(toGridCell));
    }
  }
  return rows;
}

function toGridCell({ userEnteredValue, effectiveValue, note }: sheets_v4.Schema$CellData): GridCell {
  const { stringValue, numberValue, boolValue, errorValue } = effectiveValue ?? {};
  const error = errorValue && (errorValue.message ?? errorValue.type ?? 'error');
  return {
    value: numberValue ?? boolValue ?? (stringValue === '' ? null : (stringValue ?? null)),
    isFormula: typeof userEnteredValue?.formulaValue === 'string',
    ...(error !== undefined && { error }),
    ...(typeof note === 'string' && note !== '' && { note }),
  };
}
