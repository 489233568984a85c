import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import DAYS_SINCE_UPDATE from '@salesforce/schema/Implementation_Request__c.Days_Since_Update__c';
import REQUEST_NAME from '@salesforce/schema/Implementation_Request__c.Name';
import UPDATE_OVERDUE from '@salesforce/schema/Implementation_Request__c.Update_Overdue__c';
import STATUS_UPDATE from '@salesforce/schema/Status_Update__c';
import REQUEST from '@salesforce/schema/Status_Update__c.Implementation_Request__c';
import { formatLabel } from 'c/formatLabel';
import { loadingOf } from 'c/loading';
import { isTicked, number, qualifiedNames } from 'c/recordValues';
import { LABELS } from './labels';
import { OPTIONAL, QUESTIONS, REQUIRED, SORT_BY, toUpdate } from './updateView';

/** The status updates of a deployment, the newest first, whether one is due, and the way to give one. */
export default class StatusUpdates extends LightningElement {
  /** The request of the page. @type {string} */
  @api recordId;

  words = LABELS;
  questions = QUESTIONS;
  objectApiName = STATUS_UPDATE;
  fields = qualifiedNames(REQUIRED);
  optionalFields = qualifiedNames(OPTIONAL);
  sortBy = SORT_BY;
  requestFields = qualifiedNames([REQUEST_NAME]);
  optionalRequestFields = qualifiedNames([DAYS_SINCE_UPDATE, UPDATE_OVERDUE]);

  /** @type {WireResult<ObjectInfo> | undefined} */
  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  objectInfo;

  /** @type {WireResult<RecordRepresentation> | undefined} */
  @wire(getRecord, { recordId: '$recordId', fields: '$requestFields', optionalFields: '$optionalRequestFields' })
  request;

  /** @type {WireResult<{ records: RecordRepresentation[] }> | undefined} */
  @wire(getRelatedListRecords, {
    parentRecordId: '$recordId',
    relatedListId: 'Status_Updates__r',
    fields: '$fields',
    optionalFields: '$optionalFields',
    sortBy: '$sortBy',
  })
  list;

  get loading() {
    return loadingOf(this.objectInfo, this.request, this.list);
  }

  get updates() {
    const info = this.objectInfo?.data;
    return info ? (this.list?.data?.records ?? []).map((update) => toUpdate(update, info)) : [];
  }

  get overdue() {
    const { data } = this.request ?? {};
    if (!isTicked(data, UPDATE_OVERDUE)) {
      return '';
    }
    const days = number(data, DAYS_SINCE_UPDATE);
    return days === null ? LABELS.overdueFirst : formatLabel(LABELS.overdue, days);
  }

  get defaults() {
    return { [REQUEST.fieldApiName]: this.recordId };
  }

  /** The request knows when it was last told of. */
  async handleChanged() {
    await Promise.all([refreshApex(this.list), notifyRecordUpdateAvailable([{ recordId: this.recordId }])]);
  }
}
