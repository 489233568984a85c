import { api } from 'lwc';
import { fieldErrors, isConflict, otherErrors } from 'c/ldsUtils';
import { askedQuestions, toInputs, valuesOf } from 'c/questions';
import SavingElement from 'c/savingElement';
import cancelLabel from '@salesforce/label/c.Groundwork_Cancel';
import optionsFailedLabel from '@salesforce/label/c.Groundwork_Options_Failed';
import saveFailedLabel from '@salesforce/label/c.Groundwork_Not_Saved';
import savingLabel from '@salesforce/label/c.Groundwork_Saving';
import { changesOf, create, update } from './saving';

/**
 * A way to save.
 *
 * @typedef {object} Action
 * @property {string} name
 * @property {string} label
 * @property {string} [variant] of the button
 * @property {import('c/questions').Values} [fields] saved besides what was entered
 */

/**
 * Fields of a record to change in place, or of a new one. What was entered stays until it is saved, and a field at which
 * Salesforce refuses the save is asked for as well. When somebody else saved the same fields in between, both values are
 * shown; when it was other fields, as the service does, the save goes on by itself.
 *
 * @fires answer with `{ name, value }` whenever something is entered
 * @fires saved with `{ id, action, record }`, the record as Salesforce has it after the save
 * @fires cancel
 */
export default class RecordEditor extends SavingElement {
  /** The record; none for a new one. @type {RecordRepresentation | null} */
  @api record = null;

  /** @type {import('c/questions').Question[]} */
  @api questions;

  /** What a new record begins with, be it asked or not. @type {import('c/questions').Values} */
  @api defaults = {};

  /** @type {Action[]} */
  @api actions;

  /** Whether there is a way out without saving. */
  @api canCancel = false;

  labels = { cancel: cancelLabel, optionsFailed: optionsFailedLabel, saveFailed: saveFailedLabel };
  /** What was entered, by API name. @type {import('c/questions').Values} */
  entered = {};
  /** @type {string[] | null} */
  errors = null;
  /** Fields that the org asked for by refusing a save. @type {string[]} */
  wanted = [];
  /** What met somebody else's save. @type {Action | null} */
  waiting = null;
  saving = false;

  /** Moves the focus to the first field. */
  @api
  focus() {
    this.fields?.focus();
  }

  get values() {
    return { ...this.defaults, ...valuesOf(this.basis ?? this.record), ...this.entered };
  }

  get asked() {
    const names = this.questions.map(({ name }) => name);
    const questions = this.questions.filter(({ name, whenRefused }) => !whenRefused || this.wanted.includes(name));
    const others = this.wanted.filter((name) => !names.includes(name)).map((name) => ({ name }));
    return [...askedQuestions(questions, this.values), ...others];
  }

  get inputs() {
    const { objectInfo, values } = this;
    return toInputs(this.asked, values, { objectInfo, picklists: this.picklists?.data, isNew: this.record === null });
  }

  get pending() {
    return this.waiting ? this.written(this.waiting) : {};
  }

  get announcement() {
    return this.saving ? savingLabel : '';
  }

  get canSave() {
    return this.conflicts === null;
  }

  /** @param {CustomEvent<{ name: string, value: string | number | boolean }>} event */
  handleAnswer({ detail: { name, value } }) {
    this.basis ??= this.record;
    this.entered = { ...this.entered, [name]: value };
    this.dispatchEvent(new CustomEvent('answer', { detail: { name, value } }));
  }

  /** @param {Event & { currentTarget: HTMLElement }} event */
  handleAction(event) {
    const action = this.actions.find(({ name }) => name === event.currentTarget.dataset.action);
    return action && !this.saving && this.fields?.validate() ? this.save(action) : undefined;
  }

  /**
   * Leaves the focus in the field until the click: a field that is left says what is wrong with it, and the button would
   * move away from under the pointer.
   *
   * @param {MouseEvent} event
   */
  handlePress(event) {
    event.preventDefault();
  }

  handleCancel() {
    this.forget();
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  goOn() {
    return this.waiting ? this.save(this.waiting) : undefined;
  }

  /** @param {string[]} names */
  takeTheirs(names) {
    this.entered = Object.fromEntries(Object.entries(this.entered).filter(([name]) => !names.includes(name)));
    this.waiting = null;
    this.focusNext = 'c-record-fields';
  }

  /** @param {Action} action */
  async save(action) {
    this.saving = true;
    this.errors = null;
    this.basis ??= this.record;
    try {
      const record = await this.write(this.written(action));
      this.forget();
      this.dispatchEvent(new CustomEvent('saved', { detail: { id: record.id, action: action.name, record } }));
    } catch (error) {
      const refusal = /** @type {LdsError} */ (error);
      if (isConflict(refusal) && this.basis) {
        this.waiting = action;
        await this.askSaved(this.basis.id);
      } else {
        await this.refuse(refusal, action);
      }
    } finally {
      this.saving = false;
    }
  }

  /**
   * @param {import('c/questions').Values} fields
   * @returns {Promise<RecordRepresentation>}
   */
  write(fields) {
    const { basis, defaults, objectInfo, record } = this;
    return basis ? update(fields, basis, record) : create(objectInfo.apiName, { ...defaults, ...fields });
  }

  /**
   * What an action saves: what was entered into fields that are still asked, and what it adds.
   *
   * @param {Action} action
   * @returns {import('c/questions').Values}
   */
  written({ fields }) {
    const asked = this.inputs.map(({ name }) => name);
    return { ...changesOf(this.entered, asked, this.basis), ...fields };
  }

  /**
   * @param {LdsError} error
   * @param {Action} [action] that was refused
   */
  async refuse(error, action) {
    this.waiting = null;
    const askable = Object.keys(fieldErrors(error)).filter(
      (name) => !(name in (action?.fields ?? {})) && this.mayWrite(name),
    );
    this.wanted = [...new Set([...this.wanted, ...askable])];
    await Promise.resolve();
    const here = this.fields?.showErrors(fieldErrors(error)) ?? [];
    const others = otherErrors(error, here);
    if (others.length > 0 || here.length === 0) {
      this.errors = others;
      this.focusNext = 'c-error-panel[data-refused]';
    } else {
      this.fields?.focus(here[0]);
    }
  }

  /** @param {string} name of a field */
  mayWrite(name) {
    const field = this.objectInfo.fields[name];
    return Boolean(this.record === null ? field?.createable : field?.updateable);
  }

  forget() {
    this.entered = {};
    this.basis = null;
    this.errors = null;
    this.conflicts = null;
    this.wanted = [];
    this.waiting = null;
    this.askedId = '';
  }

  /** @returns {(Element & import('c/recordFields').default) | null | undefined} */
  get fields() {
    return this.template?.querySelector('c-record-fields');
  }
}
