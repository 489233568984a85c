import CURRENT_ASSESSMENT from '@salesforce/schema/Opportunity.Current_Assessment__c';
import ASSESSMENT_NAME from '@salesforce/schema/Strategy_Assessment__c.Name';
import CHOSEN_STRATEGY from '@salesforce/schema/Strategy_Assessment__c.Chosen_Strategy__c';
import CLOUD_BLOCKER_DETAIL from '@salesforce/schema/Strategy_Assessment__c.Cloud_Blocker_Detail__c';
import CLOUD_BLOCKERS from '@salesforce/schema/Strategy_Assessment__c.Cloud_Blockers__c';
import CLOUD_QUALIFICATION from '@salesforce/schema/Strategy_Assessment__c.Cloud_Qualification__c';
import CLUSTER_MANDATED from '@salesforce/schema/Strategy_Assessment__c.Cluster_Mandated__c';
import CURRENT_METHOD from '@salesforce/schema/Strategy_Assessment__c.Current_Method__c';
import EXISTING_CUSTOMER from '@salesforce/schema/Strategy_Assessment__c.Existing_Customer__c';
import EXPECTED_COMPLEXITY from '@salesforce/schema/Strategy_Assessment__c.Expected_Complexity__c';
import EXPECTED_METHOD from '@salesforce/schema/Strategy_Assessment__c.Expected_Method__c';
import FULL_USERS from '@salesforce/schema/Strategy_Assessment__c.Full_Users__c';
import HOSTING_PROVIDER from '@salesforce/schema/Strategy_Assessment__c.Hosting_Provider__c';
import INITIAL_USERS from '@salesforce/schema/Strategy_Assessment__c.Initial_Users__c';
import KUBERNETES_LIKELIHOOD from '@salesforce/schema/Strategy_Assessment__c.Kubernetes_Likelihood__c';
import LAST_MODIFIED from '@salesforce/schema/Strategy_Assessment__c.LastModifiedDate';
import MANAGED_INSTANCE_STATUS from '@salesforce/schema/Strategy_Assessment__c.Managed_Instance_Request_Status__c';
import MANAGED_INSTANCE_URL from '@salesforce/schema/Strategy_Assessment__c.Managed_Instance_Request_Url__c';
import MISSING_FACTS from '@salesforce/schema/Strategy_Assessment__c.Missing_Facts__c';
import OTHER_BLOCKER from '@salesforce/schema/Strategy_Assessment__c.Other_One_Click_Blocker__c';
import OVERRIDDEN from '@salesforce/schema/Strategy_Assessment__c.Overridden__c';
import OVERRIDE_REASON from '@salesforce/schema/Strategy_Assessment__c.Override_Reason__c';
import OWN_BASE_IMAGE from '@salesforce/schema/Strategy_Assessment__c.Own_Base_Image__c';
import PURPOSE from '@salesforce/schema/Strategy_Assessment__c.Purpose__c';
import RECOMMENDATION from '@salesforce/schema/Strategy_Assessment__c.Recommendation__c';
import RECOMMENDATION_REASON from '@salesforce/schema/Strategy_Assessment__c.Recommendation_Reason__c';
import RECOMMENDATION_RULE from '@salesforce/schema/Strategy_Assessment__c.Recommendation_Rule__c';
import RECOMMENDED_ACTION from '@salesforce/schema/Strategy_Assessment__c.Recommended_Action__c';
import RECOMMENDED_DURATION from '@salesforce/schema/Strategy_Assessment__c.Recommended_Duration__c';
import RECOMMENDED_OWNERS from '@salesforce/schema/Strategy_Assessment__c.Recommended_Owners__c';
import RECOMMENDED_STRATEGY from '@salesforce/schema/Strategy_Assessment__c.Recommended_Strategy__c';
import REPOSITORIES from '@salesforce/schema/Strategy_Assessment__c.Repositories__c';
import SINGLE_MACHINE_PROBLEMS from '@salesforce/schema/Strategy_Assessment__c.Single_Machine_Problems__c';
import SIZE_TIER from '@salesforce/schema/Strategy_Assessment__c.Size_Tier__c';
import WANTS_PRODUCTION_QUICKLY from '@salesforce/schema/Strategy_Assessment__c.Wants_Production_Quickly__c';
import WARNINGS from '@salesforce/schema/Strategy_Assessment__c.Warnings__c';
import WHAT_WOULD_CHANGE from '@salesforce/schema/Strategy_Assessment__c.What_Would_Change__c';

const CURRENT = `${CURRENT_ASSESSMENT.objectApiName}.${CURRENT_ASSESSMENT.fieldApiName.replace(/__c$/, '__r')}`;

/** The current assessment of an Opportunity, read with the Opportunity itself so that it costs no request of its own. */
export const ASSESSMENT_FIELDS = [
  ASSESSMENT_NAME,
  CHOSEN_STRATEGY,
  CLOUD_BLOCKER_DETAIL,
  CLOUD_BLOCKERS,
  CLOUD_QUALIFICATION,
  CLUSTER_MANDATED,
  CURRENT_METHOD,
  EXISTING_CUSTOMER,
  EXPECTED_COMPLEXITY,
  EXPECTED_METHOD,
  FULL_USERS,
  HOSTING_PROVIDER,
  INITIAL_USERS,
  KUBERNETES_LIKELIHOOD,
  LAST_MODIFIED,
  MANAGED_INSTANCE_STATUS,
  MANAGED_INSTANCE_URL,
  MISSING_FACTS,
  OTHER_BLOCKER,
  OVERRIDDEN,
  OVERRIDE_REASON,
  OWN_BASE_IMAGE,
  PURPOSE,
  RECOMMENDATION,
  RECOMMENDATION_REASON,
  RECOMMENDATION_RULE,
  RECOMMENDED_ACTION,
  RECOMMENDED_DURATION,
  RECOMMENDED_OWNERS,
  RECOMMENDED_STRATEGY,
  REPOSITORIES,
  SINGLE_MACHINE_PROBLEMS,
  SIZE_TIER,
  WANTS_PRODUCTION_QUICKLY,
  WARNINGS,
  WHAT_WOULD_CHANGE,
].map(({ fieldApiName }) => `${CURRENT}.${fieldApiName}`);

/**
 * The current assessment that came with the Opportunity.
 *
 * @param {RecordRepresentation | undefined} opportunity
 * @returns {RecordRepresentation | null}
 */
export function currentAssessment(opportunity) {
  const name = CURRENT_ASSESSMENT.fieldApiName.replace(/__c$/, '__r');
  const value = opportunity?.fields[name]?.value;
  return typeof value === 'object' ? value : null;
}
