import ARR from '@salesforce/schema/Triage_Review__c.ARR_At_Decision__c';
import COMMENT from '@salesforce/schema/Triage_Review__c.Leadership_Comment__c';
import DECIDED_BY from '@salesforce/schema/Triage_Review__c.Decided_By__r.Name';
import DECIDED_ON from '@salesforce/schema/Triage_Review__c.Decided_On__c';
import DECISION from '@salesforce/schema/Triage_Review__c.Decision__c';
import DETAIL from '@salesforce/schema/Triage_Review__c.Decision_Detail__c';
import FISCAL_YEAR from '@salesforce/schema/Triage_Review__c.Fiscal_Year_At_Decision__c';
import LEADERSHIP from '@salesforce/schema/Triage_Review__c.Leadership_Review__c';
import NAME from '@salesforce/schema/Triage_Review__c.Name';
import NEXT_STEPS from '@salesforce/schema/Triage_Review__c.Next_Steps_At_Decision__c';
import PRIORITY from '@salesforce/schema/Triage_Review__c.Priority_At_Decision__c';
import RANK from '@salesforce/schema/Triage_Review__c.Rank_At_Decision__c';
import REASON from '@salesforce/schema/Triage_Review__c.Decision_Reason__c';
import ROUND from '@salesforce/schema/Triage_Review__c.Round__c';
import SCORE from '@salesforce/schema/Triage_Review__c.Score_At_Decision__c';
import { shownValue } from 'c/considerations';
import { formatLabel } from 'c/formatLabel';
import { LABELS } from './labels';

const qualified = (/** @type {FieldId} */ { objectApiName, fieldApiName }) => `${objectApiName}.${fieldApiName}`;

/** Fields that everyone has who may read reviews at all. */
export const REQUIRED_FIELDS = [qualified(NAME)];

/** Fields that are left out for those who may not read them. */
export const OPTIONAL_FIELDS = [
  ARR,
  COMMENT,
  DECIDED_BY,
  DECIDED_ON,
  DECISION,
  DETAIL,
  FISCAL_YEAR,
  LEADERSHIP,
  NEXT_STEPS,
  PRIORITY,
  RANK,
  REASON,
  ROUND,
  SCORE,
].map(qualified);

/** Newest first. */
export const SORT_BY = [`-${qualified(ROUND)}`];

/** What was believed when it was decided. @type {[FieldId, string][]} */
const SNAPSHOT = [
  [SCORE, LABELS.score],
  [PRIORITY, LABELS.priority],
  [RANK, LABELS.rank],
  [ARR, LABELS.arr],
  [FISCAL_YEAR, LABELS.fiscalYear],
];

/**
 * A round as the log shows it; nothing for one that is not decided yet.
 *
 * @param {RecordRepresentation} review
 */
export function toRound(review) {
  const decidedOn = review.fields[DECIDED_ON.fieldApiName]?.value;
  if (!decidedOn) {
    return [];
  }
  const text = (/** @type {FieldId} */ { fieldApiName }) => shownValue(review, fieldApiName);
  const by = review.fields.Decided_By__r?.displayValue ?? '';
  return [
    {
      id: review.id,
      title: formatLabel(LABELS.round, text(ROUND) ?? '', text(DECISION) ?? ''),
      decidedOn,
      by,
      reason: text(REASON),
      detail: text(DETAIL),
      nextSteps: text(NEXT_STEPS),
      comment: text(COMMENT),
      snapshot: SNAPSHOT.flatMap(([field, label]) => {
        const value = text(field);
        return value === null ? [] : [formatLabel(LABELS.fact, label, value)];
      }).join(' · '),
    },
  ];
}
