import type { Field, RecordError } from '../entities.ts';

/* What is wrong with one record, in the platform's words. Codes: ExtendedErrorDetails and StatusCode of the SOAP API,
   https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm */

function recordError(statusCode: string, message: string, fields: string[] = []): RecordError {
  return { statusCode, message, fields };
}

export function noSuchColumn(name: string, object: string): RecordError {
  return recordError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object}`);
}

export function notAnExternalId(name: string, object: string): RecordError {
  return recordError(
    'INVALID_FIELD',
    `Field name provided, ${name} does not match an External ID, Salesforce Id, or indexed field for ${object}`,
  );
}

export function unknownType(name: string): RecordError {
  return recordError('INVALID_TYPE', `sObject type '${name}' is not supported.`);
}

/** A write of an entity that is never written over the API. */
export function notForOperation(
  operation: 'inserted' | 'updated' | 'deleted' | 'undeleted',
  label: string,
): RecordError {
  return recordError('INVALID_TYPE_FOR_OPERATION', `entity type cannot be ${operation}: ${label}`);
}

export function fieldsNotWritable(names: string[]): RecordError {
  return recordError(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    names,
  );
}

export function idOnInsert(): RecordError {
  return recordError('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
}

export function insufficientAccess(): RecordError {
  return recordError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

/** A record that the user may not read, met by a write to it, or by one that points at it. */
export function insufficientAccessOnReference(id?: string): RecordError {
  const which = id === undefined ? '' : `: ${id.slice(0, 15)}`;
  const message = `insufficient access rights on cross-reference id${which}`;
  return recordError('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message);
}

export function ownerMustRead(): RecordError {
  return recordError('TRANSFER_REQUIRES_READ', 'The new owner must have read permission', ['OwnerId']);
}

export function queueNotForObject(): RecordError {
  return recordError('INVALID_OPERATION', 'Queue not associated with this SObject type');
}

export function duplicateAssignment(assignee: string, permissionSet: string): RecordError {
  const message = `Duplicate PermissionSetAssignment. Assignee: ${assignee.slice(0, 15)}; Permission Set: ${permissionSet.slice(0, 15)}`;
  return recordError('DUPLICATE_VALUE', message);
}

export function wrongType({ name, label }: Field, value: unknown): RecordError {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return recordError('INVALID_TYPE_ON_FIELD_IN_RECORD', `${label}: value not of required type: ${shown}`, [name]);
}

export function stringTooLong({ name, label, length }: Field, value: string): RecordError {
  return recordError('STRING_TOO_LONG', `${label}: data value too large: ${value} (max length=${length})`, [name]);
}

export function invalidEmail({ name, label }: Field, value: string): RecordError {
  return recordError('INVALID_EMAIL_ADDRESS', `${label}: invalid email address: ${value}`, [name]);
}

export function outsideRange({ name, label }: Field, value: string): RecordError {
  const message = `${label}: value outside of valid range on numeric field: ${value}`;
  return recordError('NUMBER_OUTSIDE_VALID_RANGE', message, [name]);
}

export function badPicklistValue({ name, label }: Field, value: string): RecordError {
  const message = `${label}: bad value for restricted picklist field: ${value}`;
  return recordError('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [name]);
}

export function malformedReference({ name, label }: Field, value: string): RecordError {
  return recordError('MALFORMED_ID', `${label}: id value of incorrect type: ${value}`, [name]);
}

export function referenceToWrongType({ name, label }: Field, id: string): RecordError {
  return recordError('FIELD_INTEGRITY_EXCEPTION', `${label}: id value of incorrect type: ${id}`, [name]);
}

export function integrityViolated(message: string, fields: string[]): RecordError {
  return recordError('FIELD_INTEGRITY_EXCEPTION', message, fields);
}

export function inactiveOwner(name: string): RecordError {
  return recordError('INACTIVE_OWNER_OR_USER', 'Operation performed with inactive user', [name]);
}

export function malformedId(id: string): RecordError {
  return recordError('MALFORMED_ID', `malformed id ${id}`, ['Id']);
}

export function invalidCrossReference(fields: string[] = []): RecordError {
  return recordError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', fields);
}

export function entityIsDeleted(): RecordError {
  return recordError('ENTITY_IS_DELETED', 'entity is deleted');
}

export function notInRecycleBin(): RecordError {
  return recordError('UNDELETE_FAILED', 'entity is not in the recycle bin');
}

export function requiredFieldMissing(names: string[]): RecordError {
  return recordError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);
}

export function duplicateValue(name: string, id: string): RecordError {
  const message = `duplicate value found: ${name} duplicates value on record with id: ${id.slice(0, 15)}`;
  return recordError('DUPLICATE_VALUE', message);
}

/** An upsert whose external id is that of several records; over REST this is a 300. */
export function duplicateExternalId(name: string, ids: string[]): RecordError {
  const message = `${name}: more than one record found for external id field: [${ids.join(', ')}]`;
  return recordError('DUPLICATE_EXTERNAL_ID', message, [name]);
}

export function missingExternalId(name: string): RecordError {
  return recordError('MISSING_ARGUMENT', `${name} not specified`);
}

export function failedRule(message: string, field: string | undefined): RecordError {
  return recordError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field === undefined ? [] : [field]);
}

export function outsideLookupFilter(name: string, message: string): RecordError {
  return recordError('FIELD_FILTER_VALIDATION_EXCEPTION', message, [name]);
}

export function deleteRestricted(name: string, plural: string, children: string[]): RecordError {
  const message = `Your attempt to delete ${name} could not be completed because it is associated with the following ${plural.toLowerCase()}.: ${children.join(', ')}\n`;
  return recordError('DELETE_FAILED', message);
}

export function rolledBack(): RecordError {
  return recordError(
    'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    'Record rolled back because not all records were valid and the request was using AllOrNone header',
  );
}

/** The code is the API's for such circles; its words here are not proven. */
export function circularHierarchy(field: string): RecordError {
  return recordError('CIRCULAR_DEPENDENCY', `${field}: a user cannot be above himself, directly or through others`, [
    field,
  ]);
}
