import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { iconOfObject, nameOf, searchObject } from 'shell/entities';
import { toCondition } from './criteria';

/** Finds a record of an object. Fires `change` with `{ recordId }`, and `ready`. The platform's asks over GraphQL. */
export default class RecordPicker extends LightningElement {
  @api label;
  @api placeholder;
  @api required = false;
  @api disabled = false;
  @api variant;
  @api fieldLevelHelp;
  @api messageWhenValueMissing;
  @api objectApiName;
  @api filter;
  @api displayInfo;
  @api matchingInfo;
  picked;
  current;
  #named;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  info({ data }) {
    this.objectInfo = data;
    if (data) this.dispatchEvent(new CustomEvent('ready'));
  }
  objectInfo;

  @api
  get value() {
    return this.current;
  }
  set value(id) {
    this.current = id;
    if (id !== this.picked?.id) this.picked = id ? { id, label: '…' } : undefined;
  }

  @api clearSelection() {
    this.current = undefined;
    this.picked = undefined;
  }
  @api focus() {
    this.input?.focus();
  }
  @api blur() {
    this.template.activeElement?.blur();
  }
  @api checkValidity() {
    return this.input?.checkValidity() ?? true;
  }
  @api reportValidity() {
    return this.input?.reportValidity() ?? true;
  }
  @api setCustomValidity(words) {
    this.input?.setCustomValidity(words);
  }
  @api get validity() {
    return this.input?.validity;
  }

  renderedCallback() {
    this.nameIt();
  }

  get iconName() {
    return iconOfObject(this.objectApiName);
  }
  get nameField() {
    const names = this.objectInfo?.nameFields ?? [];
    return names.length === 1 ? names[0] : 'Name';
  }
  get search() {
    const matching = this.matchingInfo?.primaryField?.fieldPath ?? this.nameField;
    const display = this.displayInfo?.primaryField ?? this.nameField;
    const additional = this.displayInfo?.additionalFields?.[0];
    const { objectApiName: object, filter } = this;
    return async (text) =>
      searchObject({ object, matching, display, additional, condition: toCondition(filter) }, text);
  }

  handlePick({ detail }) {
    this.current = detail.id ?? undefined;
    this.picked = detail.id ? detail : undefined;
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId: detail.id } }));
  }

  async nameIt() {
    const { objectInfo, picked } = this;
    if (!objectInfo || picked?.label !== '…' || this.#named === picked.id) return;
    this.#named = picked.id;
    const label = await nameOf(picked.id, objectInfo).catch(() => picked.id);
    if (this.current === picked.id) this.picked = { id: picked.id, label };
  }

  get input() {
    return this.template.querySelector('shell-entity-input');
  }
}
