import { api, LightningElement } from 'lwc';

/**
 * Records as rows. On a narrow page each row becomes a block of label and value.
 *
 * Fires `sort` with `{ name }` when the head of a sortable column is pressed.
 */
export default class RecordTable extends LightningElement {
  @api label;
  /** `[{ name, label }]`; sortable ones with `order`, as aria-sort has it, and an icon as `arrow`. */
  @api columns;
  /** `[{ key, cells }]`, the cells as `shownField` gives them, the key the record's id. */
  @api rows;
  /** Of the records; each row then has a menu of what may be done with it. */
  @api objectApiName;

  get listed() {
    return this.rows.map((row) => {
      const { words, value } = row.cells.find(({ url }) => url) ?? {};
      return { ...row, name: words ?? value };
    });
  }

  handleSort({ currentTarget }) {
    this.dispatchEvent(new CustomEvent('sort', { detail: { name: currentTarget.dataset.name } }));
  }
}
