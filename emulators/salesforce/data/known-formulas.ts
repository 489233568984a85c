import type { Field, StoredRecord, StoredValue } from '../entities.ts';

/** Values of formula fields that were worked out already, of records that do not change while it is kept. */
export class KnownFormulas {
  readonly #byRecord = new WeakMap<StoredRecord, Map<Field, StoredValue>>();

  /** The value of a formula field, worked out when it is first asked for. */
  valueOf(record: StoredRecord, field: Field, calculate: () => StoredValue): StoredValue {
    let values = this.#byRecord.get(record);
    if (values === undefined) {
      values = new Map();
      this.#byRecord.set(record, values);
    }
    const known = values.get(field);
    if (known !== undefined) return known;
    const value = calculate();
    values.set(field, value);
    return value;
  }
}
