import { LightningElement, api, wire } from 'lwc';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import STRATEGY from '@salesforce/schema/Implementation_Request__c.Strategy__c';
import { formatLabel } from 'c/formatLabel';
import backLabel from '@salesforce/label/c.Groundwork_Back';
import continueLabel from '@salesforce/label/c.Groundwork_Continue';
import fileAnywayLabel from '@salesforce/label/c.Groundwork_File_Anyway';
import noRequestNeededLabel from '@salesforce/label/c.Groundwork_No_Request_Needed';
import optionsFailedLabel from '@salesforce/label/c.Groundwork_Options_Failed';
import ownersLabel from '@salesforce/label/c.Groundwork_Owners';
import questionLabel from '@salesforce/label/c.Groundwork_Question';
import { ANSWER_CHOICE, OTHER_STRATEGY, STRATEGIES } from './strategies';

/**
 * Asks which strategy the customer will take before a request is filed, because not every one needs a request.
 *
 * @fires choose with `{ strategy }`, the picklist value, when a request is to be filed
 * @fires back when the user returns to the list
 */
export default class StrategyQuestion extends LightningElement {
  /** The record type whose picklist values are offered. @type {string} */
  @api recordTypeId;

  /** Whether there is a list to go back to. @type {boolean} */
  @api canGoBack = false;

  chosen = '';
  objectApiName = IMPLEMENTATION_REQUEST;
  labels = {
    back: backLabel,
    continue: continueLabel,
    fileAnyway: fileAnywayLabel,
    noRequestNeeded: noRequestNeededLabel,
    optionsFailed: optionsFailedLabel,
    question: questionLabel,
  };

  /** @type {WireResult<PicklistValuesByRecordType> | undefined} */
  @wire(getPicklistValuesByRecordType, { objectApiName: '$objectApiName', recordTypeId: '$recordTypeId' })
  picklists;

  /** Moves the focus to the question. */
  @api
  focus() {
    /** @type {HTMLElement | null} */ (this.template?.querySelector('input:checked, input'))?.focus();
  }

  get error() {
    return this.picklists?.error;
  }

  get choices() {
    const picklist = this.picklists?.data?.picklistFieldValues[STRATEGY.fieldApiName];
    if (!picklist) {
      return undefined;
    }
    return [...picklist.values, ANSWER_CHOICE].map(({ value, label }) => {
      const { summary, owners } = strategyOf(value);
      return {
        value,
        label,
        summary,
        owners: owners && formatLabel(ownersLabel, owners),
        id: `choice-${value}`,
        descriptionId: `description-${value}`,
        checked: value === this.chosen,
      };
    });
  }

  get guidance() {
    return this.chosen && strategyOf(this.chosen).guidance;
  }

  get needsRequest() {
    return this.chosen !== '' && strategyOf(this.chosen).request === 'needed';
  }

  get needsNoRequest() {
    return this.chosen !== '' && strategyOf(this.chosen).request === 'not needed';
  }

  /** @param {Event & { target: HTMLInputElement }} event */
  handleChange(event) {
    this.chosen = event.target.value;
  }

  handleChoose() {
    this.dispatchEvent(new CustomEvent('choose', { detail: { strategy: this.chosen } }));
  }

  handleBack() {
    this.dispatchEvent(new CustomEvent('back'));
  }
}

/** @param {string} value */
function strategyOf(value) {
  return STRATEGIES[value] ?? OTHER_STRATEGY;
}
