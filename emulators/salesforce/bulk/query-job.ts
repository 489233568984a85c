import { ApiError } from '../errors.ts';
import type { Org } from '../org.ts';
import { describeQuery, runQuery, type AnswerRecord } from '../soql/index.ts';
import { toCsvLine, type CsvStyle } from './csv.ts';
import { styleOf, type Job } from './job.ts';

/** A job that reads. */
export interface QueryJob extends Job {
  operation: 'query' | 'queryAll';
  query: string;
  header: string;
  /** The lines below the header. */
  lines: string[];
}

/** The object and the columns of a query. What the Bulk API does not take is API_ERROR. */
export function planQuery(org: Org, query: string, user: Job['user']): { object: string; columns: string[] } {
  const { object, columns, isGrouped, hasChildren, hasTypeof, compound } = describeQuery(org, query, user);
  if (isGrouped || hasChildren || hasTypeof) {
    throw apiError('Aggregate Relationships not supported in Bulk V2 Query with CSV content type');
  }
  if (compound !== undefined) throw apiError(`Selecting compound data not supported in Bulk Query: ${compound}`);
  return { object, columns };
}

/** Runs the query and keeps its answer as lines of text. */
export function runQueryJob(org: Org, job: QueryJob, columns: string[]): void {
  const style = styleOf(job);
  const { records } = runQuery(org, job.query, {
    user: job.user,
    includeDeleted: job.operation === 'queryAll',
    sobjectsUrl: '',
    answerChildren: () => null,
  });
  job.header = toCsvLine(columns, style);
  job.lines = [...csvLines(records, columns, style)];
  job.processed = records.length;
}

/** A line for each record; a datetime ends in `Z`. */
export function* csvLines(records: AnswerRecord[], columns: string[], style: CsvStyle): Generator<string> {
  const paths = columns.map((column) => column.split('.'));
  for (const record of records) {
    yield toCsvLine(
      paths.map((path) => toText(valueAt(record, path))),
      style,
    );
  }
}

function apiError(message: string): ApiError {
  return new ApiError(400, [{ message, errorCode: 'API_ERROR' }]);
}

function valueAt(record: AnswerRecord, path: string[]): unknown {
  let value: unknown = record;
  for (const name of path) {
    value = typeof value === 'object' && value !== null ? (value as AnswerRecord)[name] : undefined;
  }
  return value;
}

// A datetime ends in Z here, where REST writes +0000.
function toText(value: unknown): string {
  if (typeof value === 'string') return value.replace(/^(\d{4}-\d\d-\d\dT[\d:.]+)\+0000$/, '$1Z');
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
