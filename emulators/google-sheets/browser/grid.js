import { openEditor } from './cell-editor.js';
import { askWhatToHide } from './filter-dialog.js';
import { forget, isConfirmed, tell } from './prompts.js';
import { listenForChanges, SheetClient } from './sheet-client.js';
import { columnLetters, SheetTable } from './sheet-table.js';

const page = document.querySelector('.sheet-page');
const element = (id) => document.getElementById(id);
const [grid, formula, note] = ['grid', 'formula', 'note'].map(element);
const hiddenSwitch = element('show-hidden');

const client = new SheetClient(page.dataset.spreadsheet, (status) => {
  element('status').textContent = status;
});
const table = new SheetTable(grid, {
  onChoose: (row, column, event) => {
    if (event.target.closest('a') === null) choose(row, column, true);
  },
  onEdit: () => startEditing(),
  columnMenu: (column) => [
    { label: 'Sort A–Z', action: () => change({ kind: 'sort', column, descending: false }) },
    { label: 'Sort Z–A', action: () => change({ kind: 'sort', column, descending: true }) },
    { separator: true },
    { label: 'Filter…', action: () => filter(column) },
    { separator: true },
    { label: 'Insert column left', action: () => change({ kind: 'insertColumn', column }) },
    { label: 'Insert column right', action: () => change({ kind: 'insertColumn', column: column + 1 }) },
    { label: 'Delete column', action: () => change({ kind: 'deleteColumn', column }) },
  ],
});

let sheetId = Number(/^#gid=(\d+)$/.exec(location.hash)?.[1] ?? page.dataset.firstSheet);
const chosen = { row: 0, column: 0 };
let editor;
let marked;
let isStale = false;
let queue = Promise.resolve();

/* Loading */

/** Runs one piece of work after the other, so that answers are drawn in the order of the questions. */
function inOrder(work) {
  queue = queue.then(work).catch((error) => tell(error.message));
  return queue;
}

async function draw() {
  isStale = false;
  const view = await client.load(sheetId);
  closeEditor();
  await table.draw(view, hiddenSwitch.checked);
  hiddenSwitch.parentElement.hidden = !table.hasHiddenColumns;
  document.querySelector('[data-filter=clear]').hidden = view.filter === undefined;
  drawTabs(view);
  chosen.row = Math.min(chosen.row, view.rowCount - 1);
  chosen.column = Math.min(chosen.column, view.columnCount - 1);
  chosen.column = firstVisible(chosen.column);
  await showChosen(false);
}

async function refresh() {
  const view = await client.load(sheetId, table.view.version);
  if (view.version < table.view.version || table.hasOtherShape(view)) {
    // Rows may have moved under the open input; it is drawn anew as soon as that is closed.
    isStale = editor !== undefined;
    return isStale ? undefined : draw();
  }
  await table.update(view);
  if (editor === undefined) await showChosen(false);
  return undefined;
}

function drawTabs({ sheets }) {
  const tabs = sheets.map(({ sheetId: id, title }) => {
    const tab = document.createElement('button');
    Object.assign(tab, { type: 'button', className: 'tab', textContent: title });
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-selected', String(id === sheetId));
    tab.addEventListener('click', () => {
      sheetId = id;
      location.hash = `gid=${id}`;
      Object.assign(chosen, { row: 0, column: 0 });
      void inOrder(draw);
    });
    return tab;
  });
  document.querySelector('.tabs').replaceChildren(...tabs);
}

/* Choosing a cell */

function firstVisible(from) {
  let column = from;
  while (!table.isVisible(column) && column < table.view.columnCount - 1) column += 1;
  return column;
}

function choose(row, column, focus) {
  if (editor !== undefined) closeEditor(true);
  Object.assign(chosen, { row, column });
  void showChosen(true);
  if (focus) grid.focus({ preventScroll: true });
}

async function showChosen(scroll) {
  const cell = table.cell(chosen.row, chosen.column);
  element('cell-name').textContent = `${columnLetters(chosen.column)}${chosen.row + 1}`;
  if (document.activeElement !== formula) formula.value = cell.entered ?? cell.text;
  note.hidden = cell.note === undefined;
  note.textContent = cell.note ?? '';
  mark();
  if (!scroll || marked === undefined) return;
  await table.reveal(chosen.row, chosen.column);
  // A row that was out of sight has other elements once it is drawn.
  if (marked !== table.element(chosen.row, chosen.column)) mark();
}

function mark() {
  marked?.classList.remove('chosen');
  marked?.removeAttribute('id');
  marked?.removeAttribute('aria-selected');
  marked = table.element(chosen.row, chosen.column);
  if (marked === undefined) return;
  marked.classList.add('chosen');
  marked.id = 'chosen-cell';
  marked.setAttribute('aria-selected', 'true');
  grid.setAttribute('aria-activedescendant', 'chosen-cell');
}

const STEPS = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-20, 0],
  PageDown: [20, 0],
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
};

function step(name) {
  const [rows, columns] = STEPS[name] ?? [0, 0];
  const { rowCount, columnCount } = table.view;
  let column = chosen.column + columns;
  while (columns !== 0 && column >= 0 && column < columnCount && !table.isVisible(column)) column += columns;
  if (column < 0 || column >= columnCount) column = chosen.column;
  let row = Math.max(0, Math.min(rowCount - 1, chosen.row + rows));
  while (row > 0 && row < rowCount - 1 && !table.isRowVisible(row)) row += Math.sign(rows);
  choose(table.isRowVisible(row) ? row : chosen.row, column, true);
}

grid.addEventListener('keydown', (event) => {
  const control = event.ctrlKey || event.metaKey;
  if (event.key in STEPS && !control) step(event.key);
  else if (event.key === 'Tab') {
    // At the edge of the sheet the key leaves the grid, so that nobody is caught in it.
    const { column } = chosen;
    step(event.shiftKey ? 'left' : 'right');
    if (chosen.column === column) return;
  } else if (event.key === 'Home') choose(control ? 0 : chosen.row, firstVisible(0), true);
  else if (event.key === 'Enter' || event.key === 'F2') void startEditing();
  else if (event.key === 'Delete' || event.key === 'Backspace') void type('');
  else if (event.key.length === 1 && !control && !event.altKey) void startEditing(event.key);
  else return;
  event.preventDefault();
});

/* Editing */

async function startEditing(typed) {
  const { row, column } = chosen;
  const cell = table.cell(row, column);
  // At once where the cell is in sight, so that what is typed next goes into the input.
  const place = table.elementInView(row, column) ?? (await table.reveal(row, column));
  if (!place || editor !== undefined) return;
  table.hold(row, column);
  editor = openEditor(place, {
    text: cell.entered ?? cell.text,
    typed,
    choices: cell.choices,
    label: `Cell ${columnLetters(column)}${row + 1}`,
    onDone: (text, move) => {
      editor = undefined;
      table.release();
      if (isStale) void inOrder(refresh);
      if (text !== undefined && text !== (cell.entered ?? cell.text)) void type(text, row, column, cell);
      if (move !== 'stay') step(move);
      else void showChosen(false);
      if (document.activeElement === document.body || move !== 'stay') grid.focus({ preventScroll: true });
    },
  });
}

function closeEditor(keep = false) {
  const field = document.querySelector('.cell-editor');
  editor?.finish(keep ? field?.value : undefined, 'stay');
}

/** `seen` is the cell as it was when the person began to type. */
function type(text, row = chosen.row, column = chosen.column, seen = table.cell(row, column)) {
  return change({ kind: 'edit', row, column, text, expected: seen.entered ?? seen.text });
}

/** Sends a change, asks when it must be asked, and shows what came of it. */
async function change(wanted) {
  forget();
  let answer = await client.change(sheetId, wanted);
  if (answer.warning !== undefined && (await isConfirmed(answer.warning))) {
    answer = await client.change(sheetId, { ...wanted, confirmed: true });
  }
  if (answer.error !== undefined) tell(answer.error);
  await inOrder(refresh);
  grid.focus({ preventScroll: true });
}

formula.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    formula.value = table.cell(chosen.row, chosen.column).entered ?? table.cell(chosen.row, chosen.column).text;
    grid.focus();
  } else if (event.key === 'Enter' && !event.altKey) {
    void type(formula.value);
    grid.focus();
  } else return;
  event.preventDefault();
});

/* The toolbar */

const ACTIONS = {
  'sort-ascending': () => ({ kind: 'sort', column: chosen.column, descending: false }),
  'sort-descending': () => ({ kind: 'sort', column: chosen.column, descending: true }),
  'insert-above': () => ({ kind: 'insertRow', row: chosen.row }),
  'insert-below': () => ({ kind: 'insertRow', row: chosen.row + 1 }),
  'delete-row': () => ({ kind: 'deleteRow', row: chosen.row }),
  'insert-column': () => ({ kind: 'insertColumn', column: chosen.column }),
};

async function filter(column) {
  const hidden = await askWhatToHide(columnLetters(column), table.valuesOf(column), table.view.filter?.[column] ?? []);
  if (hidden !== undefined) await change({ kind: 'filter', column, hidden });
}

document.querySelector('.toolbar').addEventListener('click', (event) => {
  const wanted = event.target.dataset?.filter;
  if (wanted !== undefined) void (wanted === 'set' ? filter(chosen.column) : change({ kind: 'clearFilter' }));

  const action = ACTIONS[event.target.dataset?.action];
  if (action !== undefined) void change(action());
});
hiddenSwitch.addEventListener('change', () => void inOrder(draw));

await inOrder(draw);
element('status').textContent = 'Saved';
listenForChanges(() => void inOrder(refresh));
