import type { sheets_v4 } from '@googleapis/sheets';
import type { ColumnQuery } from './read-columns.ts';
import { toScalar, type Scalar } from './scalar.ts';

/** Where the columns of a tab stand, and its first row: seen at one moment. */
export interface Places {
  header: { texts: Scalar[]; columnCount: number };
  /** By the name in the column's metadata, from 0. */
  columns: Map<string, number>;
}

export const PLACE_FIELDS =
  'sheets(properties(sheetId),data(rowData(values(effectiveValue)),columnMetadata(developerMetadata(metadataKey,metadataValue))))';

export function toPlaces(sheet: sheets_v4.Schema$Sheet | undefined, { key, names }: ColumnQuery): Places {
  const { rowData, columnMetadata } = sheet?.data?.[0] ?? {};
  const columns = new Map<string, number>();
  for (const [index, { developerMetadata }] of (columnMetadata ?? []).entries()) {
    const name = developerMetadata?.find(({ metadataKey }) => metadataKey === key)?.metadataValue ?? '';
    if (names.includes(name) && !columns.has(name)) columns.set(name, index);
  }
  const texts = (rowData?.[0]?.values ?? []).map(({ effectiveValue }) => {
    const { stringValue, numberValue, boolValue } = effectiveValue ?? {};
    return toScalar(numberValue ?? boolValue ?? stringValue);
  });
  return { header: { texts, columnCount: columnMetadata?.length ?? 0 }, columns };
}
