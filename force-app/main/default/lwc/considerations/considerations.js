import { LABELS } from './labels';
import { scoreOf } from './score';

export { CURRENT_REVIEW_FIELDS, currentReview, REVIEW_FIELDS } from './reviewFields';
export { TRIAGE_FIELDS } from './requestFields';
export { scoreOf } from './score';

/** @typedef {'Revenue' | 'Size' | 'Value' | 'Intangibles' | 'Bandwidth'} Key */

/** The five, in the order in which triage goes through them. @type {Key[]} */
export const KEYS = ['Revenue', 'Size', 'Value', 'Intangibles', 'Bandwidth'];

/**
 * Where each takes its score from: fields of the request and of the review, and those that must be known.
 *
 * @type {Record<Key, { request: string[], review: string[], needs: string[] }>}
 */
const INPUTS = {
  Revenue: {
    request: [
      'Yearly_Revenue__c',
      'Probability__c',
      'Close_Date__c',
      'Revenue_Fiscal_Year__c',
      'Target_Fiscal_Year__c',
      'Fiscal_Year_Impact__c',
    ],
    review: [],
    needs: ['Fiscal_Year_Impact__c'],
  },
  Size: {
    request: ['Initial_Users__c', 'Full_Users__c', 'Repositories__c', 'Size_Tier__c', 'Complexity_Flags__c'],
    review: ['Complexity_Score__c'],
    needs: ['Size_Tier__c'],
  },
  Value: {
    request: ['Yearly_Revenue__c', 'Addressable_Market__c'],
    review: [],
    needs: ['Yearly_Revenue__c', 'Addressable_Market__c'],
  },
  Intangibles: {
    request: [],
    review: ['Deployment_Risk__c', 'Admin_Aptitude__c', 'Strategic_Context__c', 'Intangibles_Note__c'],
    needs: ['Deployment_Risk__c', 'Admin_Aptitude__c', 'Strategic_Context__c'],
  },
  Bandwidth: { request: ['Effort_Points__c', 'Start_Month_Key__c'], review: [], needs: ['Effort_Points__c'] },
};

/**
 * One of the five considerations as it counts now.
 *
 * @typedef {object} Consideration
 * @property {Key} key
 * @property {string} title
 * @property {number | null} score 0 to 5; null when it is unknown
 * @property {number | null} suggested what the inputs give
 * @property {number | null} override what a person has put in its place
 * @property {string | null} reason why
 * @property {number} weight in percent of the whole
 * @property {number} points what it adds to the score of 0 to 100
 * @property {{ name: string, label: string, value: string }[]} inputs
 * @property {string[]} missing labels of what has to be known first
 */

/** Whether the user may see scores at all. @param {RecordRepresentation | null} review */
export function showsScores(review) {
  return review?.fields.Revenue_Score__c !== undefined;
}

/**
 * The five considerations of a request.
 *
 * @param {RecordRepresentation} request with TRIAGE_FIELDS
 * @param {RecordRepresentation} review with REVIEW_FIELDS
 * @param {{ request: ObjectInfo | undefined, review: ObjectInfo | undefined }} infos
 * @returns {Consideration[]}
 */
export function considerationsOf(request, review, infos) {
  return KEYS.map((key) => {
    const { request: asked, review: judged, needs } = INPUTS[key];
    const inputs = [
      ...asked.map((name) => inputOf(request, infos.request, name)),
      ...(key === 'Bandwidth' ? capacityOf(request) : []),
      ...judged.map((name) => inputOf(review, infos.review, name)),
    ];
    const score = numberOf(review, `${key}_Score__c`);
    const weight = numberOf(review, `${key}_Weight__c`) ?? 0;
    const missing = inputs.filter(({ name, value }) => needs.includes(name) && value === null);
    return {
      key,
      title: LABELS.titles[key],
      score,
      suggested: numberOf(review, `${key}_Suggested__c`),
      override: numberOf(review, `${key}_Override__c`),
      reason: /** @type {string | null} */ (review.fields[`${key}_Override_Reason__c`]?.value ?? null),
      weight,
      points: scoreOf({ [key]: weight }, { [key]: score }),
      inputs: inputs.flatMap(({ name, label, value }) => (value === null ? [] : [{ name, label, value }])),
      missing: score === null ? missing.map(({ label }) => label) : [],
    };
  });
}

/**
 * The points of the month in which the request would begin.
 *
 * @param {RecordRepresentation} request
 */
export function monthOf(request) {
  const month = request.fields.Capacity_Month__r?.value;
  if (month === null || typeof month !== 'object') {
    return null;
  }
  return {
    capacity: numberOf(month, 'Capacity_Points__c') ?? 0,
    committed: numberOf(month, 'Committed_Points__c') ?? 0,
    free: numberOf(month, 'Free_Points__c') ?? 0,
  };
}

/** @param {RecordRepresentation} request */
function capacityOf(request) {
  const month = monthOf(request);
  return [{ name: 'Free_Points__c', label: LABELS.freePoints, value: month === null ? null : String(month.free) }];
}

/**
 * @param {RecordRepresentation} record
 * @param {ObjectInfo | undefined} info
 * @param {string} name
 */
function inputOf(record, info, name) {
  const shown = shownValue(record, name);
  const isChoices = info?.fields[name]?.dataType === 'MultiPicklist';
  return {
    name,
    label: info?.fields[name]?.label ?? name,
    value: isChoices ? (shown?.replaceAll(';', ', ') ?? null) : shown,
  };
}

/**
 * A field as people read it; null when it is blank or may not be read.
 *
 * @param {RecordRepresentation} record
 * @param {string} name
 * @returns {string | null}
 */
export function shownValue(record, name) {
  const { displayValue, value } = record.fields[name] ?? {};
  if (value === null || value === undefined || value === '') {
    return null;
  }
  return displayValue ?? (typeof value === 'number' ? value.toLocaleString() : String(value));
}

/**
 * @param {RecordRepresentation} record
 * @param {string} name
 */
export function numberOf(record, name) {
  const value = record.fields[name]?.value;
  return typeof value === 'number' ? value : null;
}
