import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';

const NEVER_SHOWN = ['Id', 'IsDeleted', 'SystemModstamp', 'LastViewedDate', 'LastReferencedDate', 'LastActivityDate'];

/** All fields of the object that may be read, in two columns: what a record shows when nothing is laid out. */
export default class Details extends LightningElement {
  @api item;
  @api recordId;
  @api objectApiName;
  @api scope;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  objectInfo;

  get section() {
    const { data } = this.objectInfo;
    if (!data) return undefined;
    const names = Object.values(data.fields)
      .filter(({ apiName, compound }) => !NEVER_SHOWN.includes(apiName) && !compound)
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
