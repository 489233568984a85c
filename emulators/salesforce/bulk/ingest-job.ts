import { setImmediate as breath } from 'node:timers/promises';
import type { Field, RecordError, SObjectType, SaveResult, WriteOperation } from '../entities.ts';
import type { Org } from '../org.ts';
import { readCsv, lineEndingOf } from './csv.ts';
import { styleOf, type Job } from './job.ts';

/** Rows that are saved together. */
export const ROWS_PER_TRANSACTION = 200;
const BLANK = '#N/A';

export type IngestOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'hardDelete';

/** What is done with rows, and for whom. */
export interface Writer {
  user: Job['user'];
  operation: IngestOperation;
  externalIdFieldName?: string;
  /** What change events say of who made the changes. */
  origin: string;
}

/** A job that writes the rows of a file. */
export interface IngestJob extends Job, Writer {
  operation: IngestOperation;
  file: Buffer | undefined;
  /** One entry for each row that was processed, in the order of the file. */
  outcomes: Outcome[];
}

/** What became of one row: its record, or why there is none. */
export interface Outcome {
  id: string;
  created: boolean;
  /** Absent when the row was written. */
  errors: RecordError[] | undefined;
}

/** What is wrong with a whole file; its job fails with these words. */
export class BadFile extends Error {}

/** Processes a file, 200 rows to a transaction, and lets other requests in between. */
export async function processFile(org: Org, job: IngestJob, object: SObjectType): Promise<void> {
  const rows = readCsv(job.file ?? Buffer.alloc(0), styleOf(job).delimiter);
  const header = rows.next();
  if (header.done === true) throw new BadFile('InvalidBatch : Records not processed');
  checkFile(org, job, object, header.value);

  let batch: string[][] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < ROWS_PER_TRANSACTION) continue;
    writeBatch(org, job, object, header.value, batch);
    batch = [];
    await breath();
    if (job.state !== 'InProgress') return;
  }
  if (batch.length > 0) writeBatch(org, job, object, header.value, batch);
}

function checkFile(org: Org, job: IngestJob, object: SObjectType, header: string[]): void {
  const given = lineEndingOf(job.file ?? Buffer.alloc(0));
  if (given !== undefined && given !== job.lineEnding) {
    throw new BadFile(
      `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${job.lineEnding}`,
    );
  }
  checkHeader(org, job.operation, object, header);
}

/** A column that is no field, or more than ids to delete, is a BadFile. */
export function checkHeader(org: Org, operation: IngestOperation, object: SObjectType, header: string[]): void {
  for (const name of header) {
    if (!isColumn(org, object, name)) throw new BadFile(`InvalidBatch : Field name not found : ${name}`);
  }
  const isDelete = operation === 'delete' || operation === 'hardDelete';
  if (isDelete && (header.length !== 1 || header[0]?.toLowerCase() !== 'id')) {
    throw new BadFile('InvalidBatch : delete batch must contain only ids');
  }
}

// `Account__r.Code__c` names a parent by an external id of its.
function isColumn(org: Org, object: SObjectType, name: string): boolean {
  const [first = '', key, ...more] = name.split('.');
  if (key === undefined) return org.schema.findField(object, first) !== undefined;
  const parents = lookupNamed(object, first)?.reference?.to ?? [];
  const hasKey = parents.some((parent) => {
    const type = org.schema.findObject(parent);
    return type !== undefined && org.schema.findField(type, key) !== undefined;
  });
  return more.length === 0 && hasKey;
}

function lookupNamed(object: SObjectType, relationship: string): Field | undefined {
  const wanted = relationship.toLowerCase();
  return [...object.fields.values()].find(({ reference }) => reference?.relationshipName?.toLowerCase() === wanted);
}

function writeBatch(org: Org, job: IngestJob, object: SObjectType, header: string[], rows: string[][]): void {
  const values = rows.map((row) => toValues(header, row));
  job.outcomes.push(...writeRows(org, job, object, values));
  job.processed += rows.length;
}

/** Saves rows in one transaction, each for itself, and tells in order what became of them. */
export function writeRows(org: Org, work: Writer, object: SObjectType, rows: Record<string, unknown>[]): Outcome[] {
  const operations = rows.map((row) => toOperation(work, object, row));
  const results = org.changeEvents.from(work.origin, () => org.write(work.user, operations, { allOrNone: false }));
  if (work.operation === 'hardDelete') purge(org, object, results);
  return results.map((result, index) => {
    const created = result.created ?? (work.operation === 'insert' || operations[index]?.kind === 'insert');
    return {
      id: result.success ? (result.id ?? '') : idOf(operations[index]),
      created: result.success && created,
      errors: result.success ? undefined : result.errors,
    };
  });
}

/** An empty value leaves a field alone and `#N/A` makes it blank. */
export function toValues(header: string[], row: string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [index, name] of header.entries()) {
    const given = row[index] ?? '';
    if (given === '') continue;
    const value = given === BLANK ? null : given;
    const [relationship = '', key] = name.split('.');
    if (key === undefined) values[name] = value;
    else values[relationship] = value === null ? null : { [key]: value };
  }
  return values;
}

function toOperation(job: Writer, object: SObjectType, given: Record<string, unknown>): WriteOperation {
  const { name } = object;
  const { key: id, rest } = take(given, 'Id');
  switch (job.operation) {
    case 'insert':
      return { kind: 'insert', object: name, values: given };
    case 'update':
      return { kind: 'update', object: name, id, values: rest };
    case 'delete':
    case 'hardDelete':
      return { kind: 'delete', object: name, id };
    case 'upsert': {
      const field = job.externalIdFieldName ?? 'Id';
      if (field.toLowerCase() === 'id') {
        return id === ''
          ? { kind: 'insert', object: name, values: rest }
          : { kind: 'update', object: name, id, values: rest };
      }
      const { key, rest: values } = take(given, field);
      return { kind: 'upsert', object: name, externalIdField: field, externalId: key, values };
    }
  }
}

function take(values: Record<string, unknown>, name: string): { key: string; rest: Record<string, unknown> } {
  const entries = Object.entries(values);
  const isKey = ([one]: [string, unknown]) => one.toLowerCase() === name.toLowerCase();
  const key = entries.find(isKey)?.[1];
  return { key: typeof key === 'string' ? key : '', rest: Object.fromEntries(entries.filter((one) => !isKey(one))) };
}

function idOf(operation: WriteOperation | undefined): string {
  return operation !== undefined && 'id' in operation ? operation.id : '';
}

/** `REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --` */
export function toErrorText(errors: RecordError[]): string {
  return errors
    .map(({ statusCode, message, fields }) => {
      const places = fields.length === 0 ? '' : `${fields.join(',')} `;
      return `${statusCode}:${message}:${places}--`;
    })
    .join(' ');
}

// What is deleted for good skips the recycle bin.
function purge(org: Org, object: SObjectType, results: SaveResult[]): void {
  const statement = org.database.prepare(`DELETE FROM "${object.name}" WHERE Id = ? AND IsDeleted = 1`);
  for (const { success, id } of results) if (success && id !== null) statement.run(id);
}
