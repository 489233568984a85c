import { api, LightningElement, wire } from 'lwc';
import { uiApi } from 'lds/network';
import { records } from 'lds/records';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { go } from 'shell/router';

/** What may be done with a record. Fires `recorddeleted`, which bubbles, before the record is forgotten. */
export default class RecordMenu extends LightningElement {
  @api objectApiName;
  @api recordId;
  @api recordName;
  /** Another button edits. */
  @api editElsewhere = false;
  asking = false;
  deleting = false;
  failure;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  objectInfo;

  get info() {
    return this.objectInfo.data;
  }
  get mayEdit() {
    return this.info?.updateable && !this.editElsewhere;
  }
  get mayDelete() {
    return this.info?.deletable;
  }
  get hasActions() {
    return this.mayEdit || this.mayDelete;
  }
  get label() {
    return `Show actions for ${this.recordName}`;
  }
  get heading() {
    return `Delete ${this.info.label}`;
  }
  get question() {
    return `Are you sure you want to delete ${this.recordName}?`;
  }

  handleSelect({ detail: { value } }) {
    if (value === 'edit') go(`/lightning/r/${this.objectApiName}/${this.recordId}/edit`);
    else this.asking = true;
  }

  handleKeep() {
    this.asking = false;
    this.failure = undefined;
  }

  async handleDelete() {
    const { recordId, recordName, info } = this;
    this.deleting = true;
    this.failure = undefined;
    try {
      await uiApi('DELETE', `/records/${recordId}`);
    } catch (error) {
      this.failure = [error.body].flat()[0]?.message ?? 'It could not be deleted.';
      return;
    } finally {
      this.deleting = false;
    }
    this.asking = false;
    this.dispatchEvent(new ShowToastEvent({ title: `${info.label} “${recordName}” was deleted.`, variant: 'success' }));
    this.dispatchEvent(new CustomEvent('recorddeleted', { detail: { recordId }, bubbles: true, composed: true }));
    // Whoever shows the record by itself has left it by then, and does not ask for it again.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    setTimeout(() => records.evict(recordId));
  }
}
