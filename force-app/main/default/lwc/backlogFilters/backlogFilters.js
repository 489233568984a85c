import { LightningElement, api } from 'lwc';
import allLabel from '@salesforce/label/c.Groundwork_All';
import engineerLabel from '@salesforce/label/c.Groundwork_Filter_Engineer';
import priorityLabel from '@salesforce/label/c.Groundwork_Priority';
import textLabel from '@salesforce/label/c.Groundwork_Filter_Text';
import typeLabel from '@salesforce/label/c.Groundwork_Filter_Type';

/**
 * Narrows the backlog by words, priority, type and engineer.
 *
 * @fires filter with what is looked for, each time that changes
 */
export default class BacklogFilters extends LightningElement {
  /** What is looked for; empty texts stand for everything. @type {{ text: string, priority: string, type: string, engineer: string }} */
  @api filter;

  /** What there is to choose. @type {{ priorities: string[], types: string[], engineers: string[] }} */
  @api choices;

  labels = { engineer: engineerLabel, priority: priorityLabel, text: textLabel, type: typeLabel };

  get options() {
    const { priorities, types, engineers } = this.choices;
    return { priority: toOptions(priorities), type: toOptions(types), engineer: toOptions(engineers) };
  }

  /** @param {CustomEvent<{ value: string }> & { target: HTMLElement }} event */
  handleChange({ target, detail }) {
    const filter = { ...this.filter, [String(target.dataset.filter)]: detail.value };
    this.dispatchEvent(new CustomEvent('filter', { detail: filter }));
  }
}

/** @param {string[]} values */
function toOptions(values) {
  return [{ label: allLabel, value: '' }, ...values.map((value) => ({ label: value, value }))];
}
