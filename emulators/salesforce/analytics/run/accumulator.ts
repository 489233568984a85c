import type { StoredValue } from '../../entities.ts';
import type { AggregateKind } from '../aggregate-names.ts';

/** The running sums of one group. */
export class Accumulator {
  #rows = 0;
  readonly #parts: Part[];

  constructor(columns: number) {
    this.#parts = Array.from({ length: columns }, () => new Part());
  }

  get rows(): number {
    return this.#rows;
  }

  /** Takes a row in: the value of each column, and the record it belongs to where that may come again. */
  add(values: readonly StoredValue[], records: readonly (string | undefined)[]): void {
    this.#rows += 1;
    for (const [index, part] of this.#parts.entries()) part.add(values[index] ?? null, records[index]);
  }

  /** The aggregate of the column at this place. */
  valueOf(kind: AggregateKind, index: number): StoredValue {
    return this.#parts[index]?.valueOf(kind) ?? null;
  }
}

class Part {
  readonly #seen = new Set<string>();
  readonly #distinct = new Set<StoredValue>();
  #count = 0;
  #sum = 0;
  #largest: StoredValue = null;
  #smallest: StoredValue = null;

  add(value: StoredValue, record: string | undefined): void {
    if (value === null) return;
    if (record !== undefined) {
      if (this.#seen.has(record)) return;
      this.#seen.add(record);
    }
    this.#count += 1;
    this.#distinct.add(value);
    if (typeof value === 'number') this.#sum += value;
    if (this.#largest === null || value > this.#largest) this.#largest = value;
    if (this.#smallest === null || value < this.#smallest) this.#smallest = value;
  }

  valueOf(kind: AggregateKind): StoredValue {
    switch (kind) {
      case 'Sum':
        return rounded(this.#sum);
      case 'Average':
        return this.#count === 0 ? null : rounded(this.#sum / this.#count);
      case 'Unique':
        return this.#distinct.size;
      case 'Maximum':
        return this.#largest;
      case 'Minimum':
        return this.#smallest;
    }
  }
}

/** Without the dust of binary arithmetic. */
function rounded(number: number): number {
  return Number(number.toPrecision(15));
}
