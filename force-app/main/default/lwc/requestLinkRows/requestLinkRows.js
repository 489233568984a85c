import { api, wire } from 'lwc';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import REQUEST_LINK from '@salesforce/schema/Request_Link__c';
import TITLE from '@salesforce/schema/Request_Link__c.Title__c';
import TYPE from '@salesforce/schema/Request_Link__c.Type__c';
import URL from '@salesforce/schema/Request_Link__c.Url__c';
import FocusingElement from 'c/focusingElement';
import { formatLabel } from 'c/formatLabel';
import addLabel from '@salesforce/label/c.Groundwork_Add_Link';
import addedLabel from '@salesforce/label/c.Groundwork_Link_Added';
import helpLabel from '@salesforce/label/c.Groundwork_Links_Help';
import invalidLabel from '@salesforce/label/c.Groundwork_Link_Invalid';
import linksLabel from '@salesforce/label/c.Groundwork_Links';
import numberLabel from '@salesforce/label/c.Groundwork_Link_Number';
import removedLabel from '@salesforce/label/c.Groundwork_Link_Removed';
import removeLabel from '@salesforce/label/c.Groundwork_Remove_Link';

const HTTPS_ADDRESS = /^https:\/\/\S+$/;

/**
 * One row as entered.
 *
 * @typedef {{ key: number, url: string, title: string, type: string }} LinkRow
 */

/**
 * Rows in which links are entered: address, kind and title. Shown only to those who may create links.
 *
 * @fires linkschange with `{ links }`, every row that is not blank
 */
export default class RequestLinkRows extends FocusingElement {
  /** @type {LinkRow[]} */
  rows = [];
  nextKey = 1;
  announcement = '';
  objectApiName = REQUEST_LINK;
  labels = { add: addLabel, help: helpLabel, links: linksLabel };

  /** @type {WireResult<ObjectInfo> | undefined} */
  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  objectInfo;

  /** @type {WireResult<PicklistValuesByRecordType> | undefined} */
  @wire(getPicklistValuesByRecordType, { objectApiName: '$objectApiName', recordTypeId: '$recordTypeId' })
  picklists;

  /** The rows to begin with; what is entered later is told by the event. @type {LinkRow[]} */
  @api
  get links() {
    return this.filledRows;
  }
  set links(links) {
    if (this.rows.length === 0) {
      this.rows = links.map((link) => ({ ...link }));
      this.nextKey = Math.max(0, ...links.map(({ key }) => key)) + 1;
    }
  }

  /** Shows at each wrong address what is wrong, moves the focus to the first and says whether all are right. */
  @api
  validate() {
    const wrong = this.filledRows.filter(({ url }) => !HTTPS_ADDRESS.test(url.trim()));
    for (const { key } of this.rows) {
      this.showError(key, wrong.some((row) => row.key === key) ? invalidLabel : '');
    }
    if (wrong[0]) {
      this.addressField(wrong[0].key)?.focus();
    }
    return wrong.length === 0;
  }

  /**
   * Shows what the server found wrong with a link.
   *
   * @param {number} key of the row
   * @param {string} message
   */
  @api
  showError(key, message) {
    const field = this.addressField(key);
    field?.setCustomValidity(message);
    field?.reportValidity();
  }

  /**
   * Takes rows away whose links are saved.
   *
   * @param {number[]} keys
   */
  @api
  removeSaved(keys) {
    this.rows = this.rows.filter(({ key }) => !keys.includes(key));
    this.tellChange();
  }

  get recordTypeId() {
    return this.objectInfo?.data?.defaultRecordTypeId;
  }

  get mayCreate() {
    return this.objectInfo?.data?.createable === true;
  }

  get fieldLabels() {
    const fields = this.objectInfo?.data?.fields;
    return {
      url: fields?.[URL.fieldApiName]?.label,
      title: fields?.[TITLE.fieldApiName]?.label,
      type: fields?.[TYPE.fieldApiName]?.label,
    };
  }

  get typeOptions() {
    const picklist = this.picklists?.data?.picklistFieldValues[TYPE.fieldApiName];
    return (picklist?.values ?? []).map(({ label, value }) => ({ label, value }));
  }

  get defaultType() {
    return this.picklists?.data?.picklistFieldValues[TYPE.fieldApiName]?.defaultValue?.value ?? '';
  }

  get numberedRows() {
    return this.rows.map((row, index) => ({
      ...row,
      legend: formatLabel(numberLabel, index + 1),
      removeLabel: formatLabel(removeLabel, index + 1),
    }));
  }

  get filledRows() {
    return this.rows.filter(({ url, title }) => url.trim() !== '' || title.trim() !== '');
  }

  handleAdd() {
    const key = this.nextKey++;
    this.rows = [...this.rows, { key, url: '', title: '', type: this.defaultType }];
    this.announcement = formatLabel(addedLabel, this.rows.length);
    this.focusNext = `[data-field="url"][data-key="${key}"]`;
  }

  /** @param {Event & { currentTarget: HTMLElement }} event */
  handleRemove(event) {
    const key = Number(event.currentTarget.dataset.key);
    this.announcement = formatLabel(removedLabel, this.rows.findIndex((row) => row.key === key) + 1);
    this.rows = this.rows.filter((row) => row.key !== key);
    this.focusNext = '[data-action="add"]';
    this.tellChange();
  }

  /** @param {CustomEvent<{ value: string }> & { currentTarget: HTMLElement }} event */
  handleChange(event) {
    const { key, field } = event.currentTarget.dataset;
    const { value } = event.detail;
    this.rows = this.rows.map((row) => (row.key === Number(key) ? { ...row, [String(field)]: value } : row));
    if (field === 'url') {
      this.showError(Number(key), '');
    }
    this.tellChange();
  }

  tellChange() {
    const links = this.filledRows.map((row) => ({ ...row, url: row.url.trim(), title: row.title.trim() }));
    this.dispatchEvent(new CustomEvent('linkschange', { detail: { links } }));
  }

  /**
   * @param {number} key
   * @returns {InputElement | null | undefined}
   */
  addressField(key) {
    return this.template?.querySelector(`[data-field="url"][data-key="${key}"]`);
  }
}
