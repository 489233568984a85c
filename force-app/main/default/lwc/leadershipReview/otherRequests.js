import ARR from '@salesforce/schema/Implementation_Request__c.Yearly_Revenue__c';
import CREATED from '@salesforce/schema/Implementation_Request__c.CreatedDate';
import NAME from '@salesforce/schema/Implementation_Request__c.Name';
import POSITION from '@salesforce/schema/Implementation_Request__c.Backlog_Position__c';
import PRIORITY from '@salesforce/schema/Implementation_Request__c.Priority__c';
import REQUEST_TYPE from '@salesforce/schema/Implementation_Request__c.Request_Type__c';
import STATUS from '@salesforce/schema/Implementation_Request__c.Status__c';
import { shownValue } from 'c/considerations';

const qualified = (/** @type {FieldId} */ { objectApiName, fieldApiName }) => `${objectApiName}.${fieldApiName}`;

/** What is shown of the other requests of an account, newest first. */
export const OTHER_FIELDS = {
  required: [qualified(NAME)],
  optional: [ARR, POSITION, PRIORITY, REQUEST_TYPE, STATUS].map(qualified),
  sortBy: [`-${qualified(CREATED)}`],
};

/**
 * The requests of the account except the one of the page.
 *
 * @param {readonly RecordRepresentation[]} records
 * @param {string} recordId
 */
export function toOthers(records, recordId) {
  return records
    .filter(({ id }) => id.slice(0, 15) !== recordId.slice(0, 15))
    .map((record) => ({
      id: record.id,
      url: `/${record.id}`,
      number: shownValue(record, 'Name') ?? record.id,
      status: shownValue(record, 'Status__c') ?? '',
      detail: ['Request_Type__c', 'Yearly_Revenue__c', 'Priority__c', 'Backlog_Position__c']
        .flatMap((name) => shownValue(record, name) ?? [])
        .join(' · '),
    }));
}
