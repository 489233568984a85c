import { api, LightningElement, wire } from 'lwc';
import { getListInfoByName, getListRecordsByName } from 'lightning/uiListsApi';
import { labelOf } from 'shell/fieldPaths';
import { cellsOf, sorted } from './cells';

const PAGE = 25;

/** The records of a list view, page by page. Fires `view` with `{ name }` when another is chosen. */
export default class ListView extends LightningElement {
  /** Of the object. */
  @api info;
  /** Every list view: `[{ apiName, label }]`. */
  @api views;
  sort;
  pageToken = '0';
  pageSize = PAGE;
  shownView;

  /** The one that is shown, as in `views`. */
  @api
  get view() {
    return this.shownView;
  }
  set view(view) {
    if (view.apiName === this.shownView?.apiName) return;
    this.shownView = view;
    this.sort = undefined;
    this.pageToken = '0';
  }

  @wire(getListInfoByName, { objectApiName: '$object', listViewApiName: '$viewName' })
  listInfo;

  @wire(getListRecordsByName, {
    objectApiName: '$object',
    listViewApiName: '$describedView',
    optionalFields: '$paths',
    pageSize: '$pageSize',
    pageToken: '$pageToken',
    sortBy: '$sortBy',
  })
  list;

  get object() {
    return this.info.apiName;
  }
  get viewName() {
    return this.shownView.apiName;
  }
  /** The view once its columns are known, so that its records come with all that is shown of them. */
  get describedView() {
    const { listViewApiName, objectApiName } = this.listInfo.data?.listReference ?? {};
    return listViewApiName === this.viewName && objectApiName === this.object ? this.viewName : undefined;
  }
  get title() {
    return this.shownView.label;
  }
  get choices() {
    return this.views.map(({ apiName, label }) => ({ apiName, label, checked: apiName === this.viewName }));
  }
  get displayed() {
    return this.listInfo.data?.displayColumns ?? [];
  }
  get paths() {
    return this.listInfo.data && this.displayed.map(({ fieldApiName }) => `${this.object}.${fieldApiName}`);
  }
  get sortBy() {
    return this.sort && `${this.sort.descending ? '-' : ''}${this.object}.${this.sort.name}`;
  }
  get columns() {
    const columns = this.displayed.map(({ fieldApiName, label, sortable }) => {
      const field = this.info.fields[fieldApiName];
      return { name: fieldApiName, label: field ? labelOf(field) : label.replace(/ ID$/, ''), sortable };
    });
    return sorted(columns, this.sort);
  }
  get rows() {
    const names = this.displayed.map(({ fieldApiName }) => fieldApiName);
    const labels = Object.fromEntries(this.columns.map(({ name, label }) => [name, label]));
    return this.list.data.records.map((record) => ({
      key: record.id,
      cells: cellsOf({ info: this.info, record, names, labels }),
    }));
  }
  get isEmpty() {
    return this.list.data?.records.length === 0;
  }
  get failure() {
    const { error } = this.listInfo.error ? this.listInfo : this.list;
    return error && ([error.body].flat()[0]?.message ?? 'You may not see these records.');
  }
  get summary() {
    const { data } = this.list;
    if (!data) return 'Loading…';
    const first = Number(data.currentPageToken) + 1;
    const last = first + data.records.length - 1;
    if (data.nextPageToken || first > 1) return `${first} to ${last}${data.nextPageToken ? ' of more' : ''}`;
    return `${last} ${last === 1 ? 'item' : 'items'}`;
  }
  get hasPages() {
    return this.list.data?.nextPageToken || this.list.data?.previousPageToken;
  }
  get isFirst() {
    return !this.list.data.previousPageToken;
  }
  get isLast() {
    return !this.list.data.nextPageToken;
  }
  get newUrl() {
    return this.info.createable ? `/lightning/o/${this.object}/new` : undefined;
  }

  handleView({ detail: { value } }) {
    this.dispatchEvent(new CustomEvent('view', { detail: { name: value } }));
  }

  handleSort({ detail: { name } }) {
    this.sort = { name, descending: this.sort?.name === name && !this.sort.descending };
    this.pageToken = '0';
  }

  handlePrevious() {
    this.pageToken = this.list.data.previousPageToken;
  }

  handleNext() {
    this.pageToken = this.list.data.nextPageToken;
  }
}
