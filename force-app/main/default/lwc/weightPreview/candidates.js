import ACCOUNT_NAME from '@salesforce/schema/Implementation_Request__c.Account__r.Name';
import NAME from '@salesforce/schema/Implementation_Request__c.Name';
import TIE_BREAK from '@salesforce/schema/Implementation_Request__c.Rank_Tie_Break__c';
import REVIEW_BANDWIDTH from '@salesforce/schema/Implementation_Request__c.Current_Review__r.Bandwidth_Score__c';
import REVIEW_INTANGIBLES from '@salesforce/schema/Implementation_Request__c.Current_Review__r.Intangibles_Score__c';
import REVIEW_REVENUE from '@salesforce/schema/Implementation_Request__c.Current_Review__r.Revenue_Score__c';
import REVIEW_SCORE from '@salesforce/schema/Implementation_Request__c.Current_Review__r.Score__c';
import REVIEW_SIZE from '@salesforce/schema/Implementation_Request__c.Current_Review__r.Size_Score__c';
import REVIEW_VALUE from '@salesforce/schema/Implementation_Request__c.Current_Review__r.Value_Score__c';
import { currentReview, KEYS, numberOf } from 'c/considerations';

/** Fields of the backlog's requests that the preview looks at. */
export const CANDIDATE_FIELDS = [
  ACCOUNT_NAME,
  NAME,
  TIE_BREAK,
  REVIEW_BANDWIDTH,
  REVIEW_INTANGIBLES,
  REVIEW_REVENUE,
  REVIEW_SCORE,
  REVIEW_SIZE,
  REVIEW_VALUE,
].map(({ objectApiName, fieldApiName }) => `${objectApiName}.${fieldApiName}`);

/**
 * A request of the backlog as the preview looks at it; nothing for one without a review.
 *
 * @param {RecordRepresentation} request
 * @returns {import('./preview').Candidate[]}
 */
export function toCandidates(request) {
  const review = currentReview(request);
  if (review === null) {
    return [];
  }
  return [
    {
      id: request.id,
      number: String(request.fields.Name?.value ?? request.id),
      customer: request.fields.Account__r?.displayValue ?? '',
      factors: Object.fromEntries(KEYS.map((key) => [key, numberOf(review, `${key}_Score__c`)])),
      score: numberOf(review, 'Score__c') ?? 0,
      tieBreak: String(request.fields.Rank_Tie_Break__c?.value ?? request.id),
    },
  ];
}
