import { Scope } from '../formula/scope.ts';
import { hyperlinkOf, displayText, effectiveValue, showValue } from '../values/effective.ts';
import type { Cell, Sheet, Spreadsheet } from '../entities.ts';
import { hasReference } from '../grid/formulas.ts';
import { isHidden } from '../grid/sort.ts';
import { choicesOf } from '../validation.ts';
import type { BasicFilter, CellFormat } from '../wire/messages.ts';

/** A cell for the page: its text alone, or what else there is to show. */
export type CellView = string | CellDetails;

interface CellDetails {
  text: string;
  /** What the formula bar shows, when it is not the text. */
  entered?: string;
  /** Stretches of the text that are links. */
  links?: { start: number; end: number; url: string }[];
  note?: string;
  /** Index into the sheet's lists of choices. */
  choices?: number;
  strict?: boolean;
  style?: string;
  number?: boolean;
}

export interface SheetView {
  title: string;
  version: number;
  sheetId: number;
  sheets: { sheetId: number; title: string }[];
  rowCount: number;
  columnCount: number;
  frozenRows: number;
  frozenColumns: number;
  columns: Record<number, { width?: number; hidden?: boolean }>;
  hiddenRows: number[];
  /** The texts that a filter hides, by column; absent without a filter. */
  filter?: Record<number, string[]>;
  choices: { options: string[]; strict: boolean }[];
  /** The rows asked for, by their zero-based position. */
  rows: [number, (CellView | null)[]][];
}

/** A sheet for the page: all of it, or the rows that `isWanted`. */
export function toSheetView(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  version: number,
  isWanted: (row: number) => boolean,
): SheetView {
  const { frozenRowCount = 0, frozenColumnCount = 0 } = sheet.properties.gridProperties ?? {};
  const choices = new Choices();
  const scope = new Scope(spreadsheet, sheet);
  const rows: SheetView['rows'] = [];
  for (const [index, row] of sheet.rows.entries()) {
    // What looks at other cells may show something else without having changed.
    if (isWanted(index) || row?.cells.some(hasReference) === true)
      rows.push([index, Array.from(row?.cells ?? [], (cell) => toCellView(cell, scope, choices))]);
  }
  return {
    title: spreadsheet.properties.title ?? '',
    version,
    sheetId: sheet.sheetId,
    sheets: spreadsheet.sheets
      .filter((one) => one === sheet || one.properties.hidden !== true)
      .map(({ sheetId, title }) => ({ sheetId, title })),
    rowCount: sheet.rows.length,
    columnCount: sheet.columns.length,
    frozenRows: frozenRowCount,
    frozenColumns: frozenColumnCount,
    columns: Object.fromEntries(
      sheet.columns.flatMap((column, index) => {
        if (column === undefined) return [];
        const { pixelSize, hiddenByUser } = column;
        return [
          [
            index,
            { ...(pixelSize !== undefined && { width: pixelSize }), ...(hiddenByUser === true && { hidden: true }) },
          ],
        ];
      }),
    ),
    hiddenRows: sheet.rows.flatMap((row, index) => (isHidden(row) ? [index] : [])),
    ...(sheet.basicFilter && { filter: toFilter(sheet.basicFilter) }),
    choices: choices.list,
    rows,
  };
}

function toFilter({ filterSpecs = [] }: BasicFilter): Record<number, string[]> {
  return Object.fromEntries(
    filterSpecs.map(({ columnIndex = 0, filterCriteria }) => [columnIndex, filterCriteria?.hiddenValues ?? []]),
  );
}

/** Lists of choices, each told once. */
class Choices {
  readonly list: { options: string[]; strict: boolean }[] = [];
  readonly #places = new Map<string, number>();

  place(cell: Cell): number | undefined {
    const options = choicesOf(cell);
    if (options === undefined) return undefined;
    const entry = { options, strict: cell.dataValidation?.strict === true };
    const key = JSON.stringify(entry);
    const place = this.#places.get(key) ?? this.list.push(entry) - 1;
    this.#places.set(key, place);
    return place;
  }
}

function toCellView(cell: Cell | undefined, scope: Scope, choices: Choices): CellView | null {
  if (cell === undefined) return null;
  const text = displayText(cell, scope);
  const entered = enteredText(cell);
  const links = linksOf(cell, scope, text);
  const place = choices.place(cell);
  const style = toStyle(cell.userEnteredFormat);
  const number = effectiveValue(cell, scope)?.numberValue !== undefined;
  const details = {
    text,
    ...(entered !== text && { entered }),
    ...(links.length > 0 && { links }),
    ...(cell.note !== undefined && { note: cell.note }),
    ...(place !== undefined && { choices: place }),
    ...(style !== '' && { style }),
    ...(number && { number }),
  };
  return Object.keys(details).length === 1 ? text : details;
}

function linksOf(cell: Cell, scope: Scope, text: string): { start: number; end: number; url: string }[] {
  const { textFormatRuns: runs = [] } = cell;
  const inRuns = runs.flatMap(({ startIndex = 0, format }, index) => {
    const url = format?.link?.uri;
    return url === undefined ? [] : [{ start: startIndex, end: runs[index + 1]?.startIndex ?? text.length, url }];
  });
  if (inRuns.length > 0) return inRuns;
  const url = hyperlinkOf(cell, scope) ?? (/^https?:\/\/\S+$/.test(text) ? text : undefined);
  return url === undefined ? [] : [{ start: 0, end: text.length, url }];
}

/** What a person would type to get the same cell. */
export function enteredText(cell: Cell): string {
  const { formulaValue, stringValue, numberValue } = cell.userEnteredValue ?? {};
  if (formulaValue !== undefined) return formulaValue;
  if (stringValue !== undefined) return needsApostrophe(cell, stringValue) ? `'${stringValue}` : stringValue;
  if (numberValue !== undefined && cell.userEnteredFormat?.numberFormat === undefined) return String(numberValue);
  return showValue(cell.userEnteredValue, cell);
}

/** Text that would become something else if it were typed again. */
function needsApostrophe(cell: Cell, text: string): boolean {
  if (cell.userEnteredFormat?.numberFormat?.type === 'TEXT') return false;
  return (
    /^['=+]/.test(text) || /^[-$]?[\d.,]+%?$/.test(text) || /^(true|false)$/i.test(text) || /^\d+[-/:]\d+/.test(text)
  );
}

function toStyle(format: CellFormat | undefined): string {
  if (format === undefined) return '';
  const { textFormat, horizontalAlignment } = format;
  return [
    color('background', format.backgroundColorStyle?.rgbColor ?? format.backgroundColor),
    color('color', textFormat?.foregroundColorStyle?.rgbColor ?? textFormat?.foregroundColor),
    textFormat?.bold === true && 'font-weight:600',
    textFormat?.italic === true && 'font-style:italic',
    textFormat?.strikethrough === true && 'text-decoration:line-through',
    horizontalAlignment !== undefined && `text-align:${horizontalAlignment.toLowerCase()}`,
  ]
    .filter((part) => part !== false && part !== '')
    .join(';');
}

function color(property: string, shares: { red?: number; green?: number; blue?: number } | undefined): string {
  if (shares === undefined) return '';
  const parts = [shares.red, shares.green, shares.blue].map((share = 0) => String(Math.round(share * 255)));
  return `${property}:rgb(${parts.join(',')})`;
}
