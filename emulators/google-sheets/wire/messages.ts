import { bool, double, enumeration, int32, message, opaque, repeated, string, type Parsed } from './proto.ts';

/*
 * The messages of Google Sheets API v4 that this emulator understands, as in its discovery document:
 * https://sheets.googleapis.com/$discovery/rest?version=v4
 */

/* Places */

export const Dimension = enumeration('Dimension', ['DIMENSION_UNSPECIFIED', 'ROWS', 'COLUMNS']);
export const GridRange = message('GridRange', {
  sheetId: int32,
  startRowIndex: int32,
  endRowIndex: int32,
  startColumnIndex: int32,
  endColumnIndex: int32,
});
export type GridRange = Parsed<typeof GridRange>;
export const DimensionRange = message('DimensionRange', {
  sheetId: int32,
  dimension: Dimension,
  startIndex: int32,
  endIndex: int32,
});
export type DimensionRange = Parsed<typeof DimensionRange>;
export const GridCoordinate = message('GridCoordinate', { sheetId: int32, rowIndex: int32, columnIndex: int32 });

/* Looks */

export const Color = message('Color', { red: double, green: double, blue: double, alpha: double });
export const ColorStyle = message('ColorStyle', { rgbColor: Color, themeColor: string });
export type ColorStyle = Parsed<typeof ColorStyle>;
export const Border = message('Border', { style: string, width: int32, color: Color, colorStyle: ColorStyle });
export const Borders = message('Borders', { top: Border, bottom: Border, left: Border, right: Border });
export const TextFormat = message('TextFormat', {
  foregroundColor: Color,
  foregroundColorStyle: ColorStyle,
  fontFamily: string,
  fontSize: int32,
  bold: bool,
  italic: bool,
  strikethrough: bool,
  underline: bool,
  link: message('Link', { uri: string }),
});
export const NumberFormat = message('NumberFormat', {
  type: enumeration('NumberFormatType', [
    'NUMBER_FORMAT_TYPE_UNSPECIFIED',
    'TEXT',
    'NUMBER',
    'PERCENT',
    'CURRENCY',
    'DATE',
    'TIME',
    'DATE_TIME',
    'SCIENTIFIC',
  ]),
  pattern: string,
});
export type NumberFormat = Parsed<typeof NumberFormat>;
export const CellFormat = message('CellFormat', {
  numberFormat: NumberFormat,
  backgroundColor: Color,
  backgroundColorStyle: ColorStyle,
  borders: Borders,
  padding: message('Padding', { top: int32, right: int32, bottom: int32, left: int32 }),
  horizontalAlignment: enumeration('HorizontalAlign', ['LEFT', 'CENTER', 'RIGHT']),
  verticalAlignment: enumeration('VerticalAlign', ['TOP', 'MIDDLE', 'BOTTOM']),
  wrapStrategy: enumeration('WrapStrategy', ['OVERFLOW_CELL', 'LEGACY_WRAP', 'CLIP', 'WRAP']),
  textDirection: enumeration('TextDirection', ['LEFT_TO_RIGHT', 'RIGHT_TO_LEFT']),
  textFormat: TextFormat,
  hyperlinkDisplayType: enumeration('HyperlinkDisplayType', ['LINKED', 'PLAIN_TEXT']),
  textRotation: message('TextRotation', { angle: int32, vertical: bool }),
});
export type CellFormat = Parsed<typeof CellFormat>;

/* Cells */

export const ErrorValue = message('ErrorValue', { type: string, message: string });
export const ExtendedValue = message('ExtendedValue', {
  numberValue: double,
  stringValue: string,
  boolValue: bool,
  formulaValue: string,
  errorValue: ErrorValue,
});
export type ExtendedValue = Parsed<typeof ExtendedValue>;
const ConditionType = enumeration('ConditionType', [
  ...['CONDITION_TYPE_UNSPECIFIED', 'NUMBER_GREATER', 'NUMBER_GREATER_THAN_EQ', 'NUMBER_LESS', 'NUMBER_LESS_THAN_EQ'],
  ...['NUMBER_EQ', 'NUMBER_NOT_EQ', 'NUMBER_BETWEEN', 'NUMBER_NOT_BETWEEN', 'TEXT_CONTAINS', 'TEXT_NOT_CONTAINS'],
  ...['TEXT_STARTS_WITH', 'TEXT_ENDS_WITH', 'TEXT_EQ', 'TEXT_NOT_EQ', 'TEXT_IS_EMAIL', 'TEXT_IS_URL', 'DATE_EQ'],
  ...['DATE_NOT_EQ', 'DATE_BEFORE', 'DATE_AFTER', 'DATE_ON_OR_BEFORE', 'DATE_ON_OR_AFTER', 'DATE_BETWEEN'],
  ...['DATE_NOT_BETWEEN', 'DATE_IS_VALID', 'ONE_OF_RANGE', 'ONE_OF_LIST', 'BLANK', 'NOT_BLANK', 'CUSTOM_FORMULA'],
  ...['BOOLEAN', 'FILTER_EXPRESSION'],
]);
const RelativeDate = enumeration('RelativeDate', [
  ...['RELATIVE_DATE_UNSPECIFIED', 'PAST_YEAR', 'PAST_MONTH', 'PAST_WEEK', 'YESTERDAY', 'TODAY', 'TOMORROW'],
]);
export const BooleanCondition = message('BooleanCondition', {
  type: ConditionType,
  values: repeated(message('ConditionValue', { relativeDate: RelativeDate, userEnteredValue: string })),
});
export type BooleanCondition = Parsed<typeof BooleanCondition>;
export const DataValidationRule = message('DataValidationRule', {
  condition: BooleanCondition,
  inputMessage: string,
  strict: bool,
  showCustomUi: bool,
});
export type DataValidationRule = Parsed<typeof DataValidationRule>;
export const CellData = message('CellData', {
  userEnteredValue: ExtendedValue,
  effectiveValue: ExtendedValue,
  formattedValue: string,
  userEnteredFormat: CellFormat,
  effectiveFormat: CellFormat,
  hyperlink: string,
  note: string,
  textFormatRuns: repeated(message('TextFormatRun', { startIndex: int32, format: TextFormat })),
  dataValidation: DataValidationRule,
});
export type CellData = Parsed<typeof CellData>;
export const RowData = message('RowData', { values: repeated(CellData) });

/* Developer metadata */

export const DeveloperMetadataLocation = message('DeveloperMetadataLocation', {
  locationType: enumeration('DeveloperMetadataLocationType', ['ROW', 'COLUMN', 'SHEET', 'SPREADSHEET']),
  spreadsheet: bool,
  sheetId: int32,
  dimensionRange: DimensionRange,
});
export const Visibility = enumeration('DeveloperMetadataVisibility', ['DOCUMENT', 'PROJECT']);
export const DeveloperMetadata = message('DeveloperMetadata', {
  metadataId: int32,
  metadataKey: string,
  metadataValue: string,
  location: DeveloperMetadataLocation,
  visibility: Visibility,
});
export type DeveloperMetadata = Parsed<typeof DeveloperMetadata>;
export const DataFilter = message('DataFilter', {
  a1Range: string,
  gridRange: GridRange,
  developerMetadataLookup: message('DeveloperMetadataLookup', {
    locationType: enumeration('DeveloperMetadataLocationType', ['ROW', 'COLUMN', 'SHEET', 'SPREADSHEET']),
    metadataLocation: DeveloperMetadataLocation,
    locationMatchingStrategy: enumeration('DeveloperMetadataLocationMatchingStrategy', [
      'EXACT_LOCATION',
      'INTERSECTING_LOCATION',
    ]),
    metadataId: int32,
    metadataKey: string,
    metadataValue: string,
    visibility: Visibility,
  }),
});
export type DataFilter = Parsed<typeof DataFilter>;

/* What lies on a sheet */

export const Editors = message('Editors', {
  users: repeated(string),
  groups: repeated(string),
  domainUsersCanEdit: bool,
});
export const ProtectedRange = message('ProtectedRange', {
  protectedRangeId: int32,
  range: GridRange,
  namedRangeId: string,
  description: string,
  warningOnly: bool,
  requestingUserCanEdit: bool,
  unprotectedRanges: repeated(GridRange),
  editors: Editors,
});
export type ProtectedRange = Parsed<typeof ProtectedRange>;
export const NamedRange = message('NamedRange', { namedRangeId: string, name: string, range: GridRange });
export type NamedRange = Parsed<typeof NamedRange>;
export const SortSpec = message('SortSpec', {
  dimensionIndex: int32,
  sortOrder: enumeration('SortOrder', ['SORT_ORDER_UNSPECIFIED', 'ASCENDING', 'DESCENDING']),
});
export type SortSpec = Parsed<typeof SortSpec>;
export const FilterSpec = message('FilterSpec', {
  filterCriteria: message('FilterCriteria', { hiddenValues: repeated(string), condition: BooleanCondition }),
  columnIndex: int32,
});
export type FilterSpec = Parsed<typeof FilterSpec>;
export const BasicFilter = message('BasicFilter', {
  range: GridRange,
  tableId: string,
  sortSpecs: repeated(SortSpec),
  criteria: opaque,
  filterSpecs: repeated(FilterSpec),
});
export type BasicFilter = Parsed<typeof BasicFilter>;
export const FilterView = message('FilterView', {
  filterViewId: int32,
  title: string,
  range: GridRange,
  namedRangeId: string,
  tableId: string,
  sortSpecs: repeated(SortSpec),
  criteria: opaque,
  filterSpecs: repeated(FilterSpec),
});
export type FilterView = Parsed<typeof FilterView>;
const BandingProperties = message('BandingProperties', {
  headerColor: Color,
  headerColorStyle: ColorStyle,
  firstBandColor: Color,
  firstBandColorStyle: ColorStyle,
  secondBandColor: Color,
  secondBandColorStyle: ColorStyle,
  footerColor: Color,
  footerColorStyle: ColorStyle,
});
export const BandedRange = message('BandedRange', {
  bandedRangeId: int32,
  bandedRangeReference: string,
  range: GridRange,
  rowProperties: BandingProperties,
  columnProperties: BandingProperties,
});
export type BandedRange = Parsed<typeof BandedRange>;
export const ConditionalFormatRule = message('ConditionalFormatRule', {
  ranges: repeated(GridRange),
  booleanRule: message('BooleanRule', { condition: BooleanCondition, format: CellFormat }),
  gradientRule: opaque,
});
export type ConditionalFormatRule = Parsed<typeof ConditionalFormatRule>;
export const DimensionProperties = message('DimensionProperties', {
  hiddenByFilter: bool,
  hiddenByUser: bool,
  pixelSize: int32,
  developerMetadata: repeated(DeveloperMetadata),
});
export type DimensionProperties = Parsed<typeof DimensionProperties>;
export const DimensionGroup = message('DimensionGroup', { range: DimensionRange, depth: int32, collapsed: bool });
export type DimensionGroup = Parsed<typeof DimensionGroup>;

/* Sheets and spreadsheets */

export const GridProperties = message('GridProperties', {
  rowCount: int32,
  columnCount: int32,
  frozenRowCount: int32,
  frozenColumnCount: int32,
  hideGridlines: bool,
  rowGroupControlAfter: bool,
  columnGroupControlAfter: bool,
});
export const SheetProperties = message('SheetProperties', {
  sheetId: int32,
  title: string,
  index: int32,
  sheetType: enumeration('SheetType', ['SHEET_TYPE_UNSPECIFIED', 'GRID', 'OBJECT', 'DATA_SOURCE']),
  gridProperties: GridProperties,
  hidden: bool,
  tabColor: Color,
  tabColorStyle: ColorStyle,
  rightToLeft: bool,
});
export type SheetProperties = Parsed<typeof SheetProperties>;
export const GridData = message('GridData', {
  startRow: int32,
  startColumn: int32,
  rowData: repeated(RowData),
  rowMetadata: repeated(DimensionProperties),
  columnMetadata: repeated(DimensionProperties),
});
export type GridData = Parsed<typeof GridData>;
export const Sheet = message('Sheet', {
  properties: SheetProperties,
  data: repeated(GridData),
  merges: repeated(GridRange),
  conditionalFormats: repeated(ConditionalFormatRule),
  filterViews: repeated(FilterView),
  protectedRanges: repeated(ProtectedRange),
  basicFilter: BasicFilter,
  charts: opaque,
  bandedRanges: repeated(BandedRange),
  developerMetadata: repeated(DeveloperMetadata),
  rowGroups: repeated(DimensionGroup),
  columnGroups: repeated(DimensionGroup),
  slicers: opaque,
  tables: opaque,
});
export const SpreadsheetProperties = message('SpreadsheetProperties', {
  title: string,
  locale: string,
  autoRecalc: enumeration('RecalculationInterval', ['ON_CHANGE', 'MINUTE', 'HOUR']),
  timeZone: string,
  defaultFormat: CellFormat,
  iterativeCalculationSettings: opaque,
  spreadsheetTheme: opaque,
  importFunctionsExternalUrlAccessAllowed: bool,
});
export type SpreadsheetProperties = Parsed<typeof SpreadsheetProperties>;
export const Spreadsheet = message('Spreadsheet', {
  spreadsheetId: string,
  properties: SpreadsheetProperties,
  sheets: repeated(Sheet),
  namedRanges: repeated(NamedRange),
  spreadsheetUrl: string,
  developerMetadata: repeated(DeveloperMetadata),
  dataSources: opaque,
  dataSourceSchedules: opaque,
});
export type SpreadsheetMessage = Parsed<typeof Spreadsheet>;
export type SheetMessage = Parsed<typeof Sheet>;
