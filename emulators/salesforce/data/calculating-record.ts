import type { Field, StoredRecord, StoredValue } from '../entities.ts';

type Calculate = (field: Field) => StoredValue;

/**
 * Records of one object whose formula fields are worked out when they are read.
 *
 * The formula fields are inherited getters: `for … in` lists them, spreading and `Object.entries` do not. A copy with the
 * same prototype has the values of the original, whatever becomes of its other fields.
 */
export class CalculatingRecords {
  readonly #getters: object;

  constructor(fields: readonly Field[]) {
    const getters = fields.map((field): [string, PropertyDescriptor] => [
      field.name,
      {
        enumerable: true,
        get(this: Calculating) {
          return this[CALCULATE](field);
        },
      },
    ]);
    this.#getters = Object.create(null, Object.fromEntries(getters)) as object;
  }

  /** The record itself with its formula fields. */
  turn(record: StoredRecord, calculate: Calculate): StoredRecord {
    return Object.setPrototypeOf(record, this.#prototype(calculate)) as StoredRecord;
  }

  /** A copy of the record with its formula fields. */
  copy(record: StoredRecord, calculate: Calculate): StoredRecord {
    const copy = Object.create(this.#prototype(calculate)) as StoredRecord;
    // Several times as fast as spreading, for the rows of SQLite.
    for (const name of Object.keys(record)) copy[name] = record[name] ?? null;
    return copy;
  }

  #prototype(calculate: Calculate): object {
    return Object.create(this.#getters, { [CALCULATE]: { value: calculate } }) as object;
  }
}

const CALCULATE = Symbol('calculate');

interface Calculating {
  [CALCULATE]: Calculate;
}
