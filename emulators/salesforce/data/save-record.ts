import type { SaveResult, Schema, SObjectType, StoredRecord, WriteOperation } from '../entities.ts';
import { toId18 } from '../ids.ts';
import { formatAutoNumber } from './auto-number.ts';
import { failOn, RecordFailure, stampChanged, toStamp, type Change, type Writing } from './change.ts';
import { checkRecord } from './check-record.ts';
import { coerceValue, isRecordError } from './coerce/index.ts';
import { deriveFields, type DerivationFacts } from './derived-fields.ts';
import type { FormulaFields } from './formula-fields.ts';
import type { FormulaRules } from './formula-rules.ts';
import { createId } from './ids.ts';
import { readValues } from './read-values.ts';
import {
  duplicateExternalId,
  entityIsDeleted,
  insufficientAccess,
  invalidCrossReference,
  malformedId,
  missingExternalId,
  notAnExternalId,
} from './record-errors.ts';
import type { RecordStore } from './record-store.ts';
import { recordTypeOf } from './record-type.ts';
import { rollUp } from './roll-up.ts';
import type { RollUps } from './roll-ups.ts';
import type { Sequences } from './sequences.ts';

/** What saving and deleting work with. */
export interface DataParts {
  schema: Schema;
  store: RecordStore;
  sequences: Sequences;
  formulas: FormulaFields;
  rollUps: RollUps;
  rules: FormulaRules;
  facts: DerivationFacts;
}

/** Creates a record and answers its id. Throws RecordFailure. */
export function insertRecord(
  parts: DataParts,
  object: SObjectType,
  values: Record<string, unknown>,
  writing: Writing,
): string {
  const { schema, store, sequences, rules } = parts;
  if (!writing.access.mayCreate(object)) throw new RecordFailure(insufficientAccess());
  const read = readValues({ schema, store, object, isInsert: true }, values, writing);
  const id = createId(object.keyPrefix, sequences.next(`id ${object.keyPrefix}`));
  const after: StoredRecord = { ...read, Id: id, IsDeleted: 0 };
  applyDefaults(parts, object, after, writing);
  stampNew(object, after, writing);
  const change: Change = { object, before: undefined, after, given: new Set(Object.keys(read)) };
  failOn(deriveFields(change, writing, parts.facts));
  failOn(checkRecord(schema, store, change));
  number(parts, object, after, writing);
  failOn(rules.brokenRules(change, writing));
  store.insert(object, after);
  rollUp(parts, { object, after }, writing);
  return id;
}

/** Changes a record. Throws RecordFailure. */
export function updateRecord(
  parts: DataParts,
  object: SObjectType,
  id: string,
  values: Record<string, unknown>,
  writing: Writing,
): string {
  const { schema, store, rules } = parts;
  if (!writing.access.mayEdit(object)) throw new RecordFailure(insufficientAccess());
  const before = findForWrite(parts, object, id);
  const read = readValues({ schema, store, object, isInsert: false }, values, writing);
  const after: StoredRecord = { ...before, ...read };
  const change: Change = { object, before, after, given: new Set(Object.keys(read)) };
  failOn(deriveFields(change, writing, parts.facts));
  failOn(checkRecord(schema, store, change));
  failOn(rules.brokenRules(change, writing));
  stampChanged(object, after, writing);
  const changed = Object.entries(after).filter(([name, value]) => value !== before[name]);
  const savedId = String(before['Id']);
  if (changed.length > 0) store.update(object, savedId, Object.fromEntries(changed));
  rollUp(parts, { object, before, after }, writing);
  return savedId;
}

/** Updates the one record with this external id, or creates it. Throws RecordFailure. */
export function upsertRecord(
  parts: DataParts,
  object: SObjectType,
  operation: Extract<WriteOperation, { kind: 'upsert' }>,
  writing: Writing,
): Pick<SaveResult, 'id' | 'created'> {
  const { schema, store } = parts;
  const field = schema.findField(object, operation.externalIdField);
  if (field === undefined || !(field.externalId || field.type === 'id')) {
    throw new RecordFailure(notAnExternalId(operation.externalIdField, object.name));
  }
  if (field.type === 'id') {
    const id = typeof operation.externalId === 'string' ? operation.externalId : '';
    if (id === '') return { id: insertRecord(parts, object, operation.values, writing), created: true };
    return { id: updateRecord(parts, object, id, operation.values, writing), created: false };
  }
  const value = coerceValue(field, operation.externalId ?? null);
  if (isRecordError(value)) throw new RecordFailure(value);
  if (value === null) throw new RecordFailure(missingExternalId(field.name));
  const ids = store.findBy(object, field.name, value).map(({ Id }) => String(Id));
  const [id] = ids;
  if (ids.length > 1) throw new RecordFailure(duplicateExternalId(field.name, ids));
  if (id !== undefined) return { id: updateRecord(parts, object, id, operation.values, writing), created: false };
  const values = { ...operation.values, [field.name]: operation.externalId };
  return { id: insertRecord(parts, object, values, writing), created: true };
}

/** The record that a write is about. Throws RecordFailure when there is none or it is deleted. */
export function findForWrite({ store }: DataParts, object: SObjectType, id: string): StoredRecord {
  const id18 = toId18(id);
  if (id18 === undefined) throw new RecordFailure(malformedId(id));
  const record = store.find(object, id18);
  if (record === undefined) throw new RecordFailure(invalidCrossReference());
  if (record['IsDeleted'] === 1) throw new RecordFailure(entityIsDeleted());
  return record;
}

function applyDefaults(
  { rules, schema, store }: DataParts,
  object: SObjectType,
  record: StoredRecord,
  writing: Writing,
): void {
  for (const field of object.fields.values()) {
    if (field.name in record || field.calculated) continue;
    if (field.summary !== undefined) record[field.name] = ['count', 'sum'].includes(field.summary.operation) ? 0 : null;
    if (field.type === 'boolean') record[field.name] = field.defaultFormula === 'true' ? 1 : 0;
    const ofType = recordTypeOf(object, record)?.picklists?.get(field.name);
    const ofField = field.picklist?.values.find(({ isDefault }) => isDefault)?.value;
    const chosen = ofType === undefined ? ofField : ofType.defaultValue;
    if (chosen !== undefined) record[field.name] = chosen;
  }
  const organization = schema.findObject('Organization');
  if (object.kind === 'hierarchySetting' && organization !== undefined) {
    record['SetupOwnerId'] ??= store.findBy(organization, 'IsDeleted', 0)[0]?.['Id'] ?? null;
  }
  for (const [name, value] of rules.defaults(object, record, writing)) record[name] ??= value;
}

function stampNew(object: SObjectType, record: StoredRecord, { user, now }: Writing): void {
  const stamp = toStamp(now);
  if (object.fields.has('OwnerId')) record['OwnerId'] ??= user.id;
  record['CreatedDate'] = stamp;
  record['CreatedById'] = user.id;
  record['LastModifiedDate'] = stamp;
  record['LastModifiedById'] = user.id;
  record['SystemModstamp'] = stamp;
}

function number({ sequences }: DataParts, object: SObjectType, record: StoredRecord, { now }: Writing): void {
  for (const field of object.fields.values()) {
    if (field.autoNumberFormat === undefined) continue;
    const next = sequences.next(`number ${object.name}.${field.name}`, field.autoNumberStart);
    record[field.name] = formatAutoNumber(field.autoNumberFormat, next, now);
  }
}
