import { createHash } from 'node:crypto';
import type { SObjectType, StoredRecord } from '../entities.ts';
import type { Answer, Call } from './endpoint.ts';

/** The one object whose rows have an ETag. */
const TAGGED = 'Account';

/**
 * A row with the time of its last change; one that the client has already is 304 without a body.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_condrequests.htm
 */
export function unlessRowKnown(call: Call, object: SObjectType, record: StoredRecord, read: () => unknown): Answer {
  const body = read();
  const { changed, tag } = stateOf(object, record);
  const headers = {
    ...(changed !== undefined && { 'Last-Modified': new Date(changed).toUTCString() }),
    ...(tag !== undefined && { ETag: tag }),
  };
  const { 'if-none-match': noneMatch, 'if-modified-since': since } = call.headers;
  const isKnown = noneMatch !== undefined && tag !== undefined ? listed(noneMatch, tag) : isNotAfter(changed, since);
  return isKnown ? { status: 304, headers } : { status: 200, headers, body };
}

/** Whether a row is no longer what the client takes it for: such a request fails with 412. */
export function hasMovedOn({ headers }: Call, object: SObjectType, record: StoredRecord): boolean {
  const { changed, tag } = stateOf(object, record);
  const { 'if-match': match, 'if-none-match': noneMatch, 'if-unmodified-since': since } = headers;
  if (tag !== undefined && match !== undefined) return !listed(match, tag);
  if (tag !== undefined && noneMatch !== undefined) return listed(noneMatch, tag);
  const time = Date.parse(since ?? '');
  return changed !== undefined && !Number.isNaN(time) && changed > time;
}

function stateOf(
  { name }: SObjectType,
  record: StoredRecord,
): { changed: number | undefined; tag: string | undefined } {
  const stamp = record['LastModifiedDate'] ?? record['SystemModstamp'];
  const changed = typeof stamp === 'string' ? Date.parse(stamp) : undefined;
  if (name !== TAGGED) return { changed, tag: undefined };
  const digest = createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 16);
  return { changed, tag: `"${digest}"` };
}

function isNotAfter(changed: number | undefined, since: string | undefined): boolean {
  return changed !== undefined && changed <= Date.parse(since ?? '');
}

function listed(header: string, tag: string): boolean {
  return header.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')));
}
