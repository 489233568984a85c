import { LightningElement, api } from 'lwc';
import { updateRecord } from 'lightning/uiRecordApi';
import ANSWER from '@salesforce/schema/Implementation_Request__c.Answer__c';
import ID from '@salesforce/schema/Implementation_Request__c.Id';
import QUESTION from '@salesforce/schema/Implementation_Request__c.Question__c';
import { reduceErrors } from 'c/ldsUtils';
import { toInputs } from 'c/questions';
import saveFailedLabel from '@salesforce/label/c.Groundwork_Answer_Not_Sent';
import sendLabel from '@salesforce/label/c.Groundwork_Send_Answer';

const QUESTIONS = [{ name: ANSWER.fieldApiName, required: true }];

/** A question of Implementation Engineering, and the place to answer it. An answer sends the request back to triage. */
export default class RequestAnswer extends LightningElement {
  /** @type {string} */
  @api requestId;

  /** @type {string} */
  @api question;

  /** What the user may do with requests. @type {ObjectInfo} */
  @api objectInfo;

  labels = { saveFailed: saveFailedLabel, send: sendLabel };
  /** @type {import('c/questions').Values} */
  values = {};
  /** @type {string[] | null} */
  errors = null;
  saving = false;

  get fieldLabels() {
    return { question: this.objectInfo.fields[QUESTION.fieldApiName]?.label };
  }

  /** None for those who may not answer. */
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

  async handleSend() {
    const fields = /** @type {(Element & import('c/recordFields').default) | null | undefined} */ (
      this.template?.querySelector('c-record-fields')
    );
    if (this.saving || !fields?.validate()) {
      return;
    }
    this.saving = true;
    this.errors = null;
    try {
      await updateRecord({ fields: { [ID.fieldApiName]: this.requestId, ...this.values } });
    } catch (error) {
      this.errors = reduceErrors(/** @type {LdsError} */ (error));
    } finally {
      this.saving = false;
    }
  }
}
