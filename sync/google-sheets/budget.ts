import { MINUTE, type Clock } from '../clock.ts';
import { SyncError } from '../errors.ts';

/** Counts the requests of the last minute, so that none is made that Google would refuse. */
export interface Budget {
  /**
   * Takes one request from the budget; what it answers is to be called once the request has ended, well or not. An empty
   * budget is a SyncError that says when it refills.
   */
  take(): () => void;
}

/** A request counts until a minute after its end: when it arrived at Google nobody here knows, but not later than that. */
export function createBudget(what: 'reads' | 'writes', perMinute: number, clock: Clock): Budget {
  const ended: number[] = [];
  let underWay = 0;
  return {
    take() {
      const now = clock.now().getTime();
      while (ended[0] !== undefined && ended[0] <= now - MINUTE) ended.shift();
      if (ended.length + underWay >= perMinute) {
        const until = new Date((ended[0] ?? now) + MINUTE).toISOString();
        throw new SyncError('quota', `Google Sheets: all ${perMinute} ${what} of this minute are made, until ${until}`);
      }
      underWay += 1;
      return () => {
        underWay -= 1;
        ended.push(clock.now().getTime());
      };
    },
  };
}
