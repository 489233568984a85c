import { isIdLookup } from '../describe/index.ts';
import type { Field, RecordError, Schema, SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import { RecordFailure, type Writing } from './change.ts';
import { coerceValue, isRecordError } from './coerce/index.ts';
import {
  fieldsNotWritable,
  idOnInsert,
  invalidCrossReference,
  noSuchColumn,
  notAnExternalId,
} from './record-errors.ts';
import type { RecordStore } from './record-store.ts';

interface Place {
  schema: Schema;
  store: RecordStore;
  object: SObjectType;
  isInsert: boolean;
}

/**
 * What a client sent for one record, by API name and as the columns keep it.
 *
 * Throws RecordFailure for fields that do not exist, may not be written by this user, or do not fit their type.
 */
export function readValues(place: Place, values: Record<string, unknown>, { access }: Writing): StoredRecord {
  const { schema, object, isInsert } = place;
  const forbidden: string[] = [];
  const errors: RecordError[] = [];
  const read: StoredRecord = {};
  for (const [name, raw] of Object.entries(values)) {
    if (name === 'attributes' || raw === undefined) continue;
    const isId = name.toLowerCase() === 'id';
    if (isId && isInsert && raw !== null) throw new RecordFailure(idOnInsert());
    if (isId) continue;
    const found = schema.findField(object, name);
    const field = found ?? findByRelationship(object, name);
    if (field === undefined || !access.mayReadField(object, field)) {
      throw new RecordFailure(noSuchColumn(name, object.name));
    }
    if (!(isInsert ? field.createable : field.updateable) || !access.mayEditField(object, field)) {
      forbidden.push(field.name);
      continue;
    }
    const value = found === undefined ? findByExternalId(place, field, raw) : coerceValue(field, raw);
    if (isRecordError(value)) errors.push(value);
    else read[field.name] = value;
  }
  if (forbidden.length > 0) errors.unshift(fieldsNotWritable(forbidden));
  if (errors.length > 0) throw new RecordFailure(...errors);
  return read;
}

function findByRelationship(object: SObjectType, name: string): Field | undefined {
  const wanted = name.toLowerCase();
  return [...object.fields.values()].find(({ reference }) => reference?.relationshipName?.toLowerCase() === wanted);
}

/** `Account__r: { Vitally_Account_Id__c: 'x' }` → the id of the one account that has it. */
function findByExternalId({ schema, store }: Place, lookup: Field, raw: unknown): StoredValue | RecordError {
  if (raw === null) return null;
  const parent = schema.findObject(lookup.reference?.to[0] ?? '');
  const [pair, ...more] = Object.entries(typeof raw === 'object' ? raw : {}).filter(([name]) => name !== 'attributes');
  const field = parent && pair && schema.findField(parent, pair[0]);
  const isKey = parent !== undefined && field !== undefined && isIdLookup(parent, field);
  if (!isKey || pair === undefined || more.length > 0) {
    return notAnExternalId(pair?.[0] ?? '', parent?.name ?? '');
  }
  const value = coerceValue(field, pair[1]);
  if (isRecordError(value)) return value;
  const found = store.findBy(parent, field.name, value);
  return found.length === 1 ? (found[0]?.['Id'] ?? null) : invalidCrossReference([lookup.name]);
}
