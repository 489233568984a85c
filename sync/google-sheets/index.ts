/* Talking to a spreadsheet */
export { createSheetsClient, type SheetsAccess, type SheetsClient, type Tab } from './client.ts';
export { type ColumnReading, type Reading, type Scalar } from './read-columns.ts';

/* What is asked of it */
export { appendRows, clearNote, deleteRow, sizeOf, writeCells, type SheetCell, type SheetRequest } from './requests.ts';
export { addTab, growTab, type TabColumn, type TabPlan } from './tab-requests.ts';
