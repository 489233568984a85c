import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { choosableTypes } from 'shell/recordTypes';

/** A form in front of the page that was there. Fires `saved` with `{ recordId }`, and `close` when it is given up. */
export default class RecordDialog extends LightningElement {
  @api view;
  chosenType;

  @wire(getObjectInfo, { objectApiName: '$newObject' })
  objectInfo;

  renderedCallback() {
    const { dialog } = this.refs;
    if (!dialog.open) dialog.showModal();
  }

  get label() {
    return this.view.type === 'new' ? 'New record' : 'Edit record';
  }
  get newObject() {
    return this.view.type === 'new' ? this.view.object : undefined;
  }
  get recordTypeId() {
    return this.chosenType ?? this.view.state?.recordTypeId;
  }
  get typeIsOpen() {
    const info = this.newObject && !this.recordTypeId && this.objectInfo.data;
    return info && choosableTypes(info).length > 1;
  }
  /** The form tells itself what is wrong with the object. */
  get typeIsKnown() {
    return !this.newObject || this.objectInfo.data || this.objectInfo.error;
  }
  get defaultFieldValues() {
    return this.view.state?.defaultFieldValues;
  }

  handleChoose({ detail: { recordTypeId } }) {
    this.chosenType = recordTypeId;
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
