import { LightningElement } from 'lwc';
import { currentView, go, listenToHistory, onNavigation, parsePath } from 'shell/router';
import { readProject } from 'shell/server';

export default class App extends LightningElement {
  view = currentView();
  /** The page that is seen: behind a form, the one that was there before it. */
  shown = pageBehind(currentView());
  app;
  #moved = false;
  /** Whether a form was opened from a page of this shell, to which Back returns. */
  #hasOpened = false;

  async connectedCallback() {
    listenToHistory();
    onNavigation((view) => {
      this.#moved = !isForm(view) && !isForm(this.view);
      this.#hasOpened = isForm(view) && !isForm(this.view);
      this.view = view;
      if (!isForm(view)) this.shown = view;
    });
    this.app = await readProject('app');
  }

  renderedCallback() {
    if (!this.#moved) return;
    this.#moved = false;
    this.refs.main.focus();
    window.scrollTo(0, 0);
  }

  get form() {
    return isForm(this.view) ? this.view : undefined;
  }
  get isRecord() {
    return this.shown.type === 'record';
  }
  get isReport() {
    return this.shown.type === 'report';
  }
  get isDashboard() {
    return this.shown.type === 'dashboard';
  }
  get isReports() {
    return this.shown.type === 'reports';
  }
  get isList() {
    return this.shown.type === 'list';
  }
  get isRelated() {
    return this.shown.type === 'related';
  }
  get isTab() {
    return this.shown.type === 'tab';
  }
  get isHome() {
    return this.shown.type === 'home';
  }
  get isSearch() {
    return this.shown.type === 'search';
  }
  get filterName() {
    return this.shown.state?.filterName;
  }

  handleSkip(event) {
    event.preventDefault();
    this.refs.main.focus();
  }

  handleSaved({ detail: { recordId } }) {
    const { type, object } = this.view;
    if (type === 'edit') this.handleClose();
    else go(`/lightning/r/${object}/${recordId}/view`, { replace: true });
  }

  handleClose() {
    if (this.#hasOpened) window.history.back();
    else go(addressBehind(this.view), { replace: true });
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

function isForm({ type }) {
  return type === 'new' || type === 'edit';
}

function pageBehind(view) {
  if (!isForm(view)) return view;
  const { type, object, recordId } = view;
  return type === 'new' ? { type: 'list', object } : { type: 'record', object, recordId };
}

function addressBehind({ type, object, recordId }) {
  return type === 'new' ? `/lightning/o/${object}/list` : `/lightning/r/${object}/${recordId}/view`;
}
