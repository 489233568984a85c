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

/**
 * So many cycles may begin one right after the other, and further ones each so long after the last: reads of the sheet are
 * counted, and 10 + 60 / 1.5 a minute leave some for those that take several.
 */
const CYCLES_AT_ONCE = 10;
const CYCLE_EVERY_MS = 1.5 * SECOND;

/**
 * Runs a cycle at once and then whenever one is due by the schedule or woken. One that is due while another runs follows it,
 * so that what is saved during a long cycle does not wait for the next round; many of them are one.
 */
export function startService(mirrors: Runnable, cron: string, clock: Clock, log: Log): Service {
  const abort = new AbortController();
  let underWay: Promise<void> | undefined;
  let paidUntil = -Infinity;
  let woken: Promise<void> | undefined;

  function begin(): Promise<void> {
    if (underWay !== undefined || abort.signal.aborted) return Promise.resolve();
    paidUntil = Math.max(paidUntil, clock.now().getTime()) + CYCLE_EVERY_MS;
    underWay = runLogged(mirrors, abort.signal, log).finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  async function wakeUp(): Promise<void> {
    const pause = paidUntil - CYCLES_AT_ONCE * CYCLE_EVERY_MS - clock.now().getTime();
    // Never longer, should the machine's clock be put back.
    if (pause > 0) await clock.sleep(Math.min(pause, CYCLE_EVERY_MS), abort.signal).catch(() => undefined);
    await underWay;
    woken = undefined;
    await begin();
  }

  const wake = (): void => {
    woken ??= wakeUp();
  };

  const task = schedule(cron, wake, { suppressMissedWarning: true });
  return {
    firstCycle: begin(),
    wake,
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
