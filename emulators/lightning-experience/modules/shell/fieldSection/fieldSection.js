import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { getRecord, updateRecord } from 'lightning/uiRecordApi';
import { everyItem } from 'shell/facets';
import { fieldPaths } from 'shell/fieldPaths';
import { sortRefusal } from 'shell/refusals';
import { isVisible } from 'shell/visibility';
import { toColumns } from './columns';

/** A section of a page with Dynamic Forms: fields in columns, read or edited together. */
export default class FieldSection extends LightningElement {
  @api item;
  @api recordId;
  @api objectApiName;
  @api scope;
  editing = false;
  saving = false;
  failure;
  draft = {};

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  objectInfo;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$paths' })
  record;

  @wire(getPicklistValuesByRecordType, { objectApiName: '$editedObject', recordTypeId: '$recordTypeId' })
  picklists;

  get title() {
    return this.item.properties?.label;
  }
  get paths() {
    const info = this.objectInfo.data;
    return (
      info && everyItem([this.item]).flatMap(({ kind, field }) => (kind === 'field' ? fieldPaths(info, field) : []))
    );
  }
  get editedObject() {
    return this.editing ? this.objectApiName : undefined;
  }
  get recordTypeId() {
    return this.record.data?.recordTypeId ?? this.objectInfo.data?.defaultRecordTypeId;
  }
  get columns() {
    const { data: info } = this.objectInfo;
    const { data: record } = this.record;
    if (!info || !record) return [];
    const shown = (item) => isVisible(item.visibility, this.scope);
    return toColumns({ item: this.item, info, record, shown, picklists: this.picklists.data, draft: this.draft });
  }
  get isLoading() {
    return !this.record.data;
  }
  get canEdit() {
    return !this.editing && this.columns.some(({ fields }) => fields.some(({ editable }) => editable));
  }
  get editLabel() {
    return `Edit ${this.title ?? 'details'}`;
  }
  get saveLabel() {
    return this.saving ? 'Saving…' : 'Save';
  }

  handleEdit() {
    this.draft = {};
    this.failure = undefined;
    this.editing = true;
  }

  handleCancel() {
    this.editing = false;
    this.draft = {};
    this.failure = undefined;
  }

  handleChange({ detail: { name, value } }) {
    this.draft = { ...this.draft, [name]: value };
  }

  async handleSave() {
    this.saving = true;
    this.failure = undefined;
    try {
      await updateRecord({ fields: { Id: this.recordId, ...this.draft } });
      this.editing = false;
      this.draft = {};
    } catch (error) {
      this.showRefusal(error);
    } finally {
      this.saving = false;
    }
  }

  showRefusal(error) {
    const fields = [...this.template.querySelectorAll('shell-field')];
    const { byField, general } = sortRefusal(
      error,
      fields.map(({ name }) => name),
    );
    for (const field of fields) field.refuse(byField[field.name] ?? '');
    this.failure = general;
  }
}
