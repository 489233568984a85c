import { api } from 'lwc';
import FocusingElement from 'c/focusingElement';
import loadFailed from '@salesforce/label/c.Groundwork_Load_Failed';

/**
 * A card of a record page: its title, a button that adds something, and whether what it shows is loading or cannot be seen.
 * What it shows is slotted in by whoever loads it, once that is ready.
 *
 * @slot what the card shows
 * @fires add
 */
export default class RecordCard extends FocusingElement {
  @api heading = '';
  @api iconName = '';

  /** @type {import('c/loading').Loading} */
  @api loading;

  /** What to say above an error. */
  @api errorHeading = loadFailed;

  /** What the button says; no button when it is empty. */
  @api addLabel = '';

  /** What has just happened, for those who hear the page. */
  @api announcement = '';

  /** Whether the card is left out for those who may not see what it shows, who are told so otherwise. */
  @api isOptional = false;

  /** Moves the focus to the button, or to where it will be. */
  @api
  focusAdd() {
    this.focusNext = '[data-action="add"]';
    this.moveFocus();
  }

  get isShown() {
    const { hasBegun, hasAccess } = this.loading;
    return !this.isOptional || (hasBegun && hasAccess);
  }

  get canAdd() {
    return this.loading.isReady && this.addLabel !== '';
  }

  handleAdd() {
    this.dispatchEvent(new CustomEvent('add'));
  }
}
