import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecords } from 'lightning/uiRecordApi';
import { fieldPaths, labelOf, recordUrl, shownField } from 'shell/fieldPaths';
import { readProject } from 'shell/server';

const MOST_COLUMNS = 5;

/** The records of one object that a search found, with the fields that stand at the head of their pages. */
export default class FoundRecords extends LightningElement {
  @api objectApiName;
  @api label;
  @api recordIds;
  highlights;
  failure;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  objectInfo;

  @wire(getRecords, { records: '$asked' })
  wiredRecords({ data, error }) {
    if (data) this.records = data.results.flatMap(({ statusCode, result }) => (statusCode === 200 ? [result] : []));
    this.failure = error && ([error.body].flat()[0]?.message ?? 'You may not see these records.');
  }
  records;

  async connectedCallback() {
    try {
      ({ highlights: this.highlights } = await readProject(`page/${this.objectApiName}`));
    } catch (error) {
      this.failure = error.message;
    }
  }

  get info() {
    return this.objectInfo.data;
  }
  get names() {
    if (!this.info || !this.highlights) return undefined;
    return [...new Set([this.info.nameFields.at(-1), ...this.highlights])]
      .filter((name) => this.info.fields[name])
      .slice(0, MOST_COLUMNS);
  }
  get asked() {
    const { recordIds, info, names } = this;
    return names && [{ recordIds, optionalFields: names.flatMap((name) => fieldPaths(info, name)) }];
  }
  get isReady() {
    return this.records && this.names;
  }
  get count() {
    return this.records ? `(${this.records.length})` : '';
  }
  get columns() {
    return this.names.map((name) => ({ name, label: labelOf(this.info.fields[name]) }));
  }
  get rows() {
    const { info, names } = this;
    return this.records.map((record) => ({
      key: record.id,
      cells: names.flatMap((name, index) => {
        const cell = shownField(info, record, name);
        if (cell === undefined) return [];
        return [index === 0 ? { ...cell, url: recordUrl(info.apiName, record.id) } : cell];
      }),
    }));
  }
}
