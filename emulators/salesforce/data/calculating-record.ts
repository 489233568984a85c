import type { Field, StoredRecord, StoredValue } from '../entities.ts';

/** Makes records of one object whose formula fields are worked out when they are read. */
export type ToCalculating = (record: StoredRecord, calculate: (field: Field) => StoredValue) => StoredRecord;

const CALCULATE = Symbol('calculate');

interface Calculating {
  [CALCULATE]: (field: Field) => StoredValue;
}

/**
 * The formula fields are inherited getters: `for … in` lists them, spreading and `Object.entries` do not. A copy with the
 * same prototype has the values of the original, whatever becomes of its other fields.
 */
export function calculatingRecords(fields: readonly Field[]): ToCalculating {
  const prototype = Object.create(
    null,
    Object.fromEntries(
      fields.map((field) => [
        field.name,
        {
          enumerable: true,
          get(this: Calculating) {
            return this[CALCULATE](field);
          },
        },
      ]),
    ),
  ) as StoredRecord;
  return (record, calculate) =>
    Object.assign(Object.create(prototype) as StoredRecord, record, { [CALCULATE]: calculate });
}
