import { api, LightningElement, wire } from 'lwc';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { fieldPaths, labelOf, recordUrl, shownField } from 'shell/fieldPaths';

const ROWS = 10;

/** The records that point at this one. */
export default class RelatedList extends LightningElement {
  @api item;
  @api recordId;
  @api objectApiName;
  @api scope;
  /** Whether all records are shown, so that nothing leads to a page of them. */
  @api whole = false;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  parentInfo;

  @wire(getObjectInfo, { objectApiName: '$childObject' })
  childInfo;

  @wire(getRelatedListRecords, {
    parentRecordId: '$recordId',
    relatedListId: '$relatedListId',
    fields: '$nameFields',
    optionalFields: '$paths',
    pageSize: '$pageSize',
  })
  list;

  get relatedListId() {
    return this.item.properties.relatedListApiName;
  }
  get pageSize() {
    return Number(this.item.properties.rowsToDisplay ?? this.item.properties.maxRecordsToDisplay ?? ROWS);
  }
  get childObject() {
    return this.relationship?.childObjectApiName;
  }
  get isReadable() {
    return this.relationship !== undefined && !this.childInfo.error;
  }
  get title() {
    return this.item.properties.relatedListLabel ?? this.childInfo.data?.labelPlural;
  }
  get count() {
    return this.list.data ? `(${this.list.data.records.length}${this.list.data.nextPageToken ? '+' : ''})` : '';
  }
  get newUrl() {
    const info = this.childInfo.data;
    const lookup = this.relationship?.fieldName;
    if (!info?.createable || !info.fields[lookup]?.createable) return undefined;
    const state = new URLSearchParams({ defaultFieldValues: encodeDefaultFieldValues({ [lookup]: this.recordId }) });
    return `/lightning/o/${info.apiName}/new?${state}`;
  }
  get newLabel() {
    return `New: ${this.childInfo.data.label}`;
  }
  get allUrl() {
    if (this.whole || !this.list.data?.records.length) return undefined;
    return `/lightning/r/${this.objectApiName}/${this.recordId}/related/${this.relatedListId}/view`;
  }
  get allLabel() {
    return `View all: ${this.title}`;
  }
  get nameFields() {
    const info = this.childInfo.data;
    return info && [`${info.apiName}.${info.nameFields.at(-1)}`];
  }
  get paths() {
    const info = this.childInfo.data;
    return info && this.names.flatMap((name) => fieldPaths(info, name));
  }
  get columns() {
    const info = this.childInfo.data;
    return this.names.map((name) => ({ name, label: labelOf(info.fields[name]) }));
  }
  get rows() {
    const info = this.childInfo.data;
    return this.list.data.records.map((record) => ({
      key: record.id,
      cells: this.names.flatMap((name) => {
        const cell = shownField(info, record, name);
        if (cell === undefined) return [];
        return [name === info.nameFields.at(-1) ? { ...cell, url: recordUrl(info.apiName, record.id) } : cell];
      }),
    }));
  }
  get isEmpty() {
    return this.list.data?.records.length === 0;
  }
  get failure() {
    const body = this.list.error?.body;
    return body && ([body].flat()[0]?.message ?? 'This list cannot be shown.');
  }

  get relationship() {
    return this.parentInfo.data?.childRelationships.find(
      ({ relationshipName }) => relationshipName === this.relatedListId,
    );
  }

  // The page's own choice, then the page layout's, then the name alone with the first few of the object's own fields.
  get names() {
    const info = this.childInfo.data;
    if (!info) return [];
    const { relatedListFieldAliases: chosen } = this.item.properties;
    const laidOut = this.scope.relatedLists[`${this.childObject}.${this.relationship.fieldName}`];
    const own = Object.values(info.fields).filter(({ custom, dataType }) => custom && dataType !== 'TextArea');
    const names = [
      chosen ?? laidOut ?? [info.nameFields.at(-1), ...own.slice(0, 3).map(({ apiName }) => apiName)],
    ].flat();
    return names.filter((name) => info.fields[name]);
  }
}
