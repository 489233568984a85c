import { DataFilter } from '../wire/messages.ts';
import { bool, enumeration, int32, listValue, message, repeated, string, type Parsed } from '../wire/proto.ts';

/* The messages of `spreadsheets.values`. https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values */

export const MajorDimension = enumeration('Dimension', ['DIMENSION_UNSPECIFIED', 'ROWS', 'COLUMNS']);
const InputOption = enumeration('ValueInputOption', ['INPUT_VALUE_OPTION_UNSPECIFIED', 'RAW', 'USER_ENTERED']);
const RenderOption = enumeration('ValueRenderOption', ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA']);
const DateRenderOption = enumeration('DateTimeRenderOption', ['SERIAL_NUMBER', 'FORMATTED_STRING']);

/** How values are told. */
export const READ_OPTIONS = {
  majorDimension: MajorDimension,
  valueRenderOption: RenderOption,
  dateTimeRenderOption: DateRenderOption,
};
/** How values are taken, and whether and how they are told back. */
export const WRITE_OPTIONS = {
  valueInputOption: InputOption,
  includeValuesInResponse: bool,
  responseValueRenderOption: RenderOption,
  responseDateTimeRenderOption: DateRenderOption,
};

export const ValueRange = message('ValueRange', {
  range: string,
  majorDimension: MajorDimension,
  values: repeated(listValue),
});
export type ValueRange = Parsed<typeof ValueRange>;
export const DataFilterValueRange = message('DataFilterValueRange', {
  dataFilter: DataFilter,
  majorDimension: MajorDimension,
  values: repeated(listValue),
});

export const UpdateValuesResponse = message('UpdateValuesResponse', {
  spreadsheetId: string,
  updatedRange: string,
  updatedRows: int32,
  updatedColumns: int32,
  updatedCells: int32,
  updatedData: ValueRange,
});
export const AppendValuesResponse = message('AppendValuesResponse', {
  spreadsheetId: string,
  tableRange: string,
  updates: UpdateValuesResponse,
});
export const ClearValuesResponse = message('ClearValuesResponse', { spreadsheetId: string, clearedRange: string });
export const BatchClearResponse = message('BatchClearValuesResponse', {
  spreadsheetId: string,
  clearedRanges: repeated(string),
});
export const BatchGetResponse = message('BatchGetValuesResponse', {
  spreadsheetId: string,
  valueRanges: repeated(ValueRange),
});
export const BatchUpdateResponse = message('BatchUpdateValuesResponse', {
  spreadsheetId: string,
  totalUpdatedRows: int32,
  totalUpdatedColumns: int32,
  totalUpdatedCells: int32,
  totalUpdatedSheets: int32,
  responses: repeated(UpdateValuesResponse),
});
export const BatchGetByDataFilterResponse = message('BatchGetValuesByDataFilterResponse', {
  spreadsheetId: string,
  valueRanges: repeated(message('MatchedValueRange', { valueRange: ValueRange, dataFilters: repeated(DataFilter) })),
});
