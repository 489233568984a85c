const MICROSECONDS = 1_000_000n;

/** A message's `ts` for this moment, later than `last` in any case: two messages never share one. */
export function toTimestamp(now: Date, last: string | undefined): string {
  const wanted = BigInt(now.getTime()) * 1000n;
  const floor = last === undefined ? 0n : toMicroseconds(last) + 1n;
  const micros = wanted > floor ? wanted : floor;
  return `${micros / MICROSECONDS}.${String(micros % MICROSECONDS).padStart(6, '0')}`;
}

/** The moment at which a message was posted. */
export function toDate(ts: string): Date {
  return new Date(Number(toMicroseconds(ts) / 1000n));
}

/** Any spelling that clients send (`1503435956`, `1503435956.2`) in the one that compares as text; undefined if none. */
export function toComparable(ts: string): string | undefined {
  const match = /^(\d{1,10})(?:\.(\d{1,6}))?$/.exec(ts);
  if (match === null) return undefined;
  const [, seconds = '', fraction = ''] = match;
  return `${seconds.padStart(10, '0')}.${fraction.padEnd(6, '0')}`;
}

function toMicroseconds(ts: string): bigint {
  return BigInt(ts.replace('.', ''));
}
