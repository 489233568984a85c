import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import REQUEST_LINK from '@salesforce/schema/Request_Link__c';
import CREATED_DATE from '@salesforce/schema/Request_Link__c.CreatedDate';
import REQUEST from '@salesforce/schema/Request_Link__c.Implementation_Request__c';
import { isNoAccess } from 'c/ldsUtils';
import { LINK_FIELDS, LINK_QUESTIONS, toLinkView } from 'c/linkView';
import { qualifiedNames } from 'c/recordValues';
import addLabel from '@salesforce/label/c.Groundwork_Add_Link';
import loadFailedLabel from '@salesforce/label/c.Groundwork_Documents_Not_Loaded';
import loadingLabel from '@salesforce/label/c.Groundwork_Loading';
import noneLabel from '@salesforce/label/c.Groundwork_No_Document';
import saveLabel from '@salesforce/label/c.Groundwork_Save';
import savedLabel from '@salesforce/label/c.Groundwork_Saved';
import titleLabel from '@salesforce/label/c.Groundwork_Documents_Title';

/**
 * The documents of a request by the stage in which they are needed, with whether they are in Vitally.
 * Invisible to those who may not read them.
 */
export default class RequestLinks extends LightningElement {
  /** The request of the page. @type {string} */
  @api recordId;

  labels = { add: addLabel, loadFailed: loadFailedLabel, loading: loadingLabel, none: noneLabel, title: titleLabel };
  questions = LINK_QUESTIONS;
  actions = [{ name: 'save', label: saveLabel, variant: 'brand' }];
  objectApiName = REQUEST_LINK;
  fields = qualifiedNames(LINK_FIELDS.required);
  optionalFields = qualifiedNames(LINK_FIELDS.optional);
  sortBy = qualifiedNames([CREATED_DATE]);
  /** Id of the link that is changed, or `new`. */
  editing = '';
  announcement = '';
  /** What to focus once it is on the page: a selector. */
  focusNext = '';

  /** @type {WireResult<ObjectInfo> | undefined} */
  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  objectInfo;

  /** @type {WireResult<{ records: RecordRepresentation[] }> | undefined} */
  @wire(getRelatedListRecords, {
    parentRecordId: '$recordId',
    relatedListId: 'Request_Links__r',
    fields: '$fields',
    optionalFields: '$optionalFields',
    sortBy: '$sortBy',
  })
  list;

  renderedCallback() {
    const element = /** @type {HTMLElement | null} */ (this.focusNext && this.template?.querySelector(this.focusNext));
    if (element) {
      this.focusNext = '';
      element.focus();
    }
  }

  get isVisible() {
    const { data, error } = this.objectInfo ?? {};
    return Boolean(data ?? error) && !isNoAccess(error);
  }

  get error() {
    return this.objectInfo?.error ?? this.list?.error;
  }

  get isReady() {
    return !this.error && Boolean(this.objectInfo?.data && this.list?.data);
  }

  get isLoading() {
    return !this.error && !this.isReady;
  }

  get stages() {
    const links = (this.list?.data?.records ?? []).map((record) => {
      const { name, stage } = toLinkView(record);
      return { record, name, stage: stage ?? '', isEdited: record.id === this.editing };
    });
    return [...Map.groupBy(links, ({ stage }) => stage)].map(([stage, members]) => ({ stage, members }));
  }

  get hasNone() {
    return this.stages.length === 0;
  }

  get isAdding() {
    return this.editing === 'new';
  }

  get canAdd() {
    return this.objectInfo?.data?.createable === true && !this.isAdding;
  }

  get canEdit() {
    return this.objectInfo?.data?.updateable === true;
  }

  get canRemove() {
    return this.objectInfo?.data?.deletable === true;
  }

  get defaults() {
    return { [REQUEST.fieldApiName]: this.recordId };
  }

  handleAdd() {
    this.edit('new');
  }

  /** @param {Event & { currentTarget: HTMLElement }} event */
  handleEdit(event) {
    this.edit(String(event.currentTarget.dataset.id));
  }

  handleCancel() {
    this.close();
  }

  handleSaved() {
    this.announcement = savedLabel;
    this.close();
    return this.refresh();
  }

  handleRemoved() {
    this.focusNext = '[data-action="add"]';
    return this.refresh();
  }

  /** @param {string} id */
  edit(id) {
    this.editing = id;
    this.announcement = '';
    this.focusNext = 'c-record-editor';
  }

  close() {
    this.focusNext = this.isAdding ? '[data-action="add"]' : `[data-id="${this.editing}"]`;
    this.editing = '';
  }

  /** The request counts its documents, and items of the handoff wait for some of them. */
  async refresh() {
    await Promise.all([refreshApex(this.list), notifyRecordUpdateAvailable([{ recordId: this.recordId }])]);
  }
}
