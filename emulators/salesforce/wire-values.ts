import type { Field, StoredValue } from './entities.ts';

/** A stored value as the REST API shows it: booleans are JSON booleans, datetimes end in `+0000`. */
export function toWireValue(field: Field, stored: StoredValue | undefined): unknown {
  if (stored === null || stored === undefined) return field.type === 'boolean' ? false : null;
  switch (field.type) {
    case 'boolean':
      return stored === 1;
    case 'datetime':
      return toRestDatetime(String(stored));
    case 'address':
    case 'location':
    case 'anyType':
      return typeof stored === 'string' ? (JSON.parse(stored) as unknown) : null;
    case 'double':
    case 'currency':
    case 'percent':
    case 'int':
      return Number(stored);
    case 'time':
      return String(stored);
    default:
      return stored;
  }
}

/** `2026-11-22T01:02:03.000Z` → `2026-11-22T01:02:03.000+0000`. */
export function toRestDatetime(iso: string): string {
  return new Date(iso).toISOString().replace('Z', '+0000');
}
