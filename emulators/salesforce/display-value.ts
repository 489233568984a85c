import type { Field, FieldType, StoredValue } from './entities.ts';
import { lazily } from './lazily.ts';

const dateFormat = lazily(() => new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' }));

/** A stored value as UI API gives it: JSON booleans and numbers, datetimes ending in `Z`. */
export function toUiValue(field: Field, stored: StoredValue | undefined): unknown {
  if (stored === null || stored === undefined) return field.type === 'boolean' ? false : null;
  if (field.type === 'boolean') return stored === 1;
  if (['address', 'location', 'anyType'].includes(field.type))
    return typeof stored === 'string' ? (JSON.parse(stored) as unknown) : null;
  if (field.type === 'datetime') return new Date(String(stored)).toISOString();
  return stored;
}

/** How a page would print the value for a user in en_US, GMT and dollars; null when it prints the value itself. */
export function toDisplayValue(field: Field, stored: StoredValue | undefined): string | null {
  if (stored === null || stored === undefined) return null;
  switch (field.type) {
    case 'picklist':
      return labelOf(field, String(stored));
    case 'multipicklist':
      return String(stored)
        .split(';')
        .map((value) => labelOf(field, value))
        .join(';');
    case 'currency':
      return numberFormat(field.scale, 'currency').format(Number(stored));
    case 'percent':
      return `${numberFormat(field.scale, 'decimal').format(Number(stored))}%`;
    case 'int':
    case 'double':
      return numberFormat(field.scale, 'decimal').format(Number(stored));
    case 'date':
      return dateFormat().format(new Date(`${String(stored)}T00:00:00Z`));
    case 'datetime':
      // Newer ICU data puts a narrow space before AM and PM; pages of the platform have a plain one.
      return momentFormat('UTC')
        .format(new Date(String(stored)))
        .replace(',', '')
        .replace('\u202f', ' ');
    default:
      return null;
  }
}

/**
 * A value as `FORMAT()` writes it for a user in en_US and dollars, at that user's time; undefined when its type has no format.
 *
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-format.html
 */
export function toFormattedText(field: Field, stored: StoredValue, timeZone: string): string | null | undefined {
  if (!FORMATTED.has(field.type)) return undefined;
  if (stored === null) return null;
  if (field.type !== 'datetime' && field.type !== 'time') return toDisplayValue(field, stored);
  const isTime = field.type === 'time';
  const moment = new Date(isTime ? `1970-01-01T${String(stored)}` : String(stored));
  return momentFormat(isTime ? undefined : timeZone)
    .format(moment)
    .replace('\u202f', ' ');
}

const momentFormats = new Map<string | undefined, Intl.DateTimeFormat>();

/** Of a day and a time in a time zone, or of a time alone. */
function momentFormat(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = momentFormats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: timeZone ?? 'UTC',
    ...(timeZone !== undefined && { year: 'numeric', month: 'numeric', day: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
  });
  momentFormats.set(timeZone, made);
  return made;
}

const FORMATTED = new Set<FieldType>(['int', 'double', 'currency', 'percent', 'date', 'datetime', 'time']);

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Making a format takes a hundred times as long as using it, and a report uses thousands. */
function numberFormat(scale: number, style: 'currency' | 'decimal'): Intl.NumberFormat {
  const key = `${style} ${scale}`;
  const known = numberFormats.get(key);
  if (known !== undefined) return known;
  const digits = { minimumFractionDigits: scale, maximumFractionDigits: scale };
  const made = new Intl.NumberFormat('en-US', { style, ...(style === 'currency' && { currency: 'USD' }), ...digits });
  numberFormats.set(key, made);
  return made;
}

function labelOf({ picklist }: Field, value: string): string {
  return picklist?.values.find((one) => one.value === value)?.label ?? value;
}
