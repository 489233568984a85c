import { MINUTE, SECOND } from '../clock.ts';
import { toError } from '../errors.ts';
import type { Context } from './context.ts';

/** How long it takes until the next try, at first and at most. */
const FIRST_PAUSE_MS = 5 * SECOND;
const LONGEST_PAUSE_MS = 5 * MINUTE;

const REPLAY_ID = 'replayId';

/**
 * Wakes at each change in Salesforce until the signal fires. It goes on where it was when it last heard of one; when the
 * org no longer knows that event, only new ones are heard. Nothing is lost either way, since the schedule goes on.
 */
export async function listenForChanges(
  { salesforce, state, clock, log }: Context,
  wake: () => void,
  signal: AbortSignal,
): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  const isStopped = (): boolean => signal.aborted;
  while (!isStopped()) {
    try {
      const kept = state.settings.get(REPLAY_ID);
      await salesforce.listen(
        {
          replayId: kept === undefined ? undefined : Number(kept),
          onListening: () => {
            log.info('listening for changes in Salesforce');
            pause = FIRST_PAUSE_MS;
          },
          onChange: (replayId) => {
            state.settings.set(REPLAY_ID, String(replayId));
            wake();
          },
        },
        signal,
      );
    } catch (thrown) {
      if (isStopped()) return;
      state.settings.forget(REPLAY_ID);
      log.warn(
        { error: toError(thrown).message, pauseMs: pause },
        'no change events for a while; the schedule goes on',
      );
      await clock.sleep(pause, signal).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }
}
