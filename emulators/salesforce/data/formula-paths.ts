import type { Field, Schema, SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import { formulaFieldType, type FormulaScope } from '../formula/index.ts';
import type { Writing } from './change.ts';
import type { RecordStore } from './record-store.ts';

/** Where the fields of a formula are, over any number of lookups, and what they hold for one record. */
export interface PathResolver extends FormulaScope {
  valueOf(path: string[], record: StoredRecord, writing: Writing): StoredValue;
}

type Start = (record: StoredRecord, writing: Writing) => StoredRecord | undefined;

interface Resolved {
  start: Start;
  hops: { lookup: string; object: SObjectType }[];
  field: Field;
}

/** Resolves paths from one object: its own fields, its parents' by relationship name, and `$User` and the like. */
export function createPathResolver(schema: Schema, store: RecordStore, object: SObjectType): PathResolver {
  const resolved = new Map<string, Resolved | undefined>();

  function resolve(path: string[]): Resolved | undefined {
    const key = path.join('.');
    if (!resolved.has(key)) resolved.set(key, resolvePath(schema, store, object, path));
    return resolved.get(key);
  }

  return {
    typeOf(path) {
      if (path[0]?.toLowerCase() === '$permission') return isPermission(schema, path[1]) ? 'boolean' : undefined;
      const field = resolve(path)?.field;
      return field && formulaFieldType(field.type);
    },
    valueOf(path, record, writing) {
      if (path[0]?.toLowerCase() === '$permission') return writing.access.hasCustomPermission(path[1] ?? '') ? 1 : 0;
      const found = resolve(path);
      if (found === undefined) return null;
      let current = found.start(record, writing);
      for (const { lookup, object: parent } of found.hops) {
        const id = current?.[lookup];
        current = typeof id === 'string' ? store.find(parent, id) : undefined;
      }
      return current?.[found.field.name] ?? null;
    },
  };
}

function resolvePath(schema: Schema, store: RecordStore, object: SObjectType, path: string[]): Resolved | undefined {
  const global = path[0]?.startsWith('$') === true ? globalStart(schema, store, path[0]) : undefined;
  if (global === undefined && path[0]?.startsWith('$') === true) return undefined;
  const steps = global === undefined ? path : path.slice(1);
  let current = global?.object ?? object;
  const hops: Resolved['hops'] = [];
  for (const step of steps.slice(0, -1)) {
    const lookup = findLookup(current, step);
    const [target] = lookup?.reference?.to ?? [];
    const parent = target === undefined ? undefined : schema.findObject(target);
    if (lookup === undefined || parent === undefined) return undefined;
    hops.push({ lookup: lookup.name, object: parent });
    current = parent;
  }
  const field = schema.findField(current, steps.at(-1) ?? '');
  return field && { start: global?.start ?? ((record) => record), hops, field };
}

function findLookup(object: SObjectType, relationshipName: string): Field | undefined {
  const wanted = relationshipName.toLowerCase();
  return [...object.fields.values()].find(({ reference }) => reference?.relationshipName?.toLowerCase() === wanted);
}

function globalStart(
  schema: Schema,
  store: RecordStore,
  name: string,
): { object: SObjectType; start: Start } | undefined {
  const object = schema.findObject(name.slice(1));
  if (object === undefined) return undefined;
  const user = schema.findObject('User');
  const find = (id: StoredValue | undefined): StoredRecord | undefined =>
    typeof id === 'string' ? store.find(object, id) : undefined;
  switch (object.name) {
    case 'User':
      return { object, start: (_record, writing) => find(writing.user.id) };
    case 'Profile':
      return { object, start: (_record, writing) => user && find(store.find(user, writing.user.id)?.['ProfileId']) };
    case 'RecordType':
      return { object, start: (record) => find(record['RecordTypeId']) };
    case 'Organization':
      return { object, start: () => store.findBy(object, 'IsDeleted', 0)[0] };
    default:
      return undefined;
  }
}

function isPermission(schema: Schema, name: string | undefined): boolean {
  const sets = [...schema.permissionSets.values()];
  return name !== undefined && sets.some(({ customPermissions }) => customPermissions.includes(name));
}
