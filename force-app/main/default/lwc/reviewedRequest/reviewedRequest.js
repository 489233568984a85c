import { LightningElement, api, wire } from 'lwc';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import REQUEST from '@salesforce/schema/Triage_Review__c.Implementation_Request__c';
import { loadingOf } from 'c/loading';

/** The leadership review on the page of a triage review, to which the reviewer is sent. */
export default class ReviewedRequest extends LightningElement {
  /** The triage review of the page. @type {string} */
  @api recordId;

  /** @type {WireResult<RecordRepresentation> | undefined} */
  @wire(getRecord, { recordId: '$recordId', fields: [REQUEST] })
  review;

  get requestId() {
    return getFieldValue(this.review?.data, REQUEST);
  }

  get loading() {
    return loadingOf(this.review);
  }
}
