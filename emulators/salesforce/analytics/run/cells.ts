import type { Field, StoredValue } from '../../entities.ts';
import { toDisplayValue } from '../../display-value.ts';

/** A value of a report and what is shown for it. */
export interface Cell {
  label: string;
  value: unknown;
}

/** What stands for no value. */
export const BLANK: Cell = { label: '-', value: null };

/** A value of a detail row. Amounts of money are objects there, and plain numbers in aggregates. */
export function toCell(field: Field, stored: StoredValue, name: StoredValue | undefined): Cell {
  if (field.type === 'boolean') return { label: stored === 1 ? 'true' : 'false', value: stored === 1 };
  if (stored === null) return BLANK;
  if (name !== undefined) return { label: name === null ? '-' : String(name), value: stored };
  const label = toDisplayValue(field, stored) ?? String(stored);
  if (field.type === 'currency') return { label, value: { amount: Number(stored), currency: null } };
  return { label, value: stored };
}

/** A number of an aggregate, shown as the field's own values are. */
export function toAggregateCell(field: Field, value: StoredValue): Cell {
  if (value === null) return BLANK;
  return { label: toDisplayValue(field, value) ?? String(value), value };
}
