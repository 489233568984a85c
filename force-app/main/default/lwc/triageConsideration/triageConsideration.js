import { api } from 'lwc';
import FocusingElement from 'c/focusingElement';
import { formatLabel } from 'c/formatLabel';
import { LABELS } from './labels';

/** What a person scores by hand, by consideration. @type {Record<string, { on: 'review' | 'request', fields: string[] } | undefined>} */
const SCORED = {
  Size: { on: 'review', fields: ['Complexity_Score__c'] },
  Intangibles: {
    on: 'review',
    fields: ['Deployment_Risk__c', 'Admin_Aptitude__c', 'Strategic_Context__c', 'Intangibles_Note__c'],
  },
  Bandwidth: { on: 'request', fields: ['Effort_Points__c'] },
};

/** One of the five considerations: what it rests on, what it counts, who replaced it and why. */
export default class TriageConsideration extends FocusingElement {
  /** @type {import('c/considerations').Consideration} */
  @api consideration;

  /** @type {RecordRepresentation} */
  @api request;

  /** The review in force. @type {RecordRepresentation} */
  @api review;

  /** @type {ObjectInfo} */
  @api requestInfo;

  /** @type {ObjectInfo} */
  @api reviewInfo;

  labels = LABELS;
  /** @type {'score' | 'override' | 'takeBack' | null} */
  doing = null;

  get overrideField() {
    return `${this.consideration.key}_Override__c`;
  }

  get reasonField() {
    return `${this.consideration.key}_Override_Reason__c`;
  }

  get isOpen() {
    return this.review.fields.Open__c?.value === true;
  }

  get isUnknown() {
    return this.consideration.score === null;
  }

  get scoreClass() {
    return this.isUnknown ? 'score score_unknown' : 'score';
  }

  get isOverridden() {
    return this.consideration.override !== null;
  }

  get scoreText() {
    const { score } = this.consideration;
    return score === null ? LABELS.unknown : formatLabel(LABELS.ofFive, score.toLocaleString());
  }

  get pointsText() {
    const { points, weight } = this.consideration;
    return formatLabel(LABELS.points, points.toLocaleString(), weight);
  }

  get missingText() {
    const { missing } = this.consideration;
    return missing.length > 0 ? formatLabel(LABELS.missing, missing.join(', ')) : LABELS.missingSomething;
  }

  get barStyle() {
    return `width: ${(this.consideration.score ?? 0) * 20}%`;
  }

  get inputs() {
    return this.consideration.inputs.map((input) => ({ ...input, key: `${input.name} value` }));
  }

  get overrideText() {
    const { suggested } = this.consideration;
    const by = this.review.fields.Overridden_By__r?.displayValue ?? LABELS.somebody;
    const before = suggested === null ? LABELS.unknown : suggested.toLocaleString();
    return formatLabel(LABELS.overridden, by, before);
  }

  get overriddenOn() {
    return this.review.fields.Overridden_On__c?.value;
  }

  get mayOverride() {
    return this.isOpen && this.reviewInfo.fields[this.overrideField]?.updateable === true;
  }

  get mayScore() {
    const scored = SCORED[this.consideration.key];
    const info = scored?.on === 'request' ? this.requestInfo : this.reviewInfo;
    return this.isOpen && scored?.fields.some((name) => info.fields[name]?.updateable === true) === true;
  }

  get offersScore() {
    return this.mayScore && this.doing === null;
  }

  get offersOverride() {
    return this.mayOverride && this.doing === null;
  }

  get offersTakeBack() {
    return this.offersOverride && this.isOverridden;
  }

  /** What the form changes. */
  get form() {
    const scored = SCORED[this.consideration.key];
    const names = this.doing === 'score' ? (scored?.fields ?? []) : [this.overrideField, this.reasonField];
    const onRequest = this.doing === 'score' && scored?.on === 'request';
    return {
      record: onRequest ? this.request : this.review,
      info: onRequest ? this.requestInfo : this.reviewInfo,
      questions: this.doing === 'takeBack' ? [] : names.map((name) => ({ name })),
      fixed: this.doing === 'takeBack' ? { [this.overrideField]: null, [this.reasonField]: null } : {},
      affects: onRequest ? [this.review.id] : [this.request.id],
      heading: this.headings[this.doing ?? 'score'],
      consequence: this.doing === 'takeBack' ? LABELS.afterTakeBack : '',
    };
  }

  get headings() {
    const { title } = this.consideration;
    return {
      score: formatLabel(LABELS.scoreTitle, title),
      override: formatLabel(LABELS.overrideTitle, title),
      takeBack: formatLabel(LABELS.takeBackTitle, title),
    };
  }

  get scoreLabel() {
    return this.headings.score;
  }

  get overrideLabel() {
    return this.headings.override;
  }

  get takeBackLabel() {
    return this.headings.takeBack;
  }

  handleScore() {
    this.doing = 'score';
  }

  handleOverride() {
    this.doing = 'override';
  }

  handleTakeBack() {
    this.doing = 'takeBack';
  }

  handleDone() {
    this.doing = null;
    this.focusNext = '[data-consideration]';
  }
}
