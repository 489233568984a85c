import { LightningElement, api } from 'lwc';

/**
 * Several fields of a record, one below the other.
 *
 * @fires answer with `{ name, value }`
 */
export default class RecordFields extends LightningElement {
  /** @type {import('c/questions').Input[]} */
  @api fields;

  /** Fields at which a message of the server is shown. @type {string[]} */
  told = [];

  /** Shows at each field what is missing, moves the focus to the first and says whether nothing is. */
  @api
  validate() {
    const wrong = this.elements.filter((element) => !element.validate());
    wrong[0]?.focus();
    return wrong.length === 0;
  }

  /**
   * Shows messages at their fields, in place of those shown before.
   *
   * @param {Record<string, string>} messages by API name of the field
   * @returns {string[]} the fields that are here
   */
  @api
  showErrors(messages) {
    const before = this.told;
    this.told = this.elements.map(nameOf).filter((name) => messages[name]);
    for (const element of this.elements) {
      const name = nameOf(element);
      if (this.told.includes(name) || before.includes(name)) {
        element.showError(messages[name] ?? '');
      }
    }
    return this.told;
  }

  /**
   * Moves the focus to a field, or to the first.
   *
   * @param {string} [name] API name of the field
   */
  @api
  focus(name) {
    (this.elements.find((element) => nameOf(element) === name) ?? this.elements[0])?.focus();
  }

  /** @param {CustomEvent<{ name: string, value: string | number | boolean }>} event */
  handleAnswer({ detail }) {
    this.dispatchEvent(new CustomEvent('answer', { detail }));
  }

  /** @returns {(HTMLElement & import('c/recordField').default)[]} */
  get elements() {
    const found = this.template?.querySelectorAll('c-record-field') ?? [];
    return /** @type {(HTMLElement & import('c/recordField').default)[]} */ ([...found]);
  }
}

/** @param {HTMLElement} element */
function nameOf(element) {
  return String(element.dataset.name);
}
