import type {
  BandedRange,
  BasicFilter,
  CellData,
  ConditionalFormatRule,
  DimensionGroup,
  FilterView,
  NamedRange,
  ProtectedRange,
  SheetProperties,
  SpreadsheetProperties,
} from './wire/messages.ts';

/*
 * What the emulator keeps. Arrays belong to their spreadsheet or sheet; what is in them is never changed in place but
 * replaced, so a shallow copy is a snapshot and two equal references mean that nothing changed.
 */

/** What people and programs put into one cell. Everything else about a cell is derived from it. */
export type Cell = Readonly<
  Pick<CellData, 'userEnteredValue' | 'userEnteredFormat' | 'note' | 'dataValidation' | 'textFormatRuns'>
>;

/** Size and visibility of one row or column. */
export interface Line {
  readonly hiddenByUser?: boolean;
  readonly pixelSize?: number;
}

export interface Row extends Line {
  readonly hiddenByFilter?: boolean;
  /** From column A on; shorter than the grid is wide when nothing follows. */
  readonly cells: readonly (Cell | undefined)[];
}

export interface Sheet {
  sheetId: number;
  title: string;
  /** What `SheetProperties` says beyond id, title, index and size. */
  properties: Omit<SheetProperties, 'sheetId' | 'title' | 'index' | 'sheetType'>;
  /** As many as the grid has rows; undefined where a row is as it came. */
  rows: (Row | undefined)[];
  columns: (Line | undefined)[];
  merges: Box[];
  conditionalFormats: ConditionalFormatRule[];
  protectedRanges: ProtectedRange[];
  basicFilter: BasicFilter | undefined;
  filterViews: FilterView[];
  bandedRanges: BandedRange[];
  rowGroups: DimensionGroup[];
  columnGroups: DimensionGroup[];
}

/** A rectangle of one sheet: zero-based, end-exclusive. */
export interface Box {
  readonly sheetId: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export type DimensionName = 'ROWS' | 'COLUMNS';

export type MetadataPlace =
  | { readonly on: 'SPREADSHEET' }
  | { readonly on: 'SHEET'; readonly sheetId: number }
  | { readonly on: DimensionName; readonly sheetId: number; readonly index: number };

export interface Metadata {
  readonly metadataId: number;
  readonly metadataKey: string;
  readonly metadataValue?: string;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
  readonly place: MetadataPlace;
}

export interface Spreadsheet {
  id: string;
  owner: string;
  /** E-mail addresses it is shared with, besides its owner. */
  editors: string[];
  properties: SpreadsheetProperties;
  sheets: Sheet[];
  namedRanges: NamedRange[];
  metadata: Metadata[];
}

export const DEFAULT_ROWS = 1000;
export const DEFAULT_COLUMNS = 26;

/** An empty sheet, by default of the size that Google gives a new tab. */
export function createSheet(
  sheetId: number,
  title: string,
  rowCount = DEFAULT_ROWS,
  columnCount = DEFAULT_COLUMNS,
): Sheet {
  return {
    sheetId,
    title,
    properties: {},
    rows: new Array<undefined>(rowCount).fill(undefined),
    columns: new Array<undefined>(columnCount).fill(undefined),
    merges: [],
    conditionalFormats: [],
    protectedRanges: [],
    basicFilter: undefined,
    filterViews: [],
    bandedRanges: [],
    rowGroups: [],
    columnGroups: [],
  };
}

/** A copy whose arrays can be changed without touching the original. */
export function copySheet(sheet: Sheet): Sheet {
  return {
    ...sheet,
    rows: sheet.rows.slice(),
    columns: sheet.columns.slice(),
    merges: sheet.merges.slice(),
    conditionalFormats: sheet.conditionalFormats.slice(),
    protectedRanges: sheet.protectedRanges.slice(),
    filterViews: sheet.filterViews.slice(),
    bandedRanges: sheet.bandedRanges.slice(),
    rowGroups: sheet.rowGroups.slice(),
    columnGroups: sheet.columnGroups.slice(),
  };
}

export function copySpreadsheet(spreadsheet: Spreadsheet): Spreadsheet {
  return {
    ...spreadsheet,
    editors: spreadsheet.editors.slice(),
    sheets: spreadsheet.sheets.map(copySheet),
    namedRanges: spreadsheet.namedRanges.slice(),
    metadata: spreadsheet.metadata.slice(),
  };
}
