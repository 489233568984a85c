import { nameFieldOf } from '../describe/index.ts';
import type { SObjectType, StoredRecord } from '../entities.ts';
import { invalidField } from '../errors.ts';
import { baseOf, ok, param, type Call, type Endpoint } from '../routes/endpoint.ts';
import { objectInPath } from '../routes/find-object.ts';
import { runQuery } from '../soql/index.ts';
import { toFieldTree } from './field-tree.ts';
import { sourceOf } from './lookup-bindings.ts';
import { pageOf, toPageFields } from './paging.ts';
import { toUiRecord } from './record.ts';

/** The records that a lookup field may point at, found by a part of their name. */
export function lookupEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/ui-api/lookups/:type/:field', answer: allTargets },
    {
      method: 'GET',
      path: '/ui-api/lookups/:type/:field/:target',
      answer: (call) => ok(search(call, targetsOf(call, param(call, 'target')))),
    },
  ];
}

function allTargets(call: Call) {
  const lookupResults = targetsOf(call).map((target) => [target.name, search(call, [target])]);
  return ok({ lookupResults: Object.fromEntries(lookupResults) as unknown });
}

function targetsOf(call: Call, only?: string): SObjectType[] {
  const object = objectInPath(call);
  const field = call.platform.org.schema.findField(object, param(call, 'field'));
  if (field?.reference === undefined || !call.access.mayReadField(object, field)) {
    throw invalidField(`No such lookup '${param(call, 'field')}' on entity '${object.name}'`);
  }
  const { to } = field.reference;
  const wanted = only === undefined ? to : to.filter((name) => name.toLowerCase() === only.toLowerCase());
  if (wanted.length === 0) throw invalidField(`${field.name} does not look up ${only ?? 'anything'}`);
  return wanted.map((name) => objectInPath(call, name));
}

function search(call: Call, [target]: SObjectType[]) {
  const page = pageOf(call);
  if (target === undefined) return null;
  const name = nameFieldOf(target)?.name ?? 'Id';
  const text = (call.query['q'] ?? '').replace(/[\\'%_]/g, '\\$&');
  const condition = text === '' ? '' : ` WHERE ${name} LIKE '%${text}%'`;
  const order = text === '' ? 'LastModifiedDate DESC' : name;
  const { records: found } = runQuery(
    call.platform.org,
    `SELECT Id FROM ${target.name}${condition} ORDER BY ${order} LIMIT 2000`,
    { user: call.user, includeDeleted: false, sobjectsUrl: '', answerChildren: () => null },
  );
  const tree = toFieldTree(call, target, ['Id', name], []);
  const fitting = withinFilter(
    call,
    found
      .map((row) => call.platform.org.findRecord(target, String(row['Id'])))
      .filter((record) => record !== undefined),
  );
  const records = fitting.slice(page.start, page.end).map((record) => toUiRecord(call, target, record, tree));
  const url = `${baseOf(call)}/ui-api/lookups/${param(call, 'type')}/${param(call, 'field')}/${target.name}`;
  return { ...toPageFields(page, url, records.length, fitting.length), records };
}

/** Those that the lookup's filter lets through, given what `dependentFieldBindings` tells of the record that looks up. */
function withinFilter(call: Call, found: StoredRecord[]): StoredRecord[] {
  const { org } = call.platform;
  const object = objectInPath(call);
  const field = org.schema.findField(object, param(call, 'field'));
  if (field?.reference?.filter === undefined) return found;
  const source = sourceOf(org.schema, object, call.query['dependentFieldBindings'] ?? '');
  return found.filter((record) => org.passesLookupFilter(call.user, { object, field }, { source, found: record }));
}
