import type { GoogleSheetsEmulator } from '../../emulators/google-sheets/index.ts';

export type CellValue = string | number | boolean | null;

interface Cell {
  effectiveValue?: { stringValue?: string; numberValue?: number; boolValue?: boolean };
  note?: string;
  userEnteredFormat?: object;
}

interface Answer {
  sheets: {
    properties: { title: string };
    data?: {
      rowData?: { values?: Cell[] }[];
      columnMetadata?: { developerMetadata?: { metadataKey: string; metadataValue: string }[] }[];
    }[];
  }[];
}

/** A tab with what is ours in it known by its metadata, as the service knows it. */
export interface TabView {
  /** Column name → zero-based index. */
  columns: Map<string, number>;
  rows: CellValue[][];
}

const FIELDS =
  'sheets(properties(title),data(rowData(values(effectiveValue)),columnMetadata(developerMetadata(metadataKey,metadataValue))))';

/** Reads a whole tab through the API. It counts as a read of the service: ask for the quotas before. */
export async function viewTab(
  { url, spreadsheetId, accessToken }: GoogleSheetsEmulator,
  title: string,
  metadataKey: string,
): Promise<TabView> {
  const query = new URLSearchParams({ ranges: `'${title}'`, fields: FIELDS });
  const answer = await fetch(`${url}/v4/spreadsheets/${spreadsheetId}?${query.toString()}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  if (!answer.ok) throw new Error(`${title}: ${answer.status} ${await answer.text()}`);
  const { sheets } = (await answer.json()) as Answer;
  const data = sheets.find(({ properties }) => properties.title === title)?.data?.[0];
  const columns = new Map<string, number>();
  for (const [index, { developerMetadata = [] }] of (data?.columnMetadata ?? []).entries()) {
    const ours = developerMetadata.find((one) => one.metadataKey === metadataKey);
    if (ours !== undefined) columns.set(ours.metadataValue, index);
  }
  const rows = (data?.rowData ?? []).map(({ values = [] }) => values.map(valueOf));
  return { columns, rows };
}

function valueOf({ effectiveValue = {} }: Cell): CellValue {
  const { stringValue, numberValue, boolValue } = effectiveValue;
  return stringValue ?? numberValue ?? boolValue ?? null;
}

export interface QuotaCount {
  who: string;
  kind: string;
  mostInAMinute: number;
  refused: number;
}

/** What the spreadsheet's own emulator counted of reads and writes. */
export async function readQuotas({ url }: GoogleSheetsEmulator): Promise<QuotaCount[]> {
  const answer = (await (await fetch(`${url}/_emulator/quotas`)).json()) as { counts: QuotaCount[] };
  return answer.counts;
}
