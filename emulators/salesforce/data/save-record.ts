import type { UserDirectory } from '../access/index.ts';
import { isIdLookup } from '../describe/index.ts';
import type { Schema, SObjectType, StoredRecord, WriteOperation } from '../entities.ts';
import { toId18 } from '../ids.ts';
import { formatAutoNumber } from './auto-number.ts';
import { failOn, RecordFailure, stampChanged, toStamp, type Change, type Writing } from './change.ts';
import { checkRecord } from './check-record.ts';
import { coerceValue, isRecordError } from './coerce/index.ts';
import { deriveFields, type DerivationFacts } from './derived-fields.ts';
import { writeHistory } from './field-history.ts';
import { moveFiscalYear } from './fiscal-year.ts';
import type { FormulaFields } from './formula-fields.ts';
import type { FormulaRules } from './formula-rules.ts';
import { createId } from './ids.ts';
import type { LookupFilters } from './lookup-filters.ts';
import { dropManualShares } from './manual-shares.ts';
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
import { demandOwner, demandRecord, demandReferences } from './record-permissions.ts';
import type { RecordStore } from './record-store.ts';
import type { RecycleBin } from './recycle-bin.ts';
import { recordTypeOf } from './record-type.ts';
import { ofNoChildren, type RollUps } from './roll-ups.ts';
import type { Sequences } from './sequences.ts';
import { completeSetupRecord } from './setup-records.ts';

/** What saving and deleting work with. */
export interface DataParts {
  schema: Schema;
  store: RecordStore;
  bin: RecycleBin;
  sequences: Sequences;
  formulas: FormulaFields;
  rollUps: RollUps;
  rules: FormulaRules;
  lookupFilters: LookupFilters;
  facts: DerivationFacts;
  /** What others than the writer may do, which counts when a record becomes theirs. */
  users: UserDirectory;
}

/** A new record as the client and the defaults make it. Throws RecordFailure. */
export function draftInsert(
  parts: DataParts,
  object: SObjectType,
  values: Record<string, unknown>,
  writing: Writing,
): Change {
  const { schema, store, sequences } = parts;
  if (!writing.access.mayCreate(object)) throw new RecordFailure(insufficientAccess());
  const read = readValues({ schema, store, object, isInsert: true }, values, writing);
  demandReferences(parts, object, undefined, read, writing);
  const id = createId(object.keyPrefix, sequences.next(`id ${object.keyPrefix}`));
  const after: StoredRecord = { ...read, Id: id, IsDeleted: 0 };
  applyDefaults(parts, object, after, writing);
  stampNew(object, after, writing);
  completeSetupRecord(parts, object, after);
  return { object, before: undefined, after, given: new Set(Object.keys(read)) };
}

/** A record as the client changes it. Throws RecordFailure. */
export function draftUpdate(
  parts: DataParts,
  object: SObjectType,
  id: string,
  values: Record<string, unknown>,
  writing: Writing,
): Change {
  const { schema, store } = parts;
  if (!writing.access.mayEdit(object)) throw new RecordFailure(insufficientAccess());
  const before = findForWrite(parts, object, id);
  demandRecord(parts, object, before, 'edit', writing);
  const read = readValues({ schema, store, object, isInsert: false }, values, writing);
  demandReferences(parts, object, before, read, writing);
  const isTransfer = (read['OwnerId'] ?? before['OwnerId']) !== before['OwnerId'];
  if (isTransfer) demandRecord(parts, object, before, 'transfer', writing);
  return { object, before, after: { ...before, ...read }, given: new Set(Object.keys(read)) };
}

/** Changes the one record with this external id, or makes one. Throws RecordFailure. */
export function draftUpsert(
  parts: DataParts,
  object: SObjectType,
  operation: Extract<WriteOperation, { kind: 'upsert' }>,
  writing: Writing,
): Change {
  const { schema, store } = parts;
  const field = schema.findField(object, operation.externalIdField);
  if (field === undefined || !isIdLookup(object, field)) {
    throw new RecordFailure(notAnExternalId(operation.externalIdField, object.name));
  }
  if (field.type === 'id') {
    const id = typeof operation.externalId === 'string' ? operation.externalId : '';
    if (id === '') return draftInsert(parts, object, operation.values, writing);
    return draftUpdate(parts, object, id, operation.values, writing);
  }
  const value = coerceValue(field, operation.externalId ?? null);
  if (isRecordError(value)) throw new RecordFailure(value);
  if (value === null) throw new RecordFailure(missingExternalId(field.name));
  const ids = store.findBy(object, field.name, value).map(({ Id }) => String(Id));
  const [id] = ids;
  if (ids.length > 1) throw new RecordFailure(duplicateExternalId(field.name, ids));
  if (id !== undefined) return draftUpdate(parts, object, id, operation.values, writing);
  return draftInsert(parts, object, { ...operation.values, [field.name]: operation.externalId }, writing);
}

/** Fills in what the platform works out, checks the record and puts it into its table. Throws RecordFailure. */
export function saveDraft(parts: DataParts, change: Change, writing: Writing): void {
  const { schema, store, rules } = parts;
  const { object, before, after } = change;
  failOn(deriveFields(change, writing, parts.facts));
  failOn(checkRecord(schema, store, change));
  if (after['OwnerId'] !== before?.['OwnerId']) demandOwner(parts, object, after);
  failOn(parts.lookupFilters.errorsOf(change, writing));
  if (before === undefined) number(parts, object, after, writing);
  failOn(rules.brokenRules(change, writing));
  if (before === undefined) {
    store.insert(object, after);
    writeHistory(parts, change, writing);
    return;
  }
  stampChanged(object, after, writing);
  const changed = Object.entries(after).filter(([name, value]) => value !== before[name]);
  if (changed.length > 0) store.update(object, String(before['Id']), Object.fromEntries(changed));
  writeHistory(parts, change, writing);
  const opportunities = schema.findObject('Opportunity');
  if (object.name === 'Organization' && opportunities !== undefined) {
    moveFiscalYear(store, opportunities, parts.facts.fiscalYearStartMonth());
  }
  if (after['OwnerId'] !== before['OwnerId']) dropManualShares(parts, object, String(before['Id']));
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
    if (field.summary !== undefined) record[field.name] = ofNoChildren(field.summary);
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
