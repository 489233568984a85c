import type { sheets_v4 } from '@googleapis/sheets';
import { parseRange } from './a1.ts';

/** What a cell shows, unformatted: dates are serial numbers. */
export type Scalar = string | number | boolean | null;

export interface ColumnReading {
  /** Where the column stands now, from 0. */
  index: number;
  /** From the first row of the tab; blank cells at the end are left out. */
  values: Scalar[];
}

export interface Reading {
  /** Rows of the tab's grid, where Sheets told. */
  rowCount?: number;
  /** By the name in the column's metadata. A column that somebody deleted is missing. */
  columns: Map<string, ColumnReading>;
}

/** Key of the developer metadata that names a column, wherever it was moved and whatever its header says. */
export const COLUMN_KEY = 'groundwork.column';

/** The body of the one request that finds and reads the columns of these names. */
export function columnFilters(names: readonly string[]): sheets_v4.Schema$BatchGetValuesByDataFilterRequest {
  return {
    dataFilters: names.map((name) => ({
      developerMetadataLookup: { locationType: 'COLUMN', metadataKey: COLUMN_KEY, metadataValue: name },
    })),
    majorDimension: 'COLUMNS',
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  };
}

/** The columns that stand in the tab of this title; a copy of the tab has columns of the same names. */
export function toReading(answer: sheets_v4.Schema$BatchGetValuesByDataFilterResponse, title: string): Reading {
  const reading: Reading = { columns: new Map() };
  for (const { valueRange, dataFilters } of answer.valueRanges ?? []) {
    const name = dataFilters?.[0]?.developerMetadataLookup?.metadataValue;
    if (name === undefined || name === null || reading.columns.has(name)) continue;
    const range = parseRange(valueRange?.range ?? '');
    if (range.title !== title) continue;
    if (range.endRow !== undefined) reading.rowCount = Math.max(reading.rowCount ?? 0, range.endRow);
    const values = (valueRange?.values?.[0] ?? []) as unknown[];
    reading.columns.set(name, { index: range.startColumn, values: values.map(toScalar) });
  }
  return reading;
}

function toScalar(value: unknown): Scalar {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}
