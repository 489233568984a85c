import { headerOf, type CellValue, type ColumnName, type Row } from '../mapping/index.ts';
import type { PlannedRow } from './plan-sheet.ts';
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

/** One line of the issues tab: when, request, column, what the sheet had, what Salesforce has, why. */
export function issueLine({ now }: Sheet, ...texts: string[]): string[] {
  return [`${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`, ...texts];
}
