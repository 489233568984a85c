import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import HANDOFF_ITEM from '@salesforce/schema/Handoff_Item__c';
import { formatLabel } from 'c/formatLabel';
import { ITEM } from 'c/handoffFields';
import { loadingOf } from 'c/loading';
import { number, qualifiedNames, text } from 'c/recordValues';
import { blockersOf } from './blockers';
import { toLegs } from './groups';
import { LABELS } from './labels';
import { REQUEST } from './requestFields';
import { RIGHTS } from './rights';

/**
 * The items of both handoffs of a request by gate, how many requirements are ready, and what blocks the next status.
 * Invisible to those who may not read them.
 */
export default class HandoffChecklist extends LightningElement {
  /** The request of the page. @type {string} */
  @api recordId;

  labels = LABELS;
  rights = RIGHTS;
  objectApiName = HANDOFF_ITEM;
  itemFields = qualifiedNames([ITEM.name]);
  optionalItemFields = qualifiedNames(Object.values(ITEM).filter((field) => field !== ITEM.name));
  requestFields = qualifiedNames([REQUEST.name]);
  optionalRequestFields = qualifiedNames(Object.values(REQUEST).filter((field) => field !== REQUEST.name));
  sortBy = qualifiedNames([ITEM.sortOrder]);
  /** @type {import('./groups').Filter} */
  filter = 'all';
  /** What was known of the request when the items were last asked for. */
  factsBefore = '';
  /** @type {WireResult<RecordRepresentation> | undefined} */
  request;

  /** @type {WireResult<ObjectInfo> | undefined} */
  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  objectInfo;

  /** @param {WireResult<RecordRepresentation>} result */
  @wire(getRecord, { recordId: '$recordId', fields: '$requestFields', optionalFields: '$optionalRequestFields' })
  wiredRequest(result) {
    this.request = result;
    this.followRequest();
  }

  /** @type {WireResult<{ records: RecordRepresentation[] }> | undefined} */
  @wire(getRelatedListRecords, {
    parentRecordId: '$recordId',
    relatedListId: 'Handoff_Items__r',
    fields: '$itemFields',
    optionalFields: '$optionalItemFields',
    sortBy: '$sortBy',
  })
  items;

  get loading() {
    return loadingOf(this.objectInfo, this.request, this.items);
  }

  get records() {
    return this.items?.data?.records ?? [];
  }

  get hasNone() {
    return this.records.length === 0;
  }

  get filters() {
    return /** @type {const} */ (['all', 'open', 'mine']).map((value) => ({ label: LABELS[value], value }));
  }

  get legs() {
    return toLegs(this.records, this.filter).map((leg) => ({
      ...leg,
      gates: leg.gates.map((gate) => ({
        ...gate,
        heading: formatLabel(LABELS.gate, gate.label, gate.settled, gate.total),
      })),
    }));
  }

  get hidesAll() {
    return this.legs.length === 0;
  }

  get blocked() {
    const { data } = this.request ?? {};
    return data ? blockersOf(data, this.records) : null;
  }

  get hasBlockers() {
    return (this.blocked?.blockers.length ?? 0) > 0;
  }

  get blockedClass() {
    const tone = this.hasBlockers ? 'slds-theme_shade' : 'slds-theme_default';
    return `slds-box slds-box_x-small slds-m-bottom_small ${tone}`;
  }

  get readiness() {
    const { data } = this.request ?? {};
    const ready = number(data, REQUEST.requirementsReady);
    const total = number(data, REQUEST.requirementsTotal);
    if (ready === null || !total) {
      return null;
    }
    return { sentence: formatLabel(LABELS.readiness, ready, total), percent: Math.round((100 * ready) / total) };
  }

  /** @param {CustomEvent<{ value: string }>} event */
  handleFilter({ detail }) {
    this.filter = /** @type {import('./groups').Filter} */ (detail.value);
  }

  /** An item that is settled may settle, block or free others, and counts in its handoff and its request. */
  async handleSaved() {
    const handoffs = this.records.flatMap((item) => text(item, ITEM.handoff) ?? []);
    const parents = [...new Set([this.recordId, ...handoffs])].map((recordId) => ({ recordId }));
    await Promise.all([refreshApex(this.items), notifyRecordUpdateAvailable(parents)]);
  }

  /** What changes at the request, a link for example, may change what its items say. */
  followRequest() {
    const facts = JSON.stringify(this.request?.data?.fields ?? '');
    const before = this.factsBefore;
    this.factsBefore = facts;
    if (before !== '' && before !== '""' && before !== facts) {
      refreshApex(this.items);
    }
  }
}
