import { LightningElement, api } from 'lwc';
import ANSWER from '@salesforce/schema/Implementation_Request__c.Answer__c';
import QUESTION from '@salesforce/schema/Implementation_Request__c.Question__c';
import sendLabel from '@salesforce/label/c.Groundwork_Send_Answer';

/** A question of Implementation Engineering, and the place to answer it. An answer sends the request back to triage. */
export default class RequestAnswer extends LightningElement {
  /** The request with its question and what was answered so far. @type {RecordRepresentation} */
  @api request;

  /** What the user may do with requests. @type {ObjectInfo} */
  @api objectInfo;

  questions = [{ name: ANSWER.fieldApiName, required: true }];
  actions = [{ name: 'send', label: sendLabel, variant: 'brand' }];

  get fieldLabels() {
    return { question: this.objectInfo.fields[QUESTION.fieldApiName]?.label };
  }

  get question() {
    return this.request.fields[QUESTION.fieldApiName]?.value;
  }

  get mayAnswer() {
    return this.objectInfo.fields[ANSWER.fieldApiName]?.updateable === true;
  }

  /** An answer is text: without a record type no choices are asked for, which would be a request for nothing. */
  get textInfo() {
    return { ...this.objectInfo, defaultRecordTypeId: undefined };
  }
}
