import type { RecordType, SObjectType, StoredRecord } from '../entities.ts';

/** The record type of a record; undefined when it has none, as with the master record type. */
export function recordTypeOf({ recordTypes }: SObjectType, record: StoredRecord): RecordType | undefined {
  const id = record['RecordTypeId'] ?? null;
  return id === null ? undefined : recordTypes.find((one) => one.id === id);
}
