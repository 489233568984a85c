/* Running */
export { createGoogleSheets, type GoogleSheetsEmulator, type GoogleSheetsOptions } from './create-google-sheets.ts';
export { type ServiceAccountKey } from './accounts.ts';
export { type Human } from './human/human.ts';
export { ACT_NAMES, createHuman, type Deed, type HumanOptions, type SeededHuman } from './human/create-human.ts';
export { type ActName } from './human/acts.ts';

/* Telling */
export { coverage } from './coverage.ts';
