import {
  appendRows,
  clearNote,
  deleteRow,
  writeCells,
  type SheetCell,
  type SheetRequest,
} from '../google-sheets/index.ts';
import { COLUMNS, isEditable, sameValue, toRow, type CellValue, type ColumnName, type Row } from '../mapping/index.ts';
import type { State } from '../state/index.ts';
import type { Tabs } from './backlog-tab.ts';
import type { Columns, PlannedRow } from './plan-sheet.ts';
import type { EditOutcome, RefusedEdit } from './send-edits.ts';

/** Requests that belong together, what they do, and what is remembered once they are done. */
export interface Unit {
  requests: SheetRequest[];
  /** Lines for the issues tab. */
  issues: string[][];
  written?: { id: string; index: number };
  removed?: { id: string; index: number };
  appended?: string;
  cells: number;
  commit(state: State): void;
}

/** What the units are made with. */
export interface Sheet {
  tabs: Tabs;
  columns: Columns;
  state: State;
  now: Date;
}

/** The unit that brings one existing row up to date, after Salesforce has judged its edits. */
export function rowUnit(sheet: Sheet, row: PlannedRow, outcome: EditOutcome): Unit {
  const { tabs, columns, state } = sheet;
  const entry = state.entries.find(row.id);
  const desired = entry === undefined ? row.desired : toRow(entry);
  const refused = new Map(outcome.refused.map((edit) => [edit.column, edit]));
  const respelled = outcome.accepted.filter(({ column, value }) => !sameValue(value, desired[column].value));
  const names = new Set<ColumnName>([...row.writes, ...refused.keys(), ...respelled.map(({ column }) => column)]);
  const cells = [...names].flatMap((name) => {
    const index = columns.get(name)?.index;
    const reason = isEditable(name) ? refused.get(name)?.reason : undefined;
    return index === undefined ? [] : [{ index, cell: { ...desired[name], ...(reason && { note: toNote(reason) }) } }];
  });
  const unnoted = [...names, ...outcome.accepted.map(({ column }) => column)].filter(
    (name) => !(isEditable(name) && refused.has(name)) && state.sheet.hasNote(row.id, name),
  );
  return {
    requests: [
      ...neighbours(cells).map((run) => writeCells(tabs.backlog.sheetId, row.index, run.index, run.cells)),
      ...unnoted.flatMap((name) => {
        const index = columns.get(name)?.index;
        return index === undefined ? [] : [clearNote(tabs.backlog.sheetId, row.index, index)];
      }),
    ],
    issues: issueLines(sheet, row, desired, outcome.refused),
    written: { id: row.id, index: row.index },
    cells: cells.length,
    commit: () => {
      // An edit that was not sent is not agreed on: the next cycle finds it again.
      const unsent = row.edits.filter(({ column }) => !names.has(column) && !isSettled(outcome, column));
      const base = state.sheet.findWatched(row.id);
      const kept = Object.fromEntries(unsent.map(({ column }) => [column, base?.[column] ?? { value: null }]));
      state.sheet.put(row.id, { ...desired, ...kept });
      for (const name of unnoted) state.sheet.setNote(row.id, name, false);
      for (const name of refused.keys()) state.sheet.setNote(row.id, name, true);
    },
  };
}

export function removalUnit({ tabs, state }: Sheet, { id, index }: { id: string; index: number }): Unit {
  return {
    requests: [deleteRow(tabs.backlog.sheetId, index)],
    issues: [],
    removed: { id, index },
    cells: 0,
    commit: () => {
      state.sheet.remove(id);
    },
  };
}

/** A copied row keeps what it shows, but not the key: from now on it is somebody's own row. */
export function copyUnit(sheet: Sheet, { id, index }: { id: string; index: number }): Unit {
  const key = sheet.columns.get('key')?.index ?? 0;
  const number = sheet.state.entries.find(id)?.number ?? id;
  return {
    requests: [writeCells(sheet.tabs.backlog.sheetId, index, key, [{ value: null }])],
    issues: [issueLine(sheet, number, '', '', '', `Row ${index + 1} was a copy. It is no longer kept up to date.`)],
    cells: 1,
    commit: () => undefined,
  };
}

/** Tells people once of columns of ours that are gone: they are not kept up to date any more. */
export function missingColumnsUnit(sheet: Sheet, missing: readonly ColumnName[]): Unit | undefined {
  const names = missing.map(headerOf).join(', ');
  const setting = 'missing columns';
  if (names === (sheet.state.settings.get(setting) ?? '')) return undefined;
  const why = `The column was deleted, so nothing is written to it or taken from it.`;
  return {
    requests: [],
    issues: names === '' ? [] : [issueLine(sheet, '', names, '', '', why)],
    cells: 0,
    commit: (state) => {
      state.settings.set(setting, names);
    },
  };
}

export function appendUnit({ tabs, columns, state }: Sheet, id: string, row: Row): Unit {
  const width = Math.max(...[...columns.values()].map(({ index }) => index)) + 1;
  const cells: SheetCell[] = Array.from({ length: width }, () => ({ value: null }));
  for (const { name } of COLUMNS) {
    const index = columns.get(name)?.index;
    if (index !== undefined) cells[index] = row[name];
  }
  return {
    requests: [appendRows(tabs.backlog.sheetId, [cells])],
    issues: [],
    appended: id,
    cells: COLUMNS.length,
    commit: () => {
      state.sheet.put(id, row);
    },
  };
}

function isSettled({ accepted, refused }: EditOutcome, name: ColumnName): boolean {
  return [...accepted, ...refused].some(({ column }) => column === name);
}

function toNote(reason: string): string {
  return `Not saved in Salesforce: ${reason}`;
}

function issueLines(sheet: Sheet, row: PlannedRow, desired: Row, refused: readonly RefusedEdit[]): string[][] {
  const number = String(desired.number.value);
  const why = row.detached
    ? 'The row stood beside another request’s key, so nothing of it was taken over.'
    : 'Salesforce had changed too, and wins.';
  const line = ({ column, value }: { column: ColumnName; value: CellValue }, reason: string): string[] =>
    issueLine(sheet, number, headerOf(column), String(value ?? ''), String(desired[column].value ?? ''), reason);
  return [...row.conflicts.map((typed) => line(typed, why)), ...refused.map((edit) => line(edit, edit.reason))];
}

function issueLine({ now }: Sheet, ...texts: string[]): string[] {
  return [`${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`, ...texts];
}

function headerOf(name: ColumnName): string {
  return COLUMNS.find((column) => column.name === name)?.header ?? name;
}

/** Cells that stand side by side, in runs. */
function neighbours(cells: { index: number; cell: SheetCell }[]): { index: number; cells: SheetCell[] }[] {
  const runs: { index: number; cells: SheetCell[] }[] = [];
  for (const { index, cell } of cells.toSorted((a, b) => a.index - b.index)) {
    const last = runs.at(-1);
    // Notes are written for a whole run, so a cell with one stands alone: a neighbour's own note would be wiped.
    const joins = last !== undefined && last.index + last.cells.length === index && !hasNote(last.cells, cell);
    if (joins) last.cells.push(cell);
    else runs.push({ index, cells: [cell] });
  }
  return runs;
}

function hasNote(cells: readonly SheetCell[], next: SheetCell): boolean {
  return next.note !== undefined || cells.some(({ note }) => note !== undefined);
}
