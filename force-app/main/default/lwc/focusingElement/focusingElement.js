import { LightningElement } from 'lwc';

/** A component that moves the focus to what its next rendering brings. */
export default class FocusingElement extends LightningElement {
  /** What to focus once it is on the page: a selector. */
  focusNext = '';

  /** What of it to focus, when that is a component that has several things to choose from. @type {string | undefined} */
  focusPart;

  renderedCallback() {
    this.moveFocus();
  }

  /** Moves the focus at once to what is there already. */
  moveFocus() {
    const element = /** @type {HTMLElement & { focus(part?: string): void } | null} */ (
      this.focusNext && this.template?.querySelector(this.focusNext)
    );
    if (element) {
      this.focusNext = '';
      element.focus(this.focusPart);
    }
  }
}
