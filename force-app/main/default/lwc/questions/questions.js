/**
 * A question of a form, answered by one field.
 *
 * @typedef {object} Question
 * @property {string} name API name of the field
 * @property {(values: Values) => boolean} [when] whether it is asked; always when left out
 * @property {boolean} [required]
 * @property {boolean} [asRadios] shows all choices of a picklist at once
 * @property {string} [missing] what to say when a required answer is missing
 * @property {object} [filter] which records a lookup offers, as a record picker takes it; all when left out
 * @property {{ label: string, value: string }[]} [options] the choices of a lookup that offers a few; without them any record can be picked
 * @property {string[]} [only] which values of a picklist are offered; all when left out
 * @property {boolean} [whenRefused] whether it is asked only once a save was refused for want of it
 */

/** Answers by API name; several choices are joined by semicolons. @typedef {Record<string, FieldValue['value']>} Values */

/**
 * What an input needs to know of its field.
 *
 * @typedef {object} Input
 * @property {string} name
 * @property {string} label as the org calls the field
 * @property {string | null} help
 * @property {string} dataType as the UI API calls it
 * @property {number} length of a text in characters, 0 for other fields
 * @property {boolean} required
 * @property {boolean} asRadios
 * @property {string | undefined} missing
 * @property {{ label: string, value: string }[] | undefined} options undefined for a lookup in which any record can be picked
 * @property {FieldValue['value'] | undefined} value
 * @property {number | undefined} step smallest difference between two numbers; 1 when left out
 * @property {string | undefined} target API name of the object that a lookup leads to
 * @property {object | undefined} filter
 */

/**
 * The questions that apply to the answers so far.
 *
 * @param {readonly Question[]} questions
 * @param {Values} values
 */
export function askedQuestions(questions, values) {
  return questions.filter(({ when }) => when?.(values) ?? true);
}

/**
 * The inputs of questions; a field that the user may not write has none.
 *
 * @param {readonly Question[]} questions
 * @param {Values} values
 * @param {{ objectInfo: ObjectInfo, picklists: PicklistValuesByRecordType | undefined, isNew: boolean }} context
 * @returns {Input[]}
 */
export function toInputs(questions, values, { objectInfo, picklists, isNew }) {
  return questions.flatMap(({ name, required = false, asRadios = false, missing, filter, only, options: given }) => {
    const field = objectInfo.fields[name];
    if (!field || !(isNew ? field.createable : field.updateable)) {
      return [];
    }
    const { label, inlineHelpText: help, dataType, length, scale = 0, referenceToInfos } = field;
    const offered = given ?? (dataType === 'Reference' ? undefined : optionsOf(picklists, name));
    const options = only ? offered?.filter((option) => only.includes(option.value)) : offered;
    const step = scale > 0 ? 10 ** -scale : undefined;
    const target = referenceToInfos?.[0]?.apiName;
    const value = values[name];
    return [{ name, label, help, dataType, length, required, asRadios, missing, options, value, step, target, filter }];
  });
}

/**
 * The choices of a picklist.
 *
 * @param {PicklistValuesByRecordType | undefined} picklists
 * @param {string} name API name of the field
 */
export function optionsOf(picklists, name) {
  return (picklists?.picklistFieldValues[name]?.values ?? []).map(({ label, value }) => ({ label, value }));
}

/**
 * What a picklist calls a value; the value itself until that is known.
 *
 * @param {PicklistValuesByRecordType | undefined} picklists
 * @param {string} name API name of the field
 * @param {string} value
 */
export function labelOf(picklists, name, value) {
  return optionsOf(picklists, name).find((option) => option.value === value)?.label ?? value;
}

/**
 * The choices of a multi-select picklist.
 *
 * @param {FieldValue['value'] | undefined} value
 */
export function choicesOf(value) {
  return typeof value === 'string' && value !== '' ? value.split(';') : [];
}

/** @param {FieldValue['value'] | undefined} value */
export function isBlank(value) {
  return value === undefined || value === null || value === '';
}

/**
 * The plain values of a record, without looked-up records.
 *
 * @param {RecordRepresentation | null | undefined} record
 * @returns {Values}
 */
export function valuesOf(record) {
  return Object.fromEntries(
    Object.entries(record?.fields ?? {}).flatMap(([name, field]) => (field ? [[name, field.value]] : [])),
  );
}
