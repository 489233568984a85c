import { api, LightningElement } from 'lwc';
import { toRows } from './regions';

/** The regions of a laid-out page with what is in them. */
export default class FlexiPage extends LightningElement {
  /** Null shows a record plainly. */
  @api page;
  @api recordId;
  @api objectApiName;
  @api scope;

  get rows() {
    return toRows(this.page);
  }
}
