import { api, wire } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import NAME from '@salesforce/schema/Implementation_Request__c.Name';
import TRIAGE_REVIEW from '@salesforce/schema/Triage_Review__c';
import {
  considerationsOf,
  CURRENT_REVIEW_FIELDS,
  currentReview,
  shownValue,
  showsScores,
  TRIAGE_FIELDS,
} from 'c/considerations';
import FocusingElement from 'c/focusingElement';
import { formatLabel } from 'c/formatLabel';
import { infoAt, loadingOf } from 'c/loading';
import { LABELS } from './labels';

const PRIORITY_QUESTIONS = [{ name: 'Priority__c' }, { name: 'Priority_Override_Reason__c' }];

/** The triage of a request: five considerations, the score with what is unknown, the priority, other weights tried out. */
export default class TriagePanel extends FocusingElement {
  /** The request of the page. @type {string} */
  @api recordId;

  labels = LABELS;
  objectApiNames = [IMPLEMENTATION_REQUEST, TRIAGE_REVIEW];
  fields = [NAME];
  optionalFields = [...TRIAGE_FIELDS, ...CURRENT_REVIEW_FIELDS];
  priorityQuestions = PRIORITY_QUESTIONS;
  isSettingPriority = false;
  isPreviewing = false;

  /** @type {WireResult<ObjectInfos> | undefined} */
  @wire(getObjectInfos, { objectApiNames: '$objectApiNames' })
  objectInfos;

  /** @type {WireResult<RecordRepresentation> | undefined} */
  @wire(getRecord, { recordId: '$recordId', fields: '$fields', optionalFields: '$optionalFields' })
  record;

  get loading() {
    return loadingOf(infoAt(this.objectInfos, 0), this.record);
  }

  get request() {
    return /** @type {RecordRepresentation} */ (this.record?.data);
  }

  get requestInfo() {
    return infoAt(this.objectInfos, 0).data;
  }

  get reviewInfo() {
    return infoAt(this.objectInfos, 1).data;
  }

  get review() {
    return currentReview(this.request);
  }

  get isUntouched() {
    return this.review === null;
  }

  get considerations() {
    const { review } = this;
    return review && showsScores(review)
      ? considerationsOf(this.request, review, { request: this.requestInfo, review: this.reviewInfo })
      : [];
  }

  get hasScores() {
    return this.considerations.length > 0 && this.reviewInfo !== undefined;
  }

  /** `44 (3 of 5 known, up to 79)`, with the number on its own. */
  get score() {
    const [, number = '', range = ''] = /^(\S+)\s*(.*)$/.exec(this.reviewText('Score_Text__c') ?? '') ?? [];
    return { number, range };
  }

  get priorityText() {
    return shownValue(this.request, 'Priority__c') ?? LABELS.noPriority;
  }

  get suggestionText() {
    const suggested = shownValue(this.request, 'Suggested_Priority__c');
    return suggested === null ? '' : formatLabel(LABELS.suggested, suggested);
  }

  get priorityReason() {
    return shownValue(this.request, 'Priority_Override_Reason__c');
  }

  get position() {
    const position = shownValue(this.request, 'Backlog_Position__c');
    return position === null ? '' : formatLabel(LABELS.position, position);
  }

  get retriage() {
    return this.request.fields.Retriage_Needed__c?.value === true
      ? (shownValue(this.request, 'Retriage_Reason__c') ?? LABELS.retriage)
      : null;
  }

  get scoreMoved() {
    return this.request.fields.Score_Changed_Since_Ranked__c?.value === true;
  }

  get roundText() {
    const round = this.reviewText('Round__c') ?? '1';
    const version = this.reviewText('Weights_Version__c') ?? '–';
    const isOpen = this.review?.fields.Open__c?.value === true;
    return formatLabel(isOpen ? LABELS.roundOpen : LABELS.roundClosed, round, version);
  }

  get maySetPriority() {
    return !this.isSettingPriority && this.requestInfo?.fields.Priority__c?.updateable === true;
  }

  handlePriority() {
    this.isSettingPriority = true;
  }

  handlePriorityDone() {
    this.isSettingPriority = false;
    this.focusNext = '[data-priority]';
  }

  handlePreview() {
    this.isPreviewing = !this.isPreviewing;
  }

  get previewLabel() {
    return this.isPreviewing ? LABELS.closePreview : LABELS.openPreview;
  }

  /** @param {string} name */
  reviewText(name) {
    return this.review ? shownValue(this.review, name) : null;
  }
}
