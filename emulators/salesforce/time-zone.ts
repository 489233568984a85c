import type { DatabaseSync } from 'node:sqlite';

const GMT = new Set(['GMT', 'UTC']);
const formats = new Map<string, Intl.DateTimeFormat>();

/** The SQL function that turns a moment into what clocks of a zone show: `(moment, zone)`. */
export const LOCAL_TIME = 'groundwork_local_time';

/** Teaches a connection LOCAL_TIME. */
export function addLocalTime(database: DatabaseSync): void {
  database.function(LOCAL_TIME, { deterministic: true }, (moment, timeZone) => {
    if (typeof moment !== 'string') return null;
    const time = Date.parse(moment);
    return new Date(time + offsetAt(String(timeZone), time)).toISOString();
  });
}

export function isGmt(timeZone: string): boolean {
  return GMT.has(timeZone);
}

/** Whether the name is one of the IANA zones, `Europe/Paris`. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The calendar day at a moment, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, moment: number): string {
  return new Date(moment + offsetAt(timeZone, moment)).toISOString().slice(0, 10);
}

/** The moment at which a day begins. */
export function startOfDay(timeZone: string, day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  const near = midnight - offsetAt(timeZone, midnight);
  const start = midnight - offsetAt(timeZone, near);
  // Where clocks go forward at midnight, the day begins at one.
  return new Date(dayIn(timeZone, start) === day ? start : near);
}

/** Milliseconds that clocks there are ahead of GMT. */
function offsetAt(timeZone: string, moment: number): number {
  if (GMT.has(timeZone)) return 0;
  const name = formatOf(timeZone)
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hours = '0', minutes = '0', seconds = '0'] =
    /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(name ?? '') ?? [];
  const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ahead : ahead;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  return format;
}
