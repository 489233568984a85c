import type { SObjectType, WriteOperation } from '../entities.ts';
import { invalidField, notFound } from '../errors.ts';
import { runQuery, type AnswerRecord } from '../soql/index.ts';
import { parseBody, RecordValues } from './body.ts';
import { hasMovedOn, unlessRowKnown } from './conditional-rows.ts';
import { baseOf, param, type Answer, type Call, type Endpoint } from './endpoint.ts';
import { objectInPath, recordOf, recordToWrite } from './find-object.ts';
import { refuseKey, toApiError } from './write-errors.ts';

/** Single records by id. */
export function rowEndpoints(): Endpoint[] {
  return [
    { method: 'POST', path: '/sobjects/:type', answer: createRow },
    { method: 'GET', path: '/sobjects/:type/:id', answer: readRow },
    { method: 'PATCH', path: '/sobjects/:type/:id', answer: updateRow },
    { method: 'DELETE', path: '/sobjects/:type/:id', answer: deleteRow },
  ];
}

function createRow(call: Call): Answer {
  const object = objectInPath(call);
  const values = parseBody(RecordValues, call.body);
  refuseKey(values, 'Id');
  const id = writeOne(call, { kind: 'insert', object: object.name, values });
  const headers = { Location: `${baseOf(call)}/sobjects/${object.name}/${id}` };
  return { status: 201, body: { id, success: true, errors: [] }, headers };
}

function readRow(call: Call): Answer {
  const object = objectInPath(call);
  const record = recordOf(call, object, param(call, 'id'));
  const read = () => readRecord(call, object, record.Id, call.query['fields']?.split(','));
  return unlessRowKnown(call, object, record, read);
}

function updateRow(call: Call): Answer {
  const object = objectInPath(call);
  const record = recordToWrite(call, object, param(call, 'id'));
  const values = parseBody(RecordValues, call.body);
  refuseKey(values, 'Id');
  if (hasMovedOn(call, object, record)) return { status: 412 };
  writeOne(call, { kind: 'update', object: object.name, id: record.Id, values });
  return { status: 204 };
}

function deleteRow(call: Call): Answer {
  const object = objectInPath(call);
  const record = recordToWrite(call, object, param(call, 'id'));
  if (hasMovedOn(call, object, record)) return { status: 412 };
  writeOne(call, { kind: 'delete', object: object.name, id: record.Id });
  return { status: 204 };
}

/** One record as REST shows it: all readable fields, or those named. A field that is not there is INVALID_FIELD. */
export function readRecord(call: Call, object: SObjectType, id: string, names?: string[]): AnswerRecord {
  const { org } = call.platform;
  const fields = fieldsToRead(call, object, names);
  const { records } = runQuery(org, `SELECT ${fields.join(', ')} FROM ${object.name} WHERE Id = '${id}'`, {
    user: call.user,
    includeDeleted: false,
    sobjectsUrl: `${baseOf(call)}/sobjects`,
    answerChildren: () => null,
  });
  const [record] = records;
  if (record === undefined) throw notFound();
  return record;
}

/** The id and the fields asked for, or all readable ones. */
export function fieldsToRead(call: Call, object: SObjectType, names?: string[]): string[] {
  const wanted = names?.map((name) => name.trim()).filter((name) => name !== '');
  for (const name of wanted ?? []) {
    const field = call.platform.org.schema.findField(object, name);
    if (field === undefined || !call.access.mayReadField(object, field)) {
      throw invalidField(`No such column '${name}' on sobject of type ${object.name}`);
    }
  }
  return unique(wanted === undefined ? readableFields(call, object) : [...wanted, 'Id']);
}

/** Writes one record and answers its id; what is wrong with it becomes the answer. */
export function writeOne(call: Call, operation: WriteOperation): string {
  const [result] = call.platform.org.write(call.user, [operation], { allOrNone: true });
  if (result?.success !== true || result.id === null) throw toApiError(call, operation, result?.errors ?? []);
  return result.id;
}

function readableFields({ access }: Call, object: SObjectType): string[] {
  return [...object.fields.values()].filter((field) => access.mayReadField(object, field)).map(({ name }) => name);
}

function unique(names: string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
