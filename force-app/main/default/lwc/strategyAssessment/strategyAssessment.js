import { api } from 'lwc';
import { fieldErrors, isConflict, otherErrors } from 'c/ldsUtils';
import { askedQuestions, isBlank, toInputs, valuesOf } from 'c/questions';
import SavingElement from 'c/savingElement';
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
export default class StrategyAssessment extends SavingElement {
  /** @type {{ id: string, accountId: string }} */
  @api opportunity;

  /** The assessment as it is saved, with its recommendation; none before the first answer. @type {RecordRepresentation | null} */
  @api assessment = null;

  labels = LABELS;
  /** @type {import('c/questions').Values} */
  values = {};
  /** Answers that are not saved yet, by API name. @type {import('c/questions').Values} */
  unsaved = {};
  /** @type {string[] | null} */
  errors = null;
  savedId = '';
  /** Whether to close once everything is saved. */
  isDone = false;
  state = '';
  focusNext = '[data-title]';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;
  saving = Promise.resolve();

  connectedCallback() {
    this.basis = this.assessment;
    this.savedId = this.assessment?.id ?? '';
    const known = valuesOf(this.assessment);
    this.unsaved = this.savedId === '' ? FIRST_ANSWERS : {};
    this.values = {
      ...FIRST_ANSWERS,
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => !isBlank(value))),
    };
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
    this.isDone = true;
    await (this.hasNews ? this.save() : this.saving);
    this.closeWhenDone();
  }

  get pending() {
    return this.unsaved;
  }

  async goOn() {
    await this.save();
    this.closeWhenDone();
  }

  /** @param {string[]} names */
  takeTheirs(names) {
    const saved = valuesOf(this.basis);
    this.values = { ...this.values, ...Object.fromEntries(names.map((name) => [name, saved[name] ?? null])) };
    this.unsaved = Object.fromEntries(Object.entries(this.unsaved).filter(([name]) => !names.includes(name)));
    return this.save();
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
    // What somebody else saved is looked at first.
    if (Object.keys(answers).length === 0 || this.conflicts || this.askedId !== '') {
      return;
    }
    const isNew = this.savedId === '';
    this.unsaved = {};
    this.errors = null;
    this.state = LABELS.saving;
    const { objectInfo, opportunity, savedId } = this;
    try {
      this.basis = await saveAssessment(savedId, opportunity, answers, { objectInfo, seen: lastSeen(this.basis) });
    } catch (error) {
      this.unsaved = { ...answers, ...this.unsaved };
      this.state = '';
      await this.handleFailure(/** @type {LdsError} */ (error));
      return;
    }
    this.savedId = this.basis.id;
    this.state = LABELS.saved;
    this.showErrors({});
    this.dispatchEvent(new CustomEvent('saved', { detail: { id: this.savedId, isNew } }));
  }

  /** @param {LdsError} error */
  async handleFailure(error) {
    if (!isConflict(error) || this.savedId === '') {
      this.refuse(error);
      return;
    }
    await this.askSaved(this.savedId);
  }

  closeWhenDone() {
    const isSaved = !this.errors && !this.conflicts && this.askedId === '';
    if (this.isDone && isSaved) {
      this.dispatchEvent(new CustomEvent('close'));
    }
    this.isDone = this.isDone && this.askedId !== '';
  }

  /** @param {LdsError} error */
  refuse(error) {
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

/**
 * When the assessment was last changed as far as the user has seen. With an Opportunity it comes as a field only.
 *
 * @param {RecordRepresentation | null} record
 */
function lastSeen(record) {
  const { LastModifiedDate } = record?.fields ?? {};
  return record?.lastModifiedDate ?? /** @type {string | undefined} */ (LastModifiedDate?.value ?? undefined);
}
