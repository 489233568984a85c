import CHOSEN_STRATEGY from '@salesforce/schema/Strategy_Assessment__c.Chosen_Strategy__c';
import OVERRIDDEN from '@salesforce/schema/Strategy_Assessment__c.Overridden__c';
import RECOMMENDATION from '@salesforce/schema/Strategy_Assessment__c.Recommendation__c';
import RECOMMENDED_ACTION from '@salesforce/schema/Strategy_Assessment__c.Recommended_Action__c';

/** What a strategy asks for that was chosen against the recommendation. @type {Record<string, string | undefined>} */
const ACTIONS = { Cloud: 'Managed_Instance_Request', One_Click: 'Create_Environment' };

/**
 * What to do next: the value of Recommended Action, unless another strategy was chosen.
 *
 * @param {RecordRepresentation} assessment
 */
export function actionOf(assessment) {
  const { fields } = assessment;
  return fields[OVERRIDDEN.fieldApiName]?.value === true
    ? (ACTIONS[String(fields[CHOSEN_STRATEGY.fieldApiName]?.value)] ?? 'File_Request')
    : String(fields[RECOMMENDED_ACTION.fieldApiName]?.value ?? '');
}

/**
 * The strategy of the assessment: the chosen one, otherwise the recommended one.
 *
 * @param {RecordRepresentation} assessment
 */
export function strategyOf({ fields }) {
  return fields[CHOSEN_STRATEGY.fieldApiName]?.value ?? fields[RECOMMENDATION.fieldApiName]?.value ?? null;
}

/**
 * Whether the assessment leads to a request to Implementation Engineering.
 *
 * @param {RecordRepresentation} assessment
 */
export function leadsToRequest(assessment) {
  return ['File_Request', 'Managed_Instance_And_Request'].includes(actionOf(assessment));
}

/**
 * Whether the assessment leads to a Managed Instance Request to the Cloud team.
 *
 * @param {RecordRepresentation} assessment
 */
export function leadsToManagedInstance(assessment) {
  return ['Managed_Instance_Request', 'Managed_Instance_And_Request'].includes(actionOf(assessment));
}
