import { api, LightningElement } from 'lwc';

/** Asks before something is done that cannot be taken back. Fires `confirm` and `cancel`. */
export default class Confirmation extends LightningElement {
  @api heading;
  @api text;
  /** Of the button that does it. */
  @api label;
  /** Why it was not done. */
  @api failure;
  /** It is being done. */
  @api busy = false;

  renderedCallback() {
    const { dialog } = this.refs;
    if (!dialog.open) dialog.showModal();
  }

  handleConfirm() {
    this.dispatchEvent(new CustomEvent('confirm'));
  }

  handleCancel(event) {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}
