import { drawCell } from './draw-cell.js';
import { TableScroll } from './table-scroll.js';
import { TabulatorFull as Tabulator } from './tabulator.js';

const ROW_HEIGHT = 28;
const DEFAULT_WIDTH = 120;
const MANY = 150;
const MENU_ICON = '<svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true"><path d="M0 0h10L5 6z"/></svg>';

/** `A`, `B`, … `AA`. */
export function columnLetters(index) {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The cells of one sheet on the screen, drawn as far as they can be seen. */
export class SheetTable {
  #element;
  #callbacks;
  #table;
  #view;
  #cells = [];
  #held;
  #showHidden = false;
  #places = new Map();
  #scroll;

  constructor(element, callbacks) {
    this.#element = element;
    this.#callbacks = callbacks;
    this.#scroll = new TableScroll(element, ROW_HEIGHT);
  }

  get view() {
    return this.#view;
  }

  /** What one cell shows and holds. */
  cell(row, column) {
    return this.#cells[row]?.[column] ?? { text: '' };
  }

  /** The different texts below the headers of a column, in their order. */
  valuesOf(column) {
    const { frozenRows } = this.#view;
    const rows = this.#cells.slice(Math.max(1, frozenRows)).filter((cells) => cells?.some(({ text }) => text !== ''));
    const texts = new Set(rows.map((cells) => cells[column]?.text ?? ''));
    return [...texts].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  }

  /** Draws a sheet from scratch. */
  async draw(view, showHidden) {
    this.#table?.destroy();
    this.#view = view;
    this.#showHidden = showHidden;
    this.#cells = [];
    for (const [row, cells] of view.rows) this.#cells[row] = cells;
    this.#table = new Tabulator(this.#element, {
      data: this.#data(),
      index: 'n',
      height: '100%',
      layout: 'fitData',
      rowHeight: ROW_HEIGHT,
      keybindings: false,
      frozenRows: view.frozenRows,
      headerSortClickElement: 'icon',
      columnDefaults: { headerSort: false, headerHozAlign: 'center', resizable: 'header' },
      columns: [ROW_NUMBERS, ...this.#columns()],
      rowFormatter: (row) => row.getElement().setAttribute('aria-rowindex', String(row.getData().n + 2)),
    });
    this.#table.on('cellClick', (event, cell) => {
      const { n } = cell.getData();
      const column = toIndex(cell.getField());
      if (column !== undefined) this.#callbacks.onChoose(n, column, event);
    });
    this.#table.on('cellDblClick', (_event, cell) => {
      if (toIndex(cell.getField()) !== undefined) this.#callbacks.onEdit();
    });
    await new Promise((resolve) => this.#table.on('tableBuilt', resolve));
    this.#element.setAttribute('role', 'grid');
    this.#element.setAttribute('aria-rowcount', String(view.rowCount + 1));
    this.#element.setAttribute('aria-colcount', String(view.columnCount + 1));
    this.#element.tabIndex = 0;
    // The grid itself takes the focus; a second stop inside it would only be in the way.
    this.#element.querySelector('.tabulator-tableholder').removeAttribute('tabindex');
  }

  #columns() {
    const { columnCount, columns, frozenColumns } = this.#view;
    return Array.from({ length: columnCount }, (_none, index) => ({
      title: columnLetters(index),
      field: `c${index}`,
      width: columns[index]?.width ?? DEFAULT_WIDTH,
      minWidth: 40,
      frozen: index < frozenColumns,
      visible: this.#showHidden || columns[index]?.hidden !== true,
      cssClass: this.#classOf(index),
      formatter: (cell) => drawCell(cell.getElement(), cell.getValue(), index),
      headerMenuIcon: MENU_ICON,
      headerMenu: this.#callbacks.columnMenu(index),
    }));
  }

  #classOf(column) {
    const { columns, filter } = this.#view;
    const names = [columns[column]?.hidden === true && 'hidden-column', filter?.[column] !== undefined && 'filtered'];
    return names.filter(Boolean).join(' ');
  }

  /** A line for every row that is not hidden. */
  #data() {
    const { rowCount, hiddenRows } = this.#view;
    const hidden = new Set(hiddenRows);
    const shown = Array.from({ length: rowCount }, (_none, row) => row).filter((row) => !hidden.has(row));
    this.#places = new Map(shown.map((row, place) => [row, place]));
    return shown.map((row) => ({ n: row, ...this.#values(row) }));
  }

  #values(row) {
    return Object.fromEntries((this.#cells[row] ?? []).map((cell, column) => [`c${column}`, cell]));
  }

  /** Whether the sheet must be drawn anew: its shape, not its contents, is another. */
  hasOtherShape(view) {
    const shape = ({
      sheetId,
      rowCount,
      columnCount,
      frozenRows,
      frozenColumns,
      columns,
      hiddenRows,
      filter,
      sheets,
    }) =>
      JSON.stringify([sheetId, rowCount, columnCount, frozenRows, frozenColumns, columns, hiddenRows, filter, sheets]);
    return shape(view) !== shape(this.#view);
  }

  /** Takes over changed rows; a cell that is held, because somebody types in it, is left as it is drawn. */
  async update(view) {
    this.#view = { ...view, rows: [] };
    for (const [row, cells] of view.rows) this.#cells[row] = cells;
    if (view.rows.length > MANY && this.#held === undefined) {
      await this.#table.replaceData(this.#data());
      return;
    }
    for (const [row] of view.rows) this.#updateRow(row);
  }

  #updateRow(row) {
    const component = this.#table.getRow(row);
    if (!component) return;
    const data = component.getData();
    const changed = {};
    for (let column = 0; column < this.#view.columnCount; column += 1) {
      if (this.#held?.row === row && this.#held.column === column) continue;
      const field = `c${column}`;
      const cell = this.#cells[row]?.[column];
      if (JSON.stringify(data[field]) !== JSON.stringify(cell)) changed[field] = cell;
    }
    if (Object.keys(changed).length > 0) component.update(changed);
  }

  /** Keeps one cell from being drawn over. */
  hold(row, column) {
    this.#held = { row, column };
  }

  release() {
    const held = this.#held;
    this.#held = undefined;
    if (held === undefined) return;
    const field = `c${held.column}`;
    const component = this.#table.getRow(held.row)?.getCell(field);
    component?.setValue(this.#cells[held.row]?.[held.column], true);
    const element = component?.getElement();
    element?.replaceChildren(drawCell(element, component.getValue(), held.column));
  }

  /** The element of a cell, brought into view; undefined when its row or column is hidden. */
  async reveal(row, column) {
    const find = () => this.element(row, column);
    if (find() === undefined) return undefined;
    const { frozenRows, frozenColumns } = this.#view;
    if (row >= frozenRows) await this.#scroll.toLine(find, (this.#places.get(row) ?? row) - frozenRows);
    const place = find();
    if (place !== undefined && column >= frozenColumns) this.#scroll.toColumn(place);
    return place;
  }

  /** The element of a cell where it is, in view or not; undefined when its column is hidden. */
  element(row, column) {
    if (!this.isVisible(column)) return undefined;
    return (this.#table.getRow(row) || undefined)?.getCell(`c${column}`)?.getElement();
  }

  elementInView(row, column) {
    const element = this.element(row, column);
    if (!element?.isConnected) return undefined;
    const [cell, box] = [element, this.#element].map((one) => one.getBoundingClientRect());
    const inside = cell.left >= box.left && cell.right <= box.right && cell.top >= box.top && cell.bottom <= box.bottom;
    return inside ? element : undefined;
  }

  isRowVisible(row) {
    return this.#places.has(row);
  }

  isVisible(column) {
    return this.#showHidden || this.#view.columns[column]?.hidden !== true;
  }

  get hasHiddenColumns() {
    return Object.values(this.#view.columns).some(({ hidden }) => hidden === true);
  }
}

const ROW_NUMBERS = {
  title: '#',
  field: 'n',
  width: 52,
  frozen: true,
  resizable: false,
  hozAlign: 'center',
  cssClass: 'row-number',
  formatter: (cell) => String(cell.getValue() + 1),
};

function toIndex(field) {
  return field?.startsWith('c') ? Number(field.slice(1)) : undefined;
}
