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

  /** Shows the server's words at the input; none takes them away. */
  @api
  refuse(words) {
    const input = this.template.querySelector('[data-input]');
    input?.setCustomValidity(words);
    input?.reportValidity();
  }

  get isEdited() {
    return this.editing && this.field.editable;
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
