import type { Field, SObjectType, StoredRecord } from '../entities.ts';
import { RecordFailure, toStamp, type Writing } from './change.ts';
import { deleteRestricted, insufficientAccess } from './record-errors.ts';
import { demandRecord } from './record-permissions.ts';
import type { Removal } from './recycle-bin.ts';
import { findForWrite, type DataParts } from './save-record.ts';

/** The record that is to go. Throws RecordFailure. */
export function findForDelete(parts: DataParts, object: SObjectType, id: string, writing: Writing): StoredRecord {
  if (!writing.access.mayDelete(object)) throw new RecordFailure(insufficientAccess());
  const record = findForWrite(parts, object, id);
  demandRecord(parts, object, record, 'delete', writing);
  return record;
}

/** Puts a record and what hangs on it into the recycle bin, and answers all that went. Throws RecordFailure. */
export function deleteRecord(parts: DataParts, object: SObjectType, id: string, writing: Writing): Removed[] {
  const removed: Removed[] = [];
  const lost: Removal['lost'] = [];
  const record = findForWrite(parts, object, id);
  remove({ parts, writing, removed, lost }, object, record);
  const inBin = removed.filter((gone) => gone.object.fields.has('IsDeleted'));
  const gone = inBin.map((one) => ({ object: one.object.name, id: String(one.record['Id']) }));
  if (object.fields.has('IsDeleted')) parts.bin.put(String(record['Id']), { gone, lost });
  return removed;
}

/** A record as it was before it went. */
export interface Removed {
  object: SObjectType;
  record: StoredRecord;
}

interface Removing {
  parts: DataParts;
  writing: Writing;
  removed: Removed[];
  lost: Removal['lost'];
}

function remove(removing: Removing, object: SObjectType, record: StoredRecord): void {
  const { parts, writing, removed } = removing;
  const id = String(record['Id']);
  const children = parts.schema
    .childRelationships(object)
    .map((child) => ({ ...child, records: parts.store.findBy(child.object, child.field.name, id) }));
  for (const child of children) {
    if (child.records.length > 0 && child.field.reference?.onDelete === 'Restrict') {
      const names = child.records.map((one) => displayName(one));
      throw new RecordFailure(deleteRestricted(displayName(record), child.object.labelPlural, names));
    }
  }
  for (const child of children) {
    for (const found of child.records) follow(removing, child.object, child.field, found);
  }
  removed.push({ object, record });
  if (!object.fields.has('IsDeleted')) {
    parts.store.remove(object, id);
    return;
  }
  parts.store.update(object, id, { IsDeleted: 1, ...modified(object, writing) });
}

/** What happens to a child when its parent goes. A child may have gone with another one already. */
function follow(removing: Removing, object: SObjectType, field: Field, found: StoredRecord): void {
  const { parts, writing, lost } = removing;
  const id = String(found['Id']);
  const record = parts.store.find(object, id);
  if (record === undefined || record['IsDeleted'] === 1) return;
  if (field.reference?.onDelete === 'Cascade') {
    remove(removing, object, record);
    return;
  }
  lost.push({ object: object.name, id, field: field.name });
  parts.store.update(object, id, { [field.name]: null, SystemModstamp: toStamp(writing.now) });
}

function modified(object: SObjectType, { user, now }: Writing): StoredRecord {
  const stamp = toStamp(now);
  if (object.kind === 'history') return {};
  if (!object.fields.has('LastModifiedDate')) return { SystemModstamp: stamp };
  return { LastModifiedDate: stamp, LastModifiedById: user.id, SystemModstamp: stamp };
}

function displayName(record: StoredRecord): string {
  return String(record['Name'] ?? record['CaseNumber'] ?? record['Id']);
}
