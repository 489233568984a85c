import { findField } from 'lds/fields';

/** Value of a field of a record that a wire gave, over lookups too; undefined when it was not asked for. */
export function getFieldValue(record, field) {
  return findField(record, field)?.value;
}

/** The same as a person reads it; null when it has no other form than its value. */
export function getFieldDisplayValue(record, field) {
  return findField(record, field)?.displayValue;
}
