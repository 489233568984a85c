import { HOUR } from '../clock.ts';

const DAY_MS = 24 * HOUR;

/** The end of the quiet hours when it is quiet now; undefined when it is not. Hours are UTC and may pass midnight. */
export function quietUntil(now: Date, hours: { from: number; to: number } | undefined): Date | undefined {
  if (hours === undefined) return undefined;
  const hour = now.getUTCHours();
  const { from, to } = hours;
  const isQuiet = from < to ? hour >= from && hour < to : hour >= from || hour < to;
  return isQuiet ? nextHour(now, to) : undefined;
}

/** The next time at which it is this full hour, UTC. */
export function nextHour(now: Date, hour: number): Date {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS + hour * HOUR;
  return new Date(today > now.getTime() ? today : today + DAY_MS);
}
