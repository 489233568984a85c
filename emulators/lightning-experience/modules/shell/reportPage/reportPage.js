import { api, LightningElement } from 'lwc';
import { analytics } from 'lds/network';
import { toBars, toTotals } from 'shell/reportView';

/** A report as the Analytics API runs it for this person. */
export default class ReportPage extends LightningElement {
  @api
  get recordId() {
    return this.#recordId;
  }
  set recordId(id) {
    this.#recordId = id;
    this.read(id);
  }
  result;
  failure;
  #recordId;

  get name() {
    return this.result.reportMetadata.name;
  }
  get description() {
    return this.result.reportMetadata.description;
  }
  get typeName() {
    return this.result.reportMetadata.reportType.label;
  }
  get totals() {
    return toTotals(this.result);
  }
  get bars() {
    return toBars(this.result);
  }
  get isCut() {
    return !this.result.allData;
  }

  async read(id) {
    try {
      this.result = await analytics(`/reports/${id}?includeDetails=true`);
      document.title = `${this.name} | Lightning`;
    } catch (error) {
      this.failure = [error.body].flat()[0]?.message ?? 'You may not see this report.';
    }
  }
}
