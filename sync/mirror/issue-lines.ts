import { headerOf, toRow, type CellValue, type ColumnName, type Row } from '../mapping/index.ts';
import type { PlannedRow, Removal } from './plan-sheet.ts';
import type { RefusedEdit } from './send-edits.ts';
import type { Sheet } from './unit.ts';

/** What people are told of a row: what was typed and is not taken over. */
export function issueLines(sheet: Sheet, row: PlannedRow, desired: Row, refused: readonly RefusedEdit[]): string[][] {
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

/** What people are told of edits whose request was closed or deleted before they were taken over. */
export function lostLines(sheet: Sheet, id: string, lost: Removal['lost']): string[][] {
  const entry = sheet.state.entries.find(id);
  const row = entry === undefined ? sheet.rowTab.base.find(id) : toRow(entry);
  const why = `The request was ${entry === undefined ? 'deleted' : 'closed'} in Salesforce before this was taken over.`;
  const number = String(row?.number?.value ?? id);
  return lost.map(({ column, value }) =>
    issueLine(sheet, number, headerOf(column), String(value ?? ''), String(row?.[column]?.value ?? ''), why),
  );
}

/** One line of the issues tab: when, request, column, what the sheet had, what Salesforce has, why. */
export function issueLine({ now }: Sheet, ...texts: string[]): string[] {
  return [`${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`, ...texts];
}
