import { api, LightningElement } from 'lwc';
import { choosableTypes } from 'shell/recordTypes';

/** Asks which record type a new record is to be of. Fires `choose` with `{ recordTypeId }`, and `cancel`. */
export default class RecordTypeChoice extends LightningElement {
  /** Of the object. */
  @api info;
  chosen;

  get title() {
    return `New ${this.info.label}`;
  }
  get types() {
    const all = choosableTypes(this.info).map(({ recordTypeId: id, name }) => ({ id, name }));
    const usual = all.find(({ id }) => id === this.info.defaultRecordTypeId) ?? all[0];
    return all.map(({ id, name }) => ({ id, name, isChosen: id === (this.chosen ?? usual.id) }));
  }

  handleChoice({ target: { value } }) {
    this.chosen = value;
  }

  handleNext(event) {
    event.preventDefault();
    const { id: recordTypeId } = this.types.find(({ isChosen }) => isChosen);
    this.dispatchEvent(new CustomEvent('choose', { detail: { recordTypeId } }));
  }

  handleCancel() {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}
