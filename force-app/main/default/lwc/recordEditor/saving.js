import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { hasMoved, isSame } from 'c/fieldConflicts';
import { isBlank, valuesOf } from 'c/questions';

/** @typedef {import('c/questions').Values} Values */

/**
 * What was entered into fields that are still asked and differs from what the user began with. Blank is nothing.
 *
 * @param {Values} entered by API name
 * @param {readonly string[]} asked
 * @param {RecordRepresentation | null} basis the record as it was when the user began; null for a new one
 * @returns {Values}
 */
export function changesOf(entered, asked, basis) {
  const before = valuesOf(basis);
  const changed = Object.entries(entered).filter(
    ([name, value]) => asked.includes(name) && !(basis && isSame(value, before[name])),
  );
  return Object.fromEntries(changed.map(([name, value]) => [name, isBlank(value) ? null : value]));
}

/**
 * Creates a record; blank fields are left to their defaults.
 *
 * @param {string} apiName
 * @param {Values} fields
 */
export function create(apiName, fields) {
  const filled = Object.entries(fields).filter(([, value]) => !isBlank(value));
  return createRecord({ apiName, fields: Object.fromEntries(filled) });
}

/**
 * Changes a record, unless somebody else changed it since the user saw it: that is now, unless a field of the save moved
 * since they began.
 *
 * @param {Values} fields
 * @param {RecordRepresentation} basis the record as it was when the user began
 * @param {RecordRepresentation | null} record as it is shown now
 */
export function update(fields, basis, record) {
  const isShown =
    record !== null &&
    record.lastModifiedDate > basis.lastModifiedDate &&
    Object.keys(fields).every((name) => name in record.fields && !hasMoved(name, basis, record));
  const { lastModifiedDate } = isShown ? record : basis;
  return updateRecord({ fields: { Id: basis.id, ...fields } }, { ifUnmodifiedSince: lastModifiedDate });
}
