import { api, LightningElement } from 'lwc';
import { isCustom, loadCustom, loadedCustom } from 'shell/customComponents';
import { isVisible } from 'shell/visibility';
import { OWN } from './own';

/** One item of a page: shown, hidden by its rule, or, when it is not known here, named. */
export default class Item extends LightningElement {
  @api item;
  @api recordId;
  @api objectApiName;
  @api scope;
  component;

  connectedCallback() {
    const { name } = this.item;
    if (isCustom(name)) this.component = loadedCustom(name);
    if (this.component !== undefined) return;
    if (isCustom(name)) this.load(name);
    else this.component = this.item.kind === 'field' ? OWN['flexipage:fieldSection'] : OWN[this.item.name];
  }

  get visible() {
    return this.refusal !== undefined || isVisible(this.item.visibility, this.scope);
  }

  /** Why its visibility rule cannot be followed. */
  get refusal() {
    try {
      isVisible(this.item.visibility, this.scope);
      return undefined;
    } catch (error) {
      return `Its visibility rule is not supported here: ${error.message}`;
    }
  }

  get name() {
    return this.item.name ?? this.item.field;
  }

  get explanation() {
    if (this.refusal) return this.refusal;
    return this.name.startsWith('c:')
      ? 'There is no such component in this project, or it is not exposed.'
      : 'This component belongs to Salesforce and is not part of the local page.';
  }

  get isShown() {
    return this.component && !this.refusal;
  }

  get isUnknown() {
    return this.refusal || (!isCustom(this.name) && !this.component);
  }

  get properties() {
    const { item, recordId, objectApiName, scope } = this;
    if (isCustom(item.name)) return { ...declared(item.properties), recordId, objectApiName };
    return { item, recordId, objectApiName, scope };
  }

  async load(name) {
    this.component = await loadCustom(name);
  }
}

// Page metadata holds text; a component declares Boolean and Integer properties too.
function declared(properties) {
  const typed = Object.entries(properties).map(([name, value]) => {
    if (value === 'true' || value === 'false') return [name, value === 'true'];
    return [name, value];
  });
  return Object.fromEntries(typed);
}
