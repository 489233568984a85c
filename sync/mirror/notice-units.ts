import { writeCells } from '../google-sheets/index.ts';
import { headerOf, type ColumnName } from '../mapping/index.ts';
import { issueLine, issueLines } from './issue-lines.ts';
import type { PlannedRow, TypedRow } from './plan-sheet.ts';
import type { RefusedEdit } from './send-edits.ts';
import type { State } from '../state/index.ts';
import type { RowTab } from './row-tab.ts';
import type { Sheet, Unit } from './unit.ts';

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
  const setting = typedSetting(sheet);
  const told = toldRows(sheet);
  // What is not seen among the watched columns may be in others.
  const kept = new Set([...(sheet.reading.isWhole ? [] : told), ...typed.map(({ text }) => text)]);
  if (kept.size === told.size && [...kept].every((text) => told.has(text))) return undefined;
  return {
    requests: [],
    issues: typed
      .filter(({ text, isCopy }) => !told.has(text) && isCopy !== true)
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

/** Whether a row without a key is news, and it was not seen whether it is a copy: its number is to be looked at. */
export function isDoubtful(state: State, rowTab: RowTab, typed: readonly TypedRow[]): boolean {
  const told = toldRows({ state, rowTab });
  return typed.some(({ text, isCopy }) => isCopy === undefined && !told.has(text));
}

function toldRows(sheet: Pick<Sheet, 'state' | 'rowTab'>): Set<string> {
  return new Set(JSON.parse(sheet.state.settings.get(typedSetting(sheet)) ?? '[]') as string[]);
}

function typedSetting({ rowTab }: Pick<Sheet, 'rowTab'>): string {
  return `typed rows of ${rowTab.group}`;
}
