import { LightningElement, api, wire } from 'lwc';
import { getListInfoByName, getListRecordsByName } from 'lightning/uiListsApi';

/** The most that a list answers at once. https://developer.salesforce.com/docs/platform/lwc/guide/reference-get-list-records-by-name.html */
const PAGE_SIZE = 2000;

/** How many records a list view has, with the way to it. Nothing for those who may not see it. */
export default class ListCount extends LightningElement {
  /** API name of the object. @type {string} */
  @api objectApiName;

  /** API name of the list view. @type {string} */
  @api listViewApiName;

  pageSize = PAGE_SIZE;

  /** @type {WireResult<{ label: string }> | undefined} */
  @wire(getListInfoByName, { objectApiName: '$objectApiName', listViewApiName: '$listViewApiName' })
  info;

  /** @type {WireResult<{ count: number, nextPageToken?: string | null }> | undefined} */
  @wire(getListRecordsByName, {
    objectApiName: '$objectApiName',
    listViewApiName: '$listViewApiName',
    pageSize: '$pageSize',
  })
  list;

  get isShown() {
    return Boolean(this.info?.data && this.list?.data);
  }

  get count() {
    const { count = 0, nextPageToken } = this.list?.data ?? {};
    return `${count.toLocaleString()}${nextPageToken ? '+' : ''}`;
  }

  get url() {
    return `/lightning/o/${this.objectApiName}/list?filterName=${this.listViewApiName}`;
  }
}
