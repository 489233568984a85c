import answer from '@salesforce/label/c.Groundwork_Answer';
import answerGuidance from '@salesforce/label/c.Groundwork_Answer_Guidance';
import answerSummary from '@salesforce/label/c.Groundwork_Answer_Summary';
import cloudGuidance from '@salesforce/label/c.Groundwork_Cloud_Guidance';
import cloudOwners from '@salesforce/label/c.Groundwork_Cloud_Owners';
import cloudSummary from '@salesforce/label/c.Groundwork_Cloud_Summary';
import jointlyManagedGuidance from '@salesforce/label/c.Groundwork_Jointly_Managed_Guidance';
import jointlyManagedOwners from '@salesforce/label/c.Groundwork_Jointly_Managed_Owners';
import jointlyManagedSummary from '@salesforce/label/c.Groundwork_Jointly_Managed_Summary';
import oneClickGuidance from '@salesforce/label/c.Groundwork_One_Click_Guidance';
import oneClickIntoGuidance from '@salesforce/label/c.Groundwork_One_Click_Into_Guidance';
import oneClickIntoOwners from '@salesforce/label/c.Groundwork_One_Click_Into_Owners';
import oneClickIntoSummary from '@salesforce/label/c.Groundwork_One_Click_Into_Summary';
import oneClickOwners from '@salesforce/label/c.Groundwork_One_Click_Owners';
import oneClickSummary from '@salesforce/label/c.Groundwork_One_Click_Summary';

/** The choice that files nothing. It is no value of the Strategy picklist. */
export const ANSWER_ONLY = 'Answer_Only';

/**
 * What is known of a value of the Strategy picklist.
 *
 * @typedef {object} Strategy
 * @property {string} summary one line below its name
 * @property {string} [owners]
 * @property {string} guidance what happens when it is chosen
 * @property {'needed' | 'not needed' | 'none'} request whether Implementation Engineering is asked
 */

/** @type {Record<string, Strategy>} */
export const STRATEGIES = {
  Cloud: { summary: cloudSummary, owners: cloudOwners, guidance: cloudGuidance, request: 'not needed' },
  One_Click: { summary: oneClickSummary, owners: oneClickOwners, guidance: oneClickGuidance, request: 'not needed' },
  Jointly_Managed: {
    summary: jointlyManagedSummary,
    owners: jointlyManagedOwners,
    guidance: jointlyManagedGuidance,
    request: 'needed',
  },
  One_Click_Into_Jointly_Managed: {
    summary: oneClickIntoSummary,
    owners: oneClickIntoOwners,
    guidance: oneClickIntoGuidance,
    request: 'needed',
  },
  [ANSWER_ONLY]: { summary: answerSummary, guidance: answerGuidance, request: 'none' },
};

/** A value that an admin has added: it needs a request, and its label says the rest. @type {Strategy} */
export const OTHER_STRATEGY = { summary: '', guidance: '', request: 'needed' };

export const ANSWER_CHOICE = { value: ANSWER_ONLY, label: answer };
