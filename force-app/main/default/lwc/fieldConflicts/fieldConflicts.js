import { isBlank, optionsOf } from 'c/questions';

/** @typedef {import('c/questions').Values} Values */

/**
 * What this save would write and somebody else has saved otherwise than it was when the user began, with both values.
 *
 * @param {Values} mine what the save writes, by API name
 * @param {RecordRepresentation | null} before
 * @param {RecordRepresentation} saved
 * @param {{ objectInfo: ObjectInfo, picklists: PicklistValuesByRecordType | undefined }} context
 */
export function conflictsOf(mine, before, saved, { objectInfo, picklists }) {
  return Object.keys(mine)
    .filter((name) => hasMoved(name, before, saved) && !isSame(mine[name], valueOf(saved, name)))
    .map((name) => ({
      name,
      label: objectInfo.fields[name]?.label ?? name,
      mine: inWords(mine[name], optionsOf(picklists, name), objectInfo.fields[name]),
      theirs: savedWords(saved, name),
    }));
}

/**
 * Whether a field has another value now than before.
 *
 * @param {string} name
 * @param {RecordRepresentation | null} before
 * @param {RecordRepresentation} now
 */
export function hasMoved(name, before, now) {
  return !isSame(valueOf(before, name), valueOf(now, name));
}

/**
 * @param {FieldValue['value'] | undefined} one
 * @param {FieldValue['value'] | undefined} other
 */
export function isSame(one, other) {
  return one === other || (isBlank(one) && isBlank(other));
}

/**
 * @param {RecordRepresentation | null} record
 * @param {string} name
 */
function valueOf(record, name) {
  return record?.fields[name]?.value;
}

/**
 * What the user chose, in the words of the org. A looked-up record is named by the input that still shows it.
 *
 * @param {FieldValue['value'] | undefined} value
 * @param {{ label: string, value: string }[]} options
 * @param {ObjectInfo['fields'][string]} field
 */
function inWords(value, options, field) {
  if (isBlank(value)) {
    return '–';
  }
  return field?.dataType === 'Reference'
    ? ''
    : (options.find((option) => option.value === value)?.label ?? String(value));
}

/**
 * A field as people read it; a lookup by the name of its record.
 *
 * @param {RecordRepresentation} record
 * @param {string} name
 */
function savedWords(record, name) {
  const { displayValue, value } = record.fields[name] ?? {};
  const related = record.fields[name.replace(/__c$/, '__r')]?.displayValue;
  return related ?? displayValue ?? (isBlank(value) ? '–' : String(value));
}
