import { api, LightningElement } from 'lwc';
import CURRENCY from '@salesforce/i18n/currency';

/** What a field holds, as a person reads it. */
export default class Value extends LightningElement {
  /** As `shownField` gives it. */
  @api field;
  currency = CURRENCY;

  get isBlank() {
    return this.field.value === null || this.field.value === '';
  }
  get isLink() {
    return this.field.url;
  }
  get isCurrency() {
    return this.field.type === 'Currency';
  }
  get isNumber() {
    return ['Double', 'Int', 'Percent'].includes(this.field.type);
  }
  get isDate() {
    return this.field.type === 'Date';
  }
  get isDateTime() {
    return this.field.type === 'DateTime';
  }
  get isUrl() {
    return this.field.type === 'Url';
  }
  get isEmail() {
    return this.field.type === 'Email';
  }
  get isPhone() {
    return this.field.type === 'Phone';
  }
  get isRichText() {
    return this.field.type === 'TextArea' && this.field.extraTypeInfo === 'RichTextArea';
  }
  get isBoolean() {
    return this.field.type === 'Boolean';
  }
  get numberStyle() {
    return this.field.type === 'Percent' ? 'percent-fixed' : 'decimal';
  }
  get text() {
    return this.field.words ?? String(this.field.value);
  }
  get checked() {
    return this.field.value ? 'Yes' : 'No';
  }
}
