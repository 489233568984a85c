import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import HANDOFF from '@salesforce/schema/Handoff__c';
import { loadingOf } from 'c/loading';
import { qualifiedNames } from 'c/recordValues';
import loadFailedLabel from '@salesforce/label/c.Groundwork_Meetings_Not_Loaded';
import noneLabel from '@salesforce/label/c.Groundwork_No_Meetings';
import titleLabel from '@salesforce/label/c.Groundwork_Meetings_Title';
import { OPTIONAL, REQUIRED, toSections } from './sections';

/**
 * When the people of a handoff meet and what they agree: level-set, kickoff, cadences, reports, sign-off, and the
 * engagement of the Technical Advisor. Invisible to those who may not read handoffs.
 */
export default class MeetingDates extends LightningElement {
  /** The request of the page. @type {string} */
  @api recordId;

  labels = { loadFailed: loadFailedLabel, none: noneLabel, title: titleLabel };
  objectApiName = HANDOFF;
  fields = qualifiedNames(REQUIRED);
  optionalFields = qualifiedNames(OPTIONAL);

  /** @type {WireResult<ObjectInfo> | undefined} */
  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  objectInfo;

  /** @type {WireResult<{ records: RecordRepresentation[] }> | undefined} */
  @wire(getRelatedListRecords, {
    parentRecordId: '$recordId',
    relatedListId: 'Handoffs__r',
    fields: '$fields',
    optionalFields: '$optionalFields',
  })
  handoffs;

  get loading() {
    return loadingOf(this.objectInfo, this.handoffs);
  }

  get sections() {
    return toSections(this.handoffs?.data?.records ?? []);
  }

  get hasNone() {
    return this.sections.length === 0;
  }

  /**
   * Formulas of the handoff follow its dates, and the request counts what its items owe.
   *
   * @param {CustomEvent<{ id: string }>} event
   */
  handleSaved({ detail }) {
    notifyRecordUpdateAvailable([{ recordId: detail.id }, { recordId: this.recordId }]);
  }
}
