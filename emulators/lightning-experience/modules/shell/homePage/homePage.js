import { api, LightningElement, wire } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { session } from 'shell/session';

/** The app's first page: the lists that this person may open. */
export default class HomePage extends LightningElement {
  @api app;

  @wire(getObjectInfos, { objectApiNames: '$objects' })
  infos;

  connectedCallback() {
    document.title = 'Home | Lightning';
  }

  get objects() {
    return this.app?.objects;
  }
  get greeting() {
    return `Welcome, ${session.name}`;
  }
  get lists() {
    return (this.infos.data?.results ?? [])
      .filter(({ statusCode }) => statusCode === 200)
      .map(({ result }) => ({ label: result.labelPlural, url: `/lightning/o/${result.apiName}/list` }));
  }
}
