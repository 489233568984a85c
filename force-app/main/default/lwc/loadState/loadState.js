import { LightningElement, api } from 'lwc';
import loadFailed from '@salesforce/label/c.Groundwork_Load_Failed';
import loading from '@salesforce/label/c.Groundwork_Loading';
import noAccess from '@salesforce/label/c.Groundwork_No_Access';

/** Says that something is loading, why it could not be loaded, or that the user may not see it; nothing once it is there. */
export default class LoadState extends LightningElement {
  /** @type {import('c/loading').Loading} */
  @api loading;

  /** What to say above an error. */
  @api errorHeading = loadFailed;

  labels = { loading, noAccess };
}
