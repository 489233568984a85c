import { setTimeout as wait } from 'node:timers/promises';

/** Tells the local time and waits. Nothing else in the service asks the machine for it. */
export interface Clock {
  now(): Date;
  /** Waits; ends early, with the signal's reason as error, when the signal fires. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

export const machineClock: Clock = {
  now: () => new Date(),
  sleep: async (ms, signal) => {
    await wait(ms, undefined, signal && { signal });
  },
};
