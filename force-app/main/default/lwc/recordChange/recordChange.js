import { api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import FocusingElement from 'c/focusingElement';
import saveLabel from '@salesforce/label/c.Groundwork_Save';

/**
 * A step with a record: a few fields to fill in, what is saved with them, and what happens then.
 *
 * @fires saved with `{ record }` as Salesforce has it after the save
 * @fires cancel
 */
export default class RecordChange extends FocusingElement {
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

  @api saveLabel = saveLabel;

  /** What the toast says; no toast when it is empty. */
  @api savedMessage = '';

  /** Other records that the save changes. @type {string[]} */
  @api affects = [];

  focusNext = '[data-start]';

  get actions() {
    return [{ name: 'save', label: this.saveLabel, variant: 'brand', fields: this.fixed }];
  }

  /** @param {CustomEvent<{ record: RecordRepresentation }>} event */
  handleSaved({ detail: { record } }) {
    if (this.affects.length > 0) {
      notifyRecordUpdateAvailable(this.affects.map((recordId) => ({ recordId })));
    }
    if (this.savedMessage !== '') {
      this.dispatchEvent(new ShowToastEvent({ title: this.savedMessage, variant: 'success' }));
    }
    this.dispatchEvent(new CustomEvent('saved', { detail: { record } }));
  }

  handleCancel() {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}
