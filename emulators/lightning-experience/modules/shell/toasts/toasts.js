import { LightningElement } from 'lwc';
import { SHOW_TOAST } from 'lightning/platformShowToastEvent';
import { toParts } from './message';

const VARIANTS = ['info', 'success', 'warning', 'error'];

/** Shows the toasts that components inside it ask for, and tells them to a screen reader. */
export default class Toasts extends LightningElement {
  toasts = [];
  #count = 0;

  connectedCallback() {
    this.addEventListener(SHOW_TOAST, this.#show);
  }

  disconnectedCallback() {
    this.removeEventListener(SHOW_TOAST, this.#show);
  }

  handleClose({ target }) {
    this.remove(target.dataset.key);
  }

  // The time a toast stays is an animation's, so that a person who stops animations keeps it.
  handleAnimationEnd({ target }) {
    if (target.classList.contains('passing')) this.remove(target.dataset.key);
  }

  #show = (event) => {
    event.stopPropagation();
    const { title = '', message = '', messageData = [], variant, mode = 'dismissible' } = event.detail;
    const kind = VARIANTS.includes(variant) ? variant : 'info';
    this.#count += 1;
    const toast = {
      key: String(this.#count),
      title,
      parts: toParts(message, messageData),
      kind: `${kind[0].toUpperCase()}${kind.slice(1)}`,
      icon: `utility:${kind}`,
      style: `slds-notify slds-notify_toast slds-theme_${kind} ${mode === 'sticky' ? '' : 'passing'}`,
      closable: mode !== 'pester',
    };
    this.toasts = [...this.toasts, toast];
  };

  remove(key) {
    this.toasts = this.toasts.filter((toast) => toast.key !== key);
  }
}
