import { MINUTE } from '../clock.ts';
import { SyncError, toError } from '../errors.ts';
import type { Destination } from '../state/index.ts';
import type { CycleContext } from './context.ts';

/** When something that was refused is tried again. */
export const REFUSED_PAUSE_MS = 10 * MINUTE;

/**
 * Does the work for each Id that is due. One that is refused is put off and told of at the end, and does not hold up the
 * others; a destination that is away, or asks for patience, holds up all.
 */
export async function eachDue(
  { state, clock, signal }: CycleContext,
  destination: Destination,
  work: (id: string) => Promise<void>,
): Promise<void> {
  const refusals: Error[] = [];
  for (const id of state.pending.due(destination, clock.now())) {
    signal.throwIfAborted();
    try {
      await work(id);
    } catch (error) {
      if (!(error instanceof SyncError) || error.kind !== 'refused') throw error;
      refusals.push(toError(error));
      state.pending.postpone(destination, id, new Date(clock.now().getTime() + REFUSED_PAUSE_MS));
    }
  }
  const [first] = refusals;
  if (first !== undefined) {
    throw new SyncError('refused', `${refusals.length} refused, the first: ${first.message}`, {}, { cause: first });
  }
}
