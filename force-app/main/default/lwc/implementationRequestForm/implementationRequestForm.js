import { api, wire } from 'lwc';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import OPPORTUNITY from '@salesforce/schema/Implementation_Request__c.Opportunity__c';
import FocusingElement from 'c/focusingElement';
import { toInputs } from 'c/questions';
import { answersTo, questionsFor } from './answers';
import { forgetDraft, keepDraft, recallDraft } from './draft';
import { beginEntry, withAnswer } from './entry';
import { LABELS } from './labels';
import { filedToast, linkRefusals } from './outcome';
import { readRefusal, saidElsewhere } from './refusal';
import { toRequestFields } from './requestFields';
import { DIFFERENCE } from './requestQuestions';
import { saveLinks, saveRequest } from './saveRequest';
import { shownAnswers } from './shownAnswers';

/**
 * The form that files an implementation request on an Opportunity, with its links.
 *
 * @fires filed with `{ record }` as soon as the request is saved, be its links saved or not
 * @fires close when the form is done with or given up
 */
export default class ImplementationRequestForm extends FocusingElement {
  /** @type {{ id: string, name: string, accountId: string, accountName: string }} */
  @api opportunity;

  /** The strategy assessment behind the request; its answers are not asked again. @type {RecordRepresentation | null} */
  @api assessment = null;

  /** The requests of the Opportunity. @type {{ id: string, number: string }[]} */
  @api requests = [];

  /** What the user may do with requests. @type {ObjectInfo} */
  @api objectInfo;

  labels = LABELS;
  objectApiName = IMPLEMENTATION_REQUEST;
  saving = false;
  /** @type {import('./entry').Entry} */
  entry;
  /** Why the request or its links were not saved. @type {{ heading: string, errors: string[] } | null} */
  refusal = null;
  /** @type {{ message: string, request: { id: string, number: string } | undefined } | null} */
  duplicate = null;
  /** The request once it is saved. @type {{ id: string, number: string, record: RecordRepresentation } | null} */
  filed = null;
  focusNext = 'h3';

  /** @type {WireResult<PicklistValuesByRecordType> | undefined} */
  @wire(getPicklistValuesByRecordType, {
    objectApiName: '$objectApiName',
    recordTypeId: '$objectInfo.defaultRecordTypeId',
  })
  picklists;

  connectedCallback() {
    this.entry = beginEntry(this.assessment, recallDraft(this.opportunity.id));
  }

  get questions() {
    return questionsFor(this.entry.values, this.entry);
  }

  get inputs() {
    return this.toInputs(this.questions.filter(({ name }) => !this.entry.settled.includes(name)));
  }

  get known() {
    return shownAnswers(this.toInputs(this.questions.filter(({ name }) => this.entry.settled.includes(name))));
  }

  get canChange() {
    return this.editable && this.known.length > 0;
  }

  get fieldLabels() {
    return { opportunity: this.objectInfo.fields[OPPORTUNITY.fieldApiName]?.label };
  }

  get submitLabel() {
    return this.saving ? LABELS.submitting : LABELS.submit;
  }

  get retryLabel() {
    return this.saving ? LABELS.submitting : LABELS.retryLinks;
  }

  get announcement() {
    return this.saving ? LABELS.submitting : '';
  }

  get editable() {
    return this.filed === null;
  }

  /** @param {CustomEvent<{ name: string, value: string | number | boolean }>} event */
  handleAnswer({ detail: { name, value } }) {
    this.entry = withAnswer(this.entry, name, value);
    this.keep();
  }

  handleChange() {
    this.askAgain(this.entry.settled[0]);
  }

  handleDifferent() {
    this.entry = { ...this.entry, isDifferent: true };
    this.duplicate = null;
    this.focusOn('c-record-fields', DIFFERENCE.name);
  }

  /** @param {CustomEvent<{ links: import('./entry').Link[] }>} event */
  handleLinks({ detail: { links } }) {
    this.entry = { ...this.entry, links };
    if (this.editable) {
      this.keep();
    }
  }

  handleCancel() {
    forgetDraft(this.opportunity.id);
    this.handleClose();
  }

  handleClose() {
    this.dispatchEvent(new CustomEvent('close'));
  }

  async handleSubmit() {
    if (this.saving || !this.validate()) {
      return;
    }
    this.start();
    const { opportunity, assessment, objectInfo } = this;
    const values = answersTo(this.entry.values, this.questions);
    try {
      this.filed = await saveRequest(toRequestFields({ opportunity, assessment, values }, objectInfo));
    } catch (error) {
      await this.showRefusal(/** @type {LdsError} */ (error));
      return;
    }
    forgetDraft(this.opportunity.id);
    this.dispatchEvent(new CustomEvent('filed', { detail: { record: this.filed.record } }));
    await this.finishLinks(this.filed);
  }

  async handleRetryLinks() {
    if (this.saving || !this.filed || !this.linkRows?.validate()) {
      return;
    }
    this.start();
    await this.finishLinks(this.filed);
  }

  /** @param {{ id: string, number: string }} filed */
  async finishLinks(filed) {
    const { saved, refused } = await saveLinks(filed.id, this.entry.links);
    this.saving = false;
    this.linkRows?.removeSaved(saved);
    if (refused.length === 0) {
      this.dispatchEvent(filedToast(filed));
      this.handleClose();
      return;
    }
    const { heading, errors, rows } = linkRefusals(refused);
    for (const { key, message } of rows) {
      this.linkRows?.showError(key, message);
    }
    this.tell(heading, errors);
  }

  /** Shows what is missing, moves the focus to the first of it and says whether nothing is. */
  validate() {
    const linksAreRight = this.linkRows?.validate() ?? true;
    const fieldsAreRight = this.fields?.validate() ?? true;
    return fieldsAreRight && linksAreRight;
  }

  /** @param {LdsError} error */
  async showRefusal(error) {
    this.saving = false;
    const { byField, duplicate, askAgain } = readRefusal(error, { ...this.entry, requests: this.requests });
    if (duplicate) {
      this.duplicate = duplicate;
      this.focusOn('c-duplicate-choice');
      return;
    }
    if (askAgain) {
      this.askAgain(askAgain);
      // The fields are on the page once it has been rendered.
      await Promise.resolve();
    }
    const here = this.fields?.showErrors(byField) ?? [];
    const elsewhere = saidElsewhere(error, here);
    if (elsewhere) {
      this.tell(LABELS.saveFailed, elsewhere);
    } else {
      this.focusOn('c-record-fields', here[0]);
    }
  }

  /**
   * Asks what the assessment answered.
   *
   * @param {string | undefined} field to focus
   */
  askAgain(field) {
    this.entry = { ...this.entry, settled: [] };
    this.focusOn('c-record-fields', field);
  }

  keep() {
    keepDraft(this.opportunity.id, this.entry);
  }

  start() {
    this.saving = true;
    this.refusal = null;
    this.duplicate = null;
  }

  /**
   * @param {string} heading
   * @param {string[]} errors
   */
  tell(heading, errors) {
    this.refusal = { heading, errors };
    this.focusOn('c-error-panel[data-refused]');
  }

  /**
   * @param {string} selector
   * @param {string} [field]
   */
  focusOn(selector, field) {
    this.focusNext = selector;
    this.focusPart = field;
  }

  /** @param {import('c/questions').Question[]} questions */
  toInputs(questions) {
    const { objectInfo } = this;
    return toInputs(questions, this.entry.values, { objectInfo, picklists: this.picklists?.data, isNew: true });
  }

  /** @returns {(Element & import('c/recordFields').default) | null | undefined} */
  get fields() {
    return this.template?.querySelector('c-record-fields');
  }

  /** @returns {(Element & import('c/requestLinkRows').default) | null | undefined} */
  get linkRows() {
    return this.template?.querySelector('c-request-link-rows');
  }
}
