import { MINUTE, type Clock } from '../clock.ts';
import { SyncError } from '../errors.ts';

/** Counts the requests of the last minute, so that none is made that Google would refuse. */
export interface Budget {
  /** Takes one request from the budget. An empty one is a SyncError that says when it refills. */
  take(): void;
}

export function createBudget(what: 'reads' | 'writes', perMinute: number, clock: Clock): Budget {
  const taken: number[] = [];
  return {
    take() {
      const now = clock.now().getTime();
      while (taken[0] !== undefined && taken[0] <= now - MINUTE) taken.shift();
      const [oldest] = taken;
      if (oldest !== undefined && taken.length >= perMinute) {
        const until = new Date(oldest + MINUTE).toISOString();
        throw new SyncError('quota', `Google Sheets: all ${perMinute} ${what} of this minute are made, until ${until}`);
      }
      taken.push(now);
    },
  };
}
