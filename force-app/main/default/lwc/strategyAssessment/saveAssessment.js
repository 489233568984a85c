import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import STRATEGY_ASSESSMENT from '@salesforce/schema/Strategy_Assessment__c';
import ACCOUNT from '@salesforce/schema/Strategy_Assessment__c.Account__c';
import ID from '@salesforce/schema/Strategy_Assessment__c.Id';
import OPPORTUNITY from '@salesforce/schema/Strategy_Assessment__c.Opportunity__c';
import { isBlank } from 'c/questions';

/**
 * Saves answers: into the assessment, or into a new one of the Opportunity when there is none yet.
 *
 * @param {string} id of the assessment; blank for a new one
 * @param {{ id: string, accountId: string }} opportunity
 * @param {import('c/questions').Values} answers
 * @param {{ objectInfo: ObjectInfo, seen: string | undefined }} context `seen` is the last change that the user has seen
 * @returns {Promise<RecordRepresentation>} the assessment as Salesforce has it then
 */
export async function saveAssessment(id, opportunity, answers, { objectInfo, seen }) {
  const permission = id === '' ? 'createable' : 'updateable';
  const written = Object.entries(answers).filter(([name]) => objectInfo.fields[name]?.[permission]);
  const fields = Object.fromEntries(written.map(([name, value]) => [name, isBlank(value) ? null : value]));
  if (id === '') {
    const apiName = STRATEGY_ASSESSMENT.objectApiName;
    const owner = { [ACCOUNT.fieldApiName]: opportunity.accountId, [OPPORTUNITY.fieldApiName]: opportunity.id };
    return createRecord({ apiName, fields: { ...owner, ...fields } });
  }
  return updateRecord({ fields: { ...fields, [ID.fieldApiName]: id } }, { ifUnmodifiedSince: seen });
}
