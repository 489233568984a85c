import { isGuarded, refuseProtected } from '../access.ts';
import type { Box, Sheet, Spreadsheet } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import { Scope } from '../formula/scope.ts';
import { cellAt, dataSize, putCells, toStored } from '../grid/cells.ts';
import { cellName, findA1, toGridRange, wholeSheet } from '../grid/places.ts';
import { applyBatch } from '../requests/batch.ts';
import type { SpreadsheetStore } from '../store.ts';
import { marksOf, type Mark } from './marks.ts';
import { refuseInvalid } from '../validation.ts';
import { enterText } from '../values/entered.ts';
import { readValues, type CellValue } from '../values/value-range.ts';
import type { CellData, CellFormat, GridRange } from '../wire/messages.ts';

/** Who sits at the page. */
export const HUMAN = 'ines@groundwork.example';

/** How far the values of a sheet reach from its corner, and how many rows at the top are frozen. */
export interface SheetSize {
  rows: number;
  columns: number;
  frozenRows: number;
}

/**
 * What a person does in the browser. It goes past the API and its quotas, minds protections and validation, and does
 * not ask about warnings: `guards` says whether a page should.
 */
export class Human {
  readonly #store: SpreadsheetStore;
  readonly #spreadsheetId: string;
  readonly #email: string;

  constructor(store: SpreadsheetStore, spreadsheetId: string, email = HUMAN) {
    this.#store = store;
    this.#spreadsheetId = spreadsheetId;
    this.#email = email;
  }

  /** Types into a cell, such as `edit('Backlog', 'C7', 'P1')`. Empty text clears it. */
  edit(title: string, a1: string, text: string): void {
    this.#change(title, (draft, sheet) => {
      const { box } = findA1({ ...draft, sheets: [sheet] }, a1);
      refuseProtected(draft, sheet, box, this.#email);
      const scope = new Scope(draft, sheet);
      for (let row = box.top; row < box.bottom; row += 1) {
        for (let column = box.left; column < box.right; column += 1) {
          const cell = toStored(enterText(cellAt(sheet, row, column), text));
          refuseInvalid(cell, scope);
          putCells(sheet, row, column, [cell]);
        }
      }
    });
  }

  /** Sorts everything below the frozen rows by one column, all columns with it. */
  sort(title: string, columnIndex: number, descending = false): void {
    this.#request(title, (sheet) => {
      const frozen = sheet.properties.gridProperties?.frozenRowCount ?? 0;
      const range = { startRowIndex: frozen, endRowIndex: Math.max(dataSize(sheet).rows, frozen + 1) };
      return { sortRange: toSort(sheet, range, columnIndex, descending) };
    });
  }

  /** Sorts some rows and columns only, which tears records apart when it leaves columns out. */
  sortRange(title: string, a1: string, columnIndex: number, descending = false): void {
    this.#request(title, (sheet, draft) => {
      const { box } = findA1({ ...draft, sheets: [sheet] }, a1);
      const { top: startRowIndex, bottom: endRowIndex, left: startColumnIndex, right: endColumnIndex } = box;
      const range = { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex };
      return { sortRange: toSort(sheet, range, columnIndex, descending) };
    });
  }

  /**
   * Hides the rows in which a column has one of the texts, `''` for empty cells; what was filtered in other columns stays
   * so. The row of headers stays in sight.
   */
  filter(title: string, columnIndex: number, hiddenValues: readonly string[]): void {
    this.#request(title, (sheet) => {
      const { rows, columns, frozenRows } = sizeOf(sheet);
      const startRowIndex = Math.max(0, frozenRows - 1);
      const range = { startRowIndex, endRowIndex: rows, startColumnIndex: 0, endColumnIndex: columns };
      const others = (sheet.basicFilter?.filterSpecs ?? []).filter((spec) => (spec.columnIndex ?? 0) !== columnIndex);
      const own = hiddenValues.length > 0 ? [{ columnIndex, filterCriteria: { hiddenValues } }] : [];
      const filterSpecs = [...others, ...own];
      return { setBasicFilter: { filter: { range: { sheetId: sheet.sheetId, ...range }, filterSpecs } } };
    });
  }

  clearFilter(title: string): void {
    this.#request(title, ({ sheetId }) => ({ clearBasicFilter: { sheetId } }));
  }

  /** Writes a note on cells, or takes it away with an empty text. */
  addNote(title: string, a1: string, note: string): void {
    this.#repeat(title, a1, { note }, 'note');
  }

  /** Changes how cells look, in the parts that the format names. */
  format(title: string, a1: string, userEnteredFormat: CellFormat): void {
    const fields = Object.keys(userEnteredFormat).map((name) => `userEnteredFormat.${name}`);
    this.#repeat(title, a1, { userEnteredFormat }, fields.join());
  }

  /** Copies cells and pastes them from a corner on. */
  copy(title: string, from: string, to: string): void {
    this.#request(title, (sheet, draft) => {
      const [source, { box }] = [rangeOf(draft, sheet, from), findA1({ ...draft, sheets: [sheet] }, to)];
      return { copyPaste: { source, destination: toGridRange(box) } };
    });
  }

  /** Cuts cells and pastes them from a corner on. The cells move, their rows and columns stay. */
  cut(title: string, from: string, to: string): void {
    this.#request(title, (sheet, draft) => {
      const [source, { box }] = [rangeOf(draft, sheet, from), findA1({ ...draft, sheets: [sheet] }, to)];
      const destination = { sheetId: sheet.sheetId, rowIndex: box.top, columnIndex: box.left };
      return { cutPaste: { source, destination } };
    });
  }

  /** Gives a column another header: the text in the last frozen row, or in the first. */
  renameColumn(title: string, columnIndex: number, header: string): void {
    const { frozenRows } = this.size(title);
    this.edit(title, cellName(Math.max(0, frozenRows - 1), columnIndex), header);
  }

  /** Inserts an empty row before the zero-based one; past the last, at the end. */
  insertRow(title: string, rowIndex: number): void {
    this.#insert(title, 'ROWS', rowIndex);
  }

  deleteRow(title: string, rowIndex: number): void {
    this.#delete(title, 'ROWS', rowIndex);
  }

  /** Inserts an empty column before the zero-based one; past the last, at the end. */
  insertColumn(title: string, columnIndex: number): void {
    this.#insert(title, 'COLUMNS', columnIndex);
  }

  deleteColumn(title: string, columnIndex: number): void {
    this.#delete(title, 'COLUMNS', columnIndex);
  }

  /** Drags a column to stand before another; both are named by where they are now. */
  moveColumn(title: string, from: number, to: number): void {
    this.#move(title, 'COLUMNS', from, to);
  }

  /** Drags a row, with all that belongs to it, to stand before another. */
  moveRow(title: string, from: number, to: number): void {
    this.#move(title, 'ROWS', from, to);
  }

  /** Hides a column, or shows it again. */
  hideColumn(title: string, columnIndex: number, hidden = true): void {
    this.#request(title, ({ sheetId }) => {
      const range = { sheetId, dimension: 'COLUMNS', startIndex: columnIndex, endIndex: columnIndex + 1 };
      const properties = { hiddenByUser: hidden };
      return { updateDimensionProperties: { range, properties, fields: 'hiddenByUser' } };
    });
  }

  /** Titles of the tabs, in their order. */
  titles(): string[] {
    return this.#store.get(this.#spreadsheetId).sheets.map(({ title }) => title);
  }

  /** How far the values of a sheet reach, and how many rows are frozen. */
  size(title: string): SheetSize {
    return sizeOf(sheetNamed(this.#store.get(this.#spreadsheetId), title));
  }

  /** What the sheet shows: rows of texts, without trailing blanks. */
  read(title: string): CellValue[][] {
    const spreadsheet = this.#store.get(this.#spreadsheetId);
    const sheet = sheetNamed(spreadsheet, title);
    const { rows: bottom, columns: right } = dataSize(sheet);
    return readValues(new Scope(spreadsheet, sheet), { ...wholeSheet(sheet), bottom, right }).values ?? [];
  }

  /** The notes and the colours on the sheet. */
  marks(title: string): Mark[] {
    return marksOf(sheetNamed(this.#store.get(this.#spreadsheetId), title));
  }

  /** Whether a person is asked before they change these cells. */
  guards(title: string, box: Omit<Box, 'sheetId'>): boolean {
    const sheet = sheetNamed(this.#store.get(this.#spreadsheetId), title);
    return isGuarded(sheet, { ...box, sheetId: sheet.sheetId });
  }

  #repeat(title: string, a1: string, cell: CellData, fields: string): void {
    this.#request(title, (sheet, draft) => ({ repeatCell: { range: rangeOf(draft, sheet, a1), cell, fields } }));
  }

  #move(title: string, dimension: 'ROWS' | 'COLUMNS', from: number, to: number): void {
    this.#request(title, ({ sheetId }) => {
      const source = { sheetId, dimension, startIndex: from, endIndex: from + 1 };
      return { moveDimension: { source, destinationIndex: to } };
    });
  }

  #insert(title: string, dimension: 'ROWS' | 'COLUMNS', index: number): void {
    this.#request(title, (sheet) => {
      const size = dimension === 'ROWS' ? sheet.rows.length : sheet.columns.length;
      const range = { sheetId: sheet.sheetId, dimension, startIndex: index, endIndex: index + 1 };
      return { insertDimension: { range, inheritFromBefore: index >= size } };
    });
  }

  #delete(title: string, dimension: 'ROWS' | 'COLUMNS', index: number): void {
    this.#request(title, ({ sheetId }) => {
      return { deleteDimension: { range: { sheetId, dimension, startIndex: index, endIndex: index + 1 } } };
    });
  }

  #request(title: string, toRequest: (sheet: Sheet, draft: Spreadsheet) => Record<string, unknown>): void {
    this.#change(title, (draft, sheet) => {
      applyBatch({ draft, email: this.#email }, [toRequest(sheet, draft)]);
    });
  }

  #change(title: string, work: (draft: Spreadsheet, sheet: Sheet) => void): void {
    this.#store.change(this.#spreadsheetId, (draft) => {
      work(draft, sheetNamed(draft, title));
    });
  }
}

function toSort(sheet: Sheet, range: object, dimensionIndex: number, descending: boolean): object {
  const sortOrder = descending ? 'DESCENDING' : 'ASCENDING';
  return { range: { sheetId: sheet.sheetId, ...range }, sortSpecs: [{ dimensionIndex, sortOrder }] };
}

function sheetNamed(spreadsheet: Spreadsheet, title: string): Sheet {
  const sheet = spreadsheet.sheets.find((one) => one.title === title);
  if (sheet === undefined) throw invalidArgument(`There is no sheet "${title}"`);
  return sheet;
}

function sizeOf(sheet: Sheet): SheetSize {
  return { ...dataSize(sheet), frozenRows: sheet.properties.gridProperties?.frozenRowCount ?? 0 };
}

function rangeOf(draft: Spreadsheet, sheet: Sheet, a1: string): GridRange {
  return toGridRange(findA1({ ...draft, sheets: [sheet] }, a1).box);
}
