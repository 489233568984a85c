import { api, LightningElement, wire } from 'lwc';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { createRecord, getRecordCreateDefaults, getRecordUi, updateRecord } from 'lightning/uiRecordApi';
import { decodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { sortRefusal } from 'shell/refusals';
import { typedDefaults } from './defaults';
import { toSections } from './sections';

/**
 * The form of a new record or of one that there is, laid out as the page layout has it.
 *
 * Fires `saved` with `{ recordId }`, and `cancel`.
 */
export default class RecordForm extends LightningElement {
  @api objectApiName;
  /** Absent for a new record. */
  @api recordId;
  /** Record type of a new record, when it was chosen. */
  @api chosenType;
  /** Values to begin with, as the state of a page reference has them. */
  @api defaultFieldValues;
  source;
  failure;
  refusal;
  saving = false;
  always = true;
  draft = {};

  @wire(getRecordCreateDefaults, { objectApiName: '$newObject', recordTypeId: '$chosenType' })
  wiredDefaults({ data, error }) {
    if (!data && !error) return;
    this.failure = error;
    this.source = data && { layout: data.layout, info: data.objectInfos[this.objectApiName], record: data.record };
    if (data) this.draft = { ...typedDefaults(decodeDefaultFieldValues(this.defaultFieldValues), this.source.info) };
  }

  @wire(getRecordUi, { recordIds: '$recordId', layoutTypes: 'Full', modes: 'Edit' })
  wiredRecord({ data, error }) {
    if (!data && !error) return;
    this.failure = error;
    if (!data) return;
    const [record] = Object.values(data.records);
    const [byType] = Object.values(data.layouts[record.apiName]);
    this.source = { layout: byType.Full.Edit, info: data.objectInfos[record.apiName], record };
  }

  @wire(getPicklistValuesByRecordType, { objectApiName: '$shownObject', recordTypeId: '$recordTypeId' })
  picklists;

  get newObject() {
    return this.recordId ? undefined : this.objectApiName;
  }
  get shownObject() {
    return this.source?.info.apiName;
  }
  get recordTypeId() {
    return this.source?.record.recordTypeId ?? this.source?.info.defaultRecordTypeId;
  }
  get failureText() {
    return [this.failure.body].flat()[0]?.message ?? 'This record cannot be edited.';
  }
  get title() {
    const { info, record } = this.source;
    if (!this.recordId) return `New ${info.label}`;
    const name = info.nameFields.map((field) => record.fields[field]?.value).filter(Boolean);
    return `Edit ${name.join(' ') || info.label}`;
  }
  get sections() {
    return toSections({
      ...this.source,
      picklists: this.picklists.data,
      draft: this.draft,
      isNew: !this.recordId,
    });
  }
  get saveLabel() {
    return this.saving ? 'Saving…' : 'Save';
  }

  handleChange({ detail: { name, value } }) {
    this.draft = { ...this.draft, [name]: value };
  }

  handleCancel() {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async handleSave() {
    const fields = [...this.template.querySelectorAll('shell-field')];
    this.refusal = undefined;
    const wrong = fields.filter((field) => !field.check());
    if (wrong.length > 0) {
      this.refusal = 'Review the fields marked below.';
      wrong[0].focus();
      return;
    }
    this.saving = true;
    try {
      const { id } = await this.save();
      this.tell();
      this.dispatchEvent(new CustomEvent('saved', { detail: { recordId: id } }));
    } catch (error) {
      this.showRefusal(error, fields);
    } finally {
      this.saving = false;
    }
  }

  save() {
    const { record } = this.source;
    if (!this.recordId) {
      const type = this.chosenType && { RecordTypeId: this.chosenType };
      return createRecord({ apiName: this.objectApiName, fields: { ...this.draft, ...type } });
    }
    const fields = { Id: this.recordId, ...this.draft };
    return updateRecord({ fields }, { ifUnmodifiedSince: record.lastModifiedDate });
  }

  tell() {
    const { label } = this.source.info;
    const title = this.recordId ? `${label} was saved.` : `${label} was created.`;
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
  }

  // What was entered stays where it is, whatever the org says of it.
  showRefusal(error, fields) {
    const { byField, general } = sortRefusal(
      error,
      fields.filter(({ isEdited }) => isEdited).map(({ name }) => name),
    );
    for (const field of fields) field.refuse(byField[field.name] ?? '');
    this.refusal = general;
    fields.find(({ name }) => byField[name])?.focus();
  }
}
