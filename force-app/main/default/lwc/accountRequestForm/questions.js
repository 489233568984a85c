import ADDITIONAL_INFORMATION from '@salesforce/schema/Implementation_Request__c.Additional_Information__c';
import CURRENT_HOST from '@salesforce/schema/Implementation_Request__c.Current_Host__c';
import CURRENT_METHOD from '@salesforce/schema/Implementation_Request__c.Current_Method__c';
import CURRENT_REPOSITORIES from '@salesforce/schema/Implementation_Request__c.Current_Repositories__c';
import CURRENT_USERS from '@salesforce/schema/Implementation_Request__c.Current_Users__c';
import CURRENT_VERSION from '@salesforce/schema/Implementation_Request__c.Current_Version__c';
import DATA_MIGRATION_REQUIRED from '@salesforce/schema/Implementation_Request__c.Data_Migration_Required__c';
import DEPLOYMENT_METHOD from '@salesforce/schema/Implementation_Request__c.Deployment_Method__c';
import DEPLOYMENT_METHOD_OTHER from '@salesforce/schema/Implementation_Request__c.Deployment_Method_Other__c';
import DIFFERENT_BECAUSE from '@salesforce/schema/Implementation_Request__c.Different_Because__c';
import ENTERED_REVENUE from '@salesforce/schema/Implementation_Request__c.Entered_Revenue__c';
import HOSTING_PROVIDER from '@salesforce/schema/Implementation_Request__c.Hosting_Provider__c';
import HOSTING_PROVIDER_OTHER from '@salesforce/schema/Implementation_Request__c.Hosting_Provider_Other__c';
import LIMIT_EVIDENCE from '@salesforce/schema/Implementation_Request__c.Limit_Evidence__c';
import LIMIT_TRIGGER from '@salesforce/schema/Implementation_Request__c.Limit_Trigger__c';
import MIGRATION_DETAIL from '@salesforce/schema/Implementation_Request__c.Migration_Detail__c';
import MIGRATION_TYPE from '@salesforce/schema/Implementation_Request__c.Migration_Type__c';
import ORIGINATING_REQUEST from '@salesforce/schema/Implementation_Request__c.Originating_Request__c';
import REQUEST_TYPE from '@salesforce/schema/Implementation_Request__c.Request_Type__c';
import REQUIRED_GO_LIVE from '@salesforce/schema/Implementation_Request__c.Required_Go_Live__c';

/** @typedef {import('c/questions').Values} Values */

/** @param {Values} values */
const isMigration = (values) => values[REQUEST_TYPE.fieldApiName] === 'Production_Migration';

/** @param {Values} values */
const isPostLive = (values) => values[REQUEST_TYPE.fieldApiName] === 'Post_Live_Jointly_Managed';

/** Whether the migration needs the Cloud team too. @param {Values} values */
export const leadsToCloud = (values) =>
  isMigration(values) && values[MIGRATION_TYPE.fieldApiName] === 'Self_Hosted_To_Cloud';

/** @param {FieldId} field */
const isOther = (field) => (/** @type {Values} */ values) => values[field.fieldApiName] === 'Other';

/**
 * What a request for a customer who is live asks for.
 *
 * @param {{ label: string, value: string }[]} earlier requests of the customer that this one may follow from
 */
export function questionsFor(earlier) {
  const none = { label: '–', value: '' };
  return [
    {
      name: REQUEST_TYPE.fieldApiName,
      required: true,
      only: ['Production_Migration', 'Post_Live_Jointly_Managed'],
    },
    { name: MIGRATION_TYPE.fieldApiName, when: isMigration, required: true },
    {
      name: MIGRATION_DETAIL.fieldApiName,
      when: (/** @type {Values} */ values) => isMigration(values) && isOther(MIGRATION_TYPE)(values),
      required: true,
    },
    { name: LIMIT_TRIGGER.fieldApiName, when: isPostLive, required: true },
    { name: LIMIT_EVIDENCE.fieldApiName, when: isPostLive, required: true },
    { name: CURRENT_METHOD.fieldApiName, required: true },
    ...[CURRENT_HOST, CURRENT_VERSION, CURRENT_USERS, CURRENT_REPOSITORIES].map(({ fieldApiName }) => ({
      name: fieldApiName,
    })),
    { name: DATA_MIGRATION_REQUIRED.fieldApiName, when: isMigration },
    { name: DEPLOYMENT_METHOD.fieldApiName, required: true },
    { name: DEPLOYMENT_METHOD_OTHER.fieldApiName, when: isOther(DEPLOYMENT_METHOD), required: true },
    { name: HOSTING_PROVIDER.fieldApiName, required: true },
    { name: HOSTING_PROVIDER_OTHER.fieldApiName, when: isOther(HOSTING_PROVIDER), required: true },
    { name: ORIGINATING_REQUEST.fieldApiName, options: [none, ...earlier] },
    { name: REQUIRED_GO_LIVE.fieldApiName },
    { name: ENTERED_REVENUE.fieldApiName },
    { name: ADDITIONAL_INFORMATION.fieldApiName },
    { name: DIFFERENT_BECAUSE.fieldApiName, required: true, whenRefused: true },
  ];
}
