import { LightningElement, api } from 'lwc';

/**
 * What a person can do with a record by filling in some of its fields.
 *
 * @typedef {object} Action
 * @property {string} name
 * @property {string} label
 * @property {string} variant of the button
 * @property {string} on the subject that is saved
 * @property {import('c/questions').Question[]} questions
 * @property {import('c/questions').Values} fixed saved besides the answers
 * @property {string} consequence what happens then, in a sentence; may be empty
 * @property {string} saved what the toast says; no toast when it is empty
 */

/**
 * A record that actions change.
 *
 * @typedef {object} Subject
 * @property {RecordRepresentation | null} record as it is now
 * @property {ObjectInfo | undefined} info
 * @property {string[]} affects other records that a save changes
 */

/**
 * A button for each action, and the form of the one that was chosen.
 *
 * @fires saved with `{ record, action }`: the record as Salesforce has it now, and the name of the action
 * @fires cancel
 */
export default class RecordActions extends LightningElement {
  /** @type {readonly Action[]} */
  @api actions;

  /** The records by the names that actions have for them. @type {Record<string, Subject>} */
  @api subjects;

  /** What the user has begun; kept when the record moves on behind it. @type {Action | null} */
  begun = null;

  get isChoosing() {
    return this.begun === null && this.actions.length > 0;
  }

  get subject() {
    return this.begun && this.subjects[this.begun.on];
  }

  /** @param {Event & { target: HTMLElement }} event */
  handleChoice({ target }) {
    this.begun = this.actions.find(({ name }) => name === target.dataset.action) ?? null;
  }

  handleCancel() {
    this.begun = null;
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  /** @param {CustomEvent<{ record: RecordRepresentation }>} event */
  handleSaved({ detail: { record } }) {
    const action = this.begun?.name;
    this.begun = null;
    this.dispatchEvent(new CustomEvent('saved', { detail: { record, action } }));
  }
}
