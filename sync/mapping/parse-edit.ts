import type { Labels } from '../salesforce/index.ts';
import type { CellValue } from './cell.ts';
import { EDITABLE, type EditableColumn } from './columns.ts';

/** What somebody typed, as a value for Salesforce; or why it cannot be one. */
export type Edit = { field: string; value: string | number | null } | { refusal: string };

/** Reads what was typed into an editable cell. Values that Salesforce can judge better are passed on to it as typed. */
export function parseEdit(column: EditableColumn, typed: CellValue, labels: Labels): Edit {
  const field = EDITABLE[column];
  const text = typed === null ? '' : String(typed).trim();
  if (text === '') return { field, value: null };
  switch (column) {
    case 'rank':
      return /^[+-]?\d{1,15}$/.test(text)
        ? { field, value: Number(text) }
        : { refusal: `Rank: "${text}" is not a whole number.` };
    case 'priority':
      return { field, value: labels.toValue(field, text) ?? text };
    case 'nextSteps':
    case 'triageNotes':
      return { field, value: typeof typed === 'string' ? typed : text };
  }
}
