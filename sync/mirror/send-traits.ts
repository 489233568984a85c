import { SyncError } from '../errors.ts';
import type { TraitsWrite } from '../state/index.ts';
import type { CycleContext } from './context.ts';
import type { TraitWriter } from './write-traits.ts';

/** Writes traits, and keeps what it is about to write until it is known whether that arrived. */
export async function sendTraits(
  { state }: CycleContext,
  writer: TraitWriter,
  accountId: string,
  write: TraitsWrite,
): ReturnType<TraitWriter['write']> {
  const before = state.writes.find(accountId);
  state.writes.begin(accountId, write);
  try {
    return await writer.write(write.vitallyId, write.changes);
  } catch (error) {
    if (error instanceof SyncError && error.details['mayHaveArrived'] === false) {
      if (before === undefined) state.writes.done(accountId);
      else state.writes.begin(accountId, before);
    }
    throw error;
  }
}
