import { ITEM } from 'c/handoffFields';
import { isTicked, shown, text } from 'c/recordValues';
import { LABELS } from './labels';
import { REQUEST } from './requestFields';

/**
 * What a status waits for to be followed by the next one.
 *
 * @typedef {object} Step
 * @property {string[]} gates whose blocking items must be settled
 * @property {string} blocked heading of what is in the way
 * @property {string} free when nothing is
 * @property {(request: RecordRepresentation) => string[]} facts what of the request itself is in the way
 */

/** By status, as the validation rules of the request have it. @type {Record<string, Step | undefined>} */
const STEPS = {
  Selected: {
    gates: ['G3_Handoff', 'G5_Start'],
    blocked: LABELS.startBlocked,
    free: LABELS.startFree,
    facts: (request) => {
      const mayStart =
        text(request, REQUEST.requestType) !== 'Production_Deployment' ||
        text(request, REQUEST.opportunityOutcome) === 'Won' ||
        text(request, REQUEST.earlyStartReason) !== null ||
        isTicked(request, REQUEST.existingCustomer);
      return mayStart ? [] : [LABELS.notWon];
    },
  },
  In_Deployment: {
    gates: ['G7_Complete'],
    blocked: LABELS.completionBlocked,
    free: LABELS.completionFree,
    facts: () => [],
  },
  Deployment_Complete: {
    gates: ['G8_Close'],
    blocked: LABELS.closingBlocked,
    free: LABELS.closingFree,
    facts: (request) => [
      ...(text(request, REQUEST.technicalAdvisor) === null ? [LABELS.noAdvisor] : []),
      ...(text(request, REQUEST.vitallyState) === 'Waiting_For_Account' ? [LABELS.notInVitally] : []),
      ...(text(request, REQUEST.documentsInVitally) === 'Yes' ? [] : [LABELS.documentsMissing]),
    ],
  },
};

/**
 * What is in the way of the request's next status, in words; null when no status waits for the handoff.
 *
 * @param {RecordRepresentation} request
 * @param {readonly RecordRepresentation[]} items
 */
export function blockersOf(request, items) {
  const step = STEPS[text(request, REQUEST.status) ?? ''];
  if (!step) {
    return null;
  }
  const open = items
    .filter((item) => isTicked(item, ITEM.blocking) && !isTicked(item, ITEM.settled))
    .filter((item) => step.gates.includes(text(item, ITEM.gate) ?? ''))
    .map((item) => ({ key: item.id, text: sentenceOf(item) }));
  const facts = step.facts(request).map((fact) => ({ key: fact, text: fact }));
  const blockers = [...open, ...facts];
  return { heading: blockers.length > 0 ? step.blocked : step.free, blockers };
}

/** @param {RecordRepresentation} item */
function sentenceOf(item) {
  const parts = [
    shown(item, ITEM.name),
    shown(item, ITEM.state),
    text(item, ITEM.blockedBecause),
    shown(item, ITEM.assignedTo),
  ];
  return parts.filter((part) => part !== null).join(' – ');
}
