import { api, LightningElement } from 'lwc';
import { query } from 'lds/network';

/** The standard page component that shows a dashboard: the one whose developer name is its `dashboardName`. */
export default class EmbeddedDashboard extends LightningElement {
  @api item;
  dashboardId;
  isMissing = false;

  get name() {
    return this.item.properties.dashboardName ?? '';
  }
  get isHidden() {
    return this.isMissing && this.item.properties.hideOnError === 'true';
  }
  get failure() {
    return this.isMissing && !this.isHidden ? `There is no dashboard ${this.name} that you may see.` : undefined;
  }

  async connectedCallback() {
    try {
      const [found] = await query(
        `SELECT Id FROM Dashboard WHERE DeveloperName = '${this.name.replaceAll("'", "\\'")}'`,
      );
      this.dashboardId = found?.Id;
    } finally {
      this.isMissing = this.dashboardId === undefined;
    }
  }
}
