import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import REQUEST_LINK from '@salesforce/schema/Request_Link__c';
import CREATED_DATE from '@salesforce/schema/Request_Link__c.CreatedDate';
import REQUEST from '@salesforce/schema/Request_Link__c.Implementation_Request__c';
import { LINK_FIELDS, LINK_QUESTIONS, toLinkView } from 'c/linkView';
import { loadingOf } from 'c/loading';
import { qualifiedNames } from 'c/recordValues';
import add from '@salesforce/label/c.Groundwork_Add_Link';
import loadFailed from '@salesforce/label/c.Groundwork_Documents_Not_Loaded';
import none from '@salesforce/label/c.Groundwork_No_Document';
import title from '@salesforce/label/c.Groundwork_Documents_Title';

/** The documents of a request by the stage in which they are needed, with whether they are in Vitally. */
export default class RequestLinks extends LightningElement {
  /** The request of the page. @type {string} */
  @api recordId;

  words = { add, loadFailed, none, title };
  questions = LINK_QUESTIONS;
  objectApiName = REQUEST_LINK;
  fields = qualifiedNames(LINK_FIELDS.required);
  optionalFields = qualifiedNames(LINK_FIELDS.optional);
  sortBy = qualifiedNames([CREATED_DATE]);

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

  get loading() {
    return loadingOf(this.objectInfo, this.list);
  }

  get stages() {
    const links = (this.list?.data?.records ?? []).map((record) => {
      const { name, stage } = toLinkView(record);
      return { record, name, stage: stage ?? '' };
    });
    return [...Map.groupBy(links, ({ stage }) => stage)].map(([stage, members]) => ({ stage, members }));
  }

  get defaults() {
    return { [REQUEST.fieldApiName]: this.recordId };
  }

  /** @param {CustomEvent<{ isRemoved: boolean }>} event */
  handleRow({ detail }) {
    /** @type {(Element & import('c/relatedRecords').default) | null | undefined} */ (
      this.template?.querySelector('c-related-records')
    )?.noteChange(detail);
  }

  /** The request counts its documents, and items of the handoff wait for some of them. */
  async handleChanged() {
    await Promise.all([refreshApex(this.list), notifyRecordUpdateAvailable([{ recordId: this.recordId }])]);
  }
}
