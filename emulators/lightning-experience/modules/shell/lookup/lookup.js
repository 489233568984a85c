import { api, LightningElement } from 'lwc';
import { iconOfObject, nameOf, searchLookup } from 'shell/entities';

/** The input of a lookup field. Fires `change` with `{ value }`, the id or null. */
export default class Lookup extends LightningElement {
  @api label;
  @api required = false;
  @api fieldLevelHelp;
  /** As `editingOf` describes it. */
  @api field;
  picked;
  found;
  current;

  /** Id of the record that the field leads to. */
  @api
  get value() {
    return this.current;
  }
  set value(id) {
    if (id === this.current) return;
    this.current = id;
    this.found = undefined;
  }

  @api focus() {
    this.input?.focus();
  }
  @api reportValidity() {
    return this.input?.reportValidity() ?? true;
  }
  @api setCustomValidity(words) {
    this.input?.setCustomValidity(words);
  }

  renderedCallback() {
    this.nameIt();
  }

  get selected() {
    if (!this.current) return undefined;
    if (this.picked?.id === this.current) return this.picked;
    return { id: this.current, label: this.field.words ?? this.found ?? '…' };
  }
  get iconName() {
    return iconOfObject(this.field.targets[0]?.apiName);
  }
  get search() {
    const { object, name, targets, bindings } = this.field;
    return (text) => searchLookup({ object, field: name, targets, bindings }, text);
  }

  handlePick({ detail }) {
    this.picked = detail.id ? detail : undefined;
    this.current = detail.id;
    this.dispatchEvent(new CustomEvent('change', { detail: { value: detail.id } }));
  }

  // A value that came with the address has no name yet.
  async nameIt() {
    const id = this.current;
    if (!id || this.picked?.id === id || this.field.words || this.found !== undefined) return;
    this.found = '';
    this.found = await nameOf(id, this.field.targets[0]).catch(() => id);
  }

  get input() {
    return this.template.querySelector('shell-entity-input');
  }
}
