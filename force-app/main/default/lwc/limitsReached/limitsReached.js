import { api } from 'lwc';
import POST_LIVE from '@salesforce/customPermission/Groundwork_Post_Live';
import DEPLOYMENT_METHOD from '@salesforce/schema/Implementation_Request__c.Deployment_Method__c';
import ENTERED_REVENUE from '@salesforce/schema/Implementation_Request__c.Entered_Revenue__c';
import HOSTING_PROVIDER from '@salesforce/schema/Implementation_Request__c.Hosting_Provider__c';
import LIMIT_EVIDENCE from '@salesforce/schema/Implementation_Request__c.Limit_Evidence__c';
import LIMIT_REACHED_ON from '@salesforce/schema/Implementation_Request__c.Limit_Reached_On__c';
import LIMIT_TRIGGER from '@salesforce/schema/Implementation_Request__c.Limit_Trigger__c';
import STATUS from '@salesforce/schema/Implementation_Request__c.Status__c';
import FocusingElement from 'c/focusingElement';
import explanationLabel from '@salesforce/label/c.Groundwork_Limits_Help';
import submitLabel from '@salesforce/label/c.Groundwork_Engage_IE';
import titleLabel from '@salesforce/label/c.Groundwork_Limits_Reached';

/** Asked besides only when the plan does not say it yet. */
const WHEN_REFUSED = [DEPLOYMENT_METHOD, HOSTING_PROVIDER].map(({ fieldApiName }) => ({
  name: fieldApiName,
  required: true,
  whenRefused: true,
}));

/**
 * Engages Implementation Engineering for a post-live plan: which limit is reached, and what shows it. Needs no Opportunity.
 * Nothing for those who may not.
 *
 * @fires saved with `{ id, action }`
 */
export default class LimitsReached extends FocusingElement {
  /** A request that is planned. @type {RecordRepresentation} */
  @api request;

  /** What the user may do with requests. @type {ObjectInfo} */
  @api objectInfo;

  labels = { explanation: explanationLabel, title: titleLabel };
  actions = [{ name: 'submit', label: submitLabel, variant: 'brand', fields: { [STATUS.fieldApiName]: 'Submitted' } }];
  questions = [
    { name: LIMIT_TRIGGER.fieldApiName, required: true },
    { name: LIMIT_EVIDENCE.fieldApiName, required: true },
    { name: LIMIT_REACHED_ON.fieldApiName },
    { name: ENTERED_REVENUE.fieldApiName },
    ...WHEN_REFUSED,
  ];
  isOpen = false;

  get mayEngage() {
    const { fields } = this.objectInfo;
    return POST_LIVE === true && fields[LIMIT_TRIGGER.fieldApiName]?.updateable === true;
  }

  handleOpen() {
    this.isOpen = true;
    this.focusNext = 'c-record-editor';
  }

  handleCancel() {
    this.isOpen = false;
    this.focusNext = '[data-action="open"]';
  }

  /** @param {CustomEvent<{ id: string, action: string }>} event */
  handleSaved({ detail }) {
    this.isOpen = false;
    this.dispatchEvent(new CustomEvent('saved', { detail }));
  }
}
