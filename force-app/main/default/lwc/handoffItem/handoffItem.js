import { LightningElement, api } from 'lwc';
import { formatLabel } from 'c/formatLabel';
import { toItemView } from './itemView';
import { worksOn } from './itemWork';
import { LABELS } from './labels';

/**
 * One item of a handoff: where it stands in a line, and below it, when opened, what is known and can be done about it.
 *
 * @fires saved with `{ id, action }`
 */
export default class HandoffItem extends LightningElement {
  /** @type {RecordRepresentation} */
  @api item;

  /** What the user may do with items. @type {ObjectInfo} */
  @api objectInfo;

  /** @type {import('c/handoffFields').ItemRights} */
  @api rights;

  labels = LABELS;
  isOpen = false;
  announcement = '';

  /** Moves the focus to the line. */
  @api
  focus() {
    /** @type {HTMLElement | null} */ (this.template?.querySelector('[data-toggle]'))?.focus();
  }

  get view() {
    return toItemView(this.item);
  }

  get works() {
    return worksOn(this.item, this.objectInfo, this.rights).map((work) => ({
      ...work,
      heading: LABELS.headings[work.name],
    }));
  }

  get nothingToDo() {
    return this.works.length === 0 && this.view.isOwed;
  }

  get owner() {
    const { person, role } = this.view;
    if (person) {
      return role ? formatLabel(LABELS.personAndRole, person, role) : person;
    }
    return role ? formatLabel(LABELS.nobodyYet, role) : LABELS.nobody;
  }

  get section() {
    const { section } = this.view;
    return section ? formatLabel(LABELS.coveredInDesign, section) : '';
  }

  get icon() {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get expanded() {
    return String(this.isOpen);
  }

  handleToggle() {
    this.isOpen = !this.isOpen;
  }

  /** @param {CustomEvent<{ id: string, action: string }>} event */
  handleSaved({ detail }) {
    this.announcement = LABELS.saved;
    if (detail.action !== 'progress') {
      this.isOpen = false;
      this.focus();
    }
    this.dispatchEvent(new CustomEvent('saved', { detail }));
  }
}
