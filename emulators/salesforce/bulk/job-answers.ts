import { z } from 'zod';
import { ApiError, invalidQueryLocator } from '../errors.ts';
import { baseOf, ok, type Answer, type Call } from '../routes/endpoint.ts';
import { DELIMITERS } from './csv.ts';

const JOBS_PER_PAGE = 1000;

export const LineEnding = z.enum(['LF', 'CRLF']).default('LF');
export const ColumnDelimiter = z.enum(Object.keys(DELIMITERS)).default('COMMA');

export function csvAnswer(lines: Iterable<string>, headers: Record<string, string> = {}): Answer {
  return { status: 200, stream: { type: 'text/csv', content: lines }, headers };
}

/**
 * A page of jobs, all of them of one type.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_all_jobs.htm
 */
export function listed(call: Call, path: string, type: string, jobs: Record<string, unknown>[]): Answer {
  const { jobType = type, isPkChunkingEnabled, concurrencyMode = 'parallel', queryLocator } = call.query;
  const isMeant = jobType === type && isPkChunkingEnabled !== 'true' && concurrencyMode.toLowerCase() === 'parallel';
  const start = toPlace(queryLocator);
  const end = start + JOBS_PER_PAGE;
  const records = isMeant ? jobs.map((job) => ({ ...job, jobType: type })) : [];
  const done = end >= records.length;
  const nextRecordsUrl = done ? null : `${baseOf(call)}${path}?queryLocator=${toLocator(end)}`;
  return ok({ done, records: records.slice(start, end), nextRecordsUrl });
}

export function toLocator(place: number): string {
  return Buffer.from(String(place)).toString('base64url');
}

/** The place in a list that a locator stands for; its beginning without one. */
export function toPlace(locator: string | undefined): number {
  if (locator === undefined) return 0;
  const place = Buffer.from(locator, 'base64url').toString('latin1');
  if (/^\d+$/.test(place)) return Number(place);
  throw invalidQueryLocator();
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
