import { ApiError } from '../errors.ts';
import type { Call } from '../routes/endpoint.ts';

const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 2000;

/** The stretch of a list that was asked for. */
export interface Page {
  start: number;
  end: number;
  size: number;
}

/** Reads `pageSize` and `pageToken`, which is the place of the first record. */
export function pageOf({ query }: Call): Page {
  const size = whole(query['pageSize'], DEFAULT_PAGE, 'pageSize');
  const start = whole(query['pageToken'], 0, 'pageToken');
  if (size < 1 || size > LARGEST_PAGE) throw illegal(`pageSize: expected 1 to ${LARGEST_PAGE}, got ${size}`);
  return { start, end: start + size, size };
}

/** What a list of records tells of its place. */
export function toPageFields({ start, end, size }: Page, url: string, count: number, total: number) {
  const pageUrl = (token: number) => `${url}?pageSize=${size}&pageToken=${token}`;
  const before = start === 0 ? null : Math.max(0, start - size);
  return {
    count,
    currentPageToken: String(start),
    currentPageUrl: pageUrl(start),
    nextPageToken: end < total ? String(end) : null,
    nextPageUrl: end < total ? pageUrl(end) : null,
    previousPageToken: before === null ? null : String(before),
    previousPageUrl: before === null ? null : pageUrl(before),
  };
}

function whole(given: string | undefined, usual: number, name: string): number {
  if (given === undefined) return usual;
  if (!/^\d+$/.test(given)) throw illegal(`${name}: expected a whole number, got '${given}'`);
  return Number(given);
}

function illegal(message: string): ApiError {
  return new ApiError(400, [{ errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE', message }]);
}
