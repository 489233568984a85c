import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import LINK_CREATED from '@salesforce/schema/Request_Link__c.CreatedDate';
import UPDATE_CREATED from '@salesforce/schema/Status_Update__c.CreatedDate';
import UPDATE_NEXT from '@salesforce/schema/Status_Update__c.Next__c';
import UPDATE_RISKS from '@salesforce/schema/Status_Update__c.Risks__c';
import UPDATE_SUMMARY from '@salesforce/schema/Status_Update__c.Summary__c';
import UPDATE_ON from '@salesforce/schema/Status_Update__c.Update_On__c';
import { LINK_FIELDS } from 'c/linkView';
import { qualifiedNames, text } from 'c/recordValues';
import documentsLabel from '@salesforce/label/c.Groundwork_Documents_Title';
import documentsFailedLabel from '@salesforce/label/c.Groundwork_Documents_Not_Loaded';
import latestLabel from '@salesforce/label/c.Groundwork_Latest_Update';
import noDocumentLabel from '@salesforce/label/c.Groundwork_No_Document';
import noUpdateLabel from '@salesforce/label/c.Groundwork_No_Update';
import updatesFailedLabel from '@salesforce/label/c.Groundwork_Updates_Not_Loaded';
import { toRequestView } from './requestView';

/** How many documents are shown; the request has them all. */
const DOCUMENTS = 10;

/**
 * One request or deployment of a customer: where it stands, its dates, its latest status update and its documents.
 *
 * @fires activated with `{ id, action }` once limits that were reached are saved
 */
export default class AccountRequest extends NavigationMixin(LightningElement) {
  /** @type {RecordRepresentation} */
  @api request;

  /** What the user may do with requests. @type {ObjectInfo} */
  @api objectInfo;

  labels = {
    documents: documentsLabel,
    documentsFailed: documentsFailedLabel,
    latest: latestLabel,
    noDocument: noDocumentLabel,
    noUpdate: noUpdateLabel,
    updatesFailed: updatesFailedLabel,
  };
  url = '';
  one = 1;
  documentsAtMost = DOCUMENTS;
  updateFields = qualifiedNames([UPDATE_ON]);
  optionalUpdateFields = qualifiedNames([UPDATE_SUMMARY, UPDATE_RISKS, UPDATE_NEXT]);
  updateSort = qualifiedNames([UPDATE_ON, UPDATE_CREATED]).map((field) => `-${field}`);
  linkFields = qualifiedNames(LINK_FIELDS.required);
  optionalLinkFields = qualifiedNames(LINK_FIELDS.optional);
  linkSort = qualifiedNames([LINK_CREATED]);

  /** @type {WireResult<{ records: RecordRepresentation[] }> | undefined} */
  @wire(getRelatedListRecords, {
    parentRecordId: '$deploymentId',
    relatedListId: 'Status_Updates__r',
    fields: '$updateFields',
    optionalFields: '$optionalUpdateFields',
    sortBy: '$updateSort',
    pageSize: '$one',
  })
  updates;

  /** @type {WireResult<{ records: RecordRepresentation[] }> | undefined} */
  @wire(getRelatedListRecords, {
    parentRecordId: '$deploymentId',
    relatedListId: 'Request_Links__r',
    fields: '$linkFields',
    optionalFields: '$optionalLinkFields',
    sortBy: '$linkSort',
    pageSize: '$documentsAtMost',
  })
  links;

  connectedCallback() {
    this[NavigationMixin.GenerateUrl](this.pageReference).then((/** @type {string} */ url) => {
      this.url = url;
    });
  }

  get pageReference() {
    return { type: 'standard__recordPage', attributes: { recordId: this.request.id, actionName: 'view' } };
  }

  get view() {
    return toRequestView(this.request, this.objectInfo);
  }

  /** Only deployments have updates and documents to show. */
  get deploymentId() {
    return this.view.isDeployment ? this.request.id : undefined;
  }

  get latest() {
    const [update] = this.updates?.data?.records ?? [];
    return update
      ? { date: text(update, UPDATE_ON), summary: text(update, UPDATE_SUMMARY), risks: text(update, UPDATE_RISKS) }
      : null;
  }

  get hasNoUpdate() {
    return Boolean(this.updates?.data) && this.latest === null;
  }

  get documents() {
    return this.links?.data?.records ?? [];
  }

  get hasNoDocument() {
    return Boolean(this.links?.data) && this.documents.length === 0;
  }

  /** @param {MouseEvent} event */
  handleOpen(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    this[NavigationMixin.Navigate](this.pageReference);
  }

  /** @param {CustomEvent<{ id: string, action: string }>} event */
  handleActivated({ detail }) {
    this.dispatchEvent(new CustomEvent('activated', { detail }));
  }
}
