import type { Clock } from '../../../../sync/clock.ts';

/** A clock that stands still until it is moved; waiting moves it. */
export function createManualClock(start = '2026-11-22T10:00:00.000Z'): Clock & { pass(ms: number): void } {
  let now = Date.parse(start);
  const pass = (ms: number): void => {
    now += ms;
  };
  return { now: () => new Date(now), sleep: async (ms) => pass(ms), pass };
}
