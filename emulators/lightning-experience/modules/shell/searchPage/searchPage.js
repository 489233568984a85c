import { api, LightningElement } from 'lwc';
import { findRecords } from 'shell/finding';

const MOST_OF_EACH = 50;

/** All that a search finds, object by object. */
export default class SearchPage extends LightningElement {
  found;
  failure;
  #app;
  #term = '';

  @api
  get app() {
    return this.#app;
  }
  set app(app) {
    this.#app = app;
    this.find();
  }

  /** What is looked for. */
  @api
  get term() {
    return this.#term;
  }
  set term(term = '') {
    this.#term = term;
    this.find();
  }

  connectedCallback() {
    document.title = 'Search | Salesforce';
  }

  get title() {
    return `Results for “${this.#term}”`;
  }
  get summary() {
    if (this.failure) return this.failure;
    if (!this.found) return 'Loading…';
    if (this.#term.trim().length < 2) return 'Type at least two characters.';
    if (this.found.length === 0)
      return 'Nothing was found. Names, numbers and texts are searched, whole or by their beginning.';
    return `${this.found.length} ${this.found.length === 1 ? 'record' : 'records'} in ${this.groups.length} ${this.groups.length === 1 ? 'object' : 'objects'}`;
  }
  get groups() {
    const byObject = Map.groupBy(this.found ?? [], ({ object }) => object);
    return [...byObject].map(([object, all]) => ({ object, label: all[0].label, ids: all.map(({ id }) => id) }));
  }

  async find() {
    const term = this.#term;
    if (!this.#app) return;
    this.found = undefined;
    this.failure = undefined;
    try {
      const found = await findRecords(term, this.#app, MOST_OF_EACH);
      if (term === this.#term) this.found = found;
    } catch (error) {
      this.failure = [error.body].flat()[0]?.message ?? 'The search has failed.';
    }
  }
}
