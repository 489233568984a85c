import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { formatLabel } from 'c/formatLabel';
import differentLabel from '@salesforce/label/c.Groundwork_Mine_Is_Different';
import openLabel from '@salesforce/label/c.Groundwork_Open_Request';

/**
 * What to do when a request like this one is open already.
 *
 * @fires different when the user says that theirs is another one
 */
export default class DuplicateChoice extends NavigationMixin(LightningElement) {
  /** What the org said. @type {string} */
  @api message;

  /** The request that is open, when it is known. @type {{ id: string, number: string } | undefined} */
  @api request;

  url = '';
  labels = { different: differentLabel };

  connectedCallback() {
    if (this.request) {
      this[NavigationMixin.GenerateUrl](this.pageReference).then((/** @type {string} */ url) => {
        this.url = url;
      });
    }
  }

  /** Moves the focus here, so that the keyboard continues at the choice. */
  @api
  focus() {
    /** @type {HTMLElement | null} */ (this.template?.querySelector('[role="alert"]'))?.focus();
  }

  get openLabel() {
    return formatLabel(openLabel, this.request?.number ?? '');
  }

  get pageReference() {
    return {
      type: 'standard__recordPage',
      attributes: { recordId: this.request?.id ?? '', actionName: 'view' },
    };
  }

  /** @param {MouseEvent} event */
  handleOpen(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    this[NavigationMixin.Navigate](this.pageReference);
  }

  handleDifferent() {
    this.dispatchEvent(new CustomEvent('different'));
  }
}
