import CLOUD_BLOCKERS from '@salesforce/schema/Implementation_Request__c.Cloud_Blockers__c';
import CURRENT_METHOD from '@salesforce/schema/Implementation_Request__c.Current_Method__c';
import DEPLOYMENT_METHOD from '@salesforce/schema/Implementation_Request__c.Deployment_Method__c';
import HOSTING_PROVIDER from '@salesforce/schema/Implementation_Request__c.Hosting_Provider__c';
import MIGRATION_TYPE from '@salesforce/schema/Implementation_Request__c.Migration_Type__c';
import REASONS_FOR_IE from '@salesforce/schema/Implementation_Request__c.Reasons_For_IE__c';
import REQUEST_TYPE from '@salesforce/schema/Implementation_Request__c.Request_Type__c';
import ASSESSED_BLOCKERS from '@salesforce/schema/Strategy_Assessment__c.Cloud_Blockers__c';
import ASSESSED_CLOUD from '@salesforce/schema/Strategy_Assessment__c.Cloud_Qualification__c';
import ASSESSED_COMPLEXITY from '@salesforce/schema/Strategy_Assessment__c.Expected_Complexity__c';
import ASSESSED_CURRENT_METHOD from '@salesforce/schema/Strategy_Assessment__c.Current_Method__c';
import ASSESSED_EXISTING from '@salesforce/schema/Strategy_Assessment__c.Existing_Customer__c';
import ASSESSED_KUBERNETES from '@salesforce/schema/Strategy_Assessment__c.Kubernetes_Likelihood__c';
import ASSESSED_METHOD from '@salesforce/schema/Strategy_Assessment__c.Expected_Method__c';
import ASSESSED_PROVIDER from '@salesforce/schema/Strategy_Assessment__c.Hosting_Provider__c';
import ASSESSED_RULE from '@salesforce/schema/Strategy_Assessment__c.Recommendation_Rule__c';
import ASSESSED_TIER from '@salesforce/schema/Strategy_Assessment__c.Size_Tier__c';
import { isBlank, valuesOf } from 'c/questions';

/** Kind of migration by the rule that recommended it. @type {Record<string, string | undefined>} */
const MIGRATIONS = { R1: 'Self_Hosted_To_Cloud', R2: 'Self_Hosted_To_Complex' };

/**
 * What the assessment says about a request, so that nobody types it again. Blank answers are left out.
 *
 * @param {RecordRepresentation | null} assessment
 * @returns {import('c/questions').Values}
 */
export function knownAnswers(assessment) {
  if (!assessment) {
    return {};
  }
  const assessed = valuesOf(assessment);
  const isExisting = assessed[ASSESSED_EXISTING.fieldApiName] === true;
  const answers = {
    [REQUEST_TYPE.fieldApiName]: isExisting ? 'Production_Migration' : 'Production_Deployment',
    [MIGRATION_TYPE.fieldApiName]: MIGRATIONS[String(assessed[ASSESSED_RULE.fieldApiName])] ?? null,
    [CURRENT_METHOD.fieldApiName]: assessed[ASSESSED_CURRENT_METHOD.fieldApiName] ?? null,
    [DEPLOYMENT_METHOD.fieldApiName]: assessed[ASSESSED_METHOD.fieldApiName] ?? null,
    [HOSTING_PROVIDER.fieldApiName]: assessed[ASSESSED_PROVIDER.fieldApiName] ?? null,
    [CLOUD_BLOCKERS.fieldApiName]: assessed[ASSESSED_BLOCKERS.fieldApiName] ?? null,
    [REASONS_FOR_IE.fieldApiName]: likelyReasons(assessed).join(';'),
  };
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => !isBlank(value)));
}

/**
 * Suggestions, which the user may take away.
 *
 * @param {import('c/questions').Values} assessed
 */
function likelyReasons(assessed) {
  const isLarge = ['XL', 'Beyond XL'].includes(String(assessed[ASSESSED_TIER.fieldApiName]));
  const isComplex = ['High', 'Very_High'].includes(String(assessed[ASSESSED_COMPLEXITY.fieldApiName]));
  return [
    { reason: 'Cloud_not_viable', applies: assessed[ASSESSED_CLOUD.fieldApiName] === 'No' },
    { reason: 'Large_Or_Complex', applies: isLarge || isComplex },
    { reason: 'Likely_Kubernetes', applies: assessed[ASSESSED_KUBERNETES.fieldApiName] === 'High' },
    { reason: 'Migration', applies: assessed[ASSESSED_EXISTING.fieldApiName] === true },
  ].flatMap(({ reason, applies }) => (applies ? [reason] : []));
}
