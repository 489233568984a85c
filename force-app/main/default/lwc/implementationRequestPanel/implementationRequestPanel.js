import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import ACCOUNT_ID from '@salesforce/schema/Opportunity.AccountId';
import ACCOUNT_NAME from '@salesforce/schema/Opportunity.Account.Name';
import IS_CLOSED from '@salesforce/schema/Opportunity.IsClosed';
import IS_WON from '@salesforce/schema/Opportunity.IsWon';
import OPPORTUNITY_NAME from '@salesforce/schema/Opportunity.Name';
import { isNoAccess } from 'c/ldsUtils';
import closedLostLabel from '@salesforce/label/c.Groundwork_Closed_Lost';
import fileAnotherLabel from '@salesforce/label/c.Groundwork_File_Another';
import loadFailedLabel from '@salesforce/label/c.Groundwork_Load_Failed';
import loadingLabel from '@salesforce/label/c.Groundwork_Loading';
import noAccountLabel from '@salesforce/label/c.Groundwork_No_Account';
import noRequestLabel from '@salesforce/label/c.Groundwork_No_Request';
import titleLabel from '@salesforce/label/c.Groundwork_Panel_Title';
import { OPTIONAL_FIELDS, REQUIRED_FIELDS, SORT_BY, toRequestSummary } from './requestSummary';

/** The implementation requests of an Opportunity, and the way to file one. Invisible to those who may not read requests. */
export default class ImplementationRequestPanel extends LightningElement {
  /** The Opportunity of the page. @type {string} */
  @api recordId;

  /** Where the user is on the way to a request; blank until the user has moved. @type {'' | 'list' | 'question' | 'form'} */
  step = '';
  strategy = '';
  moveFocus = false;
  refreshing = false;
  objectApiName = IMPLEMENTATION_REQUEST;
  labels = {
    fileAnother: fileAnotherLabel,
    loadFailed: loadFailedLabel,
    loading: loadingLabel,
    noRequest: noRequestLabel,
    title: titleLabel,
  };

  /** @type {WireResult<ObjectInfo> | undefined} */
  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  objectInfo;

  /** @type {WireResult<RecordRepresentation> | undefined} */
  @wire(getRecord, {
    recordId: '$recordId',
    fields: [OPPORTUNITY_NAME, IS_CLOSED, IS_WON],
    optionalFields: [ACCOUNT_ID, ACCOUNT_NAME],
  })
  record;

  /** @type {WireResult<{ records: RecordRepresentation[] }> | undefined} */
  @wire(getRelatedListRecords, {
    parentRecordId: '$recordId',
    relatedListId: 'Implementation_Requests__r',
    fields: REQUIRED_FIELDS,
    optionalFields: OPTIONAL_FIELDS,
    sortBy: SORT_BY,
  })
  relatedList;

  renderedCallback() {
    const start = this.moveFocus && this.template?.querySelector('c-strategy-question, [data-start]');
    if (start) {
      this.moveFocus = false;
      /** @type {HTMLElement} */ (start).focus();
    }
  }

  get isVisible() {
    const { data, error } = this.objectInfo ?? {};
    return Boolean(data ?? error) && !isNoAccess(error);
  }

  get error() {
    return this.objectInfo?.error ?? this.record?.error ?? this.relatedList?.error;
  }

  get isReady() {
    const data = this.objectInfo?.data && this.record?.data && this.relatedList?.data;
    return !this.error && Boolean(data) && !this.awaitsFirst;
  }

  /** Whether the first request of the Opportunity is filed but not in the list yet. */
  get awaitsFirst() {
    return this.step === 'list' && this.refreshing && !this.hasRequests;
  }

  get isLoading() {
    return !this.error && !this.isReady;
  }

  get requests() {
    const { data: objectInfo } = this.objectInfo ?? {};
    const { data: list } = this.relatedList ?? {};
    return objectInfo && list ? list.records.map((record) => toRequestSummary(record, objectInfo)) : [];
  }

  get hasRequests() {
    return this.requests.length > 0;
  }

  get opportunity() {
    const { data } = this.record ?? {};
    return {
      id: this.recordId,
      name: getFieldValue(data, OPPORTUNITY_NAME),
      accountId: getFieldValue(data, ACCOUNT_ID),
      accountName: getFieldValue(data, ACCOUNT_NAME),
    };
  }

  get mayCreate() {
    return this.objectInfo?.data?.createable === true;
  }

  /** Why no request can be filed by someone who may file requests. */
  get obstacle() {
    if (!this.mayCreate) {
      return '';
    }
    const { data } = this.record ?? {};
    if (getFieldValue(data, IS_CLOSED) && !getFieldValue(data, IS_WON)) {
      return closedLostLabel;
    }
    return this.opportunity.accountId ? '' : noAccountLabel;
  }

  get canFile() {
    return this.mayCreate && this.obstacle === '';
  }

  get showsForm() {
    return this.isReady && this.canFile && this.step === 'form';
  }

  get showsQuestion() {
    const asked = this.step === 'question' || (this.step === '' && !this.hasRequests);
    return this.isReady && this.canFile && asked;
  }

  get showsList() {
    return this.isReady && !this.showsForm && !this.showsQuestion;
  }

  get recordTypeId() {
    return this.objectInfo?.data?.defaultRecordTypeId;
  }

  handleFileAnother() {
    this.goTo('question');
  }

  /** @param {CustomEvent<{ strategy: string }>} event */
  handleChoose(event) {
    this.strategy = event.detail.strategy;
    this.step = 'form';
  }

  handleFiled() {
    this.refreshing = true;
    return refreshApex(this.relatedList).finally(() => {
      this.refreshing = false;
    });
  }

  handleBack() {
    this.goTo(this.hasRequests || this.refreshing ? 'list' : 'question');
  }

  /** @param {'list' | 'question'} step */
  goTo(step) {
    this.step = step;
    this.moveFocus = true;
  }
}
