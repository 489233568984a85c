import type { Schema, SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import { formulaFieldType, type FormulaScope } from '../formula/index.ts';
import type { Writing } from './change.ts';
import { followPath, resolvePath, type FieldPath } from './field-path.ts';
import type { GlobalValues } from './global-values.ts';
import type { RecordStore } from './record-store.ts';

/** Where the fields of a formula are, over any number of lookups, and what they hold for one record. */
export interface PathResolver extends FormulaScope {
  /** The field at a path that begins at the record; undefined for globals. */
  find(path: string[]): FieldPath | undefined;
  valueOf(path: string[], record: StoredRecord, asking: Writing): StoredValue;
}

/** What path resolvers stand on. */
export interface PathParts {
  schema: Schema;
  store: RecordStore;
  globals: GlobalValues;
  /** The value of a formula field of a record. */
  calculate: (path: FieldPath, record: StoredRecord, asking: Writing) => StoredValue;
}

type Place = FieldPath | 'global' | undefined;

/** Resolves paths from one object: its own fields, its parents' by relationship name, and globals. */
export function createPathResolver(
  { schema, store, globals, calculate }: PathParts,
  object: SObjectType,
): PathResolver {
  const found = new WeakMap<string[], Place>();

  function placeOf(path: string[]): Place {
    let place = found.get(path);
    if (place === undefined) {
      place = isGlobal(path) ? 'global' : resolvePath(schema, object, path);
      found.set(path, place);
    }
    return place;
  }

  return {
    find(path) {
      const place = placeOf(path);
      return place === 'global' ? undefined : place;
    },
    typeOf(path) {
      const place = placeOf(path);
      if (place === 'global') return globals.typeOf(path);
      return place && formulaFieldType(place.field.type);
    },
    valueOf(path, record, asking) {
      const field = placeOf(path);
      if (field === 'global') return globals.valueOf(path, asking);
      const holder = field && followPath(store, field, record);
      if (field === undefined || holder === undefined) return null;
      return field.field.calculated ? calculate(field, holder, asking) : (holder[field.field.name] ?? null);
    },
  };
}

function isGlobal([first = '']: string[]): boolean {
  return first.startsWith('$') && first.toLowerCase() !== '$recordtype';
}
