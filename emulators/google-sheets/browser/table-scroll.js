const ATTEMPTS = 8;

/** Brings cells of a table into view. */
export class TableScroll {
  #element;
  #rowHeight;
  #wanted;

  /**
   * @param element of the table
   * @param rowHeight in pixels, until a row is drawn
   */
  constructor(element, rowHeight) {
    this.#element = element;
    this.#rowHeight = rowHeight;
  }

  get #holder() {
    return this.#element.querySelector('.tabulator-tableholder');
  }

  /**
   * Scrolls up or down to a cell that is the `line`th one that scrolls. Where an unseen row lies is only estimated until it
   * is drawn, so a long way takes more than one step; and once it is, its cells are others than before.
   *
   * @param find answers the cell as it is at the moment
   */
  async toLine(find, line) {
    this.#wanted = find;
    const holder = this.#holder;
    for (let attempt = 0; attempt < ATTEMPTS && this.#wanted === find; attempt += 1) {
      const cell = find();
      if (cell === undefined) return;
      const height = holder.querySelector('.tabulator-row')?.offsetHeight ?? this.#rowHeight;
      const { top } = holder.getBoundingClientRect();
      const start = cell.isConnected ? cell.getBoundingClientRect().top - top + holder.scrollTop : line * height;
      const target = nearest(holder.scrollTop, start, height, holder.clientHeight);
      if (cell.isConnected && Math.abs(target - holder.scrollTop) < 1) return;
      holder.scrollTop = target;
      await twoFrames();
    }
  }

  /** Scrolls sideways to a cell of a column that scrolls. */
  toColumn(cell) {
    const holder = this.#holder;
    const margin = this.#frozenWidth();
    const left = cell.offsetLeft - margin;
    holder.scrollLeft = nearest(holder.scrollLeft, left, cell.offsetWidth, holder.clientWidth - margin);
  }

  #frozenWidth() {
    const frozen = this.#element.querySelectorAll(
      '.tabulator-headers > .tabulator-frozen-left, .tabulator-headers > .tabulator-frozen',
    );
    return [...frozen].reduce((width, column) => width + column.offsetWidth, 0);
  }
}

/** The scroll position next to the present one at which a stretch is in sight. */
function nearest(scroll, start, length, room) {
  if (start < scroll) return start;
  return Math.max(scroll, start + length - room);
}

function twoFrames() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
