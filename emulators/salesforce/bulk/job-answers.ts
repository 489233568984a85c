import { z } from 'zod';
import { ApiError } from '../errors.ts';
import type { Answer } from '../routes/endpoint.ts';
import { DELIMITERS } from './csv.ts';

export const LineEnding = z.enum(['LF', 'CRLF']).default('LF');
export const ColumnDelimiter = z.enum(Object.keys(DELIMITERS)).default('COMMA');

export function csvAnswer(lines: Iterable<string>, headers: Record<string, string> = {}): Answer {
  return { status: 200, stream: { type: 'text/csv', content: lines }, headers };
}

/** Jobs as a list: all of them on one page. */
export function listed(records: Record<string, unknown>[]): Record<string, unknown> {
  return { done: true, records, nextRecordsUrl: null };
}

export function invalidJob(message: string): ApiError {
  return new ApiError(400, [{ errorCode: 'INVALIDJOB', message }]);
}

export function invalidState(id: string, state: string): ApiError {
  return new ApiError(400, [{ errorCode: 'INVALIDJOBSTATE', message: `Invalid job state: ${state}, job id: ${id}` }]);
}

export function noSuchJob(): ApiError {
  return new ApiError(404, [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]);
}
