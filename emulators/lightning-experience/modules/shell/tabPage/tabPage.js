import { api, LightningElement } from 'lwc';
import { PAGE_SCOPE } from 'shell/pageScope';
import { readProject } from 'shell/server';

/** The page that a tab shows. */
export default class TabPage extends LightningElement {
  scope = PAGE_SCOPE;
  page;
  failure;
  #name;

  /** API name of the tab. */
  @api
  get name() {
    return this.#name;
  }
  set name(name) {
    this.#name = name;
    this.page = undefined;
    this.failure = undefined;
    this.read(name);
  }

  async read(name) {
    try {
      const { page } = await readProject(`tab/${name}`);
      if (name !== this.#name) return;
      this.page = page ?? undefined;
      if (page === null) this.failure = 'This tab shows no page of the project.';
      document.title = `${page?.label ?? name} | Lightning`;
    } catch (error) {
      this.failure = error.message;
    }
  }
}
