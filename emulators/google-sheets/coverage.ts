import type { CoverageEntry } from '../core/index.ts';

const CLIENT = 'conformance/google-sheets-client.test.ts';
const RECORDED = 'conformance/google-sheets-recorded.test.ts';
const HUMAN_TEST = 'unit/emulators/google-sheets/human.test.ts';
const PAGES = 'unit/emulators/google-sheets/pages.test.ts';
const REQUESTS = 'unit/emulators/google-sheets/requests.test.ts';
const STRUCTURE = 'unit/emulators/google-sheets/structure-requests.test.ts';
const VALUES = 'unit/emulators/google-sheets/values.test.ts';
const ACCESS = 'unit/emulators/google-sheets/access.test.ts';
const FILTERS = 'unit/emulators/google-sheets/filters.test.ts';
const FORMULAS = 'unit/emulators/google-sheets/formulas.test.ts';
const RANGES = 'unit/emulators/google-sheets/range-requests.test.ts';
const KINDS = 'unit/emulators/google-sheets/kinds.test.ts';

const SPREADSHEET = '/v4/spreadsheets/{spreadsheetId}';

function supported(route: string, ...testedBy: string[]): CoverageEntry {
  return { route, status: 'supported', testedBy };
}

function partial(route: string, notes: string, ...testedBy: string[]): CoverageEntry {
  return { route, status: 'partial', testedBy, notes };
}

function refused(route: string, notes: string): CoverageEntry {
  return { route, status: 'refused', testedBy: [KINDS], notes };
}

const ROUTES: readonly CoverageEntry[] = [
  partial(
    `GET ${SPREADSHEET}`,
    'Charts, slicers and tables are never there; the default format and theme are Google’s.',
    CLIENT,
    RECORDED,
  ),
  supported(`POST ${SPREADSHEET}:getByDataFilter`, CLIENT),
  partial('POST /v4/spreadsheets', 'Sheets with data are refused; the caller owns what it creates.', CLIENT),
  supported(`POST ${SPREADSHEET}:batchUpdate`, CLIENT, RECORDED, REQUESTS),
  supported(`POST ${SPREADSHEET}/sheets/{sheetId}:copyTo`, CLIENT),
  supported(`GET ${SPREADSHEET}/values/{range}`, CLIENT, RECORDED, VALUES),
  supported(`GET ${SPREADSHEET}/values:batchGet`, CLIENT, VALUES),
  partial(
    `PUT ${SPREADSHEET}/values/{range}`,
    'Validation is not held against what the API writes. Dates are read as in en_US, with a year.',
    CLIENT,
    RECORDED,
    VALUES,
  ),
  supported(`POST ${SPREADSHEET}/values/{range}:append`, CLIENT, RECORDED, VALUES),
  supported(`POST ${SPREADSHEET}/values/{range}:clear`, CLIENT, RECORDED),
  supported(`POST ${SPREADSHEET}/values:batchClear`, RECORDED),
  supported(`POST ${SPREADSHEET}/values:batchUpdate`, CLIENT, VALUES),
  supported(`POST ${SPREADSHEET}/values:batchGetByDataFilter`, CLIENT),
  supported(`POST ${SPREADSHEET}/values:batchUpdateByDataFilter`, CLIENT),
  supported(`POST ${SPREADSHEET}/values:batchClearByDataFilter`, CLIENT),
  supported(`POST ${SPREADSHEET}/developerMetadata:search`, CLIENT),
  supported(`GET ${SPREADSHEET}/developerMetadata/{metadataId}`, CLIENT),
  partial('POST /token', 'JWT bearer assertions of service accounts only.', CLIENT, ACCESS),
  supported('GET /', PAGES),
  supported('GET /spreadsheets/d/:spreadsheetId/edit', PAGES),
  supported('GET /_pages/spreadsheets/:spreadsheetId/sheets/:sheetId', PAGES),
  supported('POST /_pages/spreadsheets/:spreadsheetId/sheets/:sheetId/changes', PAGES, HUMAN_TEST),
  supported('GET /assets/:name', PAGES),
];

const REQUEST_KINDS: readonly CoverageEntry[] = [
  supported('batchUpdate addSheet', RECORDED, REQUESTS),
  supported('batchUpdate deleteSheet', RECORDED, REQUESTS),
  partial('batchUpdate duplicateSheet', 'Protections are not copied.', STRUCTURE),
  supported('batchUpdate updateSheetProperties', RECORDED, STRUCTURE),
  supported('batchUpdate updateSpreadsheetProperties', RECORDED),
  supported('batchUpdate appendDimension', CLIENT),
  supported('batchUpdate insertDimension', RECORDED, STRUCTURE, FORMULAS),
  supported('batchUpdate deleteDimension', RECORDED, STRUCTURE, FORMULAS),
  supported('batchUpdate moveDimension', STRUCTURE, FORMULAS),
  supported('batchUpdate updateDimensionProperties', CLIENT),
  partial('batchUpdate autoResizeDimensions', 'Widths are counted in characters.', RECORDED),
  supported('batchUpdate addDimensionGroup', RECORDED),
  supported('batchUpdate deleteDimensionGroup', RECORDED),
  supported('batchUpdate updateDimensionGroup', RANGES),
  supported('batchUpdate updateCells', CLIENT, RECORDED, REQUESTS),
  partial('batchUpdate appendCells', 'Not into tables.', REQUESTS),
  supported('batchUpdate repeatCell', RECORDED, REQUESTS),
  partial(
    'batchUpdate setDataValidation',
    'Only people are held to it, by list, checkbox, text, number and date.',
    RECORDED,
    HUMAN_TEST,
  ),
  supported('batchUpdate updateBorders', REQUESTS),
  partial(
    'batchUpdate sortRange',
    'Developer metadata of rows stays where it was, which no source settles.',
    RECORDED,
    STRUCTURE,
  ),
  partial('batchUpdate copyPaste', 'No conditional formats.', RECORDED, FORMULAS),
  supported('batchUpdate cutPaste', RECORDED, FORMULAS),
  partial('batchUpdate insertRange', 'Not over merged cells.', RANGES),
  partial('batchUpdate deleteRange', 'Not over merged cells.', RANGES),
  partial('batchUpdate pasteData', 'Text only, no HTML.', RANGES),
  supported('batchUpdate textToColumns', RANGES),
  supported('batchUpdate trimWhitespace', RANGES),
  supported('batchUpdate deleteDuplicates', RANGES),
  supported('batchUpdate findReplace', REQUESTS),
  supported('batchUpdate mergeCells', RECORDED),
  supported('batchUpdate unmergeCells', RECORDED),
  supported('batchUpdate addNamedRange', RECORDED),
  supported('batchUpdate updateNamedRange', STRUCTURE),
  supported('batchUpdate deleteNamedRange', RECORDED),
  supported('batchUpdate addProtectedRange', RECORDED, HUMAN_TEST),
  supported('batchUpdate updateProtectedRange', STRUCTURE),
  supported('batchUpdate deleteProtectedRange', STRUCTURE),
  partial(
    'batchUpdate setBasicFilter',
    'Rows are hidden when it is set, by text, number and date; not by colour. No tables.',
    FILTERS,
  ),
  supported('batchUpdate clearBasicFilter', FILTERS),
  supported('batchUpdate addFilterView', FILTERS),
  supported('batchUpdate updateFilterView', FILTERS),
  supported('batchUpdate duplicateFilterView', FILTERS),
  supported('batchUpdate deleteFilterView', FILTERS),
  partial('batchUpdate addBanding', 'Kept, not applied to effective formats.', FILTERS),
  partial('batchUpdate updateBanding', 'Kept, not applied to effective formats.', FILTERS),
  supported('batchUpdate deleteBanding', FILTERS),
  partial('batchUpdate addConditionalFormatRule', 'Kept, not applied to effective formats.', STRUCTURE),
  partial('batchUpdate updateConditionalFormatRule', 'Kept, not applied to effective formats.', STRUCTURE),
  partial('batchUpdate deleteConditionalFormatRule', 'Kept, not applied to effective formats.', STRUCTURE),
  supported('batchUpdate createDeveloperMetadata', CLIENT, STRUCTURE),
  supported('batchUpdate updateDeveloperMetadata', CLIENT),
  supported('batchUpdate deleteDeveloperMetadata', CLIENT),
];

const OTHERS: readonly CoverageEntry[] = [
  refused('batchUpdate of any other kind', '400 INVALID_ARGUMENT that names the kind.'),
  partial(
    'formulas',
    'No QUERY, FILTER, ARRAYFORMULA, LAMBDA and the like, nor time and chance: these show #NAME?. Arrays do not spill; IMPORT functions load for ever.',
    FORMULAS,
  ),
  partial(
    'quotas',
    '60 reads and 60 writes of a user, 300 of a project, in any sixty seconds; Google does not say how it counts.',
    ACCESS,
  ),
  partial(
    'protected ranges',
    'Groups are nobody. Whoever may not edit a cell may not sort it, delete its row or column, or insert one there.',
    HUMAN_TEST,
  ),
];

/** What this emulator does of Google Sheets: routes, kinds of `batchUpdate` request, and rules. */
export const coverage: readonly CoverageEntry[] = [...ROUTES, ...REQUEST_KINDS, ...OTHERS];
