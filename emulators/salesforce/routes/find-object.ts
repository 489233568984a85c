import type { SObjectType, StoredRecord } from '../entities.ts';
import { entityIsDeleted, noSuchRecord, notFound, type ApiError } from '../errors.ts';
import { toId18 } from '../ids.ts';
import { param, type Call } from './endpoint.ts';

/** The sObject in the path, if the user may see it; NOT_FOUND otherwise. */
export function objectInPath(call: Call, name = param(call, 'type')): SObjectType {
  const object = call.platform.org.schema.findObject(name);
  if (object === undefined || !call.access.mayRead(object)) throw notFound();
  return object;
}

/** The record under an id of 15 or 18 characters. One that is in the recycle bin is ENTITY_IS_DELETED. */
export function recordOf(
  call: Call,
  object: SObjectType,
  givenId: string,
  missing: () => ApiError = notFound,
): StoredRecord & { Id: string } {
  const id = toId18(givenId);
  if (id === undefined || !id.startsWith(object.keyPrefix)) throw noSuchRecord(givenId);
  const record = call.platform.org.findRecord(object, id, { deleted: true, as: call.user });
  if (record === undefined) throw missing();
  if (record['IsDeleted'] === 1) throw entityIsDeleted();
  return { ...record, Id: id };
}
