import type { SObjectType, StoredRecord, User } from '../entities.ts';
import { entityIsDeleted, invalidCrossReference, noSuchRecord, notFound, type ApiError } from '../errors.ts';
import { toId18 } from '../ids.ts';
import { param, type Call } from './endpoint.ts';

/** The sObject in the path, if the user may see it; NOT_FOUND otherwise. */
export function objectInPath(call: Call, name = param(call, 'type')): SObjectType {
  const object = call.platform.org.schema.findObject(name);
  if (object === undefined || !call.access.mayRead(object)) throw notFound();
  return object;
}

/** The record under an id of 15 or 18 characters, as the caller sees it. One in the recycle bin is ENTITY_IS_DELETED. */
export function recordOf(call: Call, object: SObjectType, givenId: string): StoredRecord & { Id: string } {
  return find(call, object, givenId, { as: call.user }, notFound);
}

/** The record to be written, which the caller need not see: the write itself tells what is not allowed. */
export function recordToWrite(call: Call, object: SObjectType, givenId: string): StoredRecord & { Id: string } {
  return find(call, object, givenId, {}, invalidCrossReference);
}

function find(
  call: Call,
  object: SObjectType,
  givenId: string,
  as: { as?: User },
  missing: () => ApiError,
): StoredRecord & { Id: string } {
  const id = toId18(givenId);
  if (id === undefined || !id.startsWith(object.keyPrefix)) throw noSuchRecord(givenId);
  const record = call.platform.org.findRecord(object, id, { deleted: true, ...as });
  if (record === undefined) throw missing();
  if (record['IsDeleted'] === 1) throw entityIsDeleted();
  return { ...record, Id: id };
}
