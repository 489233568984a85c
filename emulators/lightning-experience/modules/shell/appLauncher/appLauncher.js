import { api, LightningElement } from 'lwc';
import { onNavigation } from 'shell/router';

/** The app's name, and behind the nine dots all that it has. */
export default class AppLauncher extends LightningElement {
  @api app;
  /** As `toTabs` gives them. */
  @api tabs;
  open = false;
  #stops = [];

  connectedCallback() {
    const outside = (event) => {
      if (!event.composedPath().includes(this.template.host)) this.open = false;
    };
    document.addEventListener('click', outside);
    this.#stops = [
      () => document.removeEventListener('click', outside),
      onNavigation(() => {
        this.open = false;
      }),
    ];
  }

  disconnectedCallback() {
    for (const stop of this.#stops) stop();
  }

  get expanded() {
    return String(this.open);
  }

  handleToggle() {
    this.open = !this.open;
  }

  handleKey(event) {
    if (event.key !== 'Escape' || !this.open) return;
    this.open = false;
    this.refs.button.focus();
  }
}
