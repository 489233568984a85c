import type { Clock } from '../core/index.ts';
import { requestLimitExceeded } from './errors.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Requests that an org of this size may send in 24 hours. */
export const DAILY_API_REQUESTS = 100_000;

/** Counts the calls of the last day, as `Sforce-Limit-Info` tells them. A composite request is one call. */
export class ApiUsage {
  readonly #clock: Clock;
  readonly #allowed: number;
  #since: number;
  #used = 0;

  constructor(clock: Clock, allowed = DAILY_API_REQUESTS) {
    this.#clock = clock;
    this.#allowed = allowed;
    this.#since = clock.now().getTime();
  }

  /** Counts one call. The one too many is REQUEST_LIMIT_EXCEEDED. */
  count(): void {
    const now = this.#clock.now().getTime();
    if (now - this.#since >= DAY) {
      this.#since = now;
      this.#used = 0;
    }
    if (this.#used >= this.#allowed) throw requestLimitExceeded();
    this.#used += 1;
  }

  get used(): number {
    return this.#used;
  }

  get allowed(): number {
    return this.#allowed;
  }

  /** `api-usage=18/100000` */
  get header(): string {
    return `api-usage=${this.#used}/${this.#allowed}`;
  }
}
