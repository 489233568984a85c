import type { Field, SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import { toRestDatetime } from '../wire-values.ts';
import type { Access } from '../org.ts';
import { toStamp, type Change, type Writing } from './change.ts';
import { createId } from './ids.ts';
import type { DataParts } from './save-record.ts';

const LONG_TEXT = 255;

const DATA_TYPES: Partial<Record<Field['type'], string>> = {
  boolean: 'Boolean',
  int: 'Double',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'DateOnly',
  datetime: 'DateTime',
  time: 'TimeOnly',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  textarea: 'TextArea',
  picklist: 'DynamicEnum',
  multipicklist: 'MultiEnum',
};

/**
 * Writes the history of one saved change: that a record was created, or each tracked field that has another value now.
 *
 * A lookup has two rows, one of names and one of ids; of long text and multi-select picklists only the change is told.
 * https://help.salesforce.com/s/articleView?id=xcloud.tracking_field_history.htm
 */
export function writeHistory(parts: DataParts, { object, before, after }: Change, writing: Writing): void {
  const { history } = object;
  if (history === undefined) return;
  const put = (row: StoredRecord): void => {
    insert(parts, history, String(after['Id']), row, writing);
  };
  if (before === undefined) {
    put({ Field: 'created', DataType: 'Text' });
    return;
  }
  for (const field of object.fields.values()) {
    const [old = null, now = null] = [before[field.name], after[field.name]];
    if (field.tracked !== true || old === now) continue;
    const Field = nameOf(field);
    if (field.type !== 'reference') {
      put({ Field, DataType: DATA_TYPES[field.type] ?? 'Text', ...valuesOf(field, old, now) });
      continue;
    }
    const names = [old, now].map((id) => nameOfRecord(parts, id));
    put({ Field, DataType: 'Text', OldValue: toJson(names[0] ?? null), NewValue: toJson(names[1] ?? null) });
    put({ Field, DataType: 'EntityId', OldValue: toJson(old), NewValue: toJson(now) });
  }
}

function insert(
  { store, sequences }: DataParts,
  history: SObjectType,
  parentId: string,
  row: StoredRecord,
  { user, now }: Writing,
): void {
  const parentField = [...history.fields.values()].find(({ reference }) => reference?.kind === 'masterDetail');
  store.insert(history, {
    Id: createId(history.keyPrefix, sequences.next(`id ${history.keyPrefix}`)),
    IsDeleted: 0,
    [parentField?.name ?? 'ParentId']: parentId,
    CreatedById: user.id,
    CreatedDate: toStamp(now),
    ...row,
  });
}

/** Whether a record tells of a field that the user may not read. */
export function tellsOfHiddenField({ historyOf }: SObjectType, record: StoredRecord, access: Access): boolean {
  const field = [...(historyOf?.fields.values() ?? [])].find((one) => nameOf(one) === record['Field']);
  return historyOf !== undefined && field !== undefined && !access.mayReadField(historyOf, field);
}

/** `OwnerId` is told as `Owner`; a custom lookup keeps its name. */
function nameOf({ name, custom, reference }: Field): string {
  return custom ? name : (reference?.relationshipName ?? name);
}

function valuesOf(field: Field, old: StoredValue, now: StoredValue): StoredRecord {
  if (field.type === 'multipicklist' || (field.type === 'textarea' && field.length > LONG_TEXT)) return {};
  const toValue = (value: StoredValue): string | null => {
    if (value === null) return null;
    if (field.type === 'boolean') return toJson(value === 1);
    return toJson(field.type === 'datetime' ? toRestDatetime(String(value)) : value);
  };
  return { OldValue: toValue(old), NewValue: toValue(now) };
}

/** Values of any type are kept as JSON. */
function toJson(value: StoredValue | boolean): string | null {
  return value === null ? null : JSON.stringify(value);
}

function nameOfRecord({ schema, store }: DataParts, id: StoredValue): string | null {
  const object = typeof id === 'string' ? schema.objectOfId(id) : undefined;
  const record = object && store.find(object, String(id));
  const name = record?.['Name'] ?? record?.['CaseNumber'];
  return typeof name === 'string' ? name : null;
}
