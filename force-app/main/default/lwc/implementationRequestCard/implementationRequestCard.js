import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { formatLabel } from 'c/formatLabel';
import historyLabel from '@salesforce/label/c.Groundwork_History';
import priorityLabel from '@salesforce/label/c.Groundwork_Priority';
import priorityAndRankLabel from '@salesforce/label/c.Groundwork_Priority_And_Rank';
import rankLabel from '@salesforce/label/c.Groundwork_Rank';

/** A field and what is in it, as the org calls and writes it. @typedef {{ name: string, label: string, value: string | null }} Fact */

/**
 * What the card shows; what the user may not read, or nobody has filled in, is null or left out.
 *
 * @typedef {object} RequestSummary
 * @property {string} id
 * @property {string} number such as IR-00001
 * @property {string | null} status
 * @property {boolean} isOpen
 * @property {string | null} type
 * @property {string | null} priority
 * @property {string | null} rank such as “3 of 14”
 * @property {Fact[]} facts strategy and decision
 * @property {Fact[]} steps what happens next, who does it, by when
 * @property {Fact[]} history when what happened
 * @property {{ label: string, time: string } | null} deadline what Implementation Engineering owes next
 * @property {string | null} question what Implementation Engineering waits to be answered
 * @property {RecordRepresentation} record
 */

/** One implementation request, in brief, with the way to its page. */
export default class ImplementationRequestCard extends NavigationMixin(LightningElement) {
  /** @type {RequestSummary} */
  @api request;

  /** What the user may do with requests. @type {ObjectInfo} */
  @api objectInfo;

  labels = { history: historyLabel };
  url = '';

  connectedCallback() {
    this[NavigationMixin.GenerateUrl](this.pageReference).then((/** @type {string} */ url) => {
      this.url = url;
    });
  }

  get pageReference() {
    return { type: 'standard__recordPage', attributes: { recordId: this.request.id, actionName: 'view' } };
  }

  get facts() {
    const { facts, steps } = this.request;
    const priority = { name: 'priority', label: priorityLabel, value: this.priorityAndRank };
    const all = [...facts, ...(priority.value ? [priority] : []), ...steps];
    return all.map((fact) => ({ ...fact, key: `${fact.name} value` }));
  }

  get hasHistory() {
    return this.request.history.length > 0;
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
