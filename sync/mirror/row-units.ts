import {
  appendRows,
  deleteRow,
  growColumns,
  writeCells,
  writeNote,
  type SheetCell,
  type SheetRequest,
  type Tab,
} from '../google-sheets/index.ts';
import { headerOf, toRow, type CellValue, type ColumnName, type Row } from '../mapping/index.ts';
import type { State } from '../state/index.ts';
import type { Carried } from './carried-cells.ts';
import type { InspectedRow } from './inspect-edits.ts';
import { mergeNote, toNote } from './merge-note.ts';
import type { PlannedRow, Removal } from './plan-sheet.ts';
import type { RowTab } from './row-tab.ts';
import type { EditOutcome, RefusedEdit } from './send-edits.ts';
import type { TabReading } from './tab-reader.ts';

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
  rowTab: RowTab;
  issues: Tab;
  reading: TabReading;
  state: State;
  now: Date;
}

/** What is known of a row beside its plan. */
export interface RowFindings {
  outcome: EditOutcome;
  inspected: InspectedRow | undefined;
}

/** The unit that brings one existing row up to date, after Salesforce has judged its edits. */
export function rowUnit(sheet: Sheet, row: PlannedRow, { outcome, inspected }: RowFindings): Unit {
  const { rowTab, reading, state } = sheet;
  const { tab, base } = rowTab;
  const entry = state.entries.find(row.id);
  const desired = entry === undefined ? row.desired : toRow(entry);
  const refused = new Map<ColumnName, RefusedEdit>(outcome.refused.map((edit) => [edit.column, edit]));
  const names = new Set<ColumnName>([...row.writes, ...refused.keys(), ...plainedFormulas(outcome, inspected)]);
  const cells = placed(reading, [...names]).map(({ name, index }) => ({ index, cell: desired[name] }));
  const notes = [...names, ...outcome.accepted.map(({ column }) => column)].flatMap((name) => {
    const before = base.findNote(row.id, name);
    const reason = refused.get(name)?.reason;
    return before === undefined && reason === undefined
      ? []
      : [{ name, before, ours: reason === undefined ? undefined : toNote(reason) }];
  });
  return {
    requests: [
      ...neighbours(cells).map((run) => writeCells(tab.sheetId, row.index, run.index, run.cells)),
      ...notes.flatMap(({ name, before, ours }) => {
        const index = reading.columns.get(name)?.index;
        const note = mergeNote(inspected?.notes.get(name), before, ours);
        return index === undefined ? [] : [writeNote(tab.sheetId, row.index, index, note)];
      }),
    ],
    issues: issueLines(sheet, row, desired, outcome.refused),
    written: { id: row.id, index: row.index },
    cells: cells.length,
    commit: () => {
      // An edit that was not sent is not agreed on: the next cycle finds it again.
      const unsent = row.edits.filter(({ column }) => !names.has(column) && !isSettled(outcome, column));
      const known = base.findWatched(row.id);
      const kept = Object.fromEntries(unsent.map(({ column }) => [column, known?.[column] ?? { value: null }]));
      base.put(row.id, { ...desired, ...kept });
      for (const { name, ours } of notes) base.setNote(row.id, name, ours);
    },
  };
}

/** Cells whose formula was taken over as its value, which takes its place. */
function plainedFormulas({ accepted }: EditOutcome, inspected: InspectedRow | undefined): ColumnName[] {
  return accepted.map(({ column }) => column).filter((column) => inspected?.formulas.has(column) === true);
}

function placed({ columns }: TabReading, names: readonly ColumnName[]): { name: ColumnName; index: number }[] {
  return names.flatMap((name) => {
    const index = columns.get(name)?.index;
    return index === undefined ? [] : [{ name, index }];
  });
}

/** Takes a row out, and tells of what was typed into it after the request had been closed or deleted. */
export function removalUnit(sheet: Sheet, { id, index, lost }: Removal): Unit {
  const { rowTab, state } = sheet;
  const entry = state.entries.find(id);
  const row = entry === undefined ? rowTab.base.find(id) : toRow(entry);
  const why = `The request was ${entry === undefined ? 'deleted' : 'closed'} in Salesforce before this was taken over.`;
  const number = String(row?.number?.value ?? id);
  return {
    requests: [deleteRow(rowTab.tab.sheetId, index)],
    issues: lost.map(({ column, value }) =>
      issueLine(sheet, number, headerOf(column), String(value ?? ''), String(row?.[column]?.value ?? ''), why),
    ),
    removed: { id, index },
    cells: 0,
    commit: () => {
      rowTab.base.remove(id);
    },
  };
}

/** A copied row keeps what it shows, but not the key: from now on it is somebody's own row. */
export function copyUnit(sheet: Sheet, { id, index }: { id: string; index: number }): Unit {
  const key = sheet.reading.columns.get('key')?.index ?? 0;
  const number = sheet.state.entries.find(id)?.number ?? id;
  return {
    requests: [writeCells(sheet.rowTab.tab.sheetId, index, key, [{ value: null }])],
    issues: [issueLine(sheet, number, '', '', '', `Row ${index + 1} was a copy. It is no longer kept up to date.`)],
    cells: 1,
    commit: () => undefined,
  };
}

/** Tells people once of columns of ours that are gone: they are not kept up to date any more. */
export function missingColumnsUnit(sheet: Sheet, missing: readonly ColumnName[]): Unit | undefined {
  const names = missing.map(headerOf).join(', ');
  const setting = `missing columns of ${sheet.rowTab.group}`;
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

/** Tells people once of each row that they typed by hand. */
export function typedRowsUnit(sheet: Sheet, typed: readonly { index: number; text: string }[]): Unit | undefined {
  const setting = `typed rows of ${sheet.rowTab.group}`;
  const told = new Set(JSON.parse(sheet.state.settings.get(setting) ?? '[]') as string[]);
  // What is not seen among the watched columns may be in others.
  const kept = new Set([...(sheet.reading.deleted === undefined ? told : []), ...typed.map(({ text }) => text)]);
  if (kept.size === told.size && [...kept].every((text) => told.has(text))) return undefined;
  return {
    requests: [],
    issues: typed
      .filter(({ text }) => !told.has(text))
      .map(({ index, text }) => {
        const why = `Row ${index + 1} belongs to no request, so nothing of it is taken over. File it in Salesforce.`;
        return issueLine(sheet, '', '', text, '', why);
      }),
    cells: 0,
    commit: (state) => {
      state.settings.set(setting, JSON.stringify([...kept]));
    },
  };
}

/** Edits of a row that is to be removed, since its request was closed meanwhile, are told of all the same. */
export function lostEditsUnit(sheet: Sheet, row: PlannedRow, refused: readonly RefusedEdit[]): Unit {
  const issues = issueLines(sheet, { ...row, conflicts: [], restored: [] }, row.desired, refused);
  return { requests: [], issues, cells: 0, commit: () => undefined };
}

/** A new row, with the cells that people had beside it in the tab that it comes from. */
export function appendUnit({ rowTab, reading, state }: Sheet, id: string, row: Row, carried: Carried): Unit {
  const { tab, layout, base } = rowTab;
  const places = placed(reading, layout.names);
  const extra = carried.extras.flatMap(({ header, cell }) => {
    const index = reading.header.indexOf(header);
    return index < 0 ? [] : [{ index, cell }];
  });
  const width = Math.max(...[...places, ...extra].map(({ index }) => index)) + 1;
  const cells: SheetCell[] = Array.from({ length: width }, () => ({ value: null }));
  for (const { index, cell } of extra) cells[index] = cell;
  for (const { name, index } of places) {
    const note = carried.notes[name];
    cells[index] = { ...row[name], ...(note !== undefined && { note }) };
  }
  return {
    requests: [appendRows(tab.sheetId, [cells])],
    issues: [],
    appended: id,
    cells: places.length + extra.length,
    commit: () => {
      base.put(id, row);
      state.carried.forget(id);
    },
  };
}

/** Makes columns for what people had beside rows that are to be appended; answers where they are. */
export function extraColumnsUnit(
  { rowTab, reading }: Sheet,
  headers: readonly string[],
): Unit & { reading: TabReading } {
  const { sheetId } = rowTab.tab;
  const from = reading.columnCount;
  const header = [...Array.from({ length: from }, (_, index) => reading.header[index] ?? null), ...headers];
  return {
    requests: [
      ...growColumns(sheetId, from, from + headers.length),
      writeCells(
        sheetId,
        0,
        from,
        headers.map((value) => ({ value })),
      ),
    ],
    issues: [],
    cells: headers.length,
    commit: () => undefined,
    reading: { ...reading, header, columnCount: header.length },
  };
}

function isSettled({ accepted, refused }: EditOutcome, name: ColumnName): boolean {
  return [...accepted, ...refused].some(({ column }) => column === name);
}

function issueLines(sheet: Sheet, row: PlannedRow, desired: Row, refused: readonly RefusedEdit[]): string[][] {
  const number = String(desired.number.value);
  const why = row.detached
    ? 'The row stood beside another request’s key, so nothing of it was taken over.'
    : 'Salesforce had changed too, and wins.';
  const line = ({ column, value }: { column: ColumnName; value: CellValue }, reason: string): string[] =>
    issueLine(sheet, number, headerOf(column), String(value ?? ''), String(desired[column].value ?? ''), reason);
  return [
    ...row.conflicts.map((typed) => line(typed, why)),
    ...row.restored.map((typed) => line(typed, 'Salesforce owns this column.')),
    ...refused.map((edit) => line(edit, edit.reason)),
  ];
}

function issueLine({ now }: Sheet, ...texts: string[]): string[] {
  return [`${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`, ...texts];
}

/** Cells that stand side by side, in runs. */
function neighbours(cells: { index: number; cell: SheetCell }[]): { index: number; cells: SheetCell[] }[] {
  const runs: { index: number; cells: SheetCell[] }[] = [];
  for (const { index, cell } of cells.toSorted((a, b) => a.index - b.index)) {
    const last = runs.at(-1);
    const joins = last !== undefined && last.index + last.cells.length === index;
    if (joins) last.cells.push(cell);
    else runs.push({ index, cells: [cell] });
  }
  return runs;
}
