import { LightningElement, api } from 'lwc';
import { updateRecord } from 'lightning/uiRecordApi';
import ID from '@salesforce/schema/Strategy_Assessment__c.Id';
import STATUS from '@salesforce/schema/Strategy_Assessment__c.Managed_Instance_Request_Status__c';
import URL from '@salesforce/schema/Strategy_Assessment__c.Managed_Instance_Request_Url__c';
import { fieldErrors, otherErrors } from 'c/ldsUtils';
import { toInputs } from 'c/questions';
import formUrlLabel from '@salesforce/label/c.Groundwork_Managed_Instance_Form_Url';
import notSubmittedLabel from '@salesforce/label/c.Groundwork_Managed_Instance_Not_Submitted';
import openLabel from '@salesforce/label/c.Groundwork_Managed_Instance_Open';
import saveFailedLabel from '@salesforce/label/c.Groundwork_Assessment_Not_Saved';
import submittedLabel from '@salesforce/label/c.Groundwork_Managed_Instance_Submitted';
import titleLabel from '@salesforce/label/c.Groundwork_Managed_Instance_Title';

const QUESTIONS = [{ name: URL.fieldApiName, required: true }];

/** The Cloud team's Managed Instance Request: the way to its form, and where it stands once it is submitted. */
export default class ManagedInstanceRequest extends LightningElement {
  /** @type {RecordRepresentation} */
  @api assessment;

  /** What the user may do with assessments. @type {ObjectInfo} */
  @api objectInfo;

  labels = {
    formUrl: formUrlLabel,
    notSubmitted: notSubmittedLabel,
    open: openLabel,
    saveFailed: saveFailedLabel,
    submitted: submittedLabel,
    title: titleLabel,
  };
  /** @type {import('c/questions').Values} */
  values = {};
  /** @type {string[] | null} */
  errors = null;
  saving = false;

  get url() {
    return this.assessment.fields[URL.fieldApiName]?.value;
  }

  get status() {
    const { displayValue, value } = this.assessment.fields[STATUS.fieldApiName] ?? {};
    return displayValue ?? value;
  }

  /** None for those who may not submit it. */
  get inputs() {
    const inputs = toInputs(QUESTIONS, this.values, {
      objectInfo: this.objectInfo,
      picklists: undefined,
      isNew: false,
    });
    return inputs.length > 0 ? inputs : null;
  }

  /** @param {CustomEvent<{ name: string, value: string }>} event */
  handleAnswer({ detail: { name, value } }) {
    this.values = { ...this.values, [name]: value };
  }

  async handleSubmitted() {
    if (this.saving || !this.fields?.validate()) {
      return;
    }
    this.saving = true;
    this.errors = null;
    try {
      const fields = { [ID.fieldApiName]: this.assessment.id, [STATUS.fieldApiName]: 'Submitted', ...this.values };
      await updateRecord({ fields });
    } catch (error) {
      const refusal = /** @type {LdsError} */ (error);
      const here = this.fields?.showErrors(fieldErrors(refusal)) ?? [];
      const others = otherErrors(refusal, here);
      this.errors = others.length > 0 || here.length === 0 ? others : null;
      this.fields?.focus();
    } finally {
      this.saving = false;
    }
  }

  /** @returns {(Element & import('c/recordFields').default) | null | undefined} */
  get fields() {
    return this.template?.querySelector('c-record-fields');
  }
}
