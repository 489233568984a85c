import ACCOUNT from '@salesforce/schema/Implementation_Request__c.Account__c';
import OPPORTUNITY from '@salesforce/schema/Implementation_Request__c.Opportunity__c';
import STRATEGY from '@salesforce/schema/Implementation_Request__c.Strategy__c';

/**
 * The fields of a new request, without those that the user may not write.
 *
 * @param {object} answers
 * @param {{ id: string, accountId: string }} answers.opportunity
 * @param {string} answers.strategy
 * @param {Record<string, string>} answers.values what was entered, by API name
 * @param {ObjectInfo} objectInfo
 * @returns {Record<string, string>}
 */
export function toRequestFields({ opportunity, strategy, values }, objectInfo) {
  const fields = {
    [ACCOUNT.fieldApiName]: opportunity.accountId,
    [OPPORTUNITY.fieldApiName]: opportunity.id,
    [STRATEGY.fieldApiName]: strategy,
    ...values,
  };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => objectInfo.fields[name]?.createable));
}
