import { SECOND } from '../clock.ts';

/** How often, and after which waits, a request is tried again. */
export interface RetryPolicy {
  attempts: number;
  firstWaitMs: number;
  longestWaitMs: number;
  factor: number;
}

/** Short: what is still failing after it is left to the next cycle. */
export const DEFAULT_RETRY = {
  attempts: 3,
  firstWaitMs: 0.5 * SECOND,
  longestWaitMs: 4 * SECOND,
  factor: 2,
} satisfies RetryPolicy;
