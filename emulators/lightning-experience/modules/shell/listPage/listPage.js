import { api, LightningElement, wire } from 'lwc';
import { getListInfosByObjectName } from 'lightning/uiListsApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { go } from 'shell/router';
import { chosenView, rememberView } from './chosenView';

const MOST_VIEWS = 200;

/** An object's records: as one of its list views has them, or all of them when it has none. */
export default class ListPage extends LightningElement {
  @api objectApiName;
  /** API name of the list view that the address asks for. */
  @api filterName;
  info;
  views;
  failure;
  mostViews = MOST_VIEWS;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  wiredInfo({ data, error }) {
    this.info = data;
    this.failure = error;
    if (data) document.title = `${data.labelPlural} | Lightning`;
  }

  @wire(getListInfosByObjectName, { objectApiName: '$objectApiName', pageSize: '$mostViews' })
  wiredViews({ data, error }) {
    this.views = data?.lists;
    this.failure = this.failure ?? error;
  }

  get isReady() {
    return this.info && this.views;
  }
  get view() {
    return chosenView(this.views, this.objectApiName, this.filterName);
  }
  get failureText() {
    return [this.failure.body].flat()[0]?.message ?? 'You may not see these records.';
  }

  handleView({ detail: { name } }) {
    rememberView(this.objectApiName, name);
    go(`/lightning/o/${this.objectApiName}/list?filterName=${name}`, { replace: true });
  }
}
