import { api } from 'lwc';
import FocusingElement from 'c/focusingElement';
import saveLabel from '@salesforce/label/c.Groundwork_Save';
import savedLabel from '@salesforce/label/c.Groundwork_Saved';

/**
 * What the card says.
 *
 * @typedef {object} Words
 * @property {string} title
 * @property {string} add the button that adds a record
 * @property {string} none when there is no record
 * @property {string} loadFailed above an error
 * @property {string} [save] the button that saves a new record; *Save* when left out
 * @property {string} [saved] what those hear who hear the page, once it is saved; *Saved* when left out
 */

/**
 * A card of the records that hang on the record of the page, with the way to add one for those who may. Nothing for those
 * who may not read them.
 *
 * @slot the records, once they are loaded; c-related-row lets them be changed
 * @slot notice above them
 * @slot new above the fields of a new one
 * @fires add when the fields of a new one appear
 * @fires changed when one was added, changed or removed
 */
export default class RelatedRecords extends FocusingElement {
  /** @type {Words} */
  @api words;

  @api iconName = '';

  /** @type {import('c/loading').Loading} */
  @api loading;

  /** How many there are. */
  @api count = 0;

  /** What the user may do with such records; undefined until it is known. @type {ObjectInfo | undefined} */
  @api objectInfo;

  /** What a new one asks for. @type {import('c/questions').Question[]} */
  @api questions;

  /** What a new one begins with. @type {import('c/questions').Values} */
  @api defaults;

  isAdding = false;
  announcement = '';

  /**
   * Takes note of what a row has told. Its event does not come here by itself: a record that is removed may be gone from
   * the page before its row tells.
   *
   * @param {{ isRemoved: boolean }} change
   */
  @api
  noteChange({ isRemoved }) {
    this.announcement = isRemoved ? '' : savedLabel;
    if (isRemoved) {
      this.card?.focusAdd();
    }
    this.dispatchEvent(new CustomEvent('changed'));
  }

  get hasNone() {
    return this.count === 0;
  }

  get addLabel() {
    return this.objectInfo?.createable === true && !this.isAdding ? this.words.add : '';
  }

  get actions() {
    return [{ name: 'save', label: this.words.save ?? saveLabel, variant: 'brand' }];
  }

  handleAdd() {
    this.isAdding = true;
    this.announcement = '';
    this.focusNext = 'c-record-editor';
    this.dispatchEvent(new CustomEvent('add'));
  }

  handleCancel() {
    this.isAdding = false;
    this.card?.focusAdd();
  }

  handleSaved() {
    this.handleCancel();
    this.announcement = this.words.saved ?? savedLabel;
    this.dispatchEvent(new CustomEvent('changed'));
  }

  /** @returns {(Element & import('c/recordCard').default) | null | undefined} */
  get card() {
    return this.template?.querySelector('c-record-card');
  }
}
