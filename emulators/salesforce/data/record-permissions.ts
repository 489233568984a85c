import type { RecordVerb } from '../access/index.ts';
import type { SObjectType, StoredRecord } from '../entities.ts';
import type { Access } from '../org.ts';
import { RecordFailure, type Writing } from './change.ts';
import {
  insufficientAccess,
  insufficientAccessOnReference,
  ownerMustRead,
  queueNotForObject,
} from './record-errors.ts';
import type { RecordStore } from './record-store.ts';
import type { DataParts } from './save-record.ts';

/** Whether the record is there and shared so that this may be done with it. */
export function isShared(
  store: RecordStore,
  access: Access,
  object: SObjectType,
  id: string,
  verb: RecordVerb,
): boolean {
  const sql = access.recordsSql(object, verb, 't');
  return (
    sql === undefined || store.query(`SELECT 1 FROM "${object.name}" t WHERE t."Id" = ? AND ${sql}`, [id]).length > 0
  );
}

/** Throws RecordFailure for a record with which the user may not do this; one that may not even be read is told apart. */
export function demandRecord(
  { store }: DataParts,
  object: SObjectType,
  record: StoredRecord,
  verb: RecordVerb,
  { access }: Writing,
): void {
  const id = String(record['Id']);
  if (isShared(store, access, object, id, verb)) return;
  throw new RecordFailure(
    isShared(store, access, object, id, 'read') ? insufficientAccess() : insufficientAccessOnReference(),
  );
}

/** Throws RecordFailure when the fields that a client gave point at records, or at an owner, that they may not. */
export function demandReferences(
  parts: DataParts,
  object: SObjectType,
  before: StoredRecord | undefined,
  given: StoredRecord,
  { access }: Writing,
): void {
  const { schema, store } = parts;
  for (const [name, id] of Object.entries(given)) {
    const reference = object.fields.get(name)?.reference;
    if (reference === undefined || typeof id !== 'string' || id === before?.[name]) continue;
    const target = schema.objectOfId(id);
    if (target === undefined || store.find(target, id) === undefined) continue;
    const isWritten = reference.kind === 'masterDetail' && reference.readableMasterSuffices !== true;
    if (isShared(store, access, target, id, isWritten ? 'edit' : 'read')) continue;
    throw new RecordFailure(insufficientAccessOnReference(id));
  }
}

/** Throws RecordFailure for an owner who may not see such records, and for a queue that is not for them. */
export function demandOwner({ schema, store, users }: DataParts, object: SObjectType, { OwnerId }: StoredRecord): void {
  if (typeof OwnerId !== 'string' || object.name === 'Task') return;
  const queues = schema.findObject('QueueSobject');
  if (schema.objectOfId(OwnerId)?.name === 'Group') {
    const objects = queues === undefined ? [] : store.findBy(queues, 'QueueId', OwnerId);
    if (!objects.some(({ SobjectType }) => SobjectType === object.name)) throw new RecordFailure(queueNotForObject());
    return;
  }
  const owner = users.findUser(OwnerId);
  if (owner !== undefined && !users.access(owner).mayRead(object)) throw new RecordFailure(ownerMustRead());
}
