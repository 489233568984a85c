import { api, LightningElement, wire } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import { session } from 'shell/session';

export default class GlobalHeader extends LightningElement {
  @api app;
  @api view;
  userId = session.userId;
  portal = session.portal;
  objectInfos;

  @wire(getRecord, { recordId: '$userId', optionalFields: ['User.Name', 'User.Title'] })
  user;

  @wire(getObjectInfos, { objectApiNames: '$objects' })
  wiredInfos({ data }) {
    this.objectInfos = data?.results.filter(({ statusCode }) => statusCode === 200).map(({ result }) => result);
  }

  get objects() {
    return this.app?.objects;
  }
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
  get appName() {
    return this.app?.label;
  }
  get tabs() {
    const tabs = (this.objectInfos ?? []).map(({ apiName, labelPlural }) =>
      this.toTab(labelPlural, `/lightning/o/${apiName}/list`, this.view.object === apiName),
    );
    return [this.toTab('Home', '/lightning/page/home', this.view.type === 'home'), ...tabs];
  }

  toTab(label, url, active) {
    return {
      label,
      url,
      current: active ? 'page' : null,
      style: active ? 'slds-context-bar__item slds-is-active' : 'slds-context-bar__item',
    };
  }
}
