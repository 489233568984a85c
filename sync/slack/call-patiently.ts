import { SECOND, type Clock } from '../clock.ts';
import { SyncError, toError } from '../errors.ts';
import { DEFAULT_RETRY } from '../http/index.ts';
import { explain } from './explain.ts';

/** How long a call waits when Slack asks for patience; a longer wait is left to a later cycle. */
const LONGEST_PATIENCE_MS = 10 * SECOND;

export interface PatientCaller {
  /** Requests made, repeated ones included. */
  readonly calls: number;
  /** Makes a call. What Slack counted out is asked again; what failed otherwise is, when it may arrive twice. */
  call<Answer>(request: () => Promise<Answer>, may: 'arrive once' | 'arrive twice'): Promise<Answer>;
}

export function createPatientCaller(clock: Clock): PatientCaller {
  let calls = 0;
  let blockedUntil = 0;

  async function attempt<Answer>(request: () => Promise<Answer>): Promise<Answer> {
    if (clock.now().getTime() < blockedUntil) {
      throw new SyncError('quota', `Slack takes no calls until ${new Date(blockedUntil).toISOString()}`);
    }
    calls += 1;
    try {
      return await request();
    } catch (thrown) {
      throw explain(toError(thrown));
    }
  }

  /** The time after which the same call may go well; undefined when it must not be repeated. */
  function pauseAfter(error: SyncError, tried: number, may: 'arrive once' | 'arrive twice'): number | undefined {
    if (tried >= DEFAULT_RETRY.attempts) return undefined;
    const asked = error.details['retryAfterMs'];
    if (typeof asked === 'number') return asked <= LONGEST_PATIENCE_MS ? asked : undefined;
    if (error.kind !== 'unavailable' || may === 'arrive once') return undefined;
    return Math.min(DEFAULT_RETRY.firstWaitMs * DEFAULT_RETRY.factor ** (tried - 1), DEFAULT_RETRY.longestWaitMs);
  }

  return {
    get calls() {
      return calls;
    },
    async call(request, may) {
      for (let tried = 1; ; tried += 1) {
        try {
          return await attempt(request);
        } catch (thrown) {
          if (!(thrown instanceof SyncError)) throw thrown;
          const pause = pauseAfter(thrown, tried, may);
          if (pause === undefined) {
            const asked = thrown.details['retryAfterMs'];
            if (typeof asked === 'number') blockedUntil = clock.now().getTime() + asked;
            throw thrown;
          }
          await clock.sleep(pause);
        }
      }
    },
  };
}
