import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import BACKLOG_SINCE from '@salesforce/schema/Implementation_Request__c.Backlog_Since__c';
import IS_OPEN from '@salesforce/schema/Implementation_Request__c.Is_Open__c';
import NAME from '@salesforce/schema/Implementation_Request__c.Name';
import STATUS from '@salesforce/schema/Implementation_Request__c.Status__c';
import VITALLY_STATE from '@salesforce/schema/Implementation_Request__c.Vitally_State__c';
import VITALLY_SYNCED_ON from '@salesforce/schema/Implementation_Request__c.Vitally_Synced_On__c';
import VITALLY_URL from '@salesforce/schema/Implementation_Request__c.Vitally_Url__c';
import { loadingOf } from 'c/loading';
import { LABELS } from './labels';

const BEFORE_FILING = ['Draft', 'Planned_Post_Live'];

/** Since when a request is in the backlog spreadsheet, and where its mirror in Vitally stands. */
export default class SyncState extends LightningElement {
  /** The request of the page. @type {string} */
  @api recordId;

  labels = LABELS;

  /** @type {WireResult<RecordRepresentation> | undefined} */
  @wire(getRecord, {
    recordId: '$recordId',
    fields: [NAME],
    optionalFields: [BACKLOG_SINCE, IS_OPEN, STATUS, VITALLY_STATE, VITALLY_SYNCED_ON, VITALLY_URL],
  })
  record;

  get loading() {
    return loadingOf(this.record);
  }

  get backlogSince() {
    return this.fieldOf(BACKLOG_SINCE);
  }

  /** What the date alone does not say. */
  get backlogText() {
    if (this.backlogSince) {
      return this.fieldOf(IS_OPEN) === false ? LABELS.wasInBacklogSince : LABELS.inBacklogSince;
    }
    return BEFORE_FILING.includes(String(this.fieldOf(STATUS))) ? LABELS.notFiled : LABELS.notInBacklog;
  }

  get vitallyText() {
    return LABELS.vitally[String(this.fieldOf(VITALLY_STATE) ?? 'Not_Started')] ?? '';
  }

  get vitallyBadge() {
    return this.record?.data?.fields[VITALLY_STATE.fieldApiName]?.displayValue ?? LABELS.notStarted;
  }

  get vitallySyncedOn() {
    return this.fieldOf(VITALLY_SYNCED_ON);
  }

  get vitallyUrl() {
    return this.fieldOf(VITALLY_URL);
  }

  /** @param {FieldId} field */
  fieldOf({ fieldApiName }) {
    return this.record?.data?.fields[fieldApiName]?.value ?? null;
  }
}
