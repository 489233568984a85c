import { invalidReplicationDate } from '../errors.ts';
import type { SObjectType } from '../entities.ts';
import { toRestDatetime } from '../wire-values.ts';
import { ok, type Answer, type Call, type Endpoint } from './endpoint.ts';
import { objectInPath } from './find-object.ts';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
const RECYCLE_BIN = 15 * DAY;
const LONGEST_LOOK_BACK = 30 * DAY;

/** What changed and what was deleted in a stretch of time. */
export function replicationEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/sobjects/:type/updated', answer: updated },
    { method: 'GET', path: '/sobjects/:type/deleted', answer: deleted },
  ];
}

function updated(call: Call): Answer {
  const object = objectInPath(call);
  const { start, end, now } = stretch(call, LONGEST_LOOK_BACK);
  const rows = changes(call, object, 'IsDeleted = 0', start, end);
  return ok({ ids: rows.map(({ id }) => id), latestDateCovered: covered(end, now) });
}

function deleted(call: Call): Answer {
  const object = objectInPath(call);
  const { start, end, now } = stretch(call, RECYCLE_BIN);
  const rows = changes(call, object, 'IsDeleted = 1', start, end);
  return ok({
    deletedRecords: rows.map(({ id, at }) => ({ id, deletedDate: toRestDatetime(at) })),
    earliestDateAvailable: toRestDatetime(new Date(now.getTime() - RECYCLE_BIN).toISOString()),
    latestDateCovered: covered(end, now),
  });
}

function changes(call: Call, object: SObjectType, which: string, start: string, end: string) {
  // A history is written once, and has no other stamp.
  const stamp = object.fields.has('SystemModstamp') ? 'SystemModstamp' : 'CreatedDate';
  const readable = call.access.recordsSql(object, 'read', 't') ?? '1';
  return call.platform.org.database
    .prepare(
      `SELECT Id AS id, ${stamp} AS at FROM "${object.name}" t
       WHERE ${which} AND ${stamp} >= ? AND ${stamp} < ? AND ${readable} ORDER BY ${stamp}, Id`,
    )
    .all(start, end)
    .map((row) => ({ id: String(row['id']), at: String(row['at']) }));
}

function covered(end: string, now: Date): string {
  return toRestDatetime(end < now.toISOString() ? end : now.toISOString());
}

// Salesforce leaves the seconds out of account.
function stretch(call: Call, longest: number): { start: string; end: string; now: Date } {
  const now = call.platform.org.clock.now();
  const start = minute(call, 'start');
  const end = minute(call, 'end');
  if (end - start < MINUTE) {
    throw invalidReplicationDate('endDate must be at least one minute greater than startDate');
  }
  if (start < now.getTime() - longest) {
    throw invalidReplicationDate(`startDate before org replication enabled date`);
  }
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString(), now };
}

function minute({ query }: Call, name: string): number {
  // A plus sign that was not encoded arrives as a space.
  const time = Date.parse((query[name] ?? '').replace(' ', '+').replace(/\+(\d\d)(\d\d)$/, '+$1:$2'));
  if (Number.isNaN(time)) throw invalidReplicationDate(`Invalid ${name} date: ${query[name] ?? ''}`);
  return Math.floor(time / MINUTE) * MINUTE;
}
