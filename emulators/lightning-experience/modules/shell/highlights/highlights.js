import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { fieldPaths, shownField } from 'shell/fieldPaths';
import { go } from 'shell/router';

/** The record's name and key fields, at the head of its page. */
export default class Highlights extends LightningElement {
  @api item;
  @api recordId;
  @api objectApiName;
  @api scope;

  hasEditButton = true;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  objectInfo;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$paths' })
  record;

  get paths() {
    const info = this.objectInfo.data;
    return info && this.scope.highlights.flatMap((name) => fieldPaths(info, name));
  }
  get label() {
    return this.objectInfo.data?.label;
  }
  get editUrl() {
    return this.objectInfo.data?.updateable ? `/lightning/r/${this.objectApiName}/${this.recordId}/edit` : undefined;
  }
  get icon() {
    return this.scope.icon;
  }
  get name() {
    const [name] = this.shown;
    return name?.words ?? name?.value;
  }
  get fields() {
    return this.shown.slice(1);
  }

  handleDeleted() {
    go(`/lightning/o/${this.objectApiName}/list`, { replace: true });
  }

  get shown() {
    const { data: info } = this.objectInfo;
    const { data: record } = this.record;
    if (!info || !record) return [];
    return this.scope.highlights.flatMap((name) => shownField(info, record, name) ?? []);
  }
}
