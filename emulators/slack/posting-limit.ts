import type { Clock } from '../core/index.ts';
import { RateLimited } from './errors.ts';

const SECOND = 1000;

/** One message a second and channel, see https://docs.slack.dev/apis/web-api/rate-limits. Bursts are not tolerated. */
export class PostingLimit {
  readonly #clock: Clock;
  readonly #lastAt = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts a message to this channel; throws the 429 when the last one is less than a second old. */
  take(channel: string): void {
    const now = this.#clock.now().getTime();
    const last = this.#lastAt.get(channel);
    if (last !== undefined && now - last < SECOND) throw new RateLimited(1);
    this.#lastAt.set(channel, now);
  }
}
