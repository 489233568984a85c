import { LightningElement, api } from 'lwc';
import { toLinkView } from 'c/linkView';
import openLabel from '@salesforce/label/c.Groundwork_Open_In_Vitally';
import requiredLabel from '@salesforce/label/c.Groundwork_Required_Document';

/** One document of a request: what it is, for whom, and whether it is in Vitally. */
export default class RequestLink extends LightningElement {
  /** @type {RecordRepresentation} */
  @api link;

  labels = { open: openLabel, required: requiredLabel };

  get view() {
    return toLinkView(this.link);
  }
}
