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
import OTHER_BLOCKER from '@salesforce/schema/Strategy_Assessment__c.Other_One_Click_Blocker__c';
import OVERRIDE_REASON from '@salesforce/schema/Strategy_Assessment__c.Override_Reason__c';
import OWN_BASE_IMAGE from '@salesforce/schema/Strategy_Assessment__c.Own_Base_Image__c';
import PURPOSE from '@salesforce/schema/Strategy_Assessment__c.Purpose__c';
import REPOSITORIES from '@salesforce/schema/Strategy_Assessment__c.Repositories__c';
import SINGLE_MACHINE_PROBLEMS from '@salesforce/schema/Strategy_Assessment__c.Single_Machine_Problems__c';
import WANTS_PRODUCTION_QUICKLY from '@salesforce/schema/Strategy_Assessment__c.Wants_Production_Quickly__c';
import { choicesOf, isBlank } from 'c/questions';

/** @typedef {import('c/questions').Values} Values */

/** The purpose that needs no assessment and no request. */
const ANSWER_ONLY = 'Answer_Only';

/** @param {Values} values */
export const needsAnswerOnly = (values) => values[PURPOSE.fieldApiName] === ANSWER_ONLY;

/** What an assessment begins with. @type {Values} */
export const FIRST_ANSWERS = { [PURPOSE.fieldApiName]: 'Lead' };

/** @param {Values} values */
const isDeployment = (values) => !needsAnswerOnly(values);

/** @param {Values} values */
const isExisting = (values) => isDeployment(values) && values[EXISTING_CUSTOMER.fieldApiName] === true;

/** @param {Values} values */
const isNotForCloud = (values) => isDeployment(values) && values[CLOUD_QUALIFICATION.fieldApiName] === 'No';

/** @param {Values} values */
const hasOtherBlocker = (values) =>
  isNotForCloud(values) && choicesOf(values[CLOUD_BLOCKERS.fieldApiName]).includes('Other');

/** @param {Values} values */
const isChosen = (values) => isDeployment(values) && !isBlank(values[CHOSEN_STRATEGY.fieldApiName]);

/** The questions of Solutions Mapping, each asked only when the answers before make it matter. */
export const QUESTIONS = [
  { name: PURPOSE.fieldApiName, asRadios: true },
  { name: EXISTING_CUSTOMER.fieldApiName, when: isDeployment },
  { name: CURRENT_METHOD.fieldApiName, when: isExisting },
  { name: CLOUD_QUALIFICATION.fieldApiName, when: isDeployment, asRadios: true },
  { name: CLOUD_BLOCKERS.fieldApiName, when: isNotForCloud },
  { name: CLOUD_BLOCKER_DETAIL.fieldApiName, when: hasOtherBlocker, required: true },
  { name: EXPECTED_METHOD.fieldApiName, when: isDeployment },
  { name: HOSTING_PROVIDER.fieldApiName, when: isNotForCloud },
  { name: INITIAL_USERS.fieldApiName, when: isNotForCloud },
  { name: FULL_USERS.fieldApiName, when: isNotForCloud },
  { name: REPOSITORIES.fieldApiName, when: isNotForCloud },
  { name: WANTS_PRODUCTION_QUICKLY.fieldApiName, when: isNotForCloud },
  { name: CLUSTER_MANDATED.fieldApiName, when: isNotForCloud },
  { name: OWN_BASE_IMAGE.fieldApiName, when: isNotForCloud },
  { name: SINGLE_MACHINE_PROBLEMS.fieldApiName, when: isNotForCloud },
  { name: OTHER_BLOCKER.fieldApiName, when: isNotForCloud },
  { name: KUBERNETES_LIKELIHOOD.fieldApiName, when: isNotForCloud },
  { name: EXPECTED_COMPLEXITY.fieldApiName, when: isDeployment },
];

/** Asked below the recommendation. */
export const CHOICE = [
  { name: CHOSEN_STRATEGY.fieldApiName, when: isDeployment },
  { name: OVERRIDE_REASON.fieldApiName, when: isChosen },
];
