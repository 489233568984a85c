import { writeCells, type SheetRequest } from './requests.ts';

/** A column of a tab that is made. */
export interface TabColumn {
  /** The column's metadata, by which it is found again; a column without is never looked for. */
  metadata?: { key: string; value: string };
  header: string;
  format: 'text' | 'integer' | 'decimal' | 'money' | 'date' | 'dateTime' | 'longText';
  /** Pixels. */
  width: number;
  hidden?: boolean;
  /** What its dropdown offers. */
  options?: readonly string[];
}

export interface TabPlan {
  sheetId: number;
  title: string;
  /** Its place among the tabs, from 0. */
  index: number;
  rowCount: number;
  columns: readonly TabColumn[];
}

const NUMBER_FORMATS = {
  integer: { type: 'NUMBER', pattern: '0' },
  decimal: { type: 'NUMBER', pattern: '0.##' },
  money: { type: 'NUMBER', pattern: '#,##0' },
  date: { type: 'DATE', pattern: 'yyyy-mm-dd' },
  dateTime: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' },
};

const HEADER_FORMAT = {
  textFormat: { bold: true },
  backgroundColorStyle: { rgbColor: { red: 0.93, green: 0.94, blue: 0.96 } },
  verticalAlignment: 'MIDDLE',
};

/** Makes a tab with a frozen header row. Formats are set here, once: afterwards they belong to the people who use it. */
export function addTab({ sheetId, title, index, rowCount, columns }: TabPlan): SheetRequest[] {
  const gridProperties = { rowCount, columnCount: Math.max(columns.length + 5, 26), frozenRowCount: 1 };
  return [
    { addSheet: { properties: { sheetId, title, index, gridProperties } } },
    writeCells(
      sheetId,
      0,
      0,
      columns.map(({ header }) => ({ value: header })),
    ),
    {
      repeatCell: {
        range: { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: columns.length },
        cell: { userEnteredFormat: HEADER_FORMAT },
        fields: 'userEnteredFormat(textFormat.bold,backgroundColorStyle,verticalAlignment)',
      },
    },
    ...columns.flatMap((column, place) => [
      ...setUpColumn(sheetId, column, place),
      ...formatRows(sheetId, column, place, 1, rowCount),
    ]),
  ];
}

/** Adds columns of ours to a tab that exists, from the given place on, and as many to the grid as it lacks. */
export function addColumns(
  sheetId: number,
  size: { rowCount: number; columnCount: number },
  from: number,
  columns: readonly TabColumn[],
): SheetRequest[] {
  const range = { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: from };
  return [
    ...growColumns(sheetId, size.columnCount, from + columns.length),
    writeCells(
      sheetId,
      0,
      from,
      columns.map(({ header }) => ({ value: header })),
    ),
    {
      repeatCell: {
        range: { ...range, endColumnIndex: from + columns.length },
        cell: { userEnteredFormat: HEADER_FORMAT },
        fields: 'userEnteredFormat(textFormat.bold,backgroundColorStyle,verticalAlignment)',
      },
    },
    ...columns.flatMap((column, place) => [
      ...setUpColumn(sheetId, column, from + place),
      ...formatRows(sheetId, column, from + place, 1, size.rowCount),
    ]),
  ];
}

/** Widens the grid where it has fewer columns than are needed. */
export function growColumns(sheetId: number, columnCount: number, needed: number): SheetRequest[] {
  if (needed <= columnCount) return [];
  return [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: needed - columnCount } }];
}

/** Keeps a value with a tab, in place of the one that it had under the same key. */
export function setTabMetadata(
  sheetId: number,
  { id, key, value }: { id: number | undefined; key: string; value: string },
): SheetRequest {
  if (id !== undefined) {
    return {
      updateDeveloperMetadata: {
        dataFilters: [{ developerMetadataLookup: { metadataId: id } }],
        developerMetadata: { metadataValue: value },
        fields: 'metadataValue',
      },
    };
  }
  const developerMetadata = { metadataKey: key, metadataValue: value, visibility: 'DOCUMENT', location: { sheetId } };
  return { createDeveloperMetadata: { developerMetadata } };
}

/** Adds rows at the end of the grid, formatted as the first ones were. Rows that exist are left alone. */
export function growTab(
  sheetId: number,
  rowCount: number,
  by: number,
  columns: readonly { column: TabColumn; index: number }[],
): SheetRequest[] {
  return [
    { appendDimension: { sheetId, dimension: 'ROWS', length: by } },
    ...columns.flatMap(({ column, index }) => formatRows(sheetId, column, index, rowCount, rowCount + by)),
  ];
}

function setUpColumn(sheetId: number, { metadata: known, width, hidden }: TabColumn, index: number): SheetRequest[] {
  const dimensionRange = { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 };
  const size: SheetRequest = {
    updateDimensionProperties: {
      range: dimensionRange,
      properties: { pixelSize: width, ...(hidden === true && { hiddenByUser: true }) },
      fields: hidden === true ? 'pixelSize,hiddenByUser' : 'pixelSize',
    },
  };
  if (known === undefined) return [size];
  const metadata: SheetRequest = {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: known.key,
        metadataValue: known.value,
        visibility: 'DOCUMENT',
        location: { dimensionRange },
      },
    },
  };
  // A warning only: a hard protection of one column would forbid everybody else to sort or delete rows.
  const protection: SheetRequest = {
    addProtectedRange: {
      protectedRange: {
        range: { sheetId, startColumnIndex: index, endColumnIndex: index + 1 },
        description: 'Groundwork knows each row by this column.',
        warningOnly: true,
      },
    },
  };
  return hidden === true ? [size, metadata, protection] : [size, metadata];
}

function formatRows(
  sheetId: number,
  { format, options }: TabColumn,
  index: number,
  startRowIndex: number,
  endRowIndex: number,
): SheetRequest[] {
  const range = { sheetId, startRowIndex, endRowIndex, startColumnIndex: index, endColumnIndex: index + 1 };
  const requests: SheetRequest[] = [];
  if (format === 'longText') {
    const cell = { userEnteredFormat: { wrapStrategy: 'CLIP' } };
    requests.push({ repeatCell: { range, cell, fields: 'userEnteredFormat.wrapStrategy' } });
  } else if (format !== 'text') {
    const cell = { userEnteredFormat: { numberFormat: NUMBER_FORMATS[format] } };
    requests.push({ repeatCell: { range, cell, fields: 'userEnteredFormat.numberFormat' } });
  }
  if (options !== undefined) {
    const values = options.map((option) => ({ userEnteredValue: option }));
    // Not strict: a value that Salesforce does not take is refused in Salesforce's words, visibly.
    const rule = { condition: { type: 'ONE_OF_LIST', values }, strict: false, showCustomUi: true };
    requests.push({ setDataValidation: { range, rule } });
  }
  return requests;
}
