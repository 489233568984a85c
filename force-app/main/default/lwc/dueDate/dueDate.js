import { LightningElement, api } from 'lwc';
import { formatLabel } from 'c/formatLabel';
import dueLabel from '@salesforce/label/c.Groundwork_Due';
import inDaysLabel from '@salesforce/label/c.Groundwork_In_Days';
import lateLabel from '@salesforce/label/c.Groundwork_Days_Late';
import lateOneLabel from '@salesforce/label/c.Groundwork_One_Day_Late';
import noDateLabel from '@salesforce/label/c.Groundwork_No_Due_Date';
import todayLabel from '@salesforce/label/c.Groundwork_Today';
import tomorrowLabel from '@salesforce/label/c.Groundwork_Tomorrow';

/** From how many days before it a date is near. */
const SOON = 7;

/** By when something is owed: the day, and in words whether that is late, today or soon. */
export default class DueDate extends LightningElement {
  /** The day. @type {string | null} */
  @api date = null;

  /** Days until then as the org counts them; negative when it is late, null when nothing is owed any more. @type {number | null} */
  @api days = null;

  /** Whether it says that there is no date. */
  @api saysNone = false;

  labels = { due: dueLabel, none: noDateLabel };

  get word() {
    const { days } = this;
    if (days === null || days > SOON) {
      return '';
    }
    if (days < 0) {
      return days === -1 ? lateOneLabel : formatLabel(lateLabel, -days);
    }
    return [todayLabel, tomorrowLabel][days] ?? formatLabel(inDaysLabel, days);
  }

  get wordClass() {
    const tone = (this.days ?? 0) < 0 ? 'slds-theme_error' : 'slds-badge_lightest';
    return `slds-badge slds-m-left_xx-small ${tone}`;
  }
}
