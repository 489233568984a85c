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
import { loadingOf } from 'c/loading';
import { qualifiedNames, text } from 'c/recordValues';
import { LABELS } from './labels';
import { contactOptions, ourPeople, PEOPLE_FIELDS } from './people';
import { newQuestions, OPTIONAL, QUESTIONS, REQUIRED, toStakeholder } from './stakeholderView';

/** How many contacts of the customer there are to choose from. */
const CONTACTS = 200;

/** The people of a request: who they are, which part they have and how far they are engaged. */
export default class RequestStakeholders extends LightningElement {
  /** The request of the page. @type {string} */
  @api recordId;

  words = LABELS;
  questions = QUESTIONS;
  objectApiName = REQUEST_STAKEHOLDER;
  fields = qualifiedNames(REQUIRED);
  optionalFields = qualifiedNames(OPTIONAL);
  sortBy = qualifiedNames([CREATED_DATE]);
  accountFields = qualifiedNames([ACCOUNT]);
  peopleFields = qualifiedNames(PEOPLE_FIELDS);
  contactFields = qualifiedNames([CONTACT_NAME]);
  contactsAtMost = CONTACTS;
  /** The request, once somebody is to be added to it. @type {string | undefined} */
  addingTo;

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

  get loading() {
    return loadingOf(this.objectInfo, this.list);
  }

  /** Why there is nobody to choose from. */
  get choiceError() {
    return this.request?.error ?? this.contacts?.error;
  }

  get accountId() {
    return text(this.request?.data, ACCOUNT) ?? undefined;
  }

  get newQuestions() {
    return newQuestions(contactOptions(this.contacts?.data?.records ?? []), ourPeople(this.request?.data));
  }

  get sides() {
    const people = (this.list?.data?.records ?? []).map((record) => ({ ...toStakeholder(record), record }));
    return [
      { label: LABELS.customer, members: people.filter(({ isCustomer }) => isCustomer) },
      { label: LABELS.ours, members: people.filter(({ isCustomer }) => !isCustomer) },
    ].filter(({ members }) => members.length > 0);
  }

  get defaults() {
    return { [REQUEST.fieldApiName]: this.recordId };
  }

  handleAdd() {
    this.addingTo = this.recordId;
  }

  /** @param {CustomEvent<{ isRemoved: boolean }>} event */
  handleRow({ detail }) {
    /** @type {(Element & import('c/relatedRecords').default) | null | undefined} */ (
      this.template?.querySelector('c-related-records')
    )?.noteChange(detail);
  }

  /** The request counts who is engaged. */
  async handleChanged() {
    await Promise.all([refreshApex(this.list), notifyRecordUpdateAvailable([{ recordId: this.recordId }])]);
  }
}
