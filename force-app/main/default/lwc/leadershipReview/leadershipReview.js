import { api, wire } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import USER_ID from '@salesforce/user/Id';
import ACCOUNT from '@salesforce/schema/Implementation_Request__c.Account__c';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import NAME from '@salesforce/schema/Implementation_Request__c.Name';
import TRIAGE_REVIEW from '@salesforce/schema/Triage_Review__c';
import { considerationsOf, CURRENT_REVIEW_FIELDS, currentReview, showsScores, TRIAGE_FIELDS } from 'c/considerations';
import FocusingElement from 'c/focusingElement';
import { infoAt, loadingOf } from 'c/loading';
import { PERMISSIONS } from 'c/permissions';
import { actionsOf } from './actions';
import { LABELS } from './labels';
import { OTHER_FIELDS, toOthers } from './otherRequests';
import { capacityEffect, factsOf, stateOf } from './summary';

/** The leadership review of a request: what leadership needs to know on one page, who is asked, and the answer. */
export default class LeadershipReview extends FocusingElement {
  /** The request of the page. @type {string} */
  @api recordId;

  labels = LABELS;
  objectApiNames = [IMPLEMENTATION_REQUEST, TRIAGE_REVIEW];
  fields = [NAME];
  optionalFields = [...TRIAGE_FIELDS, ...CURRENT_REVIEW_FIELDS];
  otherFields = OTHER_FIELDS;

  /** @type {WireResult<ObjectInfos> | undefined} */
  @wire(getObjectInfos, { objectApiNames: '$objectApiNames' })
  objectInfos;

  /** @type {WireResult<RecordRepresentation> | undefined} */
  @wire(getRecord, { recordId: '$recordId', fields: '$fields', optionalFields: '$optionalFields' })
  record;

  /** @type {WireResult<{ records: RecordRepresentation[] }> | undefined} */
  @wire(getRelatedListRecords, {
    parentRecordId: '$accountId',
    relatedListId: 'Implementation_Requests__r',
    fields: '$otherFields.required',
    optionalFields: '$otherFields.optional',
    sortBy: '$otherFields.sortBy',
  })
  sameAccount;

  get loading() {
    return loadingOf(infoAt(this.objectInfos, 0), this.record);
  }

  get request() {
    return /** @type {RecordRepresentation} */ (this.record?.data);
  }

  get accountId() {
    return this.record?.data?.fields[ACCOUNT.fieldApiName]?.value ?? undefined;
  }

  get infos() {
    return { request: infoAt(this.objectInfos, 0).data, review: infoAt(this.objectInfos, 1).data };
  }

  get review() {
    return currentReview(this.request);
  }

  /** Where the review stands, in words. */
  get state() {
    return stateOf(this.request, this.review);
  }

  /** The one page: facts, considerations, effect on capacity. */
  get facts() {
    return factsOf(this.request, this.infos.request);
  }

  get considerations() {
    const { review } = this;
    return review && showsScores(review)
      ? considerationsOf(this.request, review, this.infos).map((one) => ({
          ...one,
          shown: one.score === null ? LABELS.unknown : one.score.toLocaleString(),
          nameKey: `${one.key} name`,
        }))
      : [];
  }

  get hasScores() {
    return this.considerations.length > 0;
  }

  get capacity() {
    return this.hasScores ? capacityEffect(this.request) : '';
  }

  get others() {
    return toOthers(this.sameAccount?.data?.records ?? [], this.recordId);
  }

  get hasOthers() {
    return this.others.length > 0;
  }

  get actions() {
    return actionsOf({
      request: this.request,
      review: this.review,
      infos: this.infos,
      userId: USER_ID,
      permissions: PERMISSIONS,
    });
  }

  get subjects() {
    const { infos, request, review } = this;
    return {
      request: { record: request, info: infos.request, affects: [] },
      review: { record: review, info: infos.review, affects: [request.id] },
    };
  }

  handleDone() {
    this.focusNext = '[data-state]';
    this.moveFocus();
  }
}
