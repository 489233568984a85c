import { fieldErrors, otherErrors } from 'c/ldsUtils';
import { DIFFERENCE } from './requestQuestions';

/** A request of the Opportunity. @typedef {{ id: string, number: string }} Request */

/**
 * What a refused save asks of the user: to say why theirs is another request than one that is open, to answer again what the
 * assessment had answered, or neither.
 *
 * @param {LdsError} error
 * @param {object} form
 * @param {Request[]} form.requests the requests of the Opportunity
 * @param {string[]} form.settled fields that the assessment answered
 * @param {boolean} form.isDifferent whether the user has been asked for the difference
 * @returns {{ byField: Record<string, string>, duplicate: { message: string, request: Request | undefined } | null, askAgain: string | undefined }}
 */
export function readRefusal(error, { requests, settled, isDifferent }) {
  const byField = fieldErrors(error);
  const different = byField[DIFFERENCE.name];
  const isDuplicate = different !== undefined && !isDifferent;
  return {
    byField,
    duplicate: isDuplicate
      ? { message: different, request: requests.find(({ number }) => different.includes(number)) }
      : null,
    askAgain: settled.find((name) => byField[name]),
  };
}

/**
 * What is to be said above the form: whatever no field of it says.
 *
 * @param {LdsError} error
 * @param {string[]} atFields names of the fields that say their part
 * @returns {string[] | null} null when the fields say everything
 */
export function saidElsewhere(error, atFields) {
  const others = otherErrors(error, atFields);
  return others.length > 0 || atFields.length === 0 ? others : null;
}
