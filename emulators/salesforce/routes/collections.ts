import { z } from 'zod';
import type { RecordError, SaveResult, SObjectType, WriteOperation } from '../entities.ts';
import { invalidType, limitExceeded, malformedId } from '../errors.ts';
import { toId18 } from '../ids.ts';
import { atomically } from './atomically.ts';
import { parseBody, TypedRecord } from './body.ts';
import { ok, param, type Answer, type Call, type Endpoint } from './endpoint.ts';
import { objectInPath } from './find-object.ts';
import { readRecord } from './rows.ts';
import { unreadable } from './write-errors.ts';

const MOST_RECORDS = 200;
const MOST_READ = 2000;

const Records = z.object({ allOrNone: z.boolean().default(false), records: z.array(TypedRecord) });
const Retrieve = z.object({ ids: z.array(z.string()), fields: z.array(z.string()) });

/** Many records in one request; the answer is a list in the same order. */
export function collectionEndpoints(): Endpoint[] {
  return [
    { method: 'POST', path: '/composite/sobjects', answer: (call) => write(call, toInsert) },
    { method: 'PATCH', path: '/composite/sobjects', answer: (call) => write(call, toUpdate) },
    { method: 'DELETE', path: '/composite/sobjects', answer: deleteAll },
    { method: 'GET', path: '/composite/sobjects/:type', answer: (call) => retrieve(call, fromQuery(call)) },
    {
      method: 'POST',
      path: '/composite/sobjects/:type',
      answer: (call) => retrieve(call, parseBody(Retrieve, call.body)),
    },
    { method: 'PATCH', path: '/composite/sobjects/:type/:field', answer: upsertAll },
  ];
}

function write(call: Call, toOperation: (record: TypedRecord) => WriteOperation | RecordError): Answer {
  const { allOrNone, records } = parseBody(Records, call.body);
  return writeAll(call, records.map(toOperation), allOrNone);
}

function toInsert({ type, values }: TypedRecord): WriteOperation {
  return { kind: 'insert', object: type, values };
}

function toUpdate({ type, values }: TypedRecord): WriteOperation | RecordError {
  const { id, rest } = splitId(values);
  if (id === undefined) {
    return { statusCode: 'MISSING_ARGUMENT', message: 'Id not specified in an update call', fields: [] };
  }
  return { kind: 'update', object: type, id, values: rest };
}

function upsertAll(call: Call): Answer {
  const object = objectInPath(call);
  const field = param(call, 'field');
  const { allOrNone, records } = parseBody(Records, call.body);
  const operations = records.map(({ values }): WriteOperation => {
    const { key, rest } = splitKey(values, field);
    if (field.toLowerCase() !== 'id') {
      return { kind: 'upsert', object: object.name, externalIdField: field, externalId: key, values: rest };
    }
    return typeof key === 'string' && key !== ''
      ? { kind: 'update', object: object.name, id: key, values: rest }
      : { kind: 'insert', object: object.name, values: rest };
  });
  const created = operations.map((operation) =>
    field.toLowerCase() === 'id' ? operation.kind === 'insert' : undefined,
  );
  return writeAll(call, operations, allOrNone, created);
}

function deleteAll(call: Call): Answer {
  const ids = (call.query['ids'] ?? '').split(',').filter((id) => id !== '');
  const operations = ids.map((given): WriteOperation | RecordError => {
    const id = toId18(given.trim());
    const object = id === undefined ? undefined : call.platform.org.schema.objectOfId(id);
    if (id === undefined || object === undefined) {
      return { statusCode: 'MALFORMED_ID', message: `malformed id ${given}`, fields: [] };
    }
    return { kind: 'delete', object: object.name, id };
  });
  return writeAll(call, operations, call.query['allOrNone'] === 'true');
}

function writeAll(
  call: Call,
  operations: (WriteOperation | RecordError)[],
  allOrNone: boolean,
  created: (boolean | undefined)[] = [],
): Answer {
  if (operations.length > MOST_RECORDS) {
    throw limitExceeded(`record limit reached. cannot submit more than ${MOST_RECORDS} records into this call`);
  }
  const writable = operations.filter((operation) => 'kind' in operation);
  const bad = operations.length > writable.length;
  const results = allOrNone && bad ? writable.map(() => rolledBack()) : writeReadable(call, writable, allOrNone);
  let next = 0;
  return ok(
    operations.map((operation, index) => {
      if (!('kind' in operation)) return toWire({ id: null, success: false, errors: [operation] });
      const result = results[next++] ?? rolledBack();
      const isNew = result.created ?? created[index];
      return toWire(isNew === undefined ? result : { ...result, created: isNew });
    }),
  );
}

/** A value that no field of its type can hold spoils the whole request: nothing of it is written. */
function writeReadable(call: Call, operations: WriteOperation[], allOrNone: boolean): SaveResult[] {
  const { org } = call.platform;
  return atomically(org.database, () => {
    const results = org.write(call.user, operations, { allOrNone });
    for (const [index, operation] of operations.entries()) {
      const error = unreadable(call, operation, results[index]?.errors ?? []);
      if (error !== undefined) throw error;
    }
    return { keep: true, result: results };
  });
}

function rolledBack(): SaveResult {
  const message = 'Record rolled back because not all records were valid and the request was using AllOrNone header';
  return {
    id: null,
    success: false,
    errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message, fields: [] }],
  };
}

/** A result as the API writes it: a record that was not created has no id. */
export function toWire({ id, success, created, errors }: SaveResult): Record<string, unknown> {
  if (!success) return { ...(id !== null && { id }), success, errors };
  return { id, success, errors, ...(created !== undefined && { created }) };
}

function retrieve(call: Call, { ids, fields }: z.infer<typeof Retrieve>): Answer {
  const object = objectInPath(call);
  if (ids.length > MOST_READ) throw limitExceeded(`cannot retrieve more than ${MOST_READ} records in this call`);
  return ok(ids.map((id) => findOne(call, object, id, fields)));
}

function findOne(call: Call, object: SObjectType, given: string, fields: string[]) {
  const id = toId18(given);
  if (id === undefined) throw malformedId(`malformed id ${given}`);
  return call.platform.org.findRecord(object, id, { as: call.user }) === undefined
    ? null
    : readRecord(call, object, id, fields);
}

function fromQuery({ query }: Call): z.infer<typeof Retrieve> {
  const list = (name: string) => (query[name] ?? '').split(',').filter((one) => one !== '');
  if (query['fields'] === undefined) throw invalidType('The fields parameter is required');
  return { ids: list('ids'), fields: list('fields') };
}

function splitId(values: Record<string, unknown>): { id: string | undefined; rest: Record<string, unknown> } {
  const { key, rest } = splitKey(values, 'Id');
  return { id: typeof key === 'string' ? key : undefined, rest };
}

function splitKey(values: Record<string, unknown>, name: string) {
  const entries = Object.entries(values);
  const isKey = ([one]: [string, unknown]) => one.toLowerCase() === name.toLowerCase();
  const key: unknown = entries.find(isKey)?.[1];
  return { key, rest: Object.fromEntries(entries.filter((entry) => !isKey(entry))) };
}
