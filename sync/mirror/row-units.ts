import { deleteRow, writeCells, writeNote, type SheetCell } from '../google-sheets/index.ts';
import { isStamp, stampCell, toRow, type ColumnName } from '../mapping/index.ts';
import type { InspectedRow } from './inspect-edits.ts';
import { findCarried, lackingCells } from './carried-cells.ts';
import { issueLines, lostLines } from './issue-lines.ts';
import { holdsOurs, mergeNote, toNote } from './merge-note.ts';
import type { PlannedRow, Removal } from './plan-sheet.ts';
import type { EditOutcome, RefusedEdit } from './send-edits.ts';
import { placed, type Sheet, type Unit } from './unit.ts';

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
  const cells = placed(reading, [...names]).map(({ name, index }) => ({
    index,
    cell: isStamp(name) ? stampCell(sheet.now) : desired[name],
  }));
  const carried = base.has(row.id) ? undefined : findCarried(state, row.id);
  const lacking = carried && inspected ? lackingCells(reading, carried, inspected.shown) : [];
  const accepted = outcome.accepted.map(({ column }) => column);
  const doubtful = base.doubtfulNotes(row.id);
  const strange = doubtful.filter((name) => holdsOurs(inspected?.notes.get(name)));
  const notes = [...new Set([...names, ...accepted, ...strange])].flatMap((name) => {
    const before = base.findNote(row.id, name);
    const reason = refused.get(name)?.reason;
    return before === undefined && reason === undefined && !strange.includes(name)
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
      ...lacking.map(({ index, cell, isNote }) =>
        isNote
          ? writeNote(tab.sheetId, row.index, index, cell.note)
          : writeCells(tab.sheetId, row.index, index, [cell]),
      ),
    ],
    issues: issueLines(sheet, row, desired, outcome.refused),
    written: { id: row.id, index: row.index },
    cells: cells.length,
    noted: notes.map(({ name }) => name),
    commit: () => {
      // An edit that was not sent is not agreed on: the next cycle finds it again.
      const unsent = row.edits.filter(({ column }) => !names.has(column) && !isSettled(outcome, column));
      const known = base.findWatched(row.id);
      const kept = Object.fromEntries(unsent.map(({ column }) => [column, known?.[column] ?? { value: null }]));
      base.put(row.id, { ...desired, ...kept });
      if (carried !== undefined) state.carried.forget(row.id);
      for (const name of doubtful) base.setNote(row.id, name, undefined);
      for (const { name, ours } of notes) base.setNote(row.id, name, ours);
    },
  };
}

/** Cells whose formula was taken over as its value, which takes its place. */
function plainedFormulas({ accepted }: EditOutcome, inspected: InspectedRow | undefined): ColumnName[] {
  return accepted.map(({ column }) => column).filter((column) => inspected?.formulas.has(column) === true);
}

/** Takes a row out, and tells of what was typed into it after the request had been closed or deleted. */
export function removalUnit(sheet: Sheet, { id, index, lost }: Removal): Unit {
  const { rowTab } = sheet;
  return {
    requests: [deleteRow(rowTab.tab.sheetId, index)],
    issues: lostLines(sheet, id, lost),
    removed: { id, index },
    cells: 0,
    commit: () => {
      rowTab.base.remove(id);
    },
  };
}

function isSettled({ accepted, refused }: EditOutcome, name: ColumnName): boolean {
  return [...accepted, ...refused].some(({ column }) => column === name);
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
