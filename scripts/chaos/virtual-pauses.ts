import type { RewindableClock } from './rewindable-clock.ts';

/** What libraries wait before they try again. Timeouts are longer, ticks of their own timers shorter. */
const SHORTEST_MS = 500;
const LONGEST_MS = 9_999;

/** Has pauses between attempts pass on the clock instead of in this process. Answers what puts the real timers back. */
export function makePausesVirtual(clock: RewindableClock): () => void {
  const real = globalThis.setTimeout;
  const virtual = (work: (...values: unknown[]) => void, ms = 0, ...values: unknown[]): NodeJS.Timeout => {
    if (ms < SHORTEST_MS || ms > LONGEST_MS) return real(work, ms, ...values);
    clock.advance(ms);
    return real(work, 0, ...values);
  };
  globalThis.setTimeout = Object.assign(virtual, { __promisify__: real.__promisify__ }) as typeof setTimeout;
  return () => {
    globalThis.setTimeout = real;
  };
}
