import type { RecordError, StoredRecord } from '../entities.ts';
import type { Change } from './change.ts';
import { integrityViolated, requiredFieldMissing } from './record-errors.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LONGEST = 14 * DAY;

/**
 * Keeps the ways in which an event says its time in step: the start and the due date, the end and the duration.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_event.htm
 */
export function deriveEvent({ after, given }: Change): RecordError[] {
  const isAllDay = after['IsAllDayEvent'] === 1;
  const start = isAllDay ? startOfDay(after, given) : startOf(after, given);
  const duration = start === undefined ? undefined : durationOf(after, given, start, isAllDay);
  if (start === undefined || duration === undefined) {
    const missing = [
      ...(duration === undefined && !isAllDay ? ['DurationInMinutes'] : []),
      ...(start === undefined ? [isAllDay ? 'ActivityDate' : 'ActivityDateTime'] : []),
    ];
    return [requiredFieldMissing(missing)];
  }
  if (duration < 0) return [integrityViolated("Event duration can't be negative", ['EndDateTime'])];
  if (duration > LONGEST) return [integrityViolated("Event duration can't be longer than 14 days", ['EndDateTime'])];
  const begins = new Date(start).toISOString();
  // An all-day event of one day ends at the beginning of that day.
  const ends = new Date(start + (isAllDay ? Math.max(duration - DAY, 0) : duration)).toISOString();
  after['StartDateTime'] = begins;
  after['ActivityDateTime'] = isAllDay ? null : begins;
  after['ActivityDate'] = begins.slice(0, 10);
  after['DurationInMinutes'] = duration / MINUTE;
  after['EndDateTime'] = ends;
  after['EndDate'] = ends.slice(0, 10);
  return [];
}

function startOf(after: StoredRecord, given: ReadonlySet<string>): number | undefined {
  const name = given.has('ActivityDateTime') && !given.has('StartDateTime') ? 'ActivityDateTime' : 'StartDateTime';
  return timeOf(after[name] ?? after['ActivityDateTime']);
}

function startOfDay(after: StoredRecord, given: ReadonlySet<string>): number | undefined {
  const isByDate = given.has('ActivityDate') || (after['StartDateTime'] ?? null) === null;
  const day = isByDate ? after['ActivityDate'] : after['StartDateTime'];
  return timeOf(typeof day === 'string' ? day.slice(0, 10) : null);
}

function durationOf(
  after: StoredRecord,
  given: ReadonlySet<string>,
  start: number,
  isAllDay: boolean,
): number | undefined {
  const end = timeOf(after['EndDateTime']);
  const minutes = after['DurationInMinutes'];
  if (end !== undefined && given.has('EndDateTime') && !given.has('DurationInMinutes')) {
    return isAllDay ? Math.floor((end - start) / DAY) * DAY + DAY : end - start;
  }
  if (typeof minutes === 'number') return minutes * MINUTE;
  return isAllDay ? DAY : undefined;
}

function timeOf(value: StoredRecord[string] | undefined): number | undefined {
  return typeof value === 'string' ? Date.parse(value) : undefined;
}
