import { HOUR, type Clock } from '../clock.ts';
import { SyncError } from '../errors.ts';

/** How many calls the org has answered in the last 24 hours, and how many it answers at most. */
export interface ApiUsage {
  used: number;
  limit: number;
}

/** Keeps the service from using up more of the org's daily calls than it may. */
export interface Allowance {
  /** Passes a call that may be made. One that may not is a SyncError. */
  permit(): void;
  /** What the last answer said; undefined before the first. */
  readonly usage: ApiUsage | undefined;
  /** Takes what an answer says of the usage. */
  learn(usage: ApiUsage): void;
}

/** Kept back to ask once an hour whether there are calls again: the org counts over a rolling day. */
const KEPT_BACK = 24;
const PAUSE_MS = HOUR;
/** After so long, every call that the org has counted is forgotten. */
const ROLLING_MS = 24 * HOUR;

/** Takes `share`, 0 to 1, of the org's limit for the most that all its users together may have used when we call. */
export function createAllowance(share: number, clock: Clock): Allowance {
  let usage: ApiUsage | undefined;
  let calledAt = -Infinity;
  return {
    get usage() {
      return usage;
    },
    permit() {
      const now = clock.now().getTime();
      const pause = pauseAt(usage, share);
      if (now - calledAt < pause) {
        const until = new Date(calledAt + pause).toISOString();
        throw new SyncError(
          'quota',
          `Salesforce: ${usage?.used} of ${usage?.limit} daily API calls are used, and the service leaves the rest to others; it asks again at ${until}`,
        );
      }
      calledAt = now;
    },
    learn: (latest) => {
      usage = latest;
    },
  };
}

function pauseAt(usage: ApiUsage | undefined, share: number): number {
  if (usage === undefined) return 0;
  const most = Math.floor(usage.limit * share);
  if (usage.used >= most) return ROLLING_MS;
  return usage.used >= most - Math.min(KEPT_BACK, most * 0.1) ? PAUSE_MS : 0;
}
