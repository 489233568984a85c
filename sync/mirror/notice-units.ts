import { writeCells } from '../google-sheets/index.ts';
import { headerOf, type ColumnName } from '../mapping/index.ts';
import { issueLine, issueLines } from './issue-lines.ts';
import type { Copy, PlannedRow, TypedRow } from './plan-sheet.ts';
import type { RefusedEdit } from './send-edits.ts';
import type { Sheet, Unit } from './unit.ts';

/**
 * A copied row keeps what it shows, but not the key: from now on it is somebody's own row, of which people are told again
 * once it says something else.
 */
export function copyUnit(sheet: Sheet, { id, index, text, typed }: Copy): Unit {
  const key = sheet.reading.columns.get('key')?.index ?? 0;
  const number = sheet.state.entries.find(id)?.number ?? id;
  const theirs = typed.map(({ value }) => String(value ?? '')).join(' · ');
  const why = `Row ${index + 1} was a copy. It is no longer kept up to date.`;
  return {
    requests: [writeCells(sheet.rowTab.tab.sheetId, index, key, [{ value: null }])],
    issues: [issueLine(sheet, number, '', theirs, '', why)],
    cells: 1,
    commit: () => keepTold(sheet, toldRows(sheet).add(text)),
  };
}

/** A row with something else in place of its key gets its key back, and is compared as a whole once it has it. */
export function defacedUnit({ rowTab, reading }: Sheet, { id, index }: { id: string; index: number }): Unit {
  const key = reading.columns.get('key')?.index ?? 0;
  return {
    requests: [writeCells(rowTab.tab.sheetId, index, key, [{ value: id }])],
    issues: [],
    cells: 1,
    commit: () => rowTab.base.remove(id),
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
export function typedRowsUnit(sheet: Sheet, typed: readonly TypedRow[]): Unit | undefined {
  const told = toldRows(sheet);
  // What is not seen among the watched columns may be in others.
  const kept = new Set([...(sheet.reading.isWhole ? [] : told), ...typed.map(({ text }) => text)]);
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
    commit: () => keepTold(sheet, kept),
  };
}

/** Edits of a row that is to be removed, since its request was closed meanwhile, are told of all the same. */
export function lostEditsUnit(sheet: Sheet, row: PlannedRow, refused: readonly RefusedEdit[]): Unit {
  const issues = issueLines(sheet, { ...row, conflicts: [], restored: [] }, row.desired, refused);
  return { requests: [], issues, cells: 0, commit: () => undefined };
}

function toldRows(sheet: Sheet): Set<string> {
  return new Set(JSON.parse(sheet.state.settings.get(typedSetting(sheet)) ?? '[]') as string[]);
}

function keepTold(sheet: Sheet, told: ReadonlySet<string>): void {
  sheet.state.settings.set(typedSetting(sheet), JSON.stringify([...told]));
}

function typedSetting({ rowTab }: Sheet): string {
  return `typed rows of ${rowTab.group}`;
}
