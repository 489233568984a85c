import type { Clock } from '../core/index.ts';
import type { UndocumentedAnswers } from './undocumented.ts';

const SECOND = 1000;
const WINDOW_SECONDS = 60;
const WINDOW = WINDOW_SECONDS * SECOND;

/** Counts units against the limit of 1000 a minute and key: in a sliding window, or as a bucket that fills again. */
export class RateLimit {
  readonly #clock: Clock;
  readonly #allowed: number;
  #spent: { at: number; units: number }[] = [];
  #tokens: number;
  #filledAt = 0;

  constructor(clock: Clock, allowed = 1000) {
    this.#clock = clock;
    this.#allowed = allowed;
    this.#tokens = allowed;
  }

  /** Takes the units of one request, unless they are not there, and answers the headers to send with it. */
  take(units: number, kind: UndocumentedAnswers['limit']): { isOver: boolean; headers: Record<string, string> } {
    const now = this.#clock.now().getTime();
    this.#spent = this.#spent.filter(({ at }) => at > now - WINDOW);
    this.#tokens = Math.min(this.#allowed, this.#tokens + ((now - this.#filledAt) * this.#allowed) / WINDOW);
    this.#filledAt = now;
    const isOver = this.#left(kind) < units;
    if (!isOver) {
      this.#spent.push({ at: now, units });
      this.#tokens -= units;
    }
    const headers = {
      'RateLimit-Limit': `${this.#allowed}, ${this.#allowed};window=${WINDOW_SECONDS}`,
      'RateLimit-Remaining': String(Math.max(0, Math.floor(this.#left(kind)))),
      'RateLimit-Reset': String(Math.ceil(this.#resetMs(now, kind) / SECOND)),
    };
    return { isOver, headers };
  }

  /** Forgets what was spent. */
  clear(): void {
    this.#spent = [];
    this.#tokens = this.#allowed;
    this.#filledAt = 0;
  }

  #left(kind: UndocumentedAnswers['limit']): number {
    if (kind === 'tokenBucket') return this.#tokens;
    return this.#allowed - this.#spent.reduce((sum, { units }) => sum + units, 0);
  }

  /** Until the oldest request leaves the window, or the bucket is full. */
  #resetMs(now: number, kind: UndocumentedAnswers['limit']): number {
    if (kind === 'tokenBucket') return ((this.#allowed - this.#tokens) * WINDOW) / this.#allowed;
    return (this.#spent[0]?.at ?? now) + WINDOW - now;
  }
}
