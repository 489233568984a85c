import { api, wire } from 'lwc';
import { getListRecordsByName } from 'lightning/uiListsApi';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import FocusingElement from 'c/focusingElement';
import { formatLabel } from 'c/formatLabel';
import { CANDIDATE_FIELDS, toCandidates } from './candidates';
import { LABELS } from './labels';
import { areWeights, placeChanges, totalOf } from './preview';

/** The most that a list answers at once. https://developer.salesforce.com/docs/platform/lwc/guide/reference-get-list-records-by-name.html */
const PAGE_SIZE = 2000;

/** Other weights, tried out on the requests of the backlog. Nothing is saved. */
export default class WeightPreview extends FocusingElement {
  /** Keys, titles and weights as they are. @type {{ key: string, title: string, weight: number }[]} */
  @api considerations;

  labels = LABELS;
  objectApiName = IMPLEMENTATION_REQUEST.objectApiName;
  fields = CANDIDATE_FIELDS;
  pageSize = PAGE_SIZE;
  /** What was entered, by consideration. @type {Record<string, number>} */
  entered = {};
  /** The weights whose effect is shown. @type {Record<string, number> | null} */
  shown = null;

  /** @type {WireResult<{ records: RecordRepresentation[], nextPageToken?: string | null }> | undefined} */
  @wire(getListRecordsByName, {
    objectApiName: '$objectApiName',
    listViewApiName: 'Backlog',
    optionalFields: '$fields',
    pageSize: '$pageSize',
  })
  backlog;

  get weights() {
    return Object.fromEntries(this.considerations.map(({ key, weight }) => [key, this.entered[key] ?? weight]));
  }

  get inputs() {
    return this.considerations.map(({ key, title }) => ({ key, title, weight: this.weights[key] }));
  }

  get total() {
    return totalOf(this.weights);
  }

  get isRight() {
    return areWeights(this.weights);
  }

  get totalText() {
    return formatLabel(this.isRight ? LABELS.total : LABELS.wrongTotal, this.total);
  }

  get totalClass() {
    return this.isRight ? 'slds-m-vertical_x-small' : 'slds-m-vertical_x-small slds-text-color_error';
  }

  get isLoading() {
    return !this.backlog?.data && !this.backlog?.error;
  }

  get candidates() {
    return (this.backlog?.data?.records ?? []).flatMap(toCandidates);
  }

  get changes() {
    return this.shown === null
      ? []
      : placeChanges(this.candidates, this.shown).map((one) => ({
          ...one,
          title: `${one.number} ${one.customer}`,
          places: formatLabel(LABELS.fromTo, one.placeBefore, one.place),
          scores: formatLabel(LABELS.fromTo, one.scoreBefore.toLocaleString(), one.score.toLocaleString()),
        }));
  }

  get hasChanges() {
    return this.changes.length > 0;
  }

  get outcome() {
    if (this.shown === null) {
      return '';
    }
    const { length } = this.changes;
    return length === 0
      ? formatLabel(LABELS.nobodyMoves, this.candidates.length)
      : formatLabel(LABELS.moves, length, this.candidates.length);
  }

  /** @param {CustomEvent<{ value: string }> & { target: HTMLElement }} event */
  handleWeight({ target, detail }) {
    this.entered = { ...this.entered, [String(target.dataset.key)]: Number(detail.value) };
    this.shown = null;
  }

  handlePreview() {
    if (!this.isRight) {
      this.focusNext = '[data-total]';
      return;
    }
    this.shown = this.weights;
    this.focusNext = '[data-outcome]';
  }
}
