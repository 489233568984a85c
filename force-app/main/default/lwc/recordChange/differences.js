import { isBlank } from 'c/questions';

/** @typedef {import('c/questions').Values} Values */

/**
 * The answers that differ from the record; blank ones empty their field.
 *
 * @param {Values} values
 * @param {RecordRepresentation} record
 * @param {string[]} names of the fields that are asked
 * @returns {Values}
 */
export function toSavedValues(values, record, names) {
  const answers = names.map((name) => [name, isBlank(values[name]) ? null : values[name]]);
  return Object.fromEntries(answers.filter(([name, value]) => value !== (record.fields[String(name)]?.value ?? null)));
}

/**
 * The fields that have another value now than before.
 *
 * @param {string[]} names
 * @param {RecordRepresentation} before
 * @param {RecordRepresentation} now
 */
export function changedFields(names, before, now) {
  return names.filter((name) => valueOf(before, name) !== valueOf(now, name));
}

/**
 * What somebody else changed in the fields of a save, in the words of the org.
 *
 * @param {string[]} names
 * @param {{ base: RecordRepresentation, record: RecordRepresentation, inputs: import('c/questions').Input[],
 *   objectInfo: ObjectInfo }} page
 */
export function whatDiffers(names, { base, record, inputs, objectInfo }) {
  return changedFields(names, base, record).map((name) => ({
    name,
    label: objectInfo.fields[name]?.label ?? name,
    theirs: wordsOf(record, name),
    isAsked: inputs.some((input) => input.name === name),
  }));
}

/**
 * @param {RecordRepresentation} record
 * @param {string} name
 */
function valueOf(record, name) {
  return record.fields[name]?.value ?? null;
}

/**
 * A field as people read it; a lookup by the name of its record when that was asked for.
 *
 * @param {RecordRepresentation} record
 * @param {string} name
 */
function wordsOf(record, name) {
  const { displayValue, value } = record.fields[name] ?? {};
  const related = record.fields[name.replace(/__c$/, '__r')]?.displayValue;
  return related ?? displayValue ?? (isBlank(value) ? '–' : String(value));
}
