import { LightningElement, api, wire } from 'lwc';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import CREATED from '@salesforce/schema/Implementation_Request__c.CreatedDate';
import NAME from '@salesforce/schema/Implementation_Request__c.Name';
import OPPORTUNITY from '@salesforce/schema/Implementation_Request__c.Opportunity__c';
import OPPORTUNITY_NAME from '@salesforce/schema/Implementation_Request__c.Opportunity__r.Name';
import REQUEST_TYPE from '@salesforce/schema/Implementation_Request__c.Request_Type__c';
import STATUS from '@salesforce/schema/Implementation_Request__c.Status__c';
import { qualifiedNames, shown, text } from 'c/recordValues';
import elsewhereLabel from '@salesforce/label/c.Groundwork_Requests_Elsewhere';
import loadFailedLabel from '@salesforce/label/c.Groundwork_Account_Not_Loaded';

/** How many requests of one customer are shown. */
const REQUESTS = 50;

/**
 * The requests of a customer that do not stand on this Opportunity: migrations, post-live plans and other deals, newest
 * first. Nothing when there is none.
 */
export default class CustomerRequests extends LightningElement {
  /** The customer. @type {string} */
  @api accountId;

  /** The Opportunity whose requests are shown already. @type {string} */
  @api opportunityId;

  labels = { elsewhere: elsewhereLabel, loadFailed: loadFailedLabel };
  fields = qualifiedNames([NAME, REQUEST_TYPE]);
  optionalFields = qualifiedNames([STATUS, OPPORTUNITY, OPPORTUNITY_NAME]);
  sortBy = qualifiedNames([CREATED]).map((field) => `-${field}`);
  atMost = REQUESTS;

  /** @type {WireResult<{ records: RecordRepresentation[] }> | undefined} */
  @wire(getRelatedListRecords, {
    parentRecordId: '$accountId',
    relatedListId: 'Implementation_Requests__r',
    fields: '$fields',
    optionalFields: '$optionalFields',
    sortBy: '$sortBy',
    pageSize: '$atMost',
  })
  list;

  get error() {
    return this.list?.error;
  }

  get requests() {
    return (this.list?.data?.records ?? [])
      .filter((record) => text(record, OPPORTUNITY) !== this.opportunityId)
      .map((record) => ({
        id: record.id,
        url: `/lightning/r/${record.apiName}/${record.id}/view`,
        number: text(record, NAME) ?? record.id,
        about: [REQUEST_TYPE, STATUS, OPPORTUNITY_NAME].flatMap((field) => shown(record, field) ?? []).join(' · '),
      }));
  }

  get hasRequests() {
    return this.requests.length > 0;
  }
}
