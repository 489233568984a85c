import { api, wire } from 'lwc';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getRecord } from 'lightning/uiRecordApi';
import USER_ID from '@salesforce/user/Id';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import STATUS from '@salesforce/schema/Implementation_Request__c.Status__c';
import FocusingElement from 'c/focusingElement';
import { formatLabel } from 'c/formatLabel';
import { loadingOf } from 'c/loading';
import { PERMISSIONS } from 'c/permissions';
import { labelOf } from 'c/questions';
import { moveActions, moveSubjects } from 'c/requestMoves';
import { deadlineOf } from './deadline';
import { LABELS } from './labels';
import { OPTIONAL_FIELDS, PARTY_FIELDS, REQUIRED_FIELDS } from './requestFields';
import { stagesOf } from './stages';

/** Where a request stands, what is next and who does it, and the ways on that the user may take, except decisions. */
export default class RequestPath extends FocusingElement {
  /** The request of the page. @type {string} */
  @api recordId;

  labels = LABELS;
  objectApiName = IMPLEMENTATION_REQUEST;

  /** @type {WireResult<ObjectInfo> | undefined} */
  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  objectInfo;

  /** @type {WireResult<PicklistValuesByRecordType> | undefined} */
  @wire(getPicklistValuesByRecordType, {
    objectApiName: '$objectApiName',
    recordTypeId: '$objectInfo.data.defaultRecordTypeId',
  })
  picklists;

  /** @type {WireResult<RecordRepresentation> | undefined} */
  @wire(getRecord, { recordId: '$recordId', fields: REQUIRED_FIELDS, optionalFields: OPTIONAL_FIELDS })
  record;

  get loading() {
    return loadingOf(this.objectInfo, this.record);
  }

  get request() {
    return /** @type {RecordRepresentation} */ (this.record?.data);
  }

  get status() {
    return String(this.request.fields[STATUS.fieldApiName]?.value);
  }

  get stages() {
    return stagesOf(this.request, (status) => this.nameOf(status));
  }

  get next() {
    return LABELS.next[this.status] ?? '';
  }

  get deadline() {
    return deadlineOf(this.request, this.objectInfo?.data);
  }

  /** Question and answer, why it was given up, why it waits: what the status cannot say alone. */
  get remarks() {
    const fields = LABELS.remarkFields[this.status] ?? [];
    return [...fields, ...(this.isOnHold ? ['On_Hold_Reason__c'] : [])].flatMap((name) => {
      const text = this.request.fields[name]?.value;
      const label = this.objectInfo?.data?.fields[name]?.label;
      return text ? [{ name, key: `${name} text`, label, text: String(text) }] : [];
    });
  }

  get hasRemarks() {
    return this.remarks.length > 0;
  }

  get isOnHold() {
    return this.request.fields.On_Hold__c?.value === true;
  }

  get rights() {
    const isParty = PARTY_FIELDS.some(({ fieldApiName }) => this.request.fields[fieldApiName]?.value === USER_ID);
    return { ...PERMISSIONS, isParty };
  }

  get actions() {
    return moveActions(this.request, {
      info: this.objectInfo?.data,
      picklists: this.picklists?.data,
      rights: this.rights,
      kinds: ['triage', 'ending'],
    });
  }

  get subjects() {
    return moveSubjects(this.request, this.objectInfo?.data);
  }

  /**
   * Says where the request is now: a flow may have moved it on, for example to leadership.
   *
   * @param {CustomEvent<{ record: RecordRepresentation, action: string }>} event
   */
  handleSaved({ detail: { record, action } }) {
    const status = String(record.fields[STATUS.fieldApiName]?.value ?? action);
    this.dispatchEvent(
      new ShowToastEvent({ title: formatLabel(LABELS.moved, this.nameOf(status)), variant: 'success' }),
    );
    this.handleDone();
  }

  handleDone() {
    this.focusNext = '[data-next]';
    this.moveFocus();
  }

  /** @param {string} status */
  nameOf(status) {
    return labelOf(this.picklists?.data, STATUS.fieldApiName, status);
  }
}
