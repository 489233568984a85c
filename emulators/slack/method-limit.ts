import type { Clock } from '../core/index.ts';
import { RateLimited } from './errors.ts';

const MINUTE = 60_000;

/** Calls a minute of each tier, see https://docs.slack.dev/apis/web-api/rate-limits. */
const TIER_2 = 20;
const TIER_3 = 50;

const PER_MINUTE: Record<string, number> = {
  'conversations.list': TIER_2,
  'conversations.info': TIER_3,
  'conversations.history': TIER_3,
  'conversations.replies': TIER_3,
  'chat.update': TIER_3,
  'chat.delete': TIER_3,
  'users.lookupByEmail': TIER_3,
  'team.info': TIER_3,
};

/** Counts each method's calls in any minute. The vendor tolerates short bursts beyond; this does not. */
export class MethodLimit {
  readonly #clock: Clock;
  readonly #calls = new Map<string, number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts a call; throws the 429 with the seconds until the oldest one of the minute is forgotten. */
  take(method: string): void {
    const limit = PER_MINUTE[method];
    if (limit === undefined) return;
    const now = this.#clock.now().getTime();
    const calls = (this.#calls.get(method) ?? []).filter((at) => now - at < MINUTE);
    const oldest = calls[0];
    if (oldest !== undefined && calls.length >= limit) {
      throw new RateLimited(Math.max(1, Math.ceil((oldest + MINUTE - now) / 1000)));
    }
    this.#calls.set(method, [...calls, now]);
  }
}
