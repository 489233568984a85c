import type { SObjectType, StoredRecord } from '../entities.ts';
import { toId18 } from '../ids.ts';
import { failOn, RecordFailure, toStamp, type Writing } from './change.ts';
import { duplicateErrors } from './check-record.ts';
import { entityIsDeleted, insufficientAccess, malformedId, notInRecycleBin } from './record-errors.ts';
import { demandRecord } from './record-permissions.ts';
import type { Removal } from './recycle-bin.ts';
import type { DataParts } from './save-record.ts';

/** Records are purged from the recycle bin after so long. */
const KEPT_MS = 15 * 24 * 60 * 60 * 1000;

/** A record that has come back. */
export interface Restored {
  object: SObjectType;
  record: StoredRecord;
}

/**
 * Takes a record out of the recycle bin, with all that went with it: its details come back, and lookups to it that are
 * still blank lead to it again. No rule and no flow runs. Throws RecordFailure.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_undelete.htm
 */
export function undeleteRecord(parts: DataParts, object: SObjectType, id: string, writing: Writing): Restored[] {
  const { store, bin, schema } = parts;
  if (!writing.access.mayDelete(object)) throw new RecordFailure(insufficientAccess());
  const id18 = toId18(id);
  if (id18 === undefined) throw new RecordFailure(malformedId(id));
  const removal = removalOf(parts, object, id18, writing);
  demandDelete(parts, object, id18, writing);
  const restored = removal.gone.flatMap((gone) => {
    const type = schema.findObject(gone.object);
    const record = type && store.find(type, gone.id);
    return type === undefined || record?.['IsDeleted'] !== 1 ? [] : [{ object: type, record }];
  });
  const stamp = toStamp(writing.now);
  for (const one of restored) {
    const stamped = one.object.fields.has('SystemModstamp') ? { SystemModstamp: stamp } : {};
    store.update(one.object, String(one.record['Id']), { IsDeleted: 0, ...stamped });
  }
  for (const one of restored) restoreLookups(parts, one);
  for (const { object: name, id: recordId, field } of removal.lost) {
    const type = schema.findObject(name);
    const record = type?.fields.has(field) === true ? store.find(type, recordId) : undefined;
    if (type === undefined || record === undefined || record[field] !== null) continue;
    store.update(type, recordId, { [field]: id18, SystemModstamp: stamp });
  }
  bin.remove(id18);
  return restored.map(({ object: type, record }) => ({
    object: type,
    record: store.find(type, String(record['Id'])) ?? record,
  }));
}

/** Who may delete a record may take it back. */
function demandDelete(parts: DataParts, object: SObjectType, id: string, writing: Writing): void {
  const record = parts.store.find(object, id);
  if (record !== undefined) demandRecord(parts, object, record, 'delete', writing);
}

function removalOf({ store, bin }: DataParts, object: SObjectType, id: string, { now }: Writing): Removal {
  const record = store.find(object, id);
  const removal = bin.find(id);
  const age = now.getTime() - Date.parse(String(record?.['SystemModstamp']));
  if (record?.['IsDeleted'] !== 1 || removal === undefined || age > KEPT_MS) {
    throw new RecordFailure(notInRecycleBin());
  }
  return removal;
}

/** A lookup to what is gone by now is blank; a detail does not come back before its master. */
function restoreLookups({ schema, store }: DataParts, { object, record }: Restored): void {
  const id = String(record['Id']);
  for (const field of object.fields.values()) {
    const target = record[field.name] ?? null;
    if (field.reference === undefined || typeof target !== 'string') continue;
    const parent = schema.objectOfId(target);
    if (parent === undefined || store.find(parent, target)?.['IsDeleted'] !== 1) continue;
    if (!field.nillable) throw new RecordFailure(entityIsDeleted());
    store.update(object, id, { [field.name]: null });
  }
  failOn(duplicateErrors(store, object, record));
}
