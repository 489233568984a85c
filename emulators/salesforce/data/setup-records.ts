import type { SObjectType, StoredRecord } from '../entities.ts';
import { RecordFailure } from './change.ts';
import { badPicklistValue, duplicateAssignment } from './record-errors.ts';
import type { DataParts } from './save-record.ts';

/**
 * Completes and checks a new record of Setup. A permission set group is assigned by its own id or by that of the
 * permission set that stands for it; both are kept. Throws RecordFailure.
 */
export function completeSetupRecord(parts: DataParts, object: SObjectType, record: StoredRecord): void {
  if (object.name === 'PermissionSetAssignment') completeAssignment(parts, object, record);
  if (object.name === 'QueueSobject') checkQueueSobject(parts, object, record);
}

function completeAssignment({ schema, store }: DataParts, object: SObjectType, record: StoredRecord): void {
  const permissionSet = schema.findObject('PermissionSet');
  if (permissionSet === undefined) return;
  const groupId = record['PermissionSetGroupId'] ?? null;
  if (groupId !== null && (record['PermissionSetId'] ?? null) === null) {
    record['PermissionSetId'] = store.findBy(permissionSet, 'PermissionSetGroupId', groupId)[0]?.['Id'] ?? null;
  }
  const setId = record['PermissionSetId'];
  if (typeof setId !== 'string') return;
  record['PermissionSetGroupId'] = store.find(permissionSet, setId)?.['PermissionSetGroupId'] ?? null;
  const assigned = store.findBy(object, 'AssigneeId', record['AssigneeId'] ?? null);
  if (assigned.some(({ PermissionSetId }) => PermissionSetId === setId)) {
    throw new RecordFailure(duplicateAssignment(String(record['AssigneeId']), setId));
  }
}

function checkQueueSobject({ schema }: DataParts, object: SObjectType, record: StoredRecord): void {
  const field = object.fields.get('SobjectType');
  const name = String(record['SobjectType'] ?? '');
  const owner = schema.findObject(name)?.fields.get('OwnerId');
  if (field === undefined || name === '' || owner?.reference?.to.includes('Group') === true) return;
  throw new RecordFailure(badPicklistValue(field, name));
}
