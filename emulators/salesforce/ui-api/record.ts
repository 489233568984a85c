import type { SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import { MASTER_RECORD_TYPE, nameFieldOf } from '../describe/index.ts';
import type { Call } from '../routes/endpoint.ts';
import { toDisplayValue, toUiValue } from '../display-value.ts';
import { toETag } from './etag.ts';
import { toFieldTree, type FieldTree } from './field-tree.ts';

/** A record as UI API represents it, with values to work with and values to show. */
export interface UiRecord {
  apiName: string;
  childRelationships: Record<string, never>;
  eTag: string;
  fields: Record<string, { displayValue: string | null; value: unknown }>;
  id: string;
  lastModifiedById: StoredValue;
  lastModifiedDate: unknown;
  recordTypeId: StoredValue;
  recordTypeInfo: unknown;
  systemModstamp: unknown;
  weakEtag: number;
}

export function toUiRecord(call: Call, object: SObjectType, record: StoredRecord, tree: FieldTree): UiRecord {
  const fields: UiRecord['fields'] = {};
  for (const [name, field] of tree.fields) {
    fields[name] = { displayValue: toDisplayValue(field, record[name]), value: toUiValue(field, record[name]) };
  }
  for (const [name, { lookup, paths }] of tree.parents) {
    fields[name] = parentValue(call, record[lookup.name], paths);
  }
  const sorted = Object.fromEntries(Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const stamp = timeOf(record['SystemModstamp']);
  return {
    apiName: object.name,
    childRelationships: {},
    eTag: toETag([record['Id'], stamp, sorted]),
    fields: sorted,
    id: String(record['Id']),
    lastModifiedById: record['LastModifiedById'] ?? null,
    lastModifiedDate: timeOf(record['LastModifiedDate']),
    recordTypeId: record['RecordTypeId'] ?? (object.recordTypes.length > 0 ? MASTER_RECORD_TYPE : null),
    recordTypeInfo: recordTypeInfo(object, record['RecordTypeId']),
    systemModstamp: stamp,
    weakEtag: stamp === null ? 0 : Date.parse(stamp),
  };
}

function parentValue(call: Call, id: StoredValue | undefined, paths: string[]): UiRecord['fields'][string] {
  const { org } = call.platform;
  if (typeof id !== 'string') return { displayValue: null, value: null };
  const object = org.schema.objectOfId(id);
  const record = object === undefined ? undefined : org.findRecord(object, id, { as: call.user });
  if (object === undefined || record === undefined || !call.access.mayRead(object)) {
    return { displayValue: null, value: null };
  }
  const name = nameFieldOf(object);
  const displayValue = name === undefined ? null : (record[name.name] ?? null);
  return {
    displayValue: displayValue === null ? null : String(displayValue),
    value: toUiRecord(call, object, record, toFieldTree(call, object, [], paths)),
  };
}

function timeOf(stored: StoredValue | undefined): string | null {
  return typeof stored === 'string' ? new Date(stored).toISOString() : null;
}

function recordTypeInfo({ recordTypes }: SObjectType, id: StoredValue | undefined) {
  const recordType = recordTypes.find((one) => one.id === id);
  if (recordType === undefined) return null;
  return {
    available: recordType.active,
    defaultRecordTypeMapping: recordType.isDefault,
    master: false,
    name: recordType.label,
    recordTypeId: recordType.id,
  };
}
