import { api, LightningElement, wire } from 'lwc';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import { session } from 'shell/session';
import { applyTheme, chosenTheme } from 'shell/theme';
import { toTabs } from './tabs';

export default class GlobalHeader extends LightningElement {
  @api app;
  @api view;
  userId = session.userId;
  portal = session.portal;
  theme = chosenTheme();

  @wire(getRecord, { recordId: '$userId', optionalFields: ['User.Name', 'User.Title'] })
  user;

  get name() {
    return (this.user.data && getFieldValue(this.user.data, 'User.Name')) ?? session.name;
  }
  get role() {
    return this.user.data && getFieldValue(this.user.data, 'User.Title');
  }
  get initials() {
    return this.name
      .split(' ')
      .map(([letter]) => letter)
      .join('')
      .slice(0, 2);
  }
  get tabs() {
    return toTabs(this.app?.navigation ?? [], this.view);
  }
  get isSlds2() {
    return this.theme === '2';
  }

  handleTheme({ target }) {
    this.theme = target.checked ? '2' : '1';
    applyTheme(this.theme);
  }
}
