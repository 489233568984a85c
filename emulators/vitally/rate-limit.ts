import type { Clock } from '../core/index.ts';

const SECOND = 1000;
const WINDOW_SECONDS = 60;

/** Counts requests in a sliding window, as the vendor's pages describe the limit: 1000 a minute and key. */
export class RateLimit {
  readonly #clock: Clock;
  readonly #allowed: number;
  #arrivals: number[] = [];

  constructor(clock: Clock, allowed = 1000) {
    this.#clock = clock;
    this.#allowed = allowed;
  }

  /** Counts one request, unless the window is full, and answers the headers to send with it. */
  take(): { isOver: boolean; headers: Record<string, string> } {
    const now = this.#clock.now().getTime();
    this.#arrivals = this.#arrivals.filter((at) => at > now - WINDOW_SECONDS * SECOND);
    const isOver = this.#arrivals.length >= this.#allowed;
    if (!isOver) this.#arrivals.push(now);
    const oldest = this.#arrivals[0] ?? now;
    const headers = {
      'RateLimit-Limit': `${this.#allowed}, ${this.#allowed};window=${WINDOW_SECONDS}`,
      'RateLimit-Remaining': String(this.#allowed - this.#arrivals.length),
      'RateLimit-Reset': String(Math.ceil((oldest + WINDOW_SECONDS * SECOND - now) / SECOND)),
    };
    return { isOver, headers };
  }
}
