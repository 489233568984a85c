/* Talking to a spreadsheet */
export { createSheetsClient, type SheetsAccess, type ListedTab, type SheetsClient, type Tab } from './client.ts';
export { type ColumnQuery, type ColumnReading, type Reading } from './read-columns.ts';
export { type Places } from './read-places.ts';
export { type GridCell, type GridRow } from './read-rows.ts';
export { type Scalar } from './scalar.ts';

/* What is asked of it */
export { encode, type EncodedRequest } from './batch.ts';
export { appendRows, deleteRow, writeCells, writeNote, type SheetCell, type SheetRequest } from './requests.ts';
export {
  addColumns,
  addTab,
  growColumns,
  growTab,
  setTabMetadata,
  type TabColumn,
  type TabPlan,
} from './tab-requests.ts';
