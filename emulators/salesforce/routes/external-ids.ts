import { isIdLookup } from '../describe/index.ts';
import type { Field, SObjectType, WriteOperation } from '../entities.ts';
import { noSuchRecord, notFound } from '../errors.ts';
import { runQuery } from '../soql/index.ts';
import { parseBody, RecordValues } from './body.ts';
import { baseOf, ok, param, type Answer, type Call, type Endpoint } from './endpoint.ts';
import { objectInPath, recordOf } from './find-object.ts';
import { deleteRelated, readRelated, relatedInPath, updateRelated } from './related.ts';
import { readRecord, writeOne } from './rows.ts';
import { refuseKey, toApiError } from './write-errors.ts';

/** Since this version an upsert says whether it created; before, an update answers 204 without a body. */
const FIRST_VERSION_TELLING_CREATED = 46;

/** Single records by a value of an external id field, or by `Id/…`; and what they are related to. */
export function externalIdEndpoints(): Endpoint[] {
  const path = '/sobjects/:type/:field/:value';
  return [
    { method: 'GET', path, answer: readByExternalId },
    { method: 'PATCH', path, answer: upsert },
    { method: 'DELETE', path, answer: deleteByExternalId },
  ];
}

function readByExternalId(call: Call): Answer {
  const object = objectInPath(call);
  const related = relatedInPath(call, object);
  if (related !== undefined) return readRelated(call, object, related);
  const found = findAll(call, object);
  if (found.length > 1) return severalChoices(call, object, found);
  const [id] = found;
  if (id === undefined) throw notFound();
  return ok(readRecord(call, object, id, call.query['fields']?.split(',')));
}

function upsert(call: Call): Answer {
  const object = objectInPath(call);
  const related = relatedInPath(call, object);
  if (related !== undefined) return updateRelated(call, object, related);
  const field = keyField(call, object);
  const values = parseBody(RecordValues, call.body);
  refuseKey(values, field.name);
  if (field.name === 'Id') {
    const { Id } = recordOf(call, object, param(call, 'value'));
    writeOne(call, { kind: 'update', object: object.name, id: Id, values });
    return { status: 204 };
  }
  const found = findAll(call, object);
  if (found.length > 1) return severalChoices(call, object, found);
  const operation: WriteOperation = {
    kind: 'upsert',
    object: object.name,
    externalIdField: field.name,
    externalId: param(call, 'value'),
    values,
  };
  const [result] = call.platform.org.write(call.user, [operation], { allOrNone: true });
  if (result?.success !== true) throw toApiError(call, operation, result?.errors ?? []);
  const created = result.created === true;
  const body = { id: result.id, success: true, errors: [] };
  if (Number(call.version) >= FIRST_VERSION_TELLING_CREATED)
    return { status: created ? 201 : 200, body: { ...body, created } };
  return created ? { status: 201, body } : { status: 204 };
}

function deleteByExternalId(call: Call): Answer {
  const object = objectInPath(call);
  const related = relatedInPath(call, object);
  if (related !== undefined) return deleteRelated(call, object, related);
  const found = findAll(call, object);
  if (found.length > 1) return severalChoices(call, object, found);
  const [id] = found;
  if (id === undefined) throw notFound();
  writeOne(call, { kind: 'delete', object: object.name, id });
  return { status: 204 };
}

function keyField(call: Call, object: SObjectType): Field {
  const name = param(call, 'field');
  const field = call.platform.org.schema.findField(object, name);
  if (field === undefined || !isIdLookup(object, field) || !call.access.mayReadField(object, field))
    throw noSuchRecord(name);
  return field;
}

function findAll(call: Call, object: SObjectType): string[] {
  const field = keyField(call, object);
  const value = param(call, 'value');
  const isNumber = field.type === 'double' || field.type === 'int';
  if (isNumber && !/^-?\d+(\.\d+)?$/.test(value)) throw noSuchRecord(value);
  const literal = isNumber ? value : `'${value.replace(/[\\']/g, '\\$&')}'`;
  const { records } = runQuery(call.platform.org, `SELECT Id FROM ${object.name} WHERE ${field.name} = ${literal}`, {
    user: call.user,
    includeDeleted: false,
    sobjectsUrl: '',
    answerChildren: () => null,
  });
  return records.map((record) => String(record['Id']));
}

function severalChoices(call: Call, object: SObjectType, ids: string[]): Answer {
  return { status: 300, body: ids.map((id) => `${baseOf(call)}/sobjects/${object.name}/${id}`) };
}
