import ACKNOWLEDGE_BY from '@salesforce/schema/Implementation_Request__c.Acknowledge_By__c';
import ACTUAL_COMPLETION from '@salesforce/schema/Implementation_Request__c.Actual_Completion__c';
import ACTUAL_START from '@salesforce/schema/Implementation_Request__c.Actual_Start__c';
import ALTERNATIVE_PATH from '@salesforce/schema/Implementation_Request__c.Alternative_Path__c';
import ANSWER from '@salesforce/schema/Implementation_Request__c.Answer__c';
import BACKLOG_POSITION from '@salesforce/schema/Implementation_Request__c.Backlog_Position__c';
import BACKLOG_RANK from '@salesforce/schema/Implementation_Request__c.Backlog_Rank__c';
import CREATED from '@salesforce/schema/Implementation_Request__c.CreatedDate';
import DECIDE_BY from '@salesforce/schema/Implementation_Request__c.Decide_By__c';
import DECIDED_ON from '@salesforce/schema/Implementation_Request__c.Decided_On__c';
import DECISION_DETAIL from '@salesforce/schema/Implementation_Request__c.Decision_Detail__c';
import DECISION from '@salesforce/schema/Implementation_Request__c.Decision__c';
import DECISION_REASON from '@salesforce/schema/Implementation_Request__c.Decision_Reason__c';
import IS_OPEN from '@salesforce/schema/Implementation_Request__c.Is_Open__c';
import NAME from '@salesforce/schema/Implementation_Request__c.Name';
import NEXT_STEP_DUE from '@salesforce/schema/Implementation_Request__c.Next_Step_Due__c';
import NEXT_STEP_OWNER from '@salesforce/schema/Implementation_Request__c.Next_Step_Owner__r.Name';
import NEXT_STEP_OWNER_ID from '@salesforce/schema/Implementation_Request__c.Next_Step_Owner__c';
import NEXT_STEPS from '@salesforce/schema/Implementation_Request__c.Next_Steps__c';
import PRIORITY from '@salesforce/schema/Implementation_Request__c.Priority__c';
import QUESTION from '@salesforce/schema/Implementation_Request__c.Question__c';
import REQUEST_TYPE from '@salesforce/schema/Implementation_Request__c.Request_Type__c';
import SELECTED_ON from '@salesforce/schema/Implementation_Request__c.Selected_On__c';
import STATUS from '@salesforce/schema/Implementation_Request__c.Status__c';
import STRATEGY from '@salesforce/schema/Implementation_Request__c.Strategy__c';
import SUBMITTED_ON from '@salesforce/schema/Implementation_Request__c.Submitted_On__c';
import TRIAGED_ON from '@salesforce/schema/Implementation_Request__c.Triaged_On__c';
import { getFieldValue } from 'lightning/uiRecordApi';

/** Fields that everyone has who may read requests at all. */
export const REQUIRED_FIELDS = [NAME, REQUEST_TYPE].map(qualified);

/** What happened to a request, in its order. */
const MILESTONES = [SUBMITTED_ON, TRIAGED_ON, DECIDED_ON, SELECTED_ON, ACTUAL_START, ACTUAL_COMPLETION];

/** Fields that are left out for those who may not read them. */
export const OPTIONAL_FIELDS = [
  STATUS,
  IS_OPEN,
  STRATEGY,
  PRIORITY,
  BACKLOG_RANK,
  BACKLOG_POSITION,
  DECISION,
  DECISION_REASON,
  DECISION_DETAIL,
  ALTERNATIVE_PATH,
  NEXT_STEPS,
  NEXT_STEP_OWNER,
  NEXT_STEP_DUE,
  QUESTION,
  ANSWER,
  ACKNOWLEDGE_BY,
  DECIDE_BY,
  ...MILESTONES,
].map(qualified);

/** Newest first. */
export const SORT_BY = [`-${qualified(CREATED)}`];

/** What Implementation Engineering owes next, by status. @type {Record<string, FieldId | undefined>} */
const DEADLINES = { Submitted: ACKNOWLEDGE_BY, In_Triage: DECIDE_BY };

/**
 * What the card of a request shows.
 *
 * @param {RecordRepresentation} record
 * @param {ObjectInfo} objectInfo
 */
export function toRequestSummary(record, objectInfo) {
  const rank = record.fields[BACKLOG_RANK.fieldApiName]?.value;
  const status = record.fields[STATUS.fieldApiName]?.value;
  const owner = getFieldValue(record, NEXT_STEP_OWNER);
  const facts = [
    STRATEGY,
    ...(isDecided(record) ? [DECISION, DECISION_REASON, DECISION_DETAIL, ALTERNATIVE_PATH] : []),
  ];
  const steps = [NEXT_STEPS, NEXT_STEP_OWNER_ID, NEXT_STEP_DUE];
  const words = (/** @type {FieldId} */ field) =>
    field === NEXT_STEP_OWNER_ID ? (typeof owner === 'string' ? owner : null) : shown(record, field);
  const toFact = (/** @type {FieldId} */ field) => ({
    name: field.fieldApiName,
    label: objectInfo.fields[field.fieldApiName]?.label ?? '',
    value: words(field),
  });
  const deadline = DEADLINES[String(status)];
  return {
    id: record.id,
    number: shown(record, NAME) ?? record.id,
    status: shown(record, STATUS),
    isOpen: record.fields[IS_OPEN.fieldApiName]?.value !== false,
    type: shown(record, REQUEST_TYPE),
    priority: shown(record, PRIORITY),
    rank: shown(record, BACKLOG_POSITION) ?? (typeof rank === 'number' ? String(rank) : null),
    facts: facts.map(toFact).filter(({ value }) => value),
    steps: steps.map(toFact).filter(({ value }) => value),
    history: MILESTONES.map(toFact).filter(({ value }) => value),
    deadline: deadline && record.fields[deadline.fieldApiName]?.value ? toDeadline(record, deadline, objectInfo) : null,
    question: status === 'Needs_Info' ? shown(record, QUESTION) : null,
    record,
  };
}

/**
 * @param {RecordRepresentation} record
 * @param {FieldId} field
 * @param {ObjectInfo} objectInfo
 */
function toDeadline(record, { fieldApiName }, objectInfo) {
  return {
    label: objectInfo.fields[fieldApiName]?.label ?? '',
    time: String(record.fields[fieldApiName]?.value),
  };
}

/** @param {RecordRepresentation} record */
function isDecided(record) {
  const decision = record.fields[DECISION.fieldApiName]?.value ?? 'Pending';
  return decision !== 'Pending';
}

/**
 * A field as the user reads it: a picklist by its label, a date as the org writes it.
 *
 * @param {RecordRepresentation} record
 * @param {FieldId} field
 * @returns {string | null}
 */
function shown(record, field) {
  const { displayValue, value } = record.fields[field.fieldApiName] ?? {};
  return displayValue ?? (typeof value === 'string' ? value : null);
}

/** @param {FieldId} field */
function qualified({ objectApiName, fieldApiName }) {
  return `${objectApiName}.${fieldApiName}`;
}
