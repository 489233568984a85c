import BACKLOG_RANK from '@salesforce/schema/Implementation_Request__c.Backlog_Rank__c';
import CREATED from '@salesforce/schema/Implementation_Request__c.CreatedDate';
import NAME from '@salesforce/schema/Implementation_Request__c.Name';
import NEXT_STEPS from '@salesforce/schema/Implementation_Request__c.Next_Steps__c';
import PRIORITY from '@salesforce/schema/Implementation_Request__c.Priority__c';
import REQUEST_TYPE from '@salesforce/schema/Implementation_Request__c.Request_Type__c';
import STATUS from '@salesforce/schema/Implementation_Request__c.Status__c';
import STRATEGY from '@salesforce/schema/Implementation_Request__c.Strategy__c';

/** Fields that everyone has who may read requests at all. */
export const REQUIRED_FIELDS = [NAME, REQUEST_TYPE].map(qualified);

/** Fields that are left out for those who may not read them. */
export const OPTIONAL_FIELDS = [STATUS, STRATEGY, PRIORITY, BACKLOG_RANK, NEXT_STEPS].map(qualified);

/** Newest first. */
export const SORT_BY = [`-${qualified(CREATED)}`];

/**
 * What the card of a request shows.
 *
 * @param {RecordRepresentation} record
 * @param {ObjectInfo} objectInfo
 */
export function toRequestSummary(record, objectInfo) {
  const rank = record.fields[BACKLOG_RANK.fieldApiName]?.value;
  return {
    id: record.id,
    number: shown(record, NAME) ?? record.id,
    status: shown(record, STATUS),
    type: shown(record, REQUEST_TYPE),
    strategy: shown(record, STRATEGY),
    priority: shown(record, PRIORITY),
    rank: typeof rank === 'number' ? rank : null,
    nextSteps: shown(record, NEXT_STEPS),
    fieldLabels: {
      strategy: objectInfo.fields[STRATEGY.fieldApiName]?.label ?? '',
      nextSteps: objectInfo.fields[NEXT_STEPS.fieldApiName]?.label ?? '',
    },
  };
}

/**
 * A field as the user reads it: a picklist by its label.
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
