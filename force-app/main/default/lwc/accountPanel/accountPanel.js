import { api, wire } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import ACCOUNT from '@salesforce/schema/Account';
import ACCOUNT_NAME from '@salesforce/schema/Account.Name';
import TECHNICAL_ADVISOR_ID from '@salesforce/schema/Account.Technical_Advisor__c';
import TECHNICAL_ADVISOR from '@salesforce/schema/Account.Technical_Advisor__r.Name';
import VITALLY_STATE from '@salesforce/schema/Account.Vitally_State__c';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import { OPTIONAL_FIELDS, REQUEST, REQUIRED_FIELDS, SORT_BY } from 'c/accountRequestFields';
import FocusingElement from 'c/focusingElement';
import { infoAt, loadingOf } from 'c/loading';
import { isTicked, qualifiedNames, shown, text } from 'c/recordValues';
import { LABELS } from './labels';

/** How many requests of one customer are shown. */
const REQUESTS = 50;

/**
 * All requests and deployments of a customer, and the way to file a migration or a post-live request.
 * Invisible to those who may not read requests.
 */
export default class AccountPanel extends FocusingElement {
  /** The customer of the page. @type {string} */
  @api recordId;

  labels = LABELS;
  objectApiNames = [IMPLEMENTATION_REQUEST, ACCOUNT];
  accountFields = qualifiedNames([ACCOUNT_NAME]);
  optionalAccountFields = qualifiedNames([TECHNICAL_ADVISOR_ID, TECHNICAL_ADVISOR, VITALLY_STATE]);
  fields = REQUIRED_FIELDS;
  optionalFields = OPTIONAL_FIELDS;
  sortBy = SORT_BY;
  atMost = REQUESTS;
  isFiling = false;
  announcement = '';

  /** @type {WireResult<ObjectInfos> | undefined} */
  @wire(getObjectInfos, { objectApiNames: '$objectApiNames' })
  objectInfos;

  /** @type {WireResult<RecordRepresentation> | undefined} */
  @wire(getRecord, { recordId: '$recordId', fields: '$accountFields', optionalFields: '$optionalAccountFields' })
  account;

  /** @type {WireResult<{ records: RecordRepresentation[] }> | undefined} */
  @wire(getRelatedListRecords, {
    parentRecordId: '$recordId',
    relatedListId: 'Implementation_Requests__r',
    fields: '$fields',
    optionalFields: '$optionalFields',
    sortBy: '$sortBy',
    pageSize: '$atMost',
  })
  list;

  get loading() {
    return loadingOf(infoAt(this.objectInfos, 0), this.account, this.list);
  }

  get requestInfo() {
    return infoAt(this.objectInfos, 0).data;
  }

  get facts() {
    const { data } = this.account ?? {};
    const labels = infoAt(this.objectInfos, 1).data?.fields;
    const all = [
      { field: TECHNICAL_ADVISOR_ID, value: shown(data, TECHNICAL_ADVISOR) ?? LABELS.noAdvisor },
      { field: VITALLY_STATE, value: shown(data, VITALLY_STATE) },
    ];
    return all.flatMap(({ field: { fieldApiName: name }, value }) => {
      const label = labels?.[name]?.label;
      return label && value ? [{ name, label, value }] : [];
    });
  }

  get records() {
    return this.list?.data?.records ?? [];
  }

  get groups() {
    const statusOf = (/** @type {RecordRepresentation} */ request) => text(request, REQUEST.status);
    const isPlanned = (/** @type {RecordRepresentation} */ request) => statusOf(request) === 'Planned_Post_Live';
    const isOpen = (/** @type {RecordRepresentation} */ request) => isTicked(request, REQUEST.isOpen);
    const groups = [
      { key: 'open', label: LABELS.open, members: this.records.filter(isOpen) },
      { key: 'planned', label: LABELS.planned, members: this.records.filter(isPlanned) },
      {
        key: 'earlier',
        label: LABELS.earlier,
        members: this.records.filter((request) => !isOpen(request) && !isPlanned(request)),
      },
    ];
    return groups.filter(({ members }) => members.length > 0);
  }

  get hasNone() {
    return this.records.length === 0;
  }

  get earlier() {
    return this.records.map((request) => ({
      label: [text(request, REQUEST.name), shown(request, REQUEST.requestType)].filter(Boolean).join(' · '),
      value: request.id,
    }));
  }

  get addLabel() {
    return this.requestInfo?.createable === true && !this.isFiling ? LABELS.add : '';
  }

  handleFile() {
    this.isFiling = true;
    this.announcement = '';
    this.focusNext = 'c-account-request-form';
  }

  handleCancel() {
    this.isFiling = false;
    /** @type {(Element & import('c/recordCard').default) | null | undefined} */ (
      this.template?.querySelector('c-record-card')
    )?.focusAdd();
  }

  handleFiled() {
    this.handleCancel();
    return refreshApex(this.list);
  }

  handleActivated() {
    this.announcement = LABELS.activated;
    return refreshApex(this.list);
  }
}
