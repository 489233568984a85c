import type { Field, RecordError, Schema, SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import { wrongHierarchies } from './check-hierarchy.ts';
import { recordTypeOf } from './record-type.ts';
import type { Change } from './change.ts';
import {
  badPicklistValue,
  duplicateValue,
  entityIsDeleted,
  inactiveOwner,
  invalidCrossReference,
  referenceToWrongType,
  requiredFieldMissing,
} from './record-errors.ts';
import type { RecordStore } from './record-store.ts';

/** The platform's own demands on a record, in the order in which it makes them; the first kind that fails is told. */
export function checkRecord(schema: Schema, store: RecordStore, change: Change): RecordError[] {
  const checks = [missingFields, wrongPicklistValues, wrongReferences, wrongHierarchies, duplicates];
  for (const check of checks) {
    const errors = check(schema, store, change);
    if (errors.length > 0) return errors;
  }
  return [];
}

function missingFields(_schema: Schema, _store: RecordStore, { object, before, after, given }: Change): RecordError[] {
  const missing: string[] = [];
  for (const field of object.fields.values()) {
    if (field.nillable || (after[field.name] ?? null) !== null) continue;
    if (before === undefined ? field.createable : given.has(field.name)) missing.push(field.name);
  }
  return missing.length === 0 ? [] : [requiredFieldMissing(missing)];
}

function wrongPicklistValues(_schema: Schema, _store: RecordStore, { object, after, given }: Change): RecordError[] {
  return eachGiven(object.fields, given, (field) => {
    const value = after[field.name] ?? null;
    if (field.picklist?.restricted !== true || typeof value !== 'string') return [];
    const parts = field.type === 'multipicklist' ? value.split(';') : [value];
    const ofType = recordTypeOf(object, after)?.picklists?.get(field.name)?.values;
    const all = field.picklist.values.filter((one) => one.active).map((one) => one.value);
    const active = new Set(all.filter((one) => ofType === undefined || ofType.includes(one)));
    return parts.every((part) => active.has(part)) ? [] : [badPicklistValue(field, value)];
  });
}

function wrongReferences(schema: Schema, store: RecordStore, { object, after, given }: Change): RecordError[] {
  return eachGiven(object.fields, given, (field) => {
    const id: StoredValue = after[field.name] ?? null;
    if (field.reference === undefined || typeof id !== 'string') return [];
    const target = schema.objectOfId(id);
    if (target === undefined || !field.reference.to.includes(target.name)) return [referenceToWrongType(field, id)];
    const parent = store.find(target, id);
    if (parent === undefined) return [invalidCrossReference([field.name])];
    if (parent['IsDeleted'] === 1) return [entityIsDeleted()];
    return field.name === 'OwnerId' && parent['IsActive'] === 0 ? [inactiveOwner(field.name)] : [];
  });
}

function duplicates(_schema: Schema, store: RecordStore, { object, before, after, given }: Change): RecordError[] {
  // A new record may have a value by default.
  return duplicateErrors(store, object, after, before === undefined ? undefined : given);
}

/** The unique fields, all unless some are named, whose value another record has. */
export function duplicateErrors(
  store: RecordStore,
  object: SObjectType,
  record: StoredRecord,
  names: ReadonlySet<string> = new Set(object.fields.keys()),
): RecordError[] {
  return eachGiven(object.fields, names, (field) => {
    const value = record[field.name] ?? null;
    if (!field.unique || value === null) return [];
    const [other] = store.findBy(object, field.name, value).filter(({ Id }) => Id !== record['Id']);
    return other === undefined ? [] : [duplicateValue(field.name, String(other['Id']))];
  });
}

function eachGiven(
  fields: Map<string, Field>,
  given: ReadonlySet<string>,
  check: (field: Field) => RecordError[],
): RecordError[] {
  const errors: RecordError[] = [];
  for (const name of given) {
    const field = fields.get(name);
    if (field !== undefined) errors.push(...check(field));
  }
  return errors;
}
