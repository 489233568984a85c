import ADDITIONAL_INFORMATION from '@salesforce/schema/Implementation_Request__c.Additional_Information__c';
import CLOUD_BLOCKERS from '@salesforce/schema/Implementation_Request__c.Cloud_Blockers__c';
import CURRENT_METHOD from '@salesforce/schema/Implementation_Request__c.Current_Method__c';
import DEPLOYMENT_METHOD from '@salesforce/schema/Implementation_Request__c.Deployment_Method__c';
import DEPLOYMENT_METHOD_OTHER from '@salesforce/schema/Implementation_Request__c.Deployment_Method_Other__c';
import DIFFERENT_BECAUSE from '@salesforce/schema/Implementation_Request__c.Different_Because__c';
import HOSTING_PROVIDER from '@salesforce/schema/Implementation_Request__c.Hosting_Provider__c';
import HOSTING_PROVIDER_OTHER from '@salesforce/schema/Implementation_Request__c.Hosting_Provider_Other__c';
import MIGRATION_DETAIL from '@salesforce/schema/Implementation_Request__c.Migration_Detail__c';
import MIGRATION_TYPE from '@salesforce/schema/Implementation_Request__c.Migration_Type__c';
import REASON_OTHER from '@salesforce/schema/Implementation_Request__c.Reason_Other__c';
import REASONS_FOR_IE from '@salesforce/schema/Implementation_Request__c.Reasons_For_IE__c';
import REQUEST_TYPE from '@salesforce/schema/Implementation_Request__c.Request_Type__c';
import REQUIRED_GO_LIVE from '@salesforce/schema/Implementation_Request__c.Required_Go_Live__c';
import REQUIRED_GO_LIVE_REASON from '@salesforce/schema/Implementation_Request__c.Required_Go_Live_Reason__c';
import TECHNICAL_DESIGN_EXPECTED_ON from '@salesforce/schema/Implementation_Request__c.Technical_Design_Expected_On__c';
import TECHNICAL_DESIGN_STATUS from '@salesforce/schema/Implementation_Request__c.Technical_Design_Status__c';
import { choicesOf, isBlank } from 'c/questions';
import { LABELS } from './labels';

/** @typedef {import('c/questions').Values} Values */

/** @param {Values} values */
const isMigration = (values) => values[REQUEST_TYPE.fieldApiName] === 'Production_Migration';

/** @param {string} reason */
const hasReason = (reason) => (/** @type {Values} */ values) =>
  choicesOf(values[REASONS_FOR_IE.fieldApiName]).includes(reason);

/** @param {Values} values */
const isDesignOpen = (values) =>
  ['Not_Started', 'In_Progress'].includes(String(values[TECHNICAL_DESIGN_STATUS.fieldApiName]));

/** The questions of a request, each asked only when the answers before make it matter. */
export const QUESTIONS = [
  { name: REQUEST_TYPE.fieldApiName, required: true, missing: LABELS.missingRequestType },
  { name: MIGRATION_TYPE.fieldApiName, when: isMigration, required: true },
  {
    name: MIGRATION_DETAIL.fieldApiName,
    when: (/** @type {Values} */ values) => isMigration(values) && values[MIGRATION_TYPE.fieldApiName] === 'Other',
    required: true,
  },
  { name: CURRENT_METHOD.fieldApiName, when: isMigration, required: true },
  { name: DEPLOYMENT_METHOD.fieldApiName, required: true, missing: LABELS.missingMethod },
  {
    name: DEPLOYMENT_METHOD_OTHER.fieldApiName,
    when: (/** @type {Values} */ values) => values[DEPLOYMENT_METHOD.fieldApiName] === 'Other',
    required: true,
  },
  { name: HOSTING_PROVIDER.fieldApiName, required: true, missing: LABELS.missingProvider },
  {
    name: HOSTING_PROVIDER_OTHER.fieldApiName,
    when: (/** @type {Values} */ values) => values[HOSTING_PROVIDER.fieldApiName] === 'Other',
    required: true,
  },
  { name: REASONS_FOR_IE.fieldApiName },
  { name: REASON_OTHER.fieldApiName, when: hasReason('Other'), required: true },
  { name: CLOUD_BLOCKERS.fieldApiName, when: hasReason('Cloud_not_viable'), required: true },
  { name: TECHNICAL_DESIGN_STATUS.fieldApiName },
  { name: TECHNICAL_DESIGN_EXPECTED_ON.fieldApiName, when: isDesignOpen },
  { name: REQUIRED_GO_LIVE.fieldApiName },
  {
    name: REQUIRED_GO_LIVE_REASON.fieldApiName,
    when: (/** @type {Values} */ values) => !isBlank(values[REQUIRED_GO_LIVE.fieldApiName]),
  },
  { name: ADDITIONAL_INFORMATION.fieldApiName },
];

/** Asked only when a request like this one is open already. */
export const DIFFERENCE = { name: DIFFERENT_BECAUSE.fieldApiName, required: true };

/** What the assessment may have answered already; shown, and asked again only when the user wants to. */
export const KNOWN_FROM_ASSESSMENT = [
  REQUEST_TYPE,
  MIGRATION_TYPE,
  CURRENT_METHOD,
  DEPLOYMENT_METHOD,
  HOSTING_PROVIDER,
  CLOUD_BLOCKERS,
].map(({ fieldApiName }) => fieldApiName);
