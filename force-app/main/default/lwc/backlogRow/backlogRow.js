import { api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import FocusingElement from 'c/focusingElement';
import { formatLabel } from 'c/formatLabel';
import { factsOf } from './facts';
import { LABELS } from './labels';

/**
 * A request as the backlog shows it; what is blank or not to be read is null.
 *
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} number such as IR-00001
 * @property {string} customer
 * @property {string | null} status
 * @property {string | null} type
 * @property {string | null} strategy
 * @property {string | null} priority
 * @property {number | null} rank 1 is next
 * @property {string | null} score in words, with how much of it is known
 * @property {boolean} isScoreChanged since a person ranked it
 * @property {number | null} effort in points
 * @property {number | null} age in days since it was submitted
 * @property {string | null} goLive date by which the customer has to be live
 * @property {string | null} accountExecutive
 * @property {string | null} customerEngineer
 * @property {string | null} implementationEngineer
 * @property {string | null} cutLine Above, Below, or what is missing to know it
 * @property {string | null} month name of the capacity that it takes from
 * @property {number | null} freePoints of that month
 * @property {string | undefined} lastModified time at which the request was last saved
 * @property {string | null} editor who saved it then
 */

/**
 * One request of the backlog, with its rank and the ways to change it.
 *
 * @fires move with `{ id, action }` and either `direction` or the `rank` that was entered
 */
export default class BacklogRow extends NavigationMixin(FocusingElement) {
  /** @type {Entry} */
  @api entry;

  /** What the requests' fields are called. @type {ObjectInfo} */
  @api objectInfo;

  /** How many requests the backlog has. */
  @api total = 0;

  @api canRank = false;

  /** Whether nothing is shown above. */
  @api isFirst = false;

  /** Whether nothing is shown below. */
  @api isLast = false;

  labels = LABELS;
  url = '';
  isEntering = false;

  /** Moves the focus to one of the ways to change the rank, or to another when that is not to be used here. @param {string} action */
  @api
  focus(action) {
    const controls = [`[data-action="${action}"]`, '[data-action]'];
    const usable = controls.flatMap((selector) => [...(this.template?.querySelectorAll(selector) ?? [])]);
    const control = usable.find((element) => !(/** @type {HTMLButtonElement} */ (element).disabled));
    /** @type {HTMLElement | undefined} */ (control)?.focus();
  }

  connectedCallback() {
    this[NavigationMixin.GenerateUrl](this.pageReference).then((/** @type {string} */ url) => {
      this.url = url;
    });
  }

  get pageReference() {
    return { type: 'standard__recordPage', attributes: { recordId: this.entry.id, actionName: 'view' } };
  }

  get facts() {
    return factsOf(this.entry, this.objectInfo);
  }

  get badges() {
    const { status, type, priority } = this.entry;
    const values = { priority, status, type };
    return Object.entries(values).flatMap(([name, label]) => (label === null ? [] : [{ name, label }]));
  }

  get rank() {
    return this.entry.rank === null ? '' : String(this.entry.rank);
  }

  get rankOf() {
    return formatLabel(LABELS.rankOf, this.rank, this.total);
  }

  get words() {
    const { number } = this.entry;
    return {
      down: formatLabel(LABELS.moveDown, number),
      newRank: formatLabel(LABELS.newRank, number, this.total),
      to: formatLabel(LABELS.moveTo, number, this.rank),
      up: formatLabel(LABELS.moveUp, number),
    };
  }

  handleUp() {
    this.ask({ direction: 'up', action: 'up' });
  }

  handleDown() {
    this.ask({ direction: 'down', action: 'down' });
  }

  handleOpenEntry() {
    this.isEntering = true;
    this.focusNext = 'lightning-input';
  }

  handleCancel() {
    this.isEntering = false;
    this.focusNext = '[data-action="to"]';
  }

  /** @param {KeyboardEvent} event */
  handleKey({ key }) {
    if (key === 'Escape') {
      this.handleCancel();
    } else if (key === 'Enter') {
      this.handleEntered();
    }
  }

  handleEntered() {
    const input = /** @type {HTMLInputElement | null | undefined} */ (this.template?.querySelector('lightning-input'));
    if (input?.reportValidity()) {
      const { value } = input;
      this.handleCancel();
      this.ask({ rank: value, action: 'to' });
    }
  }

  /** @param {MouseEvent} event */
  handleOpen(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    this[NavigationMixin.Navigate](this.pageReference);
  }

  /** @param {{ direction?: 'up' | 'down', rank?: string, action: string }} move */
  ask(move) {
    this.dispatchEvent(new CustomEvent('move', { detail: { id: this.entry.id, ...move } }));
  }
}
