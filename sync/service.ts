import { schedule } from 'node-cron';
import { SECOND, type Clock } from './clock.ts';
import { toError } from './errors.ts';
import type { Log } from './log.ts';
import type { Mirrors } from './mirror/index.ts';
import { StateLockedError, type CycleRecord } from './state/index.ts';

/** How long a cycle under way may go on after the service was told to stop. What it leaves, the next start finds. */
const GRACE_MS = 4 * SECOND;

/** What the service runs. */
export type Runnable = Pick<Mirrors, 'runCycle'>;

export interface Service {
  /** Settles when the first cycle has ended, well or not. */
  firstCycle: Promise<void>;
  /** Has a cycle run as soon as may be, for something has changed. Many calls at once are one. */
  wake(): void;
  /** Ends the schedule and waits for the cycle under way, but not for long. Says whether it came to its end. */
  stop(): Promise<boolean>;
}

/** A cycle that is woken begins so long after the last one began, at the earliest: reads of the sheet are counted. */
const WAKE_PAUSE_MS = 1.2 * SECOND;

/**
 * Runs a cycle at once and then by the schedule. A cycle that is due while one runs is left out; one that is woken while
 * one runs follows it.
 */
export function startService(mirrors: Runnable, cron: string, clock: Clock, log: Log): Service {
  const abort = new AbortController();
  let underWay: Promise<void> | undefined;
  let beganAt = -Infinity;
  let woken: Promise<void> | undefined;

  function begin(): Promise<void> {
    if (underWay !== undefined || abort.signal.aborted) return Promise.resolve();
    beganAt = clock.now().getTime();
    underWay = runLogged(mirrors, abort.signal, log).finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  async function wakeUp(): Promise<void> {
    const pause = beganAt + WAKE_PAUSE_MS - clock.now().getTime();
    if (pause > 0) await clock.sleep(pause, abort.signal).catch(() => undefined);
    await underWay;
    woken = undefined;
    await begin();
  }

  const task = schedule(cron, () => void begin(), { suppressMissedWarning: true });
  return {
    firstCycle: begin(),
    wake: () => {
      woken ??= wakeUp();
    },
    async stop() {
      await task.destroy();
      abort.abort(new Error('The service stops'));
      const patience = new AbortController();
      const ended = (underWay ?? Promise.resolve()).then(() => true);
      const late = clock.sleep(GRACE_MS, patience.signal).then(
        () => false,
        () => true,
      );
      const inTime = await Promise.race([ended, late]);
      patience.abort();
      return inTime;
    },
  };
}

/** Runs one cycle and tells the log of it: at info when something happened, else at debug. */
async function runLogged(mirrors: Runnable, signal: AbortSignal, log: Log): Promise<void> {
  try {
    logCycle(log, await mirrors.runCycle(signal));
  } catch (thrown) {
    const error = toError(thrown);
    if (signal.aborted) log.info('cycle left unfinished');
    else if (error instanceof StateLockedError) log.warn({ error: error.message }, 'cycle left out');
    else log.error({ error }, 'cycle failed');
  }
}

export function logCycle(log: Log, record: CycleRecord): void {
  const { records, rows, cells, edits, refusals, traits, messages, failures } = record;
  const happened = records + rows + cells + edits + refusals + traits + messages > 0;
  if (Object.keys(failures).length > 0) log.warn(record, 'cycle with failures');
  else if (happened) log.info(record, 'cycle');
  else log.debug(record, 'idle cycle');
}
