import { api, LightningElement } from 'lwc';
import { findRecords } from 'shell/finding';
import { go, onNavigation } from 'shell/router';

const PAUSE_MS = 250;
const MOST_OF_EACH = 3;

/** Finds records by any of their words: a few while one types, all of them on a page of their own. */
export default class SearchBox extends LightningElement {
  /** What the app's tabs show is searched. */
  @api app;
  text = '';
  asked = '';
  suggestions;
  #timer;
  #stops = [];

  connectedCallback() {
    const outside = (event) => {
      if (!event.composedPath().includes(this.template.host)) this.close();
    };
    document.addEventListener('click', outside);
    this.#stops = [() => document.removeEventListener('click', outside), onNavigation(() => this.close())];
  }

  disconnectedCallback() {
    this.close();
    for (const stop of this.#stops) stop();
  }

  get allUrl() {
    return `/lightning/search?${new URLSearchParams({ term: this.asked })}`;
  }
  get count() {
    return `${this.suggestions.length} found`;
  }

  handleInput({ target: { value } }) {
    this.text = value;
    clearTimeout(this.#timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    this.#timer = setTimeout(() => this.suggest(value.trim()), PAUSE_MS);
  }

  handleSubmit(event) {
    event.preventDefault();
    this.asked = this.text.trim();
    if (this.asked !== '') go(this.allUrl);
  }

  handleKey(event) {
    if (event.key !== 'Escape' || !this.suggestions) return;
    event.stopPropagation();
    this.close();
    this.refs.input.focus();
  }

  async suggest(text) {
    const found = await findRecords(text, this.app, MOST_OF_EACH).catch(() => []);
    if (text !== this.text.trim()) return;
    this.asked = text;
    this.suggestions = found.length === 0 ? undefined : found;
  }

  close() {
    clearTimeout(this.#timer);
    this.suggestions = undefined;
  }
}
