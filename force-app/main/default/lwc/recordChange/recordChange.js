import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import { fieldErrors, isConflict, otherErrors } from 'c/ldsUtils';
import { askedQuestions, toInputs, valuesOf } from 'c/questions';
import { formatLabel } from 'c/formatLabel';
import { changedFields, toSavedValues, whatDiffers } from './differences';
import { LABELS } from './labels';

/**
 * Changes some fields of a record. What was entered stays when the save is refused, and a field at which Salesforce
 * refuses it is asked for as well. When somebody else saved in between, both values are shown.
 *
 * @fires saved with `{ record }` as Salesforce has it after the save
 * @fires cancel
 */
export default class RecordChange extends LightningElement {
  /** The record as it is now; its fields fill the inputs. @type {RecordRepresentation} */
  @api record;

  /** @type {ObjectInfo} */
  @api objectInfo;

  /** @type {import('c/questions').Question[]} */
  @api questions = [];

  /** What is saved with the answers, by API name. @type {import('c/questions').Values} */
  @api fixed = {};

  @api heading = '';

  /** What happens then, in a sentence. */
  @api consequence = '';

  @api saveLabel = LABELS.save;

  /** What the toast says; no toast when it is empty. */
  @api savedMessage = '';

  /** Other records that the save changes. @type {string[]} */
  @api affects = [];

  labels = LABELS;
  saving = false;
  isStale = false;
  /** The record as the user saw it when they began. @type {RecordRepresentation} */
  base;
  /** @type {import('c/questions').Values} */
  values = {};
  /** Fields that the user has answered. @type {string[]} */
  touched = [];
  /** Fields at which Salesforce refused the save. @type {string[]} */
  refused = [];
  /** @type {string[] | null} */
  errors = null;
  /** What to show at the fields once they are on the page. @type {Record<string, string> | null} */
  pending = null;
  focusNext = '[data-start]';

  /** @type {WireResult<PicklistValuesByRecordType> | undefined} */
  @wire(getPicklistValuesByRecordType, {
    objectApiName: '$objectInfo.apiName',
    recordTypeId: '$objectInfo.defaultRecordTypeId',
  })
  picklists;

  connectedCallback() {
    this.base = this.record;
    this.values = valuesOf(this.record);
  }

  renderedCallback() {
    if (this.pending) {
      const messages = this.pending;
      this.pending = null;
      const [first] = this.fields?.showErrors(messages) ?? [];
      if (first && !this.errors) {
        this.fields?.focus(first);
      }
    }
    const next = this.focusNext && this.template?.querySelector(this.focusNext);
    if (next) {
      this.focusNext = '';
      /** @type {HTMLElement} */ (next).focus();
    }
  }

  get allQuestions() {
    const names = this.questions.map(({ name }) => name);
    const others = this.refused.filter((name) => !names.includes(name)).map((name) => ({ name }));
    return [...askedQuestions(this.questions, this.values), ...others];
  }

  get inputs() {
    const { objectInfo, values } = this;
    return toInputs(this.allQuestions, values, { objectInfo, picklists: this.picklists?.data, isNew: false });
  }

  get hasInputs() {
    return this.inputs.length > 0;
  }

  /** What this save would write. */
  get written() {
    const names = this.inputs.map(({ name }) => name).filter((name) => this.touched.includes(name));
    return { ...toSavedValues(this.values, this.isStale ? this.record : this.base, names), ...this.fixed };
  }

  /** Fields of this save that somebody else has changed since the user began. */
  get conflicts() {
    if (!this.isStale) {
      return [];
    }
    const names = [...this.inputs.map(({ name }) => name), ...Object.keys(this.fixed)];
    return whatDiffers(names, {
      base: this.base,
      record: this.record,
      inputs: this.inputs,
      objectInfo: this.objectInfo,
    });
  }

  get hasConflicts() {
    return this.conflicts.length > 0;
  }

  get staleMessage() {
    const editor = this.record.fields.LastModifiedBy?.displayValue;
    return editor ? formatLabel(LABELS.staleBy, editor) : LABELS.stale;
  }

  get buttonLabel() {
    if (this.saving) {
      return LABELS.saving;
    }
    return this.isStale ? LABELS.saveMine : this.saveLabel;
  }

  /** @param {CustomEvent<{ name: string, value: string | number | boolean }>} event */
  handleAnswer({ detail: { name, value } }) {
    this.answer(name, value);
  }

  /** @param {Event & { target: HTMLElement }} event */
  handleTakeTheirs({ target }) {
    const name = String(target.dataset.field);
    this.answer(name, this.record.fields[name]?.value ?? null);
  }

  /**
   * @param {string} name
   * @param {FieldValue['value']} value
   */
  answer(name, value) {
    this.values = { ...this.values, [name]: value };
    this.touched = [...this.touched, name];
  }

  handleCancel() {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async handleSave() {
    if (this.saving || !(this.fields?.validate() ?? true)) {
      return;
    }
    this.saving = true;
    this.errors = null;
    /** @type {RecordRepresentation} */
    let record;
    try {
      const input = { fields: { Id: this.record.id, ...this.written } };
      record = await updateRecord(input, { ifUnmodifiedSince: this.seenRecord.lastModifiedDate });
    } catch (error) {
      this.saving = false;
      this.showRefusal(/** @type {LdsError} */ (error));
      return;
    }
    this.saving = false;
    if (this.affects.length > 0) {
      notifyRecordUpdateAvailable(this.affects.map((recordId) => ({ recordId })));
    }
    if (this.savedMessage !== '') {
      this.dispatchEvent(new ShowToastEvent({ title: this.savedMessage, variant: 'success' }));
    }
    this.dispatchEvent(new CustomEvent('saved', { detail: { record } }));
  }

  /** What the user has seen of the record: what is on the page now, unless a field of this save moved behind the form. */
  get seenRecord() {
    const moved = changedFields(Object.keys(this.written), this.base, this.record);
    return this.isStale || moved.length === 0 ? this.record : this.base;
  }

  /** @param {LdsError} error */
  showRefusal(error) {
    if (isConflict(error)) {
      this.isStale = true;
      this.focusNext = '[data-stale]';
      notifyRecordUpdateAvailable([{ recordId: this.record.id }]);
      return;
    }
    const messages = fieldErrors(error);
    const asked = this.inputs.map(({ name }) => name);
    const askable = Object.keys(messages).filter(
      (name) => !(name in this.fixed) && this.objectInfo.fields[name]?.updateable === true,
    );
    this.refused = [...new Set([...this.refused, ...askable])];
    this.pending = messages;
    const others = otherErrors(error, [...asked, ...askable]);
    const atFields = Object.keys(messages).some((name) => asked.includes(name) || askable.includes(name));
    if (others.length > 0 || !atFields) {
      this.errors = others;
      this.focusNext = 'c-error-panel';
    }
  }

  /** @returns {(Element & import('c/recordFields').default) | null | undefined} */
  get fields() {
    return this.template?.querySelector('c-record-fields');
  }
}
