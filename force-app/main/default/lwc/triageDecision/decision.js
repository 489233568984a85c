import CURRENT_REVIEW from '@salesforce/schema/Implementation_Request__c.Current_Review__c';
import DECIDED_BY from '@salesforce/schema/Implementation_Request__c.Decided_By__r.Name';
import DECIDED_ON from '@salesforce/schema/Implementation_Request__c.Decided_On__c';
import DECISION from '@salesforce/schema/Implementation_Request__c.Decision__c';
import EDITOR from '@salesforce/schema/Implementation_Request__c.LastModifiedBy.Name';
import ENGINEER_NAME from '@salesforce/schema/Implementation_Request__c.Implementation_Engineer__r.Name';
import INFORMED_ON from '@salesforce/schema/Implementation_Request__c.Requester_Informed_On__c';
import MANAGER_NAME from '@salesforce/schema/Implementation_Request__c.Project_Manager__r.Name';
import OWNER_NAME from '@salesforce/schema/Implementation_Request__c.Next_Step_Owner__r.Name';
import PRIOR_STATUS from '@salesforce/schema/Implementation_Request__c.Prior_Status__c';
import { ASKED_FIELDS } from 'c/requestMoves';
import { shownValue } from 'c/considerations';

/** Fields that are left out for those who may not read them. */
export const DECISION_FIELDS = [
  ...ASKED_FIELDS,
  CURRENT_REVIEW,
  DECIDED_BY,
  DECIDED_ON,
  DECISION,
  EDITOR,
  ENGINEER_NAME,
  INFORMED_ON,
  MANAGER_NAME,
  OWNER_NAME,
  PRIOR_STATUS,
];

const FACTS = ['Decision__c', 'Decision_Reason__c', 'Decision_Detail__c', 'Alternative_Path__c', 'Decided_By__c'];
const STEPS = ['Next_Steps__c', 'Next_Step_Owner__c', 'Next_Step_Due__c', 'Requirements__c'];

/** @param {RecordRepresentation} request */
export function isDecided(request) {
  return (request.fields.Decision__c?.value ?? 'Pending') !== 'Pending';
}

/**
 * What was decided and why.
 *
 * @param {RecordRepresentation} request
 * @param {ObjectInfo | undefined} info
 */
export function factsOf(request, info) {
  return toFacts(FACTS, request, info);
}

/**
 * What happens next, who does it, by when.
 *
 * @param {RecordRepresentation} request
 * @param {ObjectInfo | undefined} info
 */
export function stepsOf(request, info) {
  return toFacts(STEPS, request, info);
}

/**
 * @param {string[]} names
 * @param {RecordRepresentation} request
 * @param {ObjectInfo | undefined} info
 */
function toFacts(names, request, info) {
  return names.flatMap((name) => {
    const related = request.fields[name.replace(/__c$/, '__r')]?.displayValue;
    const value = related ?? shownValue(request, name);
    return value === null ? [] : [{ name, key: `${name} value`, label: info?.fields[name]?.label ?? name, value }];
  });
}
