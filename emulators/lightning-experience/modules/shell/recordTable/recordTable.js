import { api, LightningElement } from 'lwc';

/** Records as rows. On a narrow page each row becomes a block of label and value. */
export default class RecordTable extends LightningElement {
  @api label;
  /** `[{ name, label }]` */
  @api columns;
  /** `[{ key, cells }]`, the cells as `shownField` gives them. */
  @api rows;
}
