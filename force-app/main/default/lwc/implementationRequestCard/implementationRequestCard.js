import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { formatLabel } from 'c/formatLabel';
import priorityLabel from '@salesforce/label/c.Groundwork_Priority';
import priorityAndRankLabel from '@salesforce/label/c.Groundwork_Priority_And_Rank';
import rankLabel from '@salesforce/label/c.Groundwork_Rank';

/**
 * What the card shows; what the user may not read, or nobody has filled in, is null.
 *
 * @typedef {object} RequestSummary
 * @property {string} id
 * @property {string} number such as IR-00001
 * @property {string | null} status
 * @property {string | null} type
 * @property {string | null} strategy
 * @property {string | null} priority
 * @property {number | null} rank
 * @property {string | null} nextSteps
 * @property {{ strategy: string, nextSteps: string }} fieldLabels as the org calls the fields
 */

/** One implementation request, in brief, with the way to its page. */
export default class ImplementationRequestCard extends NavigationMixin(LightningElement) {
  /** @type {RequestSummary} */
  @api request;

  url = '';
  labels = { priority: priorityLabel };

  connectedCallback() {
    this[NavigationMixin.GenerateUrl](this.pageReference).then((/** @type {string} */ url) => {
      this.url = url;
    });
  }

  get pageReference() {
    return { type: 'standard__recordPage', attributes: { recordId: this.request.id, actionName: 'view' } };
  }

  get priorityAndRank() {
    const { priority, rank } = this.request;
    if (rank === null) {
      return priority;
    }
    return priority === null ? formatLabel(rankLabel, rank) : formatLabel(priorityAndRankLabel, priority, rank);
  }

  /** @param {MouseEvent} event */
  handleOpen(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    this[NavigationMixin.Navigate](this.pageReference);
  }
}
