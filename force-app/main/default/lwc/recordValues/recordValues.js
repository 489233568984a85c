import { getFieldDisplayValue, getFieldValue } from 'lightning/uiRecordApi';

/**
 * Fields by their names with the object in front, as wires ask for them.
 *
 * @param {readonly FieldId[]} fields
 */
export function qualifiedNames(fields) {
  return fields.map(({ objectApiName, fieldApiName }) => `${objectApiName}.${fieldApiName}`);
}

/**
 * A field as the user reads it: a picklist by its label. Null when it is blank, or not to be read.
 *
 * @param {RecordRepresentation | undefined} record
 * @param {FieldId} field also one of a looked-up record
 * @returns {string | null}
 */
export function shown(record, field) {
  const value = getFieldValue(record, field);
  return getFieldDisplayValue(record, field) ?? (typeof value === 'string' && value !== '' ? value : null);
}

/**
 * A text, a date or a time as it is kept; null when it is blank, or not to be read.
 *
 * @param {RecordRepresentation | undefined} record
 * @param {FieldId} field
 * @returns {string | null}
 */
export function text(record, field) {
  const value = getFieldValue(record, field);
  return typeof value === 'string' && value !== '' ? value : null;
}

/**
 * @param {RecordRepresentation | undefined} record
 * @param {FieldId} field
 * @returns {number | null}
 */
export function number(record, field) {
  const value = getFieldValue(record, field);
  return typeof value === 'number' ? value : null;
}

/**
 * @param {RecordRepresentation | undefined} record
 * @param {FieldId} field
 */
export function isTicked(record, field) {
  return getFieldValue(record, field) === true;
}
