import type { Field, SObjectType, StoredRecord } from '../entities.ts';
import { RecordFailure, toStamp, type Writing } from './change.ts';
import { deleteRestricted, insufficientAccess } from './record-errors.ts';
import { demandRecord } from './record-permissions.ts';
import { rollUp } from './roll-up.ts';
import { findForWrite, type DataParts } from './save-record.ts';

/** The record that is to go. Throws RecordFailure. */
export function findForDelete(parts: DataParts, object: SObjectType, id: string, writing: Writing): StoredRecord {
  if (!writing.access.mayDelete(object)) throw new RecordFailure(insufficientAccess());
  const record = findForWrite(parts, object, id);
  demandRecord(parts, object, record, 'delete', writing);
  return record;
}

/** Puts a record and what hangs on it into the recycle bin. Throws RecordFailure. */
export function deleteRecord(parts: DataParts, object: SObjectType, id: string, writing: Writing): void {
  const removed: Removed[] = [];
  remove(parts, object, findForWrite(parts, object, id), writing, removed);
  // Only now: a parent that goes with its children is not saved for their sake.
  for (const gone of removed) rollUp(parts, { object: gone.object, before: gone.record }, writing);
}

interface Removed {
  object: SObjectType;
  record: StoredRecord;
}

function remove(
  parts: DataParts,
  object: SObjectType,
  record: StoredRecord,
  writing: Writing,
  removed: Removed[],
): void {
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
    for (const found of child.records) follow(parts, child.object, child.field, found, writing, removed);
  }
  removed.push({ object, record });
  if (!object.fields.has('IsDeleted')) {
    parts.store.remove(object, id);
    return;
  }
  parts.store.update(object, id, { IsDeleted: 1, ...modified(object, writing) });
}

/** What happens to a child when its parent goes. A child may have gone with another one already. */
function follow(
  parts: DataParts,
  object: SObjectType,
  field: Field,
  found: StoredRecord,
  writing: Writing,
  removed: Removed[],
): void {
  const id = String(found['Id']);
  const record = parts.store.find(object, id);
  if (record === undefined || record['IsDeleted'] === 1) return;
  if (field.reference?.onDelete === 'Cascade') remove(parts, object, record, writing, removed);
  else parts.store.update(object, id, { [field.name]: null, SystemModstamp: toStamp(writing.now) });
}

function modified(object: SObjectType, { user, now }: Writing): StoredRecord {
  const stamp = toStamp(now);
  if (!object.fields.has('LastModifiedDate')) return { SystemModstamp: stamp };
  return { LastModifiedDate: stamp, LastModifiedById: user.id, SystemModstamp: stamp };
}

function displayName(record: StoredRecord): string {
  return String(record['Name'] ?? record['CaseNumber'] ?? record['Id']);
}
