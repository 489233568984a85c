/* Running */
export { createGoogleSheets, type GoogleSheetsEmulator, type GoogleSheetsOptions } from './create-google-sheets.ts';
export { type ServiceAccountKey } from './accounts.ts';
export { type Human } from './human.ts';

/* Telling */
export { coverage } from './coverage.ts';
