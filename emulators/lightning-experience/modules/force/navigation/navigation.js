import { currentView, go, onNavigation, toPageReference, toUrl } from 'shell/router';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** Gives a component `this[NavigationMixin.Navigate](pageReference)` and `this[NavigationMixin.GenerateUrl](…)`. */
export function NavigationMixin(Base) {
  return class extends Base {
    [Navigate](pageReference, replace = false) {
      const url = toUrl(pageReference);
      if (pageReference.type === 'standard__webPage' && !url.startsWith('/')) window.open(url, '_blank', 'noopener');
      else go(url, { replace });
    }

    async [GenerateUrl](pageReference) {
      return toUrl(pageReference);
    }
  };
}
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

/** Wire adapter that emits the page reference of what is shown. */
export class CurrentPageReference {
  #callback;
  #stop = () => undefined;

  constructor(callback) {
    this.#callback = callback;
    callback(undefined);
  }

  update() {
    this.emit(currentView());
  }

  connect() {
    this.#stop = onNavigation((view) => this.emit(view));
    this.emit(currentView());
  }

  disconnect() {
    this.#stop();
  }

  emit(view) {
    this.#callback(Object.freeze(toPageReference(view)));
  }
}
