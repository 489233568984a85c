import { without } from '../without.ts';
import { copySheet, createSheet, DEFAULT_COLUMNS, DEFAULT_ROWS, type Sheet, type Spreadsheet } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import { refuseProtected } from '../access.ts';
import { withColorStyles } from '../answers/colors.ts';
import { toSheetProperties } from '../answers/spreadsheet.ts';
import { refuseTooManyCells } from '../grid/cells.ts';
import { followTitle, loseSheet } from '../grid/formulas.ts';
import { changeLines } from '../grid/lines.ts';
import { wholeSheet } from '../grid/places.ts';
import { newId, sheetIds } from '../store.ts';
import { applyFields } from '../wire/field-mask.ts';
import { SheetProperties, SpreadsheetProperties, type GridRange } from '../wire/messages.ts';
import { int32, message, string } from '../wire/proto.ts';
import { kind, required, updateMask } from './kind.ts';

const LONGEST_TITLE = 100;

export const addSheet = kind(message('AddSheetRequest', { properties: SheetProperties }), ({ draft }, request) => {
  const given = request.properties ?? {};
  const title = given.title ?? unusedTitle(draft);
  refuseTitle(draft, title);
  const sheetId = given.sheetId ?? newId(sheetIds(draft.sheets));
  refuseId(draft, sheetId);
  const { rowCount = DEFAULT_ROWS, columnCount = DEFAULT_COLUMNS } = given.gridProperties ?? {};
  refuseTooManyCells(draft.sheets, rowCount * columnCount);
  const sheet = createSheet(sheetId, title, rowCount, columnCount);
  draft.sheets.splice(given.index ?? draft.sheets.length, 0, sheet);
  keepProperties(sheet, given);
  return { properties: toSheetProperties(sheet, draft.sheets.indexOf(sheet)) };
});

function unusedTitle(draft: Spreadsheet): string {
  let number = draft.sheets.length + 1;
  while (draft.sheets.some(({ title }) => title === `Sheet${String(number)}`)) number += 1;
  return `Sheet${String(number)}`;
}

function refuseTitle(draft: Spreadsheet, title: string, own?: Sheet): void {
  if (title === '') throw invalidArgument('The sheet name cannot be empty.');
  if (title.length > LONGEST_TITLE) throw invalidArgument('The sheet name cannot be greater than 100 characters.');
  const taken = draft.sheets.some((sheet) => sheet !== own && sheet.title.toLowerCase() === title.toLowerCase());
  if (taken) throw invalidArgument(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

function refuseId(draft: Spreadsheet, sheetId: number): void {
  if (sheetId < 0) throw invalidArgument(`sheetId[${String(sheetId)}] can't be negative`);
  if (sheetIds(draft.sheets).includes(sheetId)) {
    throw invalidArgument(`A sheet with the id ${String(sheetId)} already exists. Please enter another id.`);
  }
}

export const deleteSheet = kind(message('DeleteSheetRequest', { sheetId: int32 }), ({ draft, email }, request) => {
  const sheet = sheetWithId(draft, request.sheetId);
  refuseProtected(draft, sheet, wholeSheet(sheet), email);
  if (draft.sheets.length === 1) throw invalidArgument("You can't remove all the sheets in a document.");
  draft.sheets = draft.sheets.filter((one) => one !== sheet);
  loseSheet(draft, sheet.title);
  if (draft.sheets.every(isHidden)) throw invalidArgument("You can't remove all the visible sheets in a document.");
  draft.namedRanges = draft.namedRanges.filter(({ range }) => (range?.sheetId ?? 0) !== sheet.sheetId);
  draft.metadata = draft.metadata.filter(({ place }) => !('sheetId' in place) || place.sheetId !== sheet.sheetId);
  return undefined;
});

function sheetWithId(draft: Spreadsheet, sheetId = 0): Sheet {
  const sheet = draft.sheets.find((one) => one.sheetId === sheetId);
  if (sheet === undefined) throw invalidArgument(`No sheet with id: ${String(sheetId)}`);
  return sheet;
}

function isHidden(sheet: Sheet): boolean {
  return sheet.properties.hidden === true;
}

export const duplicateSheet = kind(
  message('DuplicateSheetRequest', {
    sourceSheetId: int32,
    insertSheetIndex: int32,
    newSheetId: int32,
    newSheetName: string,
  }),
  ({ draft }, request) => {
    const source = sheetWithId(draft, request.sourceSheetId);
    const title = request.newSheetName ?? copyTitle(draft, source.title);
    refuseTitle(draft, title);
    const sheetId = request.newSheetId ?? newId(sheetIds(draft.sheets));
    refuseId(draft, sheetId);
    refuseTooManyCells(draft.sheets, source.rows.length * source.columns.length);
    const sheet = copyOf(source, sheetId, title);
    draft.sheets.splice(request.insertSheetIndex ?? 0, 0, sheet);
    return { properties: toSheetProperties(sheet, draft.sheets.indexOf(sheet)) };
  },
);

function copyTitle(draft: Spreadsheet, title: string): string {
  let copy = `Copy of ${title}`;
  for (let number = 1; draft.sheets.some((sheet) => sheet.title === copy); number += 1) {
    copy = `Copy of ${title} ${String(number)}`;
  }
  return copy;
}

/** A sheet with another's contents. Protections are not copied. */
export function copyOf(source: Sheet, sheetId: number, title: string): Sheet {
  const here = <T extends { range?: GridRange }>(one: T): T => ({ ...one, range: { ...one.range, sheetId } });
  return {
    ...copySheet(source),
    sheetId,
    title,
    merges: source.merges.map((box) => ({ ...box, sheetId })),
    conditionalFormats: source.conditionalFormats.map((rule) => ({
      ...rule,
      ranges: (rule.ranges ?? []).map((range) => ({ ...range, sheetId })),
    })),
    basicFilter: source.basicFilter && here(source.basicFilter),
    filterViews: source.filterViews.map((view) => ({ ...here(view), filterViewId: newId([view.filterViewId]) })),
    bandedRanges: source.bandedRanges.map((bands) => ({ ...here(bands), bandedRangeId: newId([bands.bandedRangeId]) })),
    protectedRanges: [],
  };
}

export const updateSheetProperties = kind(
  message('UpdateSheetPropertiesRequest', { properties: SheetProperties, fields: string }),
  ({ draft }, request) => {
    const given = required(request.properties, 'properties');
    const sheet = sheetWithId(draft, given.sheetId);
    const mask = updateMask(request.fields, SheetProperties);
    const index = draft.sheets.indexOf(sheet);
    const next = applyFields(toSheetProperties(sheet, index), withColorStyles(given), mask);
    if (mask.size === 0 || mask.has('title')) refuseTitle(draft, next.title ?? '', sheet);
    if (next.title !== undefined && next.title !== sheet.title) {
      followTitle(draft, sheet.title, next.title);
      sheet.title = next.title;
    }
    resize(draft, sheet, next.gridProperties?.rowCount, next.gridProperties?.columnCount);
    keepProperties(sheet, next);
    if (draft.sheets.every(isHidden)) throw invalidArgument("You can't hide all the sheets in a document.");
    if (mask.has('index')) moveSheet(draft, sheet, index, given.index ?? 0);
    return undefined;
  },
);

/** Indexes are those before the move, so one place further on is where it already is. */
function moveSheet(draft: Spreadsheet, sheet: Sheet, from: number, to: number): void {
  if (to === from || to === from + 1) return;
  draft.sheets.splice(from, 1);
  draft.sheets.splice(to > from ? to - 1 : to, 0, sheet);
}

function resize(draft: Spreadsheet, sheet: Sheet, rows = sheet.rows.length, columns = sheet.columns.length): void {
  if (rows < 1 || columns < 1) throw invalidArgument("You can't delete all the rows or columns on the sheet.");
  refuseTooManyCells(draft.sheets, rows * columns - sheet.rows.length * sheet.columns.length);
  for (const [dimension, size, wanted] of [
    ['ROWS', sheet.rows.length, rows],
    ['COLUMNS', sheet.columns.length, columns],
  ] as const) {
    if (wanted < size) changeLines(draft, sheet, dimension, { kind: 'delete', start: wanted, end: size });
    const lines: unknown[] = dimension === 'ROWS' ? sheet.rows : sheet.columns;
    while (lines.length < wanted) lines.push(undefined);
  }
}

/** Keeps what properties say beyond title, place and size; what is off or zero is what a sheet is anyway. */
function keepProperties(sheet: Sheet, properties: SheetProperties): void {
  const rest = without(properties, 'sheetId', 'title', 'index', 'sheetType', 'gridProperties');
  const grid = without(properties.gridProperties ?? {}, 'rowCount', 'columnCount');
  if ((grid.frozenRowCount ?? 0) >= sheet.rows.length) {
    throw invalidArgument("You can't freeze all visible rows on the sheet.");
  }
  if ((grid.frozenColumnCount ?? 0) >= sheet.columns.length) {
    throw invalidArgument("You can't freeze all visible columns on the sheet.");
  }
  const kept = withoutDefaults(grid);
  sheet.properties = { ...withoutDefaults(rest), ...(Object.keys(kept).length > 0 && { gridProperties: kept }) };
}

function withoutDefaults<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== false && one !== 0)) as T;
}

export const updateSpreadsheetProperties = kind(
  message('UpdateSpreadsheetPropertiesRequest', { properties: SpreadsheetProperties, fields: string }),
  ({ draft }, request) => {
    const mask = updateMask(request.fields, SpreadsheetProperties);
    const given = required(request.properties, 'properties');
    refuseSettings(given);
    draft.properties = applyFields(draft.properties, given, mask);
    return undefined;
  },
);

/** Refuses what is no locale and no time zone. Any locale is kept; texts are read as in `en_US`. */
function refuseSettings({ locale, timeZone }: SpreadsheetProperties): void {
  if (locale !== undefined && !/^[a-z]{2,3}(?:_[A-Z]{2})?$/.test(locale)) {
    throw invalidArgument(`Unsupported locale: ${locale}`);
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw invalidArgument(`Invalid time zone: ${timeZone}`);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
