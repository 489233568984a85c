import CURRENT_REVIEW from '@salesforce/schema/Implementation_Request__c.Current_Review__c';
import ADMIN_APTITUDE from '@salesforce/schema/Triage_Review__c.Admin_Aptitude__c';
import APPEAL from '@salesforce/schema/Triage_Review__c.Appeal__c';
import APPEAL_REASON from '@salesforce/schema/Triage_Review__c.Appeal_Reason__c';
import BANDWIDTH_OVERRIDE from '@salesforce/schema/Triage_Review__c.Bandwidth_Override__c';
import BANDWIDTH_OVERRIDE_REASON from '@salesforce/schema/Triage_Review__c.Bandwidth_Override_Reason__c';
import BANDWIDTH_SCORE from '@salesforce/schema/Triage_Review__c.Bandwidth_Score__c';
import BANDWIDTH_SUGGESTED from '@salesforce/schema/Triage_Review__c.Bandwidth_Suggested__c';
import BANDWIDTH_WEIGHT from '@salesforce/schema/Triage_Review__c.Bandwidth_Weight__c';
import COMPLEXITY_SCORE from '@salesforce/schema/Triage_Review__c.Complexity_Score__c';
import DECISION from '@salesforce/schema/Triage_Review__c.Decision__c';
import DEPLOYMENT_RISK from '@salesforce/schema/Triage_Review__c.Deployment_Risk__c';
import INTANGIBLES_NOTE from '@salesforce/schema/Triage_Review__c.Intangibles_Note__c';
import INTANGIBLES_OVERRIDE from '@salesforce/schema/Triage_Review__c.Intangibles_Override__c';
import INTANGIBLES_OVERRIDE_REASON from '@salesforce/schema/Triage_Review__c.Intangibles_Override_Reason__c';
import INTANGIBLES_SCORE from '@salesforce/schema/Triage_Review__c.Intangibles_Score__c';
import INTANGIBLES_SUGGESTED from '@salesforce/schema/Triage_Review__c.Intangibles_Suggested__c';
import INTANGIBLES_WEIGHT from '@salesforce/schema/Triage_Review__c.Intangibles_Weight__c';
import KNOWN_CONSIDERATIONS from '@salesforce/schema/Triage_Review__c.Known_Considerations__c';
import LASTMODIFIEDDATE from '@salesforce/schema/Triage_Review__c.LastModifiedDate';
import LEADERSHIP_BY_RULE from '@salesforce/schema/Triage_Review__c.Leadership_By_Rule__c';
import LEADERSHIP_COMMENT from '@salesforce/schema/Triage_Review__c.Leadership_Comment__c';
import LEADERSHIP_DAYS_WAITING from '@salesforce/schema/Triage_Review__c.Leadership_Days_Waiting__c';
import LEADERSHIP_DUE from '@salesforce/schema/Triage_Review__c.Leadership_Due__c';
import LEADERSHIP_OUTCOME_ON from '@salesforce/schema/Triage_Review__c.Leadership_Outcome_On__c';
import LEADERSHIP_REQUESTED_ON from '@salesforce/schema/Triage_Review__c.Leadership_Requested_On__c';
import LEADERSHIP_REVIEW from '@salesforce/schema/Triage_Review__c.Leadership_Review__c';
import LEADERSHIP_REVIEWER from '@salesforce/schema/Triage_Review__c.Leadership_Reviewer__c';
import OPEN from '@salesforce/schema/Triage_Review__c.Open__c';
import OVERRIDDEN_BY from '@salesforce/schema/Triage_Review__c.Overridden_By__c';
import OVERRIDDEN_ON from '@salesforce/schema/Triage_Review__c.Overridden_On__c';
import P1_FROM from '@salesforce/schema/Triage_Review__c.P1_From__c';
import P2_FROM from '@salesforce/schema/Triage_Review__c.P2_From__c';
import P3_FROM from '@salesforce/schema/Triage_Review__c.P3_From__c';
import REVENUE_OVERRIDE from '@salesforce/schema/Triage_Review__c.Revenue_Override__c';
import REVENUE_OVERRIDE_REASON from '@salesforce/schema/Triage_Review__c.Revenue_Override_Reason__c';
import REVENUE_SCORE from '@salesforce/schema/Triage_Review__c.Revenue_Score__c';
import REVENUE_SUGGESTED from '@salesforce/schema/Triage_Review__c.Revenue_Suggested__c';
import REVENUE_WEIGHT from '@salesforce/schema/Triage_Review__c.Revenue_Weight__c';
import ROUND from '@salesforce/schema/Triage_Review__c.Round__c';
import SCORE from '@salesforce/schema/Triage_Review__c.Score__c';
import SCORE_CEILING from '@salesforce/schema/Triage_Review__c.Score_Ceiling__c';
import SCORE_TEXT from '@salesforce/schema/Triage_Review__c.Score_Text__c';
import SIZE_OVERRIDE from '@salesforce/schema/Triage_Review__c.Size_Override__c';
import SIZE_OVERRIDE_REASON from '@salesforce/schema/Triage_Review__c.Size_Override_Reason__c';
import SIZE_SCORE from '@salesforce/schema/Triage_Review__c.Size_Score__c';
import SIZE_SUGGESTED from '@salesforce/schema/Triage_Review__c.Size_Suggested__c';
import SIZE_WEIGHT from '@salesforce/schema/Triage_Review__c.Size_Weight__c';
import STRATEGIC_CONTEXT from '@salesforce/schema/Triage_Review__c.Strategic_Context__c';
import SUGGESTED_PRIORITY from '@salesforce/schema/Triage_Review__c.Suggested_Priority__c';
import VALUE_OVERRIDE from '@salesforce/schema/Triage_Review__c.Value_Override__c';
import VALUE_OVERRIDE_REASON from '@salesforce/schema/Triage_Review__c.Value_Override_Reason__c';
import VALUE_SCORE from '@salesforce/schema/Triage_Review__c.Value_Score__c';
import VALUE_SUGGESTED from '@salesforce/schema/Triage_Review__c.Value_Suggested__c';
import VALUE_WEIGHT from '@salesforce/schema/Triage_Review__c.Value_Weight__c';
import WEIGHTS_VERSION from '@salesforce/schema/Triage_Review__c.Weights_Version__c';
import LAST_EDITOR from '@salesforce/schema/Triage_Review__c.LastModifiedBy.Name';
import OVERRIDER from '@salesforce/schema/Triage_Review__c.Overridden_By__r.Name';
import REVIEWER from '@salesforce/schema/Triage_Review__c.Leadership_Reviewer__r.Name';

const RELATION = CURRENT_REVIEW.fieldApiName.replace(/__c$/, '__r');

/** Fields of a triage review that the pages show. */
export const REVIEW_FIELDS = [
  ADMIN_APTITUDE,
  APPEAL,
  APPEAL_REASON,
  BANDWIDTH_OVERRIDE,
  BANDWIDTH_OVERRIDE_REASON,
  BANDWIDTH_SCORE,
  BANDWIDTH_SUGGESTED,
  BANDWIDTH_WEIGHT,
  COMPLEXITY_SCORE,
  DECISION,
  DEPLOYMENT_RISK,
  INTANGIBLES_NOTE,
  INTANGIBLES_OVERRIDE,
  INTANGIBLES_OVERRIDE_REASON,
  INTANGIBLES_SCORE,
  INTANGIBLES_SUGGESTED,
  INTANGIBLES_WEIGHT,
  KNOWN_CONSIDERATIONS,
  LASTMODIFIEDDATE,
  LEADERSHIP_BY_RULE,
  LEADERSHIP_COMMENT,
  LEADERSHIP_DAYS_WAITING,
  LEADERSHIP_DUE,
  LEADERSHIP_OUTCOME_ON,
  LEADERSHIP_REQUESTED_ON,
  LEADERSHIP_REVIEW,
  LEADERSHIP_REVIEWER,
  OPEN,
  OVERRIDDEN_BY,
  OVERRIDDEN_ON,
  P1_FROM,
  P2_FROM,
  P3_FROM,
  REVENUE_OVERRIDE,
  REVENUE_OVERRIDE_REASON,
  REVENUE_SCORE,
  REVENUE_SUGGESTED,
  REVENUE_WEIGHT,
  ROUND,
  SCORE,
  SCORE_CEILING,
  SCORE_TEXT,
  SIZE_OVERRIDE,
  SIZE_OVERRIDE_REASON,
  SIZE_SCORE,
  SIZE_SUGGESTED,
  SIZE_WEIGHT,
  STRATEGIC_CONTEXT,
  SUGGESTED_PRIORITY,
  VALUE_OVERRIDE,
  VALUE_OVERRIDE_REASON,
  VALUE_SCORE,
  VALUE_SUGGESTED,
  VALUE_WEIGHT,
  WEIGHTS_VERSION,
  LAST_EDITOR,
  OVERRIDER,
  REVIEWER,
];

/** The same of the review in force, read with its request so that they cost no request of their own. */
export const CURRENT_REVIEW_FIELDS = [
  `${CURRENT_REVIEW.objectApiName}.${CURRENT_REVIEW.fieldApiName}`,
  ...REVIEW_FIELDS.map(({ fieldApiName }) => `${CURRENT_REVIEW.objectApiName}.${RELATION}.${fieldApiName}`),
];

/**
 * The review in force that came with the request; null for those who may not read reviews.
 *
 * @param {RecordRepresentation | undefined} request
 * @returns {RecordRepresentation | null}
 */
export function currentReview(request) {
  const value = request?.fields[RELATION]?.value;
  return value !== null && typeof value === 'object' ? value : null;
}
