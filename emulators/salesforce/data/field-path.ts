import type { Field, Schema, SObjectType, StoredRecord } from '../entities.ts';
import type { RecordStore } from './record-store.ts';

/** A field of a record, or of one above it. */
export interface FieldPath {
  /** The lookups on the way, each with the object that it leads to. */
  hops: { lookup: string; object: SObjectType }[];
  /** The object that has the field. */
  object: SObjectType;
  field: Field;
}

/**
 * Finds `Amount`, `Opportunity__r.Account.Name` or `$RecordType.DeveloperName`, whatever the case. A lookup that may lead
 * to several objects says to which, `Owner:User.Email` or `Owner:Queue.Name`; there is nothing behind it when it leads to
 * another one.
 */
export function resolvePath(schema: Schema, start: SObjectType, path: string[]): FieldPath | undefined {
  let object = start;
  const hops: FieldPath['hops'] = [];
  for (const step of path.slice(0, -1)) {
    const [name = '', target] = (step.toLowerCase() === '$recordtype' && hops.length === 0 ? 'RecordType' : step).split(
      ':',
    );
    const lookup = findLookup(object, name);
    const parent = schema.findObject(targetOf(lookup, target) ?? '');
    if (lookup === undefined || parent === undefined) return undefined;
    hops.push({ lookup: lookup.name, object: parent });
    object = parent;
  }
  const field = schema.findField(object, path.at(-1) ?? '');
  return field && { hops, object, field };
}

/** The record at the end of a path, which has the field. */
export function followPath(
  store: RecordStore,
  { hops }: FieldPath,
  record: StoredRecord | undefined,
): StoredRecord | undefined {
  let current = record;
  for (const { lookup, object } of hops) {
    const id = current?.[lookup];
    current = typeof id === 'string' ? store.find(object, id) : undefined;
  }
  return current;
}

function targetOf(lookup: Field | undefined, name: string | undefined): string | undefined {
  const targets = lookup?.reference?.to ?? [];
  if (name === undefined) return targets.length === 1 ? targets[0] : undefined;
  const wanted = name.toLowerCase() === 'queue' ? 'group' : name.toLowerCase();
  return targets.length === 1 ? undefined : targets.find((target) => target.toLowerCase() === wanted);
}

function findLookup(object: SObjectType, relationshipName: string): Field | undefined {
  const wanted = relationshipName.toLowerCase();
  return [...object.fields.values()].find(({ reference }) => reference?.relationshipName?.toLowerCase() === wanted);
}
