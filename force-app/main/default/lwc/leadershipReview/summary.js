import { monthOf, numberOf, shownValue } from 'c/considerations';
import { formatLabel } from 'c/formatLabel';
import { LABELS } from './labels';

/** What leadership reads first. */
const FACTS = [
  'Yearly_Revenue__c',
  'Probability__c',
  'Close_Date__c',
  'Stage__c',
  'Revenue_Fiscal_Year__c',
  'Fiscal_Year_Impact__c',
  'Addressable_Market__c',
  'Priority__c',
  'Backlog_Position__c',
];

/**
 * @param {RecordRepresentation} request
 * @param {ObjectInfo | undefined} info
 */
export function factsOf(request, info) {
  return FACTS.flatMap((name) => {
    const value = shownValue(request, name);
    return value === null ? [] : [{ name, key: `${name} value`, label: info?.fields[name]?.label ?? name, value }];
  });
}

/**
 * What selecting the request does to the month in which it would begin; in words.
 *
 * @param {RecordRepresentation} request
 */
export function capacityEffect(request) {
  const month = monthOf(request);
  const effort = numberOf(request, 'Effort_Points__c');
  if (month === null || effort === null) {
    return LABELS.capacityUnknown;
  }
  const key = shownValue(request, 'Start_Month_Key__c') ?? '';
  const isCommitted = ['Selected', 'In_Deployment'].includes(String(request.fields.Status__c?.value));
  const left = month.free - (isCommitted ? 0 : effort);
  const text = left < 0 ? LABELS.capacityOver : LABELS.capacityLeft;
  return formatLabel(text, key, month.capacity, month.committed, effort, Math.abs(left));
}

/**
 * Where the review stands: the state as a word, its dates and people, the comment, and whether it blocks the selection.
 *
 * @param {RecordRepresentation} request
 * @param {RecordRepresentation | null} review
 */
export function stateOf(request, review) {
  const state = String(review?.fields.Leadership_Review__c?.value ?? '');
  const reviewer = review?.fields.Leadership_Reviewer__r?.displayValue ?? null;
  const isAppeal = review?.fields.Appeal__c?.value === true;
  const byRule = review?.fields.Leadership_By_Rule__c?.value === true;
  return {
    word: shownValue(request, 'Leadership_Review_State__c') ?? LABELS.notNeeded,
    isAsked: state === 'Requested',
    isPast: state === 'Approved' || state === 'Declined',
    why: isAppeal ? LABELS.byAppeal : byRule ? LABELS.byRule : LABELS.byLead,
    reviewer: reviewer ?? LABELS.nobody,
    requestedOn: review?.fields.Leadership_Requested_On__c?.value ?? null,
    due: review?.fields.Leadership_Due__c?.value ?? null,
    outcomeOn: review?.fields.Leadership_Outcome_On__c?.value ?? null,
    comment: review ? shownValue(review, 'Leadership_Comment__c') : null,
    appealReason: isAppeal && review ? shownValue(review, 'Appeal_Reason__c') : null,
    blocks: state === 'Requested' ? LABELS.blocksOpen : state === 'Declined' ? LABELS.blocksDeclined : '',
  };
}
