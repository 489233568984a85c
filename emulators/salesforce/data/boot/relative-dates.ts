const DAY_MS = 86_400_000;

/**
 * A day of sample data told from today, so that the sample does not age: `@today`, `@today-3`, `@today+30`, with a time
 * as in `@today+3T15:00:00Z`; and `@month`, `@month+1`, the first day of a month, or `2027-01` of it as `@month+1.key`.
 *
 * Anything else is answered as it is. Days are days of GMT.
 */
export function resolveDate(value: unknown, now: Date): unknown {
  if (typeof value !== 'string') return value;
  const [, unit, offset = '0', rest = ''] = /^@(today|month)([+-]\d+)?(T.+|\.key)?$/.exec(value) ?? [];
  if (unit === undefined) return value;
  if (unit === 'today') return toDay(new Date(now.getTime() + Number(offset) * DAY_MS)) + rest;
  const month = toDay(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + Number(offset), 1)));
  return rest === '.key' ? month.slice(0, 7) : month;
}

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
