import { LightningElement, api } from 'lwc';

/** @type {Record<string, string | undefined>} */
const TONES = { Green: 'slds-theme_success', Amber: 'slds-theme_warning', Red: 'slds-theme_error' };

/** The health of a deployment, in colour and in a word. */
export default class HealthBadge extends LightningElement {
  /** As it is kept. @type {string} */
  @api value;

  /** As the org calls it. @type {string} */
  @api label;

  get badgeClass() {
    return `slds-badge ${TONES[this.value] ?? 'slds-badge_lightest'}`;
  }
}
