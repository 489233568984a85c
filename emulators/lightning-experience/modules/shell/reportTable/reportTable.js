import { api, LightningElement } from 'lwc';
import { toTable } from 'shell/reportView';

/** The rows of a report with its groups, subtotals and total. A wide one scrolls by itself. */
export default class ReportTable extends LightningElement {
  @api label;
  /** What the Analytics API answers. */
  @api result;

  get table() {
    return toTable(this.result);
  }
  get rows() {
    const { columns, rows } = this.table;
    return rows.map((row) => ({
      ...row,
      look: row.kind,
      span: row.cells.length === 0 ? Math.max(columns.length, 1) : 1,
      indent: `padding-left: ${0.75 + row.depth}rem`,
    }));
  }
}
