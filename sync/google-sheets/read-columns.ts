import type { sheets_v4 } from '@googleapis/sheets';
import { parseRange } from './a1.ts';
import { toScalar, type Scalar } from './scalar.ts';

export interface ColumnReading {
  /** Where the column stands now, from 0. */
  index: number;
  /** From the first row of the tab; blank cells at the end are left out. */
  values: Scalar[];
}

export interface Reading {
  /** Rows of the tab's grid, where Sheets told. */
  rowCount?: number;
  /** The first row, and how many columns the grid has; where they were asked for. */
  header?: { texts: Scalar[]; columnCount: number };
  /** By the name in the column's metadata. A column that somebody deleted is missing. */
  columns: Map<string, ColumnReading>;
}

/** What is read of a tab. */
export interface ColumnQuery {
  tab: { sheetId: number; title: string };
  /** Key of the developer metadata that names a column, wherever it was moved and whatever its header says. */
  key: string;
  names: readonly string[];
}

/** The body of the one request that finds and reads columns and the first row. */
export function columnFilters({ tab, key, names }: ColumnQuery): sheets_v4.Schema$BatchGetValuesByDataFilterRequest {
  const lookups = names.map((name) => ({
    developerMetadataLookup: { locationType: 'COLUMN', metadataKey: key, metadataValue: name },
  }));
  return {
    dataFilters: [...lookups, { gridRange: { sheetId: tab.sheetId, startRowIndex: 0, endRowIndex: 1 } }],
    majorDimension: 'COLUMNS',
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  };
}

/** The columns that stand in the tab of this title; a copy of the tab has columns of the same names. */
export function toReading(answer: sheets_v4.Schema$BatchGetValuesByDataFilterResponse, title: string): Reading {
  const reading: Reading = { columns: new Map() };
  for (const { valueRange, dataFilters } of answer.valueRanges ?? []) {
    const isHeader = dataFilters?.some(({ gridRange }) => gridRange !== undefined) === true;
    if (isHeader) {
      const { endColumn = 0 } = parseRange(valueRange?.range ?? '');
      const texts = (valueRange?.values ?? []).map((column) => toScalar((column as unknown[])[0]));
      reading.header = { texts, columnCount: endColumn };
      continue;
    }
    const name = dataFilters?.[0]?.developerMetadataLookup?.metadataValue;
    if (name === undefined || name === null) continue;
    const range = parseRange(valueRange?.range ?? '');
    if (range.title !== title) continue;
    // Of two columns with the same name the first one counts, as it does where only their places are read.
    if ((reading.columns.get(name)?.index ?? Infinity) <= range.startColumn) continue;
    if (range.endRow !== undefined) reading.rowCount = Math.max(reading.rowCount ?? 0, range.endRow);
    const values = (valueRange?.values?.[0] ?? []) as unknown[];
    reading.columns.set(name, { index: range.startColumn, values: values.map(toScalar) });
  }
  return reading;
}
