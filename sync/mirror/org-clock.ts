import { MINUTE, type Clock } from '../clock.ts';

/** A machine whose clock is less behind than this is taken at its word: the server tells whole seconds, and late. */
const TOLERATED_MS = MINUTE;

/** The time in the org. */
export interface OrgClock extends Clock {
  /** Learns the server's time from an answer that has just come. */
  learn(serverTime: Date): void;
}

/**
 * A clock that goes by Salesforce's once it has heard of it, when the machine's is behind: quiet hours, the digest and what
 * is looked at again tomorrow begin when they begin for the people who work in the org. It never holds back what is due by
 * the machine's clock.
 */
export function createOrgClock(machine: Clock): OrgClock {
  let aheadMs = 0;
  return {
    now: () => new Date(machine.now().getTime() + aheadMs),
    sleep: (ms, signal) => machine.sleep(ms, signal),
    learn(serverTime) {
      const difference = serverTime.getTime() - machine.now().getTime();
      aheadMs = difference < TOLERATED_MS ? 0 : difference;
    },
  };
}
