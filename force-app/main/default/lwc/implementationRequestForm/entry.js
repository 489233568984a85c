import { knownAnswers } from './knownAnswers';
import { KNOWN_FROM_ASSESSMENT } from './requestQuestions';

/** A link as entered. @typedef {{ key: number, url: string, title: string, type: string }} Link */

/**
 * What stands in the form.
 *
 * @typedef {object} Entry
 * @property {import('c/questions').Values} values
 * @property {import('c/questions').Values} answers those of them that the user has given
 * @property {Link[]} links
 * @property {string[]} settled fields whose answers the assessment gave; they are not asked
 * @property {boolean} isRecalled whether the form began with what was entered before
 * @property {boolean} isDifferent whether the user says why theirs is another request than the one that is open
 */

/**
 * What the form begins with: what the assessment says, and over it what was entered and not filed.
 *
 * @param {RecordRepresentation | null} assessment
 * @param {import('./draft').Draft | null} draft
 * @returns {Entry}
 */
export function beginEntry(assessment, draft) {
  const known = knownAnswers(assessment);
  const answers = draft?.answers ?? {};
  return {
    values: { ...known, ...answers },
    answers,
    links: draft?.links ?? [],
    settled: KNOWN_FROM_ASSESSMENT.filter((name) => name in known && !(name in answers)),
    isRecalled: draft !== null,
    isDifferent: false,
  };
}

/**
 * @param {Entry} entry
 * @param {string} name API name of the field
 * @param {FieldValue['value']} value
 * @returns {Entry}
 */
export function withAnswer(entry, name, value) {
  return { ...entry, values: { ...entry.values, [name]: value }, answers: { ...entry.answers, [name]: value } };
}
