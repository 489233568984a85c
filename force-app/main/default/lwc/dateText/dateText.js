import { LightningElement, api } from 'lwc';

/** A date, or the day of a time where the user is. */
export default class DateText extends LightningElement {
  /** As the UI API has it: `2022-11-20`, or `2022-11-20T09:00:00.000Z`. @type {string} */
  @api value;

  /** Whether the hour and the minute are shown as well. */
  @api withTime = false;

  get twoDigits() {
    return this.withTime ? '2-digit' : undefined;
  }

  /** A date is the same day everywhere. */
  get timeZone() {
    return this.value?.includes('T') ? undefined : 'UTC';
  }
}
