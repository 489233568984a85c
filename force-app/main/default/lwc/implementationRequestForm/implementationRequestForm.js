import { LightningElement, api, wire } from 'lwc';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import ADDITIONAL_INFORMATION from '@salesforce/schema/Implementation_Request__c.Additional_Information__c';
import DEPLOYMENT_METHOD from '@salesforce/schema/Implementation_Request__c.Deployment_Method__c';
import HOSTING_PROVIDER from '@salesforce/schema/Implementation_Request__c.Hosting_Provider__c';
import OPPORTUNITY from '@salesforce/schema/Implementation_Request__c.Opportunity__c';
import REQUEST_TYPE from '@salesforce/schema/Implementation_Request__c.Request_Type__c';
import STRATEGY from '@salesforce/schema/Implementation_Request__c.Strategy__c';
import { formatLabel } from 'c/formatLabel';
import { fieldErrors, otherErrors, reduceErrors } from 'c/ldsUtils';
import { LABELS } from './labels';
import { toRequestFields } from './requestFields';
import { saveLinks, saveRequest } from './saveRequest';

/** The picklists of the form, each of which must be answered, in the order asked. */
const CHOICES = [
  { name: REQUEST_TYPE.fieldApiName, missing: LABELS.missingRequestType },
  { name: DEPLOYMENT_METHOD.fieldApiName, missing: LABELS.missingMethod },
  { name: HOSTING_PROVIDER.fieldApiName, missing: LABELS.missingProvider },
];

/**
 * The form that files an implementation request on an Opportunity, with its links.
 *
 * @fires filed with `{ id, number }` as soon as the request is saved, be its links saved or not
 * @fires close when the form is done with or given up
 */
export default class ImplementationRequestForm extends LightningElement {
  /** @type {{ id: string, name: string, accountId: string, accountName: string }} */
  @api opportunity;

  /** The answer to the first question, a value of the Strategy picklist. @type {string} */
  @api strategy;

  /** What the user may do with requests. @type {ObjectInfo} */
  @api objectInfo;

  labels = LABELS;
  objectApiName = IMPLEMENTATION_REQUEST;
  additionalInformationName = ADDITIONAL_INFORMATION.fieldApiName;
  saving = false;
  heading = '';
  /** @type {string[]} */
  errors = [];
  /** @type {Record<string, string>} */
  values = {};
  /** @type {{ key: number, url: string, title: string, type: string }[]} */
  links = [];
  /** The request once it is saved. @type {{ id: string, number: string } | null} */
  filed = null;
  /** What to focus once it is on the page: a selector. */
  focusNext = 'h3';

  /** @type {WireResult<PicklistValuesByRecordType> | undefined} */
  @wire(getPicklistValuesByRecordType, {
    objectApiName: '$objectApiName',
    recordTypeId: '$objectInfo.defaultRecordTypeId',
  })
  picklists;

  renderedCallback() {
    const element = /** @type {HTMLElement | null} */ (this.focusNext && this.template?.querySelector(this.focusNext));
    if (element) {
      this.focusNext = '';
      element.focus();
    }
  }

  get choices() {
    return CHOICES.map(({ name, missing }) => ({
      name,
      missing,
      label: this.objectInfo.fields[name]?.label,
      help: this.objectInfo.fields[name]?.inlineHelpText,
      options: this.optionsOf(name),
      value: this.values[name],
    }));
  }

  get strategyLabel() {
    return this.optionsOf(STRATEGY.fieldApiName).find(({ value }) => value === this.strategy)?.label;
  }

  get fieldLabels() {
    const { fields } = this.objectInfo;
    return {
      additionalInformation: fields[ADDITIONAL_INFORMATION.fieldApiName]?.label,
      opportunity: fields[OPPORTUNITY.fieldApiName]?.label,
      strategy: fields[STRATEGY.fieldApiName]?.label,
    };
  }

  get additionalInformation() {
    return this.values[ADDITIONAL_INFORMATION.fieldApiName];
  }

  get submitLabel() {
    return this.saving ? LABELS.submitting : LABELS.submit;
  }

  get retryLabel() {
    return this.saving ? LABELS.submitting : LABELS.retryLinks;
  }

  get announcement() {
    return this.saving ? LABELS.submitting : '';
  }

  get hasErrors() {
    return this.heading !== '';
  }

  get editable() {
    return this.filed === null;
  }

  /** @param {CustomEvent<{ value: string }> & { currentTarget: InputElement }} event */
  handleChange(event) {
    const { name } = event.currentTarget.dataset;
    this.values = { ...this.values, [String(name)]: event.detail.value };
    event.currentTarget.setCustomValidity('');
  }

  /** @param {CustomEvent<{ links: ImplementationRequestForm['links'] }>} event */
  handleLinks(event) {
    this.links = event.detail.links;
  }

  handleClose() {
    this.dispatchEvent(new CustomEvent('close'));
  }

  async handleSubmit() {
    if (this.saving || !this.validate()) {
      return;
    }
    this.start();
    try {
      this.filed = await saveRequest(toRequestFields(this, this.objectInfo));
    } catch (error) {
      this.showRefusal(/** @type {LdsError} */ (error));
      return;
    }
    this.dispatchEvent(new CustomEvent('filed', { detail: this.filed }));
    await this.finishLinks(this.filed);
  }

  async handleRetryLinks() {
    if (this.saving || !this.filed || !this.linkRows?.validate()) {
      return;
    }
    this.start();
    await this.finishLinks(this.filed);
  }

  /** @param {{ id: string, number: string }} filed */
  async finishLinks(filed) {
    const { saved, refused } = await saveLinks(filed.id, this.links);
    this.saving = false;
    this.linkRows?.removeSaved(saved);
    if (refused.length === 0) {
      this.dispatchEvent(
        new ShowToastEvent({
          title: LABELS.filedTitle,
          message: filed.number === '' ? LABELS.filedWithoutNumber : formatLabel(LABELS.filed, filed.number),
          variant: 'success',
        }),
      );
      this.handleClose();
      return;
    }
    for (const { key, error } of refused) {
      this.linkRows?.showError(key, reduceErrors(/** @type {LdsError} */ (error)).join(' '));
    }
    this.tell(
      formatLabel(LABELS.linksFailed, refused.length),
      refused.flatMap(({ error }) => reduceErrors(/** @type {LdsError} */ (error))),
    );
  }

  /** Shows at each field what is missing, moves the focus to the first and says whether nothing is. */
  validate() {
    const missing = CHOICES.filter(({ name }) => !this.values[name]).map(({ name }) => this.inputOf(name));
    for (const input of missing) {
      input?.reportValidity();
    }
    const linksAreRight = this.linkRows?.validate() ?? true;
    missing[0]?.focus();
    return missing.length === 0 && linksAreRight;
  }

  /** @param {LdsError} error */
  showRefusal(error) {
    this.saving = false;
    const byField = Object.entries(fieldErrors(error)).filter(([name]) => this.inputOf(name));
    for (const [name, message] of byField) {
      const input = this.inputOf(name);
      input?.setCustomValidity(message);
      input?.reportValidity();
    }
    const others = otherErrors(
      error,
      byField.map(([name]) => name),
    );
    if (others.length > 0 || byField.length === 0) {
      this.tell(LABELS.saveFailed, others);
    } else {
      this.inputOf(String(byField[0]?.[0]))?.focus();
    }
  }

  start() {
    this.saving = true;
    this.heading = '';
    this.errors = [];
  }

  /**
   * @param {string} heading
   * @param {string[]} errors
   */
  tell(heading, errors) {
    this.heading = heading;
    this.errors = errors;
    this.focusNext = 'c-error-panel[data-refused]';
  }

  /** @param {string} field */
  optionsOf(field) {
    const picklist = this.picklists?.data?.picklistFieldValues[field];
    return (picklist?.values ?? []).map(({ label, value }) => ({ label, value }));
  }

  /**
   * @param {string} name
   * @returns {InputElement | null | undefined}
   */
  inputOf(name) {
    return this.template?.querySelector(`[data-name="${name}"]`);
  }

  /** @returns {(Element & import('c/requestLinkRows').default) | null | undefined} */
  get linkRows() {
    return this.template?.querySelector('c-request-link-rows');
  }
}
