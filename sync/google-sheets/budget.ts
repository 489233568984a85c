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

/** Where it is kept what was counted, for a service that is started again within the minute. */
export interface BudgetMemory {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

/** Of the requests of one kind, as they are kept. */
interface Counted {
  /** When requests ended, the first ones first, in milliseconds. */
  ended: number[];
  underWay: number;
}

/**
 * A request counts until a minute after its end: when it arrived at Google nobody here knows, but not later than that. One
 * that was under way when the service died has ended by the time it is started again.
 */
export function createBudget(what: 'reads' | 'writes', perMinute: number, clock: Clock, memory?: BudgetMemory): Budget {
  const name = `sheet ${what}`;
  const ended = recall(memory?.get(name), clock.now().getTime());
  let underWay = 0;
  const keep = (): void => memory?.set(name, JSON.stringify({ ended, underWay } satisfies Counted));
  return {
    take() {
      const now = clock.now().getTime();
      while (ended[0] !== undefined && ended[0] <= now - MINUTE) ended.shift();
      if (ended.length + underWay >= perMinute) {
        const until = new Date((ended[0] ?? now) + MINUTE).toISOString();
        throw new SyncError('quota', `Google Sheets: all ${perMinute} ${what} of this minute are made, until ${until}`);
      }
      underWay += 1;
      keep();
      return () => {
        underWay -= 1;
        ended.push(clock.now().getTime());
        keep();
      };
    },
  };
}

/** A clock that was set back would have times in the future: these say nothing. */
function recall(kept: string | undefined, now: number): number[] {
  if (kept === undefined) return [];
  const { ended, underWay } = JSON.parse(kept) as Counted;
  return [...ended.filter((moment) => moment <= now), ...Array.from({ length: underWay }, () => now)];
}
