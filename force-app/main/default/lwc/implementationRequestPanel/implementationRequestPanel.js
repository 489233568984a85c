import { LightningElement, api, wire } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { getFieldValue, getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import ACCOUNT_ID from '@salesforce/schema/Opportunity.AccountId';
import ACCOUNT_NAME from '@salesforce/schema/Opportunity.Account.Name';
import IS_CLOSED from '@salesforce/schema/Opportunity.IsClosed';
import IS_WON from '@salesforce/schema/Opportunity.IsWon';
import OPPORTUNITY_NAME from '@salesforce/schema/Opportunity.Name';
import STRATEGY_ASSESSMENT from '@salesforce/schema/Strategy_Assessment__c';
import CLOUD_QUALIFICATION from '@salesforce/schema/Strategy_Assessment__c.Cloud_Qualification__c';
import { leadsToManagedInstance, leadsToRequest } from 'c/assessmentOutcome';
import { isNoAccess } from 'c/ldsUtils';
import { ASSESSMENT_FIELDS, currentAssessment } from './assessmentFields';
import { LABELS } from './labels';
import { OPTIONAL_FIELDS, REQUIRED_FIELDS, SORT_BY, toRequestSummary } from './requestSummary';

/**
 * The implementation requests of an Opportunity, its strategy assessment, and the way to both.
 * Invisible to those who may not read requests.
 */
export default class ImplementationRequestPanel extends LightningElement {
  /** The Opportunity of the page. @type {string} */
  @api recordId;

  /** Where the user is. @type {'home' | 'assessment' | 'form'} */
  step = 'home';
  moveFocus = false;
  /** The request that was filed just now, until the list has it. @type {RecordRepresentation | null} */
  filed = null;
  objectApiNames = [IMPLEMENTATION_REQUEST, STRATEGY_ASSESSMENT];
  labels = LABELS;

  /** @type {WireResult<ObjectInfos> | undefined} */
  @wire(getObjectInfos, { objectApiNames: '$objectApiNames' })
  objectInfos;

  /** @type {WireResult<RecordRepresentation> | undefined} */
  @wire(getRecord, {
    recordId: '$recordId',
    fields: [OPPORTUNITY_NAME, IS_CLOSED, IS_WON],
    optionalFields: [ACCOUNT_ID, ACCOUNT_NAME, ...ASSESSMENT_FIELDS],
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
    const start = this.moveFocus && this.template?.querySelector('[data-start]');
    if (start) {
      this.moveFocus = false;
      /** @type {HTMLElement} */ (start).focus();
    }
  }

  get isVisible() {
    const { data, error } = this.objectInfos ?? {};
    return Boolean(data ?? error) && !isNoAccess(this.objectError);
  }

  /** @returns {LdsError | undefined} */
  get objectError() {
    const { data, error } = this.objectInfos ?? {};
    const status = data?.results[0]?.statusCode ?? 200;
    return error ?? (status === 200 ? undefined : { status });
  }

  get error() {
    return this.objectError ?? this.record?.error ?? this.relatedList?.error;
  }

  get isReady() {
    const data = this.objectInfos?.data && this.record?.data && this.relatedList?.data;
    return !this.error && Boolean(data);
  }

  get isLoading() {
    return !this.error && !this.isReady;
  }

  get requestInfo() {
    return this.objectInfos?.data?.results[0]?.result;
  }

  /** What the user may do with assessments; nothing for those who may not read them. */
  get assessmentInfo() {
    const { statusCode, result } = this.objectInfos?.data?.results[1] ?? {};
    return statusCode === 200 ? result : undefined;
  }

  get assessment() {
    return this.assessmentInfo ? currentAssessment(this.record?.data) : null;
  }

  get requests() {
    const { data: list } = this.relatedList ?? {};
    const { filed, requestInfo: info } = this;
    if (!info || !list) {
      return [];
    }
    const isListed = list.records.some(({ id }) => id === filed?.id);
    const records = filed && !isListed ? [filed, ...list.records] : list.records;
    return records.map((record) => toRequestSummary(record, info));
  }

  get hasRequests() {
    return this.requests.length > 0;
  }

  get hasOpenRequests() {
    return this.requests.some(({ isOpen }) => isOpen);
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
    return this.requestInfo?.createable === true;
  }

  /** Why no request can be filed by someone who may file requests. */
  get obstacle() {
    if (!this.mayCreate) {
      return '';
    }
    const { data } = this.record ?? {};
    if (getFieldValue(data, IS_CLOSED) && !getFieldValue(data, IS_WON)) {
      return LABELS.closedLost;
    }
    return this.opportunity.accountId ? '' : LABELS.noAccount;
  }

  get canFile() {
    return this.mayCreate && this.obstacle === '';
  }

  /** Whether the user may answer the questions of an assessment, not only keep the Managed Instance Request. */
  get canAssess() {
    const field = this.assessmentInfo?.fields[CLOUD_QUALIFICATION.fieldApiName];
    const mayWrite = this.assessment ? field?.updateable : field?.createable;
    return mayWrite === true && this.obstacle === '';
  }

  get needsManagedInstance() {
    return this.assessment !== null && leadsToManagedInstance(this.assessment);
  }

  /** Whether filing a request is the next thing to do. */
  get isFilingNext() {
    return !this.hasOpenRequests && (this.assessment ? leadsToRequest(this.assessment) : !this.canAssess);
  }

  get fileVariant() {
    return this.isFilingNext ? 'brand' : 'neutral';
  }

  get fileLabel() {
    if (this.hasOpenRequests) {
      return LABELS.fileAnother;
    }
    return this.isFilingNext ? LABELS.file : LABELS.fileAnyway;
  }

  get assessVariant() {
    return this.assessment || this.hasOpenRequests ? 'neutral' : 'brand';
  }

  get assessLabel() {
    return this.assessment ? LABELS.changeAnswers : LABELS.assess;
  }

  get showsHome() {
    return this.isReady && this.step === 'home';
  }

  get showsAssessment() {
    return this.isReady && this.step === 'assessment';
  }

  get showsForm() {
    return this.isReady && this.step === 'form';
  }

  handleAssess() {
    this.step = 'assessment';
  }

  handleFile() {
    this.step = 'form';
  }

  /** @param {CustomEvent<{ isNew: boolean }>} event */
  handleAssessed(event) {
    if (event.detail.isNew) {
      notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    }
  }

  /** @param {CustomEvent<{ record: RecordRepresentation }>} event */
  handleFiled({ detail: { record } }) {
    this.filed = record;
    return refreshApex(this.relatedList).finally(() => {
      this.filed = null;
    });
  }

  handleBack() {
    this.step = 'home';
    this.moveFocus = true;
  }
}
