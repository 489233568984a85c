import type { sheets_v4 } from '@googleapis/sheets';
import type { Scalar } from './scalar.ts';

/** A row as it is shown, whoever's it is. */
export interface ShownRow {
  /** From 1. */
  number: number;
  cells: { value: Scalar; link?: string }[];
}

export const SHOWN_FIELDS = 'sheets(data(startRow,rowData(values(effectiveValue,hyperlink,textFormatRuns))))';

export function toShownRows(sheet: sheets_v4.Schema$Sheet | undefined): ShownRow[] {
  const { startRow, rowData } = sheet?.data?.[0] ?? {};
  return (rowData ?? []).map(({ values }, index) => ({
    number: (startRow ?? 0) + index + 1,
    cells: (values ?? []).map(({ effectiveValue, hyperlink, textFormatRuns }) => {
      const { stringValue, numberValue, boolValue } = effectiveValue ?? {};
      const link = hyperlink ?? textFormatRuns?.find(({ format }) => format?.link?.uri)?.format?.link?.uri;
      return {
        value: numberValue ?? boolValue ?? (stringValue === '' ? null : (stringValue ?? null)),
        ...(typeof link === 'string' && { link }),
      };
    }),
  }));
}
