import type { Field, StoredValue } from '../entities.ts';
import { lazily } from '../lazily.ts';

const dateFormat = lazily(() => new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' }));
const dateTimeFormat = lazily(
  () =>
    new Intl.DateTimeFormat('en-US', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
    }),
);

/** A stored value as UI API gives it: JSON booleans and numbers, datetimes ending in `Z`. */
export function toUiValue(field: Field, stored: StoredValue | undefined): unknown {
  if (stored === null || stored === undefined) return field.type === 'boolean' ? false : null;
  if (field.type === 'boolean') return stored === 1;
  if (field.type === 'address' || field.type === 'anyType')
    return typeof stored === 'string' ? (JSON.parse(stored) as unknown) : null;
  if (field.type === 'datetime') return new Date(String(stored)).toISOString();
  return stored;
}

/** How a page would print the value for a user in en_US, GMT and dollars; null when it prints the value itself. */
export function toDisplayValue(field: Field, stored: StoredValue | undefined): string | null {
  if (stored === null || stored === undefined) return null;
  const digits = { minimumFractionDigits: field.scale, maximumFractionDigits: field.scale };
  switch (field.type) {
    case 'picklist':
      return labelOf(field, String(stored));
    case 'multipicklist':
      return String(stored)
        .split(';')
        .map((value) => labelOf(field, value))
        .join(';');
    case 'currency':
      return Number(stored).toLocaleString('en-US', { style: 'currency', currency: 'USD', ...digits });
    case 'percent':
      return `${Number(stored).toLocaleString('en-US', digits)}%`;
    case 'int':
    case 'double':
      return Number(stored).toLocaleString('en-US', digits);
    case 'date':
      return dateFormat().format(new Date(`${String(stored)}T00:00:00Z`));
    case 'datetime':
      // Newer ICU data puts a narrow space before AM and PM; pages of the platform have a plain one.
      return dateTimeFormat()
        .format(new Date(String(stored)))
        .replace(',', '')
        .replace('\u202f', ' ');
    default:
      return null;
  }
}

function labelOf({ picklist }: Field, value: string): string {
  return picklist?.values.find((one) => one.value === value)?.label ?? value;
}
