import { z } from 'zod';
import type { SObjectType, StoredRecord, WriteOperation } from '../entities.ts';
import { ApiError, entityIsDeleted, noSuchRecord, notFound } from '../errors.ts';
import { toId18 } from '../ids.ts';
import { parseBody } from '../routes/body.ts';
import { ok, param, type Answer, type Call, type Endpoint } from '../routes/endpoint.ts';
import { allFields, toFieldTree, type FieldTree } from './field-tree.ts';
import { LAYOUT_TYPES, layoutFields, MODES, oneOf } from './layout.ts';
import { toUiRecord } from './record.ts';
import { recordErrors } from './write-errors.ts';

/** What comes with every layout. */
const ALWAYS = ['Id', 'CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];

const Values = z.record(z.string(), z.unknown());
const RecordToCreate = z.object({ apiName: z.string(), fields: Values });
const RecordToUpdate = z.object({ fields: Values });

/** Records as pages read and write them. */
export function uiRecordEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/ui-api/records/:id', answer: (call) => ok(readOne(call, param(call, 'id'))) },
    { method: 'GET', path: '/ui-api/records/batch/:ids', answer: readBatch },
    { method: 'POST', path: '/ui-api/records', answer: create },
    { method: 'PATCH', path: '/ui-api/records/:id', answer: update },
    { method: 'DELETE', path: '/ui-api/records/:id', answer: remove },
  ];
}

function readOne(call: Call, id: string) {
  const { object, record } = findUiRecord(call, id);
  return toUiRecord(call, object, record, wantedFields(call, object));
}

function readBatch(call: Call): Answer {
  const ids = param(call, 'ids').split(',');
  const results = ids.map((id) => {
    try {
      return { statusCode: 200, result: readOne(call, id) };
    } catch (error) {
      if (error instanceof ApiError) return { statusCode: error.status, result: error.entries };
      throw error;
    }
  });
  return ok({ hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
}

function create(call: Call): Answer {
  const { apiName, fields } = parseBody(RecordToCreate, call.body);
  const object = call.platform.org.schema.findObject(apiName);
  if (object === undefined) throw notFound();
  return write(call, object, 'create', { kind: 'insert', object: object.name, values: fields }, 201);
}

function update(call: Call): Answer {
  const { object, record } = findUiRecord(call, param(call, 'id'));
  const { fields } = parseBody(RecordToUpdate, call.body);
  const conflict = conflictOf(call, object, record);
  if (conflict !== undefined) return conflict;
  const id = String(record['Id']);
  return write(call, object, 'update', { kind: 'update', object: object.name, id, values: fields }, 200);
}

function remove(call: Call): Answer {
  const { object, record } = findUiRecord(call, param(call, 'id'));
  const operation: WriteOperation = { kind: 'delete', object: object.name, id: String(record['Id']) };
  const [result] = call.platform.org.write(call.user, [operation], { allOrNone: true });
  return result?.success === true ? { status: 204 } : recordErrors(object, 'delete', result?.errors ?? []);
}

function write(
  call: Call,
  object: SObjectType,
  verb: 'create' | 'update',
  operation: WriteOperation,
  status: number,
): Answer {
  const [result] = call.platform.org.write(call.user, [operation], { allOrNone: true });
  if (result?.success !== true || result.id === null) return recordErrors(object, verb, result?.errors ?? []);
  const record = call.platform.org.findRecord(object, result.id, { as: call.user });
  // Whoever gives a record away may not see it any more.
  if (record === undefined && call.query['handleOwnerChange'] === 'true') return { status: 204 };
  if (record === undefined) throw noAccess();
  return { status, body: toUiRecord(call, object, record, allFields(call, object)) };
}

// The header carries the lastModifiedDate that the page last saw, as HTTP dates have it: whole seconds.
function conflictOf(call: Call, object: SObjectType, record: StoredRecord): Answer | undefined {
  const seen = Date.parse(call.headers['if-unmodified-since'] ?? '');
  const changed = Math.floor(Date.parse(String(record['LastModifiedDate'])) / 1000) * 1000;
  if (Number.isNaN(seen) || changed <= seen) return undefined;
  const message =
    'Your edits weren’t saved because someone else changed this record. Refresh and make your edits again.';
  return recordErrors(object, 'update', [{ statusCode: 'CONFLICT', message, fields: [] }], 409);
}

/** The record under an id, if the caller may see it. */
export function findUiRecord(call: Call, given: string): { object: SObjectType; record: StoredRecord } {
  const { org } = call.platform;
  const id = toId18(given);
  const object = id === undefined ? undefined : org.schema.objectOfId(id);
  if (id === undefined || object === undefined) throw noSuchRecord(given);
  if (!call.access.mayRead(object)) throw noAccess();
  const record = org.findRecord(object, id, { deleted: true, as: call.user });
  if (record === undefined) throw org.findRecord(object, id, { deleted: true }) === undefined ? notFound() : noAccess();
  if (record['IsDeleted'] === 1) throw entityIsDeleted();
  return { object, record };
}

function noAccess(): ApiError {
  const message = 'You don’t have access to this record. Ask your administrator for help or to request access.';
  return new ApiError(403, [{ errorCode: 'INSUFFICIENT_ACCESS', message }]);
}

function wantedFields(call: Call, object: SObjectType): FieldTree {
  if (call.query['layoutTypes'] !== undefined) {
    const types = listOf(call.query['layoutTypes']).map((type) => oneOf(LAYOUT_TYPES, type, 'layoutTypes'));
    for (const mode of listOf(call.query['modes'])) oneOf(MODES, mode, 'modes');
    return layoutTree(call, object, types, listOf(call.query['optionalFields']));
  }
  const fields = listOf(call.query['fields']);
  const optional = listOf(call.query['optionalFields']);
  if (fields.length === 0 && optional.length === 0) {
    throw new ApiError(400, [
      { errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE', message: 'Expected fields, optionalFields or layoutTypes' },
    ]);
  }
  return toFieldTree(call, object, fields, optional);
}

/** The fields of layouts, lookups with the name behind them, and when the record was made and changed. */
export function layoutTree(call: Call, object: SObjectType, types: string[], optional: string[]): FieldTree {
  const fields = types.flatMap((type) => layoutFields(call, object, type));
  const ups = fields.flatMap(({ reference }) => reference?.relationshipName ?? []);
  const names = [...fields.map(({ name }) => name), ...ups.flatMap((up) => [`${up}.Id`, `${up}.Name`])];
  return toFieldTree(call, object, [], [...names, ...ALWAYS, ...optional]);
}

/** `a,b` → `['a', 'b']` */
export function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
