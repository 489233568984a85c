import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import NAME from '@salesforce/schema/Implementation_Request__c.Name';
import STATUS from '@salesforce/schema/Implementation_Request__c.Status__c';
import { isNoAccess } from 'c/ldsUtils';
import { PERMISSIONS } from 'c/permissions';
import { optionsOf } from 'c/questions';
import { movesOf } from 'c/requestMoves';
import { DECISION_FIELDS, factsOf, isDecided, stepsOf } from './decision';
import { LABELS } from './labels';

/** The decision on a request: what was decided, what happens next, the way to decide, and the rounds before. */
export default class TriageDecision extends LightningElement {
  /** The request of the page. @type {string} */
  @api recordId;

  labels = LABELS;
  objectApiName = IMPLEMENTATION_REQUEST;
  fields = [NAME];
  optionalFields = DECISION_FIELDS;
  /** What the user has begun; kept when the request moves on behind it. @type {import('c/requestMoves').Move | null} */
  move = null;
  focusNext = '';

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

  renderedCallback() {
    const next = this.focusNext && this.template?.querySelector(this.focusNext);
    if (next) {
      this.focusNext = '';
      /** @type {HTMLElement} */ (next).focus();
    }
  }

  get error() {
    return this.objectInfo?.error ?? this.record?.error;
  }

  get hasAccess() {
    return !isNoAccess(this.error);
  }

  get isReady() {
    return Boolean(this.objectInfo?.data && this.record?.data) && !this.error;
  }

  get isLoading() {
    return !this.error && !this.isReady;
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

  get moves() {
    if (this.objectInfo?.data?.fields[STATUS.fieldApiName]?.updateable !== true) {
      return [];
    }
    return movesOf(this.request, { ...PERMISSIONS, isParty: false }, (status) => this.nameOf(status))
      .filter(({ kind }) => kind === 'decision')
      .map((move, index) => ({ ...move, variant: index === 0 ? 'brand' : 'neutral' }));
  }

  get hasMoves() {
    return this.moves.length > 0 && this.move === null;
  }

  /** The round of triage in force, which a flow changes with the status. */
  get affected() {
    const review = this.request.fields.Current_Review__c?.value;
    return review ? [review] : [];
  }

  get fixed() {
    return { [STATUS.fieldApiName]: this.move?.to };
  }

  /** @param {Event & { target: HTMLElement }} event */
  handleMove({ target }) {
    this.move = this.moves.find(({ to }) => to === target.dataset.to) ?? null;
  }

  handleDone() {
    this.move = null;
    this.focusNext = '[data-decision]';
  }

  /** @param {string} status */
  nameOf(status) {
    return optionsOf(this.picklists?.data, STATUS.fieldApiName).find(({ value }) => value === status)?.label ?? status;
  }
}
