import { api } from 'lwc';
import FocusingElement from 'c/focusingElement';
import { formatLabel } from 'c/formatLabel';
import { askedQuestions, isBlank, toInputs, valuesOf } from 'c/questions';
import editLabel from '@salesforce/label/c.Groundwork_Edit_Section';
import noLabel from '@salesforce/label/c.Groundwork_No';
import saveLabel from '@salesforce/label/c.Groundwork_Save';
import savedLabel from '@salesforce/label/c.Groundwork_Saved';
import yesLabel from '@salesforce/label/c.Groundwork_Yes';

/**
 * Some fields of a record under a heading, to read, and to change in place by those who may.
 *
 * @fires saved with `{ id, action }`
 */
export default class RecordSection extends FocusingElement {
  /** @type {string} */
  @api heading;

  /** What else there is to say, such as what is missing. @type {string | null} */
  @api notice = null;

  /** @type {RecordRepresentation} */
  @api record;

  /** What the user may do with such records. @type {ObjectInfo} */
  @api objectInfo;

  /** The fields, in order. @type {import('c/questions').Question[]} */
  @api questions;

  actions = [{ name: 'save', label: saveLabel, variant: 'brand' }];
  isEditing = false;
  announcement = '';

  get facts() {
    const { objectInfo, questions, record } = this;
    const values = valuesOf(record);
    return askedQuestions(questions, values).flatMap(({ name }) => {
      const field = objectInfo.fields[name];
      const value = values[name];
      if (!field || value === undefined) {
        return [];
      }
      return [{ name, key: `${name} value`, label: field.label, ...formOf(field.dataType, value) }];
    });
  }

  get isReading() {
    return !this.isEditing;
  }

  get canEdit() {
    const { objectInfo, questions } = this;
    return toInputs(questions, {}, { objectInfo, picklists: undefined, isNew: false }).length > 0;
  }

  get editLabel() {
    return formatLabel(editLabel, this.heading);
  }

  handleEdit() {
    this.isEditing = true;
    this.announcement = '';
    this.focusNext = 'c-record-editor';
  }

  handleCancel() {
    this.close();
  }

  /** @param {CustomEvent<{ id: string, action: string }>} event */
  handleSaved({ detail }) {
    this.announcement = savedLabel;
    this.close();
    this.dispatchEvent(new CustomEvent('saved', { detail }));
  }

  close() {
    this.isEditing = false;
    this.focusNext = '[data-action="edit"]';
  }
}

/**
 * How a value is shown; exactly one of the forms is set.
 *
 * @param {string} dataType as the UI API calls it
 * @param {FieldValue['value']} value
 */
function formOf(dataType, value) {
  if (dataType === 'Boolean') {
    return { text: value === true ? yesLabel : noLabel };
  }
  if (isBlank(value)) {
    return { text: '–' };
  }
  const form = /** @type {Record<string, string | undefined>} */ ({ Date: 'date', DateTime: 'time', Url: 'url' })[
    dataType
  ];
  return { [form ?? 'text']: String(value) };
}
