import { api, wire } from 'lwc';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import NAME from '@salesforce/schema/Implementation_Request__c.Name';
import FocusingElement from 'c/focusingElement';
import { loadingOf } from 'c/loading';
import { PERMISSIONS } from 'c/permissions';
import { moveActions, moveSubjects } from 'c/requestMoves';
import { DECISION_FIELDS, factsOf, isDecided, stepsOf } from './decision';
import { LABELS } from './labels';

/** The decision on a request: what was decided, what happens next, the way to decide, and the rounds before. */
export default class TriageDecision extends FocusingElement {
  /** The request of the page. @type {string} */
  @api recordId;

  labels = LABELS;
  objectApiName = IMPLEMENTATION_REQUEST;
  fields = [NAME];
  optionalFields = DECISION_FIELDS;

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
  @wire(getRecord, { recordId: '$recordId', fields: '$fields', optionalFields: '$optionalFields' })
  record;

  get loading() {
    return loadingOf(this.objectInfo, this.record);
  }

  get request() {
    return /** @type {RecordRepresentation} */ (this.record?.data);
  }

  get isDecided() {
    return isDecided(this.request);
  }

  get facts() {
    return this.isDecided ? factsOf(this.request, this.objectInfo?.data) : [];
  }

  get steps() {
    return stepsOf(this.request, this.objectInfo?.data);
  }

  get decidedOn() {
    return this.isDecided ? this.request.fields.Decided_On__c?.value : null;
  }

  get informedOn() {
    return this.isDecided ? this.request.fields.Requester_Informed_On__c?.value : null;
  }

  get actions() {
    return moveActions(this.request, {
      info: this.objectInfo?.data,
      picklists: this.picklists?.data,
      rights: { ...PERMISSIONS, isParty: false },
      kinds: ['decision'],
      saved: LABELS.saved,
    });
  }

  get subjects() {
    return moveSubjects(this.request, this.objectInfo?.data);
  }

  handleDone() {
    this.focusNext = '[data-decision]';
    this.moveFocus();
  }
}
