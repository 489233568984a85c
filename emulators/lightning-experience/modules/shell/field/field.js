import { api, LightningElement } from 'lwc';

const INPUT_TYPES = {
  Currency: 'number',
  Date: 'date',
  DateTime: 'datetime',
  Double: 'number',
  Email: 'email',
  Int: 'number',
  Percent: 'number',
  Phone: 'tel',
  Url: 'url',
};

/** One field of a section: its label with its value, or with an input. Fires `fieldchange` with `{ name, value }`. */
export default class Field extends LightningElement {
  /** As `toColumns` gives it. */
  @api field;
  @api editing;

  @api
  get name() {
    return this.field.name;
  }

  /** Whether an input is shown. */
  @api
  get isEdited() {
    return this.editing && this.field.editable;
  }

  /** Whether what stands in the input may be saved; says at the input what is wrong. */
  @api
  check() {
    return this.input?.reportValidity() ?? true;
  }

  @api
  focus() {
    this.input?.focus();
  }

  /** Shows the server's words at the input; none takes them away. */
  @api
  refuse(words) {
    this.input?.setCustomValidity(words);
    this.input?.reportValidity();
  }

  get input() {
    return this.template.querySelector('[data-input]');
  }
  get isLookup() {
    return this.field.type === 'Reference';
  }
  get isChoices() {
    return this.field.type === 'MultiPicklist';
  }
  get isPicklist() {
    return this.field.type === 'Picklist';
  }
  get isTextArea() {
    return this.field.type === 'TextArea';
  }
  get isCheckbox() {
    return this.field.type === 'Boolean';
  }
  get choices() {
    return this.field.value ? this.field.value.split(';') : [];
  }
  get isNumber() {
    return INPUT_TYPES[this.field.type] === 'number';
  }
  get inputType() {
    return INPUT_TYPES[this.field.type] ?? 'text';
  }
  get step() {
    return this.isNumber ? 'any' : undefined;
  }
  get options() {
    const none = { label: '--None--', value: '' };
    return this.field.required ? this.field.options : [none, ...this.field.options];
  }

  handleChange(event) {
    this.refuse('');
    const { value, checked } = event.detail;
    if (this.isChoices) {
      this.tell(value.length === 0 ? null : value.join(';'));
      return;
    }
    this.tell(this.isCheckbox ? checked : this.typed(value));
  }

  typed(value) {
    if (value === '' || value === undefined) return null;
    return this.isNumber ? Number(value) : value;
  }

  tell(value) {
    this.dispatchEvent(new CustomEvent('fieldchange', { detail: { name: this.field.name, value } }));
  }
}
