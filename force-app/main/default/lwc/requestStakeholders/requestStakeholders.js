import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import CONTACT_NAME from '@salesforce/schema/Contact.Name';
import ACCOUNT from '@salesforce/schema/Implementation_Request__c.Account__c';
import REQUEST_STAKEHOLDER from '@salesforce/schema/Request_Stakeholder__c';
import CREATED_DATE from '@salesforce/schema/Request_Stakeholder__c.CreatedDate';
import REQUEST from '@salesforce/schema/Request_Stakeholder__c.Implementation_Request__c';
import { isNoAccess } from 'c/ldsUtils';
import { qualifiedNames, text } from 'c/recordValues';
import { LABELS } from './labels';
import { contactOptions, ourPeople, PEOPLE_FIELDS } from './people';
import { newQuestions, OPTIONAL, QUESTIONS, REQUIRED, toStakeholder } from './stakeholderView';

/** How many contacts of the customer there are to choose from. */
const CONTACTS = 200;

/**
 * The people of a request: who they are, which part they have and how far they are engaged.
 * Invisible to those who may not read them.
 */
export default class RequestStakeholders extends LightningElement {
  /** The request of the page. @type {string} */
  @api recordId;

  labels = LABELS;
  questions = QUESTIONS;
  actions = [{ name: 'save', label: LABELS.save, variant: 'brand' }];
  objectApiName = REQUEST_STAKEHOLDER;
  fields = qualifiedNames(REQUIRED);
  optionalFields = qualifiedNames(OPTIONAL);
  sortBy = qualifiedNames([CREATED_DATE]);
  accountFields = qualifiedNames([ACCOUNT]);
  peopleFields = qualifiedNames(PEOPLE_FIELDS);
  contactFields = qualifiedNames([CONTACT_NAME]);
  contactsAtMost = CONTACTS;
  /** Id of the stakeholder that is changed, or `new`. */
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
    relatedListId: 'Request_Stakeholders__r',
    fields: '$fields',
    optionalFields: '$optionalFields',
    sortBy: '$sortBy',
  })
  list;

  /** The customer and our people, for those who add somebody. @type {WireResult<RecordRepresentation> | undefined} */
  @wire(getRecord, { recordId: '$addingTo', fields: '$accountFields', optionalFields: '$peopleFields' })
  request;

  /** @type {WireResult<{ records: RecordRepresentation[] }> | undefined} */
  @wire(getRelatedListRecords, {
    parentRecordId: '$accountId',
    relatedListId: 'Contacts',
    fields: '$contactFields',
    sortBy: '$contactFields',
    pageSize: '$contactsAtMost',
  })
  contacts;

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

  /** Why there is nobody to choose from. */
  get choiceError() {
    return this.request?.error ?? this.contacts?.error;
  }

  get isReady() {
    return !this.error && Boolean(this.objectInfo?.data && this.list?.data);
  }

  get isLoading() {
    return !this.error && !this.isReady;
  }

  get addingTo() {
    return this.isAdding ? this.recordId : undefined;
  }

  get accountId() {
    return text(this.request?.data, ACCOUNT) ?? undefined;
  }

  get newQuestions() {
    return newQuestions(contactOptions(this.contacts?.data?.records ?? []), ourPeople(this.request?.data));
  }

  get sides() {
    const people = (this.list?.data?.records ?? []).map((record) => ({
      ...toStakeholder(record),
      record,
      isEdited: record.id === this.editing,
      isRead: record.id !== this.editing,
    }));
    return [
      { label: LABELS.customer, members: people.filter(({ isCustomer }) => isCustomer) },
      { label: LABELS.ours, members: people.filter(({ isCustomer }) => !isCustomer) },
    ].filter(({ members }) => members.length > 0);
  }

  get hasNone() {
    return this.sides.length === 0;
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
    this.announcement = LABELS.saved;
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

  /** The request counts who is engaged. */
  async refresh() {
    await Promise.all([refreshApex(this.list), notifyRecordUpdateAvailable([{ recordId: this.recordId }])]);
  }
}
