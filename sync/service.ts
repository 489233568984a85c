import { schedule } from 'node-cron';
import { SECOND, type Clock } from './clock.ts';
import { toError } from './errors.ts';
import type { Log } from './log.ts';
import type { Mirrors } from './mirror/index.ts';
import { StateLockedError, type CycleRecord } from './state/index.ts';

/** How long a cycle under way may go on after the service was told to stop. What it leaves, the next start finds. */
const GRACE_MS = 5 * SECOND;

export interface Service {
  /** Settles when the first cycle has ended, well or not. */
  firstCycle: Promise<void>;
  /** Ends the schedule and waits for the cycle under way, but not for long. Says whether it came to its end. */
  stop(): Promise<boolean>;
}

/** Runs a cycle at once and then by the schedule. A cycle that is due while one runs is left out. */
export function startService(mirrors: Mirrors, cron: string, clock: Clock, log: Log): Service {
  const abort = new AbortController();
  let underWay: Promise<void> | undefined;

  function begin(): Promise<void> {
    if (underWay !== undefined || abort.signal.aborted) return Promise.resolve();
    underWay = runLogged(mirrors, abort.signal, log).finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  const task = schedule(cron, () => void begin(), { suppressMissedWarning: true });
  return {
    firstCycle: begin(),
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
async function runLogged(mirrors: Mirrors, signal: AbortSignal, log: Log): Promise<void> {
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
