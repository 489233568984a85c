import { api, LightningElement, wire } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { PAGE_SCOPE } from 'shell/pageScope';
import { readProject } from 'shell/server';
import { session } from 'shell/session';

/** The app's first page: as it is laid out, or else the lists that this person may open. */
export default class HomePage extends LightningElement {
  @api app;
  scope = PAGE_SCOPE;
  page;
  failure;

  @wire(getObjectInfos, { objectApiNames: '$objects' })
  infos;

  async connectedCallback() {
    document.title = 'Home | Lightning';
    try {
      ({ page: this.page } = await readProject('home'));
    } catch (error) {
      this.failure = error.message;
    }
  }

  // Asked for only when nothing is laid out.
  get objects() {
    return this.page === null ? this.app?.objects : undefined;
  }
  get greeting() {
    return `Welcome, ${session.name}`;
  }
  get isPlain() {
    return this.page === null;
  }
  get lists() {
    return (this.infos.data?.results ?? [])
      .filter(({ statusCode }) => statusCode === 200)
      .map(({ result }) => ({ label: result.labelPlural, url: `/lightning/o/${result.apiName}/list` }));
  }
}
