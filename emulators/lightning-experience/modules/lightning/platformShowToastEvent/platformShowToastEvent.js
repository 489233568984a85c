export const SHOW_TOAST = 'lightning__showtoast';

/** Asks the page for a toast: `{ title, message, messageData, variant, mode }`. */
export class ShowToastEvent extends CustomEvent {
  constructor(toast) {
    super(SHOW_TOAST, { bubbles: true, composed: true, cancelable: true, detail: toast });
  }
}
