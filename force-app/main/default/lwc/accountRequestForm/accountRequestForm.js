import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import ACCOUNT from '@salesforce/schema/Implementation_Request__c.Account__c';
import SOURCE from '@salesforce/schema/Implementation_Request__c.Source__c';
import cloudFormLabel from '@salesforce/label/c.Groundwork_Managed_Instance_Open';
import cloudFormUrlLabel from '@salesforce/label/c.Groundwork_Managed_Instance_Form_Url';
import cloudTitleLabel from '@salesforce/label/c.Groundwork_To_Cloud_Title';
import filedLabel from '@salesforce/label/c.Groundwork_Filed_Without_Number';
import filedTitleLabel from '@salesforce/label/c.Groundwork_Filed_Title';
import readiness1Label from '@salesforce/label/c.Groundwork_To_Cloud_Version';
import readiness2Label from '@salesforce/label/c.Groundwork_To_Cloud_Database';
import readiness3Label from '@salesforce/label/c.Groundwork_To_Cloud_Access';
import submitLabel from '@salesforce/label/c.Groundwork_Submit';
import titleLabel from '@salesforce/label/c.Groundwork_Account_Form_Title';
import warningLabel from '@salesforce/label/c.Groundwork_To_Cloud_Warning';
import { leadsToCloud, questionsFor } from './questions';

/**
 * Files a migration or a post-live request for a customer who is live; needs no Opportunity.
 *
 * @fires saved with `{ id, action }`
 * @fires cancel
 */
export default class AccountRequestForm extends LightningElement {
  /** The customer. @type {string} */
  @api accountId;

  /** What the user may do with requests. @type {ObjectInfo} */
  @api objectInfo;

  /** Requests of the customer that the new one may follow from. @type {{ label: string, value: string }[]} */
  @api earlier = [];

  labels = {
    cloudForm: cloudFormLabel,
    cloudFormUrl: cloudFormUrlLabel,
    cloudTitle: cloudTitleLabel,
    title: titleLabel,
    warning: warningLabel,
  };
  readiness = [readiness1Label, readiness2Label, readiness3Label];
  actions = [{ name: 'submit', label: submitLabel, variant: 'brand' }];
  /** @type {import('c/questions').Values} */
  values = {};

  /** Moves the focus to the first question. */
  @api
  focus() {
    /** @type {HTMLElement | null} */ (this.template?.querySelector('c-record-editor'))?.focus();
  }

  get questions() {
    return questionsFor(this.earlier);
  }

  get defaults() {
    return { [ACCOUNT.fieldApiName]: this.accountId, [SOURCE.fieldApiName]: 'Account_Page' };
  }

  get leadsToCloud() {
    return leadsToCloud(this.values);
  }

  /** @param {CustomEvent<{ name: string, value: string | number | boolean }>} event */
  handleAnswer({ detail: { name, value } }) {
    this.values = { ...this.values, [name]: value };
  }

  /** @param {CustomEvent<{ id: string, action: string }>} event */
  handleSaved({ detail }) {
    this.dispatchEvent(new ShowToastEvent({ title: filedTitleLabel, message: filedLabel, variant: 'success' }));
    this.dispatchEvent(new CustomEvent('saved', { detail }));
  }

  handleCancel() {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}
