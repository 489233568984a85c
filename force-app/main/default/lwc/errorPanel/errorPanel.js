import { LightningElement, api } from 'lwc';
import { reduceErrors } from 'c/ldsUtils';

/** Says what failed and why; announced at once by screen readers. */
export default class ErrorPanel extends LightningElement {
  /** What failed, in one sentence. @type {string} */
  @api heading = '';

  /** Errors of Lightning Data Service, or messages. @type {Parameters<typeof reduceErrors>[0]} */
  @api errors;

  /** Moves the focus here, so that the keyboard continues at the message. */
  @api
  focus() {
    /** @type {HTMLElement | null} */ (this.template?.querySelector('[role="alert"]'))?.focus();
  }

  get messages() {
    return reduceErrors(this.errors);
  }

  get hasMessages() {
    return this.messages.length > 0;
  }
}
