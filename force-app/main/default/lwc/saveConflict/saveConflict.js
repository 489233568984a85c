import { LightningElement, api } from 'lwc';
import keepMineLabel from '@salesforce/label/c.Groundwork_Keep_Mine';
import mineLabel from '@salesforce/label/c.Groundwork_Yours';
import takeTheirsLabel from '@salesforce/label/c.Groundwork_Take_Theirs';
import theirsLabel from '@salesforce/label/c.Groundwork_Saved_Meanwhile';
import titleLabel from '@salesforce/label/c.Groundwork_Conflict';

/**
 * Fields that somebody else saved while the user changed them, with both values.
 *
 * @fires mine when what the user entered shall be saved
 * @fires theirs when what is saved shall stay
 */
export default class SaveConflict extends LightningElement {
  /** @type {{ name: string, label: string, mine: string, theirs: string }[]} */
  @api fields;

  labels = {
    keepMine: keepMineLabel,
    mine: mineLabel,
    takeTheirs: takeTheirsLabel,
    theirs: theirsLabel,
    title: titleLabel,
  };

  /** Moves the focus here, so that the keyboard continues at the choice. */
  @api
  focus() {
    /** @type {HTMLElement | null} */ (this.template?.querySelector('[role="alert"]'))?.focus();
  }

  handleMine() {
    this.dispatchEvent(new CustomEvent('mine'));
  }

  handleTheirs() {
    this.dispatchEvent(new CustomEvent('theirs'));
  }
}
