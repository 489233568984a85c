import { LightningElement, api } from 'lwc';
import { choicesOf, isBlank } from 'c/questions';
import chooseLabel from '@salesforce/label/c.Groundwork_Choose';

const INPUT_TYPES = /** @type {Record<string, string | undefined>} */ ({
  Currency: 'number',
  Date: 'date',
  DateTime: 'datetime',
  Double: 'number',
  Int: 'number',
  Percent: 'number',
  Url: 'url',
});

/**
 * One field of a record as an input of the kind that its data type asks for.
 *
 * @fires answer with `{ name, value }`
 */
export default class RecordField extends LightningElement {
  /** @type {import('c/questions').Input} */
  @api field;

  placeholder = chooseLabel;
  /** Whether a message is shown that the field does not give itself. */
  isTold = false;

  /**
   * Shows a message at the field; an empty one takes it away.
   *
   * @param {string} message
   */
  @api
  showError(message) {
    this.isTold = message !== '';
    this.input?.setCustomValidity(message);
    this.input?.reportValidity();
  }

  /** Shows what is missing or badly formed, and says whether the field is right. What was shown before is forgotten. */
  @api
  validate() {
    this.isTold = false;
    this.input?.setCustomValidity('');
    const isRight = this.input?.reportValidity() ?? true;
    return isRight && !(this.field.required && isBlank(this.field.value));
  }

  /** Moves the focus into the field. */
  @api
  focus() {
    this.input?.focus();
  }

  /** @returns {InputElement | null | undefined} */
  get input() {
    return this.template?.querySelector('[data-input]');
  }

  get isLookup() {
    return this.field.dataType === 'Reference' && !this.field.options;
  }

  get isRadios() {
    return this.field.dataType === 'Picklist' && this.field.asRadios;
  }

  get isCombobox() {
    return ['Picklist', 'Reference'].includes(this.field.dataType) && !this.isLookup;
  }

  get isChoices() {
    return this.field.dataType === 'MultiPicklist';
  }

  get isLongText() {
    return this.field.dataType === 'TextArea';
  }

  get isTick() {
    return this.field.dataType === 'Boolean';
  }

  get step() {
    return this.field.step ?? 1;
  }

  get inputType() {
    return INPUT_TYPES[this.field.dataType] ?? 'text';
  }

  /** Only texts have one. */
  get maximumLength() {
    return this.field.length > 0 ? this.field.length : undefined;
  }

  get minimum() {
    return this.inputType === 'number' ? 0 : undefined;
  }

  get choices() {
    return choicesOf(this.field.value);
  }

  /** @param {CustomEvent<{ value: string }>} event */
  handleChange(event) {
    const { value } = event.detail;
    this.answer(this.inputType === 'number' && value !== '' ? Number(value) : value);
  }

  /** @param {CustomEvent<{ recordId: string | null }>} event */
  handleRecord(event) {
    this.answer(event.detail.recordId ?? '');
  }

  /** @param {CustomEvent<{ value: string[] }>} event */
  handleChoices(event) {
    this.answer(event.detail.value.join(';'));
  }

  /** @param {CustomEvent<{ checked: boolean }>} event */
  handleTick(event) {
    this.answer(event.detail.checked);
  }

  /** @param {string | number | boolean} value */
  answer(value) {
    if (this.isTold) {
      // At once: a message that goes when the field is left moves the page under the mouse.
      this.showError('');
    }
    this.dispatchEvent(new CustomEvent('answer', { detail: { name: this.field.name, value } }));
  }
}
