import { api, LightningElement } from 'lwc';

/** A form in front of the page that was there. Fires `saved` with `{ recordId }`, and `close` when it is given up. */
export default class RecordDialog extends LightningElement {
  @api view;

  renderedCallback() {
    const { dialog } = this.refs;
    if (!dialog.open) dialog.showModal();
  }

  get label() {
    return this.view.type === 'new' ? 'New record' : 'Edit record';
  }
  get defaultFieldValues() {
    return this.view.state?.defaultFieldValues;
  }

  handleSaved(event) {
    this.dispatchEvent(new CustomEvent('saved', { detail: event.detail }));
  }

  // Escape closes as the button does; an answer that is still being entered is not thrown away by a click beside it.
  handleCancel(event) {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('close'));
  }
}
