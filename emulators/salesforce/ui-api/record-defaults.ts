import { MASTER_RECORD_TYPE, recordTypesOf } from '../describe/index.ts';
import type { Field, SObjectType, StoredRecord } from '../entities.ts';
import { ok, param, type Answer, type Call, type Endpoint } from '../routes/endpoint.ts';
import { objectInPath } from '../routes/find-object.ts';
import { toDisplayValue, toUiValue } from '../display-value.ts';
import { layoutFields, toLayout } from './layout.ts';
import { toObjectInfo } from './object-info.ts';
import { findUiRecord, listOf } from './records.ts';

/** What a form for a new record begins with. */
export function recordDefaultsEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/ui-api/record-defaults/create/:type', answer: createDefaults },
    { method: 'GET', path: '/ui-api/record-defaults/clone/:id', answer: cloneDefaults },
  ];
}

function createDefaults(call: Call): Answer {
  const object = objectInPath(call);
  const chosen = recordTypesOf(object).find(({ id }) => id === call.query['recordTypeId']);
  return ok(toDefaults(call, object, undefined, chosen?.id));
}

function cloneDefaults(call: Call): Answer {
  const { object, record } = findUiRecord(call, param(call, 'id'));
  return ok(toDefaults(call, object, record));
}

function toDefaults(
  call: Call,
  object: SObjectType,
  source: StoredRecord | undefined,
  recordTypeId = MASTER_RECORD_TYPE,
) {
  const fields = fieldsOf(call, object).map((field): [string, unknown] => [field.name, toField(call, field, source)]);
  const entries = fields.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    layout: toLayout(call, object, 'Full', 'Create'),
    objectInfos: objectInfos(call, object),
    record: {
      apiName: object.name,
      childRelationships: {},
      fields: Object.fromEntries(entries),
      id: null,
      lastModifiedById: null,
      lastModifiedDate: null,
      recordTypeId,
      recordTypeInfo: null,
      systemModstamp: null,
    },
  };
}

function fieldsOf(call: Call, object: SObjectType): Field[] {
  const optional = listOf(call.query['optionalFields']).flatMap((path) => {
    const field = call.platform.org.schema.findField(object, path.split('.').at(-1) ?? '');
    return field !== undefined && call.access.mayReadField(object, field) ? [field] : [];
  });
  return [...new Set([...layoutFields(call, object, 'Full'), ...optional])];
}

// A clone begins with what can be written and need not be the only one of its kind.
function toField({ user }: Call, field: Field, source: StoredRecord | undefined) {
  if (source !== undefined && field.createable && !field.unique) {
    return { displayValue: toDisplayValue(field, source[field.name]), value: toUiValue(field, source[field.name]) };
  }
  if (field.name === 'OwnerId') return { displayValue: null, value: user.id };
  const chosen = field.picklist?.values.find(({ active, isDefault }) => active && isDefault);
  if (chosen !== undefined) return { displayValue: chosen.label, value: chosen.value };
  if (field.type === 'boolean') return { displayValue: null, value: field.defaultFormula?.toLowerCase() === 'true' };
  return { displayValue: null, value: null };
}

/** The object and those that its lookups lead to. */
export function objectInfos(call: Call, object: SObjectType) {
  const referred = [...object.fields.values()]
    .filter((field) => call.access.mayReadField(object, field))
    .flatMap(({ reference }) => reference?.to ?? [])
    .flatMap((name) => call.platform.org.schema.findObject(name) ?? [])
    .filter((target) => call.access.mayRead(target));
  return Object.fromEntries(
    [...new Set([object, ...referred])].map((target) => [target.name, toObjectInfo(call, target)]),
  );
}
