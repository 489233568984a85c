import ACCOUNT from '@salesforce/schema/Implementation_Request__c.Account__c';
import ACTUAL_COMPLETION from '@salesforce/schema/Implementation_Request__c.Actual_Completion__c';
import ACTUAL_START from '@salesforce/schema/Implementation_Request__c.Actual_Start__c';
import ALTERNATIVE_PATH from '@salesforce/schema/Implementation_Request__c.Alternative_Path__c';
import ANSWER from '@salesforce/schema/Implementation_Request__c.Answer__c';
import CLOSING_REASON from '@salesforce/schema/Implementation_Request__c.Closing_Reason__c';
import DECISION_DETAIL from '@salesforce/schema/Implementation_Request__c.Decision_Detail__c';
import DECISION_REASON from '@salesforce/schema/Implementation_Request__c.Decision_Reason__c';
import DUPLICATE_OF from '@salesforce/schema/Implementation_Request__c.Duplicate_Of__c';
import ENGINEER from '@salesforce/schema/Implementation_Request__c.Implementation_Engineer__c';
import INSTANCE_URL from '@salesforce/schema/Implementation_Request__c.Instance_Url__c';
import LIMIT_EVIDENCE from '@salesforce/schema/Implementation_Request__c.Limit_Evidence__c';
import LIMIT_TRIGGER from '@salesforce/schema/Implementation_Request__c.Limit_Trigger__c';
import NEXT_STEP_DUE from '@salesforce/schema/Implementation_Request__c.Next_Step_Due__c';
import NEXT_STEP_OWNER from '@salesforce/schema/Implementation_Request__c.Next_Step_Owner__c';
import NEXT_STEPS from '@salesforce/schema/Implementation_Request__c.Next_Steps__c';
import PROJECT_MANAGER from '@salesforce/schema/Implementation_Request__c.Project_Manager__c';
import QUESTION from '@salesforce/schema/Implementation_Request__c.Question__c';
import REQUIREMENTS from '@salesforce/schema/Implementation_Request__c.Requirements__c';
import STATUS from '@salesforce/schema/Implementation_Request__c.Status__c';
import TARGET_COMPLETION from '@salesforce/schema/Implementation_Request__c.Target_Completion__c';
import TARGET_START from '@salesforce/schema/Implementation_Request__c.Target_Start__c';
import { LABELS } from './labels';
import { hasEnded, mayMove, nextStatuses } from './transitions';

/** @typedef {import('c/questions').Question} Question */

/**
 * One way on from a status.
 *
 * @typedef {object} Move
 * @property {string} to status
 * @property {string} label of the button
 * @property {Question[]} questions what is filled in on the way
 * @property {string} consequence what happens then, in a sentence; may be empty
 * @property {'triage' | 'decision' | 'leadership' | 'ending'} kind
 */

/** Fields that any of the questions may ask. */
export const ASKED_FIELDS = [
  ACTUAL_COMPLETION,
  ACTUAL_START,
  ALTERNATIVE_PATH,
  ANSWER,
  CLOSING_REASON,
  DECISION_DETAIL,
  DECISION_REASON,
  DUPLICATE_OF,
  ENGINEER,
  INSTANCE_URL,
  LIMIT_EVIDENCE,
  LIMIT_TRIGGER,
  NEXT_STEP_DUE,
  NEXT_STEP_OWNER,
  NEXT_STEPS,
  PROJECT_MANAGER,
  QUESTION,
  REQUIREMENTS,
  STATUS,
  TARGET_COMPLETION,
  TARGET_START,
];

const DECISIONS = ['Qualified', 'Disqualified', 'Selected', 'Not_Selected'];
const ENDINGS = ['Withdrawn', 'Cancelled', 'Duplicate'];

const STEPS = [ask(NEXT_STEPS), ask(NEXT_STEP_OWNER), ask(NEXT_STEP_DUE), ask(REQUIREMENTS)];
const REASON = [ask(DECISION_REASON), ask(DECISION_DETAIL)];

/** What a status asks of those who bring a request there. @type {Record<string, Question[]>} */
const QUESTIONS = {
  Needs_Info: [must(QUESTION)],
  Qualified: [...REASON, ...STEPS],
  Disqualified: [...REASON, ask(ALTERNATIVE_PATH), ...STEPS],
  Not_Selected: [...REASON, ask(ALTERNATIVE_PATH), ...STEPS],
  Selected: [ask(ENGINEER), ask(PROJECT_MANAGER), ask(TARGET_START), ask(TARGET_COMPLETION), ...STEPS],
  In_Deployment: [ask(ACTUAL_START)],
  Deployment_Complete: [ask(ACTUAL_COMPLETION), ask(INSTANCE_URL)],
  Withdrawn: [must(CLOSING_REASON)],
  Cancelled: [must(CLOSING_REASON)],
  'Needs_Info>In_Triage': [ask(ANSWER)],
  'Planned_Post_Live>Submitted': [must(LIMIT_TRIGGER), must(LIMIT_EVIDENCE)],
  'Selected>Qualified': [...STEPS],
  'Deployment_Complete>In_Deployment': [],
};

/**
 * The ways on from where a request stands that this user may take.
 *
 * @param {RecordRepresentation} request with Status__c and Prior_Status__c
 * @param {import('./transitions').Rights} rights
 * @param {(status: string) => string} nameOf a status as people read it
 * @returns {Move[]}
 */
export function movesOf(request, rights, nameOf) {
  const from = String(request.fields.Status__c?.value);
  const prior = /** @type {string | null} */ (request.fields.Prior_Status__c?.value ?? null);
  return nextStatuses(from, prior)
    .filter((to) => mayMove(from, to, rights))
    .map((to) => {
      const change = `${from}>${to}`;
      const reopens = hasEnded(from);
      return {
        to,
        label:
          LABELS.moves[change] ??
          (reopens ? LABELS.reopen.replace('{0}', nameOf(to)) : (LABELS.moves[to] ?? nameOf(to))),
        questions:
          to === 'Duplicate' ? duplicateOf(request) : reopens ? [] : (QUESTIONS[change] ?? QUESTIONS[to] ?? []),
        consequence: LABELS.consequences[change] ?? (reopens ? '' : (LABELS.consequences[to] ?? '')),
        kind: reopens ? 'triage' : kindOf(to, change),
      };
    });
}

/**
 * @param {string} to
 * @param {string} change
 * @returns {Move['kind']}
 */
function kindOf(to, change) {
  if (ENDINGS.includes(to)) {
    return 'ending';
  }
  if (to === 'Leadership_Review') {
    return 'leadership';
  }
  return DECISIONS.includes(to) && change !== 'Selected>Qualified' ? 'decision' : 'triage';
}

/** A duplicate follows another request of the same customer. @param {RecordRepresentation} request @returns {Question[]} */
function duplicateOf(request) {
  const account = request.fields[ACCOUNT.fieldApiName]?.value;
  const criteria = [
    { fieldPath: 'Id', operator: 'ne', value: request.id },
    ...(account ? [{ fieldPath: ACCOUNT.fieldApiName, operator: 'eq', value: account }] : []),
  ];
  return [{ ...must(DUPLICATE_OF), filter: { criteria } }];
}

/** Left to the org to require, which says why. @param {FieldId} field @returns {Question} */
function ask({ fieldApiName }) {
  return { name: fieldApiName };
}

/** @param {FieldId} field @returns {Question} */
function must({ fieldApiName }) {
  return { name: fieldApiName, required: true };
}
