import { LightningElement, api, wire } from 'lwc';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import STRATEGY_ASSESSMENT from '@salesforce/schema/Strategy_Assessment__c';
import { fieldErrors, otherErrors } from 'c/ldsUtils';
import { askedQuestions, isBlank, toInputs, valuesOf } from 'c/questions';
import { CHOICE, FIRST_ANSWERS, needsAnswerOnly, QUESTIONS } from './assessmentQuestions';
import { LABELS } from './labels';
import { saveAssessment } from './saveAssessment';

/** How long an answer may still change before it is saved, in milliseconds. */
const PAUSE = 400;

/**
 * The questions of Solutions Mapping. Answers are saved as they are given, and the org's own recommendation is shown.
 *
 * @fires saved with `{ id, isNew }` after each save
 * @fires close when the user is done; everything that could be saved is saved
 */
export default class StrategyAssessment extends LightningElement {
  /** @type {{ id: string, accountId: string }} */
  @api opportunity;

  /** The assessment as it is saved, with its recommendation; none before the first answer. @type {RecordRepresentation | null} */
  @api assessment = null;

  /** What the user may do with assessments. @type {ObjectInfo} */
  @api objectInfo;

  labels = LABELS;
  objectApiName = STRATEGY_ASSESSMENT;
  /** @type {import('c/questions').Values} */
  values = {};
  /** Answers that are not saved yet, by API name. @type {import('c/questions').Values} */
  unsaved = {};
  /** @type {string[] | null} */
  errors = null;
  savedId = '';
  state = '';
  movesFocus = true;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;
  saving = Promise.resolve();

  /** @type {WireResult<PicklistValuesByRecordType> | undefined} */
  @wire(getPicklistValuesByRecordType, {
    objectApiName: '$objectApiName',
    recordTypeId: '$objectInfo.defaultRecordTypeId',
  })
  picklists;

  connectedCallback() {
    this.savedId = this.assessment?.id ?? '';
    const known = valuesOf(this.assessment);
    this.unsaved = this.savedId === '' ? FIRST_ANSWERS : {};
    this.values = {
      ...FIRST_ANSWERS,
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => !isBlank(value))),
    };
  }

  renderedCallback() {
    if (this.movesFocus) {
      this.movesFocus = false;
      /** @type {HTMLElement | null} */ (this.template?.querySelector('[data-title]'))?.focus();
    }
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  get inputs() {
    return this.toInputs(QUESTIONS);
  }

  get choice() {
    return this.toInputs(CHOICE);
  }

  get asksOnly() {
    return needsAnswerOnly(this.values);
  }

  /** @param {CustomEvent<{ name: string, value: string | number | boolean }>} event */
  handleAnswer({ detail: { name, value } }) {
    this.values = { ...this.values, [name]: value };
    this.unsaved = { ...this.unsaved, [name]: value };
    clearTimeout(this.timer);
    if (this.hasNews) {
      // Only a pause tells that a number is typed to its end.
      // eslint-disable-next-line @lwc/lwc/no-async-operation
      this.timer = setTimeout(() => this.save(), PAUSE);
    }
  }

  async handleDone() {
    clearTimeout(this.timer);
    if (this.hasNews) {
      await this.save();
    }
    if (!this.errors) {
      this.dispatchEvent(new CustomEvent('close'));
    }
  }

  /** Whether there is something to save; a mere question to the channel is nothing. */
  get hasNews() {
    return this.savedId === ''
      ? !this.asksOnly && Object.keys(this.unsaved).some((name) => !(name in FIRST_ANSWERS))
      : Object.keys(this.unsaved).length > 0;
  }

  save() {
    this.saving = this.saving.then(() => this.saveNow());
    return this.saving;
  }

  async saveNow() {
    const answers = this.unsaved;
    if (Object.keys(answers).length === 0) {
      return;
    }
    const isNew = this.savedId === '';
    this.unsaved = {};
    this.errors = null;
    this.state = LABELS.saving;
    try {
      this.savedId = await saveAssessment(this.savedId, this.opportunity, answers, this.objectInfo);
    } catch (error) {
      this.unsaved = { ...answers, ...this.unsaved };
      this.state = '';
      this.showRefusal(/** @type {LdsError} */ (error));
      return;
    }
    this.state = LABELS.saved;
    this.showErrors({});
    this.dispatchEvent(new CustomEvent('saved', { detail: { id: this.savedId, isNew } }));
  }

  /** @param {LdsError} error */
  showRefusal(error) {
    this.errors = otherErrors(error, this.showErrors(fieldErrors(error)));
  }

  /**
   * Shows messages at their fields; the focus stays where the user answers.
   *
   * @param {Record<string, string>} messages by API name of the field
   */
  showErrors(messages) {
    const groups = this.template?.querySelectorAll('c-record-fields') ?? [];
    return [...groups].flatMap((group) =>
      /** @type {Element & import('c/recordFields').default} */ (group).showErrors(messages),
    );
  }

  /** @param {import('c/questions').Question[]} questions */
  toInputs(questions) {
    const { objectInfo, savedId, values } = this;
    const context = { objectInfo, picklists: this.picklists?.data, isNew: savedId === '' };
    return toInputs(askedQuestions(questions, values), values, context);
  }
}
