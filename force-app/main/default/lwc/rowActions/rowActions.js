import { api } from 'lwc';
import { deleteRecord } from 'lightning/uiRecordApi';
import FocusingElement from 'c/focusingElement';
import { formatLabel } from 'c/formatLabel';
import { reduceErrors } from 'c/ldsUtils';
import cancelLabel from '@salesforce/label/c.Groundwork_Cancel';
import confirmLabel from '@salesforce/label/c.Groundwork_Remove_Confirm';
import editLabel from '@salesforce/label/c.Groundwork_Edit_Section';
import removeFailedLabel from '@salesforce/label/c.Groundwork_Not_Removed';
import removeLabel from '@salesforce/label/c.Groundwork_Remove';
import removeNamedLabel from '@salesforce/label/c.Groundwork_Remove_Named';

/**
 * Changes or removes one record of a list; removing asks once more.
 *
 * @fires edit
 * @fires removed
 */
export default class RowActions extends FocusingElement {
  /** @type {string} */
  @api recordId;

  /** What the record is called, for those who do not see where the buttons stand. @type {string} */
  @api name;

  @api canEdit = false;
  @api canRemove = false;

  labels = { cancel: cancelLabel, remove: removeLabel, removeFailed: removeFailedLabel };
  asks = false;
  removing = false;
  /** @type {string[] | null} */
  errors = null;

  /** Moves the focus to the first of the buttons. */
  @api
  focus() {
    /** @type {HTMLElement | null} */ (this.template?.querySelector('[data-action]'))?.focus();
  }

  get editLabel() {
    return formatLabel(editLabel, this.name);
  }

  get removeLabel() {
    return formatLabel(removeNamedLabel, this.name);
  }

  get question() {
    return formatLabel(confirmLabel, this.name);
  }

  handleEdit() {
    this.dispatchEvent(new CustomEvent('edit'));
  }

  handleAsk() {
    this.asks = true;
    this.errors = null;
    this.focusNext = '[data-action="keep"]';
  }

  handleKeep() {
    this.asks = false;
    this.focusNext = '[data-action="ask"]';
  }

  async handleRemove() {
    this.removing = true;
    try {
      await deleteRecord(this.recordId);
      this.dispatchEvent(new CustomEvent('removed'));
    } catch (error) {
      this.errors = reduceErrors(/** @type {LdsError} */ (error));
      this.handleKeep();
    } finally {
      this.removing = false;
    }
  }
}
