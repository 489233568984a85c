import type { CellValue, ColumnName } from '../mapping/index.ts';

/** A column as it was read, by row. */
export interface ReadColumn {
  name: ColumnName;
  values: readonly CellValue[];
}

/**
 * Cells that were found to hold what was agreed on, by what they held then: where nothing changed, no row has to be looked
 * up again. Values are known by 53 bits of a hash.
 */
export interface AgreedCells {
  has(id: string, columns: readonly ReadColumn[], index: number): boolean;
  add(id: string, columns: readonly ReadColumn[], index: number): void;
  forget(id: string): void;
  clear(): void;
}

const UNKNOWN = NaN;
const FIRST_CAPACITY = 1024;

export function createAgreedCells(): AgreedCells {
  const places = new Map<string, number>();
  const free: number[] = [];
  const marks = new Map<ColumnName, Float64Array>();

  function marksOf(name: ColumnName, place: number): Float64Array {
    const known = marks.get(name);
    if (known !== undefined && place < known.length) return known;
    const larger = new Float64Array(Math.max(FIRST_CAPACITY, 2 ** Math.ceil(Math.log2(place + 1)))).fill(UNKNOWN);
    if (known !== undefined) larger.set(known);
    marks.set(name, larger);
    return larger;
  }

  return {
    has(id, columns, index) {
      const place = places.get(id);
      if (place === undefined) return false;
      for (const { name, values } of columns) {
        if (marks.get(name)?.[place] !== hash(values[index] ?? null)) return false;
      }
      return true;
    },
    add(id, columns, index) {
      const place = places.get(id) ?? free.pop() ?? places.size;
      places.set(id, place);
      for (const { name, values } of columns) marksOf(name, place)[place] = hash(values[index] ?? null);
    },
    forget(id) {
      const place = places.get(id);
      if (place === undefined) return;
      places.delete(id);
      free.push(place);
      for (const column of marks.values()) if (place < column.length) column[place] = UNKNOWN;
    },
    clear() {
      places.clear();
      free.length = 0;
      marks.clear();
    },
  };
}

/** Never `UNKNOWN`. Two chains of 32 bits over the value's type and text, of which 53 are kept. */
function hash(value: CellValue): number {
  if (value === null) return 0;
  const text = String(value);
  let low = typeof value === 'string' ? 0x811c9dc5 : typeof value === 'number' ? 0x2f0b4c47 : 0x6d2b79f5;
  let high = ~low;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995) ^ (high >>> 15);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
