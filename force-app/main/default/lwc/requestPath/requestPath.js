import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getRecord } from 'lightning/uiRecordApi';
import USER_ID from '@salesforce/user/Id';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import STATUS from '@salesforce/schema/Implementation_Request__c.Status__c';
import { formatLabel } from 'c/formatLabel';
import { isNoAccess } from 'c/ldsUtils';
import { PERMISSIONS } from 'c/permissions';
import { optionsOf } from 'c/questions';
import { movesOf } from 'c/requestMoves';
import { deadlineOf } from './deadline';
import { LABELS } from './labels';
import { OPTIONAL_FIELDS, PARTY_FIELDS, REQUIRED_FIELDS } from './requestFields';
import { stagesOf } from './stages';

/** Where a request stands, what is next and who does it, and the ways on that the user may take, except decisions. */
export default class RequestPath extends LightningElement {
  /** The request of the page. @type {string} */
  @api recordId;

  labels = LABELS;
  objectApiName = IMPLEMENTATION_REQUEST;
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
  @wire(getRecord, { recordId: '$recordId', fields: REQUIRED_FIELDS, optionalFields: OPTIONAL_FIELDS })
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

  get isLoading() {
    return !this.error && !this.isReady;
  }

  get isReady() {
    return Boolean(this.objectInfo?.data && this.record?.data) && !this.error;
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

  /** Nothing for those who may not change the status at all. */
  get moves() {
    if (this.objectInfo?.data?.fields[STATUS.fieldApiName]?.updateable !== true) {
      return [];
    }
    return movesOf(this.request, this.rights, (status) => this.nameOf(status))
      .filter(({ kind }) => kind !== 'decision' && kind !== 'leadership')
      .map((move, index) => ({ ...move, variant: index === 0 && move.kind === 'triage' ? 'brand' : 'neutral' }));
  }

  get hasMoves() {
    return this.moves.length > 0 && !this.move;
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

  /**
   * Says where the request is now: a flow may have moved it on, for example to leadership.
   *
   * @param {CustomEvent<{ record: RecordRepresentation }>} event
   */
  handleSaved({ detail: { record } }) {
    const status = String(record.fields[STATUS.fieldApiName]?.value ?? this.move?.to);
    this.dispatchEvent(
      new ShowToastEvent({ title: formatLabel(LABELS.moved, this.nameOf(status)), variant: 'success' }),
    );
    this.handleDone();
  }

  handleDone() {
    this.move = null;
    this.focusNext = '[data-next]';
  }

  /** @param {string} status */
  nameOf(status) {
    return optionsOf(this.picklists?.data, STATUS.fieldApiName).find(({ value }) => value === status)?.label ?? status;
  }
}
