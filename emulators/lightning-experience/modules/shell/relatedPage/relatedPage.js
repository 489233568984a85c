import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { readProject } from 'shell/server';

const MOST_ROWS = 249;

/** One related list of a record by itself, with all that is in it. */
export default class RelatedPage extends LightningElement {
  /** As `parsePath` gives it. */
  @api view;
  scope;
  whole = true;

  @wire(getObjectInfo, { objectApiName: '$view.object' })
  info;

  @wire(getRecord, { recordId: '$view.recordId', fields: '$nameFields' })
  record;

  async connectedCallback() {
    const { relatedLists } = await readProject(`page/${this.view.object}`);
    this.scope = { relatedLists };
  }

  get nameField() {
    const { nameFields } = this.info.data;
    return nameFields.length === 1 ? nameFields[0] : 'Name';
  }
  get nameFields() {
    return this.info.data && [`${this.info.data.apiName}.${this.nameField}`];
  }
  get parentUrl() {
    return `/lightning/r/${this.view.object}/${this.view.recordId}/view`;
  }
  get parentName() {
    return this.record.data?.fields[this.nameField]?.value;
  }
  get listUrl() {
    return `/lightning/o/${this.view.object}/list`;
  }
  get item() {
    return { properties: { relatedListApiName: this.view.relatedListId, rowsToDisplay: String(MOST_ROWS) } };
  }
  get isReady() {
    return this.scope && this.parentName;
  }
  get failure() {
    const error = this.info.error ?? this.record.error;
    return error && ([error.body].flat()[0]?.message ?? 'You may not see these records.');
  }
}
