import { controllingValues, recordTypesOf } from '../describe/index.ts';
import type { Field, PicklistValue, SObjectType } from '../entities.ts';
import { invalidField, notFound } from '../errors.ts';
import { toId18 } from '../ids.ts';
import { baseOf, ok, param, type Call, type Endpoint } from '../routes/endpoint.ts';
import { objectInPath } from '../routes/find-object.ts';
import { toETag } from './etag.ts';

/** The values a page may offer for the picklists of an object. */
export function picklistEndpoints(): Endpoint[] {
  const path = '/ui-api/object-info/:type/picklist-values/:recordTypeId';
  return [
    { method: 'GET', path, answer: allPicklists },
    { method: 'GET', path: `${path}/:field`, answer: onePicklist },
  ];
}

function allPicklists(call: Call) {
  const object = objectInPath(call);
  const recordTypeId = recordTypeIn(call, object);
  const picklists = [...object.fields.values()].filter(
    (field) => field.picklist !== undefined && call.access.mayReadField(object, field),
  );
  const picklistFieldValues = Object.fromEntries(
    picklists.map((field) => [field.name, toPicklistValues(call, object, field, recordTypeId)]),
  );
  return ok({ eTag: toETag(picklistFieldValues), picklistFieldValues });
}

function onePicklist(call: Call) {
  const object = objectInPath(call);
  const name = param(call, 'field');
  const field = call.platform.org.schema.findField(object, name);
  if (field?.picklist === undefined || !call.access.mayReadField(object, field)) {
    throw invalidField(`No such picklist '${name}' on entity '${object.name}'`);
  }
  return ok(toPicklistValues(call, object, field, recordTypeIn(call, object)));
}

function toPicklistValues(call: Call, object: SObjectType, field: Field, recordTypeId: string) {
  const controller = object.fields.get(field.picklist?.controllerName ?? '');
  const controlling = controller === undefined ? [] : controllingValues(controller);
  const ofType = object.recordTypes.find(({ id }) => id === recordTypeId)?.picklists?.get(field.name);
  const values = (field.picklist?.values ?? []).filter(
    ({ active, value }) => active && (ofType === undefined || ofType.values.includes(value)),
  );
  const chosen = values.find(({ isDefault, value }) =>
    ofType === undefined ? isDefault : value === ofType.defaultValue,
  );
  const content = {
    controllerValues: Object.fromEntries(controlling.map((value, index) => [value, index])),
    defaultValue: chosen === undefined ? null : toValue(chosen, controlling),
    url: `${baseOf(call)}/ui-api/object-info/${object.name}/picklist-values/${recordTypeId}/${field.name}`,
    values: values.map((value) => toValue(value, controlling)),
  };
  return { ...content, eTag: toETag(content) };
}

function toValue({ label, validFor, value }: PicklistValue, controlling: string[]) {
  const places = (validFor ?? [])
    .map((one) => controlling.indexOf(one))
    .filter((place) => place >= 0)
    .toSorted((a, b) => a - b);
  return { attributes: null, label, validFor: places, value };
}

function recordTypeIn(call: Call, object: SObjectType): string {
  const id = toId18(param(call, 'recordTypeId'));
  if (!recordTypesOf(object).some((recordType) => recordType.id === id)) throw notFound();
  return id ?? '';
}
