import { api } from 'lwc';
import FocusingElement from 'c/focusingElement';
import saveLabel from '@salesforce/label/c.Groundwork_Save';

/**
 * One record of a list, which those who may change in place or remove.
 *
 * @slot how the record reads
 * @fires changed with `{ isRemoved }`, which c-related-records wants to know
 */
export default class RelatedRow extends FocusingElement {
  /** @type {RecordRepresentation} */
  @api record;

  /** What the record is called. @type {string} */
  @api name;

  /** What the user may do with such records. @type {ObjectInfo} */
  @api objectInfo;

  /** What can be changed. @type {import('c/questions').Question[]} */
  @api questions;

  actions = [{ name: 'save', label: saveLabel, variant: 'brand' }];
  isEditing = false;

  get isReading() {
    return !this.isEditing;
  }

  handleEdit() {
    this.isEditing = true;
    this.focusNext = 'c-record-editor';
  }

  handleCancel() {
    this.isEditing = false;
    this.focusNext = 'c-row-actions';
  }

  handleSaved() {
    this.handleCancel();
    this.tell(false);
  }

  handleRemoved() {
    this.tell(true);
  }

  /** @param {boolean} isRemoved */
  tell(isRemoved) {
    this.dispatchEvent(new CustomEvent('changed', { detail: { isRemoved } }));
  }
}
