import { api, LightningElement } from 'lwc';

const PAUSE_MS = 250;

/** Finds a record by its name. Fires `pick` with `{ id, label }`, both null when the choice is taken away. */
export default class EntityInput extends LightningElement {
  @api label;
  @api placeholder = 'Search…';
  @api required = false;
  @api disabled = false;
  @api variant;
  @api fieldLevelHelp;
  @api messageWhenValueMissing;
  @api iconName = 'standard:record';
  /** `{ id, label }` or undefined. */
  @api selected;
  /** `(text) => Promise<{ id, label, about }[]>` */
  @api search;
  items = [];
  searching = false;
  #text = '';
  #timer;

  get pill() {
    const { selected, iconName } = this;
    return selected ? { type: 'icon', label: selected.label, iconName, iconAlternativeText: '' } : undefined;
  }
  get value() {
    return this.selected?.id ?? '';
  }

  @api focus() {
    this.box?.focus();
  }
  @api checkValidity() {
    return this.box?.checkValidity() ?? true;
  }
  @api reportValidity() {
    return this.box?.reportValidity() ?? true;
  }
  @api setCustomValidity(words) {
    this.box?.setCustomValidity(words);
  }
  @api get validity() {
    return this.box?.validity;
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  handleFocus() {
    if (!this.selected && this.items.length === 0) this.find('');
  }

  handleText({ detail: { text } }) {
    this.#text = text;
    clearTimeout(this.#timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    this.#timer = setTimeout(() => this.find(text), PAUSE_MS);
  }

  handleSelect({ detail: { value } }) {
    const found = this.items.find((item) => item.value === value);
    if (found) this.tell({ id: value, label: found.text });
  }

  handleRemove() {
    this.items = [];
    this.#text = '';
    this.tell({ id: null, label: null });
  }

  async find(text) {
    this.searching = true;
    try {
      const found = await this.search(text);
      if (text !== this.#text) return;
      this.items = found.map(({ id, label, about }) => {
        return { type: 'option-card', value: id, text: label, subText: about, iconName: this.iconName };
      });
    } catch (error) {
      this.items = [];
      this.setCustomValidity([error.body].flat()[0]?.message ?? 'The search has failed.');
      this.reportValidity();
    } finally {
      this.searching = false;
    }
  }

  tell(detail) {
    this.setCustomValidity('');
    this.dispatchEvent(new CustomEvent('pick', { detail }));
  }

  get box() {
    return this.template.querySelector('lightning-grouped-combobox');
  }
}
