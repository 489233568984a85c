import { isOfPeople, isPrefilterable, MASTER_RECORD_TYPE, nameFieldOf, recordTypesOf } from '../describe/index.ts';
import type { Field, FieldType, SObjectType } from '../entities.ts';
import { ApiError } from '../errors.ts';
import { ok, param, type Call, type Endpoint } from '../routes/endpoint.ts';
import { objectInPath } from '../routes/find-object.ts';
import { toETag } from './etag.ts';

const DATA_TYPES: Record<FieldType, string> = {
  id: 'String',
  string: 'String',
  textarea: 'TextArea',
  boolean: 'Boolean',
  int: 'Int',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  picklist: 'Picklist',
  combobox: 'ComboBox',
  multipicklist: 'MultiPicklist',
  reference: 'Reference',
  address: 'Address',
  location: 'Location',
  anyType: 'AnyType',
};

const COLORS: Record<string, string> = { Account: '5867E8', Contact: '9602C7', Opportunity: 'FF5D2D', User: '0B827C' };
const CUSTOM_COLOR = '06A59A';

/** What a page must know of an object before it draws a form. */
export function objectInfoEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/ui-api/object-info/:type', answer: (call) => ok(toObjectInfo(call, objectInPath(call))) },
    { method: 'GET', path: '/ui-api/object-info/batch/:types', answer: batch },
  ];
}

function batch(call: Call) {
  const results = param(call, 'types')
    .split(',')
    .map((name) => {
      try {
        return { statusCode: 200, result: toObjectInfo(call, objectInPath(call, name.trim())) };
      } catch (error) {
        if (error instanceof ApiError) return { statusCode: error.status, result: error.entries };
        throw error;
      }
    });
  return ok({ hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
}

/** Fields, record types and permissions of an object, as the caller has them. */
export function toObjectInfo(call: Call, object: SObjectType) {
  const { access } = call;
  const readable = [...object.fields.values()].filter((field) => access.mayReadField(object, field));
  const types = recordTypesOf(object);
  const info = {
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: childRelationships(call, object),
    createable: access.mayCreate(object),
    custom: object.custom,
    defaultRecordTypeId: types.find(({ isDefault }) => isDefault)?.id ?? MASTER_RECORD_TYPE,
    deletable: access.mayDelete(object),
    dependentFields: dependentFields(readable),
    feedEnabled: false,
    fields: Object.fromEntries(readable.map((field) => [field.name, toFieldInfo(call, object, field)])),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mruEnabled: true,
    nameFields: nameFields(object),
    queryable: true,
    recordTypeInfos: Object.fromEntries(
      types.map(({ id, label, active, isDefault }) => [
        id,
        {
          available: active,
          defaultRecordTypeMapping: isDefault,
          master: id === MASTER_RECORD_TYPE,
          name: label,
          recordTypeId: id,
        },
      ]),
    ),
    searchable: true,
    themeInfo: { color: COLORS[object.name] ?? CUSTOM_COLOR, iconUrl: '' },
    updateable: access.mayEdit(object),
  };
  return { ...info, eTag: toETag(info) };
}

function toFieldInfo(call: Call, object: SObjectType, field: Field) {
  const { access, platform } = call;
  const mayEdit = access.mayEditField(object, field);
  const { reference, picklist } = field;
  const isNameField = nameFieldOf(object)?.name === field.name;
  const references = (reference?.to ?? []).flatMap((name) => platform.org.schema.findObject(name) ?? []);
  return {
    apiName: field.name,
    calculated: field.calculated || field.summary !== undefined,
    compound: false,
    compoundComponentName: null,
    compoundFieldName: null,
    controllerName: picklist?.controllerName ?? null,
    controllingFields: picklist?.controllerName === undefined ? [] : [picklist.controllerName],
    createable: field.createable && mayEdit && access.mayCreate(object),
    custom: field.custom,
    dataType: DATA_TYPES[field.type],
    externalId: field.externalId,
    extraTypeInfo: field.type === 'textarea' ? 'PlainTextArea' : null,
    filterable: field.type !== 'textarea' || field.length <= 255,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: false,
    inlineHelpText: field.inlineHelpText ?? null,
    label: field.label,
    length: field.length,
    maskType: null,
    nameField: isNameField,
    polymorphicForeignKey: (reference?.to.length ?? 0) > 1,
    precision: field.precision,
    reference: field.type === 'reference',
    referenceTargetField: null,
    referenceToInfos: references.map((target) => ({ apiName: target.name, nameFields: nameFields(target) })),
    relationshipName: reference?.relationshipName ?? null,
    required: !field.nillable,
    scale: field.scale,
    searchPrefilterable: isPrefilterable(field),
    sortable: field.type !== 'multipicklist' && (field.type !== 'textarea' || field.length <= 255),
    unique: field.unique,
    updateable: field.updateable && mayEdit && access.mayEdit(object),
  };
}

/** People are named by three fields. */
function nameFields(object: SObjectType): string[] {
  if (isOfPeople(object)) return ['FirstName', 'LastName', 'Name'];
  const name = nameFieldOf(object);
  return name === undefined ? [] : [name.name];
}

function dependentFields(fields: Field[]): Record<string, Record<string, unknown>> {
  const tree: Record<string, Record<string, unknown>> = {};
  for (const { name, picklist } of fields) {
    if (picklist?.controllerName !== undefined) (tree[picklist.controllerName] ??= {})[name] = {};
  }
  return tree;
}

function childRelationships({ platform, access }: Call, object: SObjectType) {
  return platform.org.schema
    .childRelationships(object)
    .filter(({ object: child, field }) => access.mayRead(child) && access.mayReadField(child, field))
    .map(({ object: child, field }) => ({
      childObjectApiName: child.name,
      fieldName: field.name,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: field.reference?.childRelationshipName ?? null,
    }));
}
