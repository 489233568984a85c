import ACCOUNT from '@salesforce/schema/Implementation_Request__c.Account__c';
import OPPORTUNITY from '@salesforce/schema/Implementation_Request__c.Opportunity__c';
import SOURCE from '@salesforce/schema/Implementation_Request__c.Source__c';
import STRATEGY from '@salesforce/schema/Implementation_Request__c.Strategy__c';
import STRATEGY_ASSESSMENT from '@salesforce/schema/Implementation_Request__c.Strategy_Assessment__c';
import { leadsToRequest, strategyOf } from 'c/assessmentOutcome';

/**
 * The fields of a new request, without those that the user may not write.
 *
 * @param {object} answers
 * @param {{ id: string, accountId: string }} answers.opportunity
 * @param {RecordRepresentation | null} answers.assessment its strategy is taken over when it leads to a request
 * @param {import('c/questions').Values} answers.values what was entered, by API name
 * @param {ObjectInfo} objectInfo
 * @returns {import('c/questions').Values}
 */
export function toRequestFields({ opportunity, assessment, values }, objectInfo) {
  const fields = {
    [ACCOUNT.fieldApiName]: opportunity.accountId,
    [OPPORTUNITY.fieldApiName]: opportunity.id,
    [SOURCE.fieldApiName]: 'Opportunity_Page',
    [STRATEGY_ASSESSMENT.fieldApiName]: assessment?.id ?? null,
    [STRATEGY.fieldApiName]: assessment && leadsToRequest(assessment) ? strategyOf(assessment) : null,
    ...values,
  };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => objectInfo.fields[name]?.createable));
}
