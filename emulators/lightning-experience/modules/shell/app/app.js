import { LightningElement } from 'lwc';
import { currentView, go, listenToHistory, onNavigation, parsePath } from 'shell/router';
import { readProject } from 'shell/server';

export default class App extends LightningElement {
  view = currentView();
  app;
  #moved = false;

  async connectedCallback() {
    listenToHistory();
    onNavigation((view) => {
      this.#moved = true;
      this.view = view;
    });
    this.app = await readProject('app');
  }

  renderedCallback() {
    if (!this.#moved) return;
    this.#moved = false;
    this.refs.main.focus();
    window.scrollTo(0, 0);
  }

  get isRecord() {
    return this.view.type === 'record';
  }
  get isReport() {
    return this.view.type === 'report';
  }
  get isDashboard() {
    return this.view.type === 'dashboard';
  }
  get isReports() {
    return this.view.type === 'reports';
  }
  get isList() {
    return this.view.type === 'list';
  }
  get isHome() {
    return this.view.type === 'home';
  }

  handleSkip(event) {
    event.preventDefault();
    this.refs.main.focus();
  }

  // Links inside the shell change the view in place, so that a toast outlives them as it does on the platform.
  handleClick(event) {
    const link = event.composedPath().find((element) => element.localName === 'a');
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link?.href || !plain || event.defaultPrevented || link.target === '_blank') return;
    const { origin, pathname } = new URL(link.href);
    if (origin !== window.location.origin || parsePath(pathname).type === 'unknown') return;
    event.preventDefault();
    go(link.href);
  }
}
