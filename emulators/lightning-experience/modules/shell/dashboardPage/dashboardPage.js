import { api, LightningElement } from 'lwc';
import { analytics } from 'lds/network';
import { toComponents } from './components';

/** A dashboard with the data of its running user. */
export default class DashboardPage extends LightningElement {
  @api
  get recordId() {
    return this.#recordId;
  }
  set recordId(id) {
    this.#recordId = id;
    this.read(id);
  }
  /** Whether it is a part of another page. */
  @api embedded = false;
  dashboard;
  failure;
  #recordId;

  get name() {
    return this.dashboard.dashboardMetadata.name;
  }
  get description() {
    return this.dashboard.dashboardMetadata.description;
  }
  get viewingAs() {
    return `Viewing as ${this.dashboard.dashboardMetadata.runningUser.displayName}`;
  }
  get columns() {
    const { layout } = this.dashboard.dashboardMetadata;
    return `--columns: ${layout.gridLayout ? layout.numColumns : layout.columns.length}`;
  }
  get components() {
    return toComponents(this.dashboard);
  }

  async read(id) {
    try {
      this.dashboard = await analytics(`/dashboards/${id}`);
      if (!this.embedded) document.title = `${this.name} | Lightning`;
    } catch (error) {
      this.failure = [error.body].flat()[0]?.message ?? 'You may not see this dashboard.';
    }
  }
}
