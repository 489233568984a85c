import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';

const NEVER_SHOWN = ['Id', 'IsDeleted', 'SystemModstamp', 'LastViewedDate', 'LastReferencedDate', 'LastActivityDate'];

/** What a record shows when nothing is laid out: in two columns, the fields that hold something and the org's own. */
export default class Details extends LightningElement {
  @api item;
  @api recordId;
  @api objectApiName;
  @api scope;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  objectInfo;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$paths' })
  record;

  get paths() {
    return this.fields.map(({ apiName }) => `${this.objectApiName}.${apiName}`);
  }
  get fields() {
    const all = Object.values(this.objectInfo.data?.fields ?? {});
    return all.filter(({ apiName, compound }) => !NEVER_SHOWN.includes(apiName) && !compound);
  }
  get section() {
    const { data: record } = this.record;
    if (!record) return undefined;
    const names = this.fields
      .filter(({ apiName, custom }) => custom || ![null, undefined, ''].includes(record.fields[apiName]?.value))
      .map(({ apiName }) => apiName);
    const middle = Math.ceil(names.length / 2);
    return section('Details', [names.slice(0, middle), names.slice(middle)]);
  }
}

function section(label, columns) {
  const items = (names) =>
    names.map((field) => ({ kind: 'field', id: field, field, behavior: 'none', visibility: null }));
  return {
    kind: 'component',
    properties: { label },
    facets: { columns: columns.map((names) => ({ kind: 'component', facets: { body: items(names) } })) },
  };
}
