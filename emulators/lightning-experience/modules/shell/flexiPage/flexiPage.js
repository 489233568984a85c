import { api, LightningElement } from 'lwc';
import { records } from 'lds/records';
import { toRows } from './regions';

/** The longest that a page waits for its parts. */
const PATIENCE_MS = 3000;

/**
 * The regions of a laid-out page with what is in them. It is shown once its parts have what they first ask for: parts that
 * fill one after the other would push each other about.
 */
export default class FlexiPage extends LightningElement {
  /** Null shows a record plainly. */
  @api page;
  @api recordId;
  @api objectApiName;
  @api scope;
  isSettled = false;

  async connectedCallback() {
    const patience = new Promise((resolve) => {
      // eslint-disable-next-line @lwc/lwc/no-async-operation
      setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([records.quiet(), patience]);
    this.isSettled = true;
  }

  get isWaiting() {
    return !this.isSettled;
  }

  get style() {
    return this.isSettled ? 'page' : 'page waiting';
  }

  get rows() {
    return toRows(this.page);
  }
}
