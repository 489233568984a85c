import { setImmediate as pause } from 'node:timers/promises';
import { toRow } from '../mapping/index.ts';
import type { CycleContext } from './context.ts';
import type { RowTab } from './row-tab.ts';

/** Rows that are compared before anything else may happen: a service that is told to stop does so within seconds. */
const AT_ONCE = 2_000;

/**
 * Queues requests whose rows would be another today, though Salesforce says the same: this version of the service may have
 * other columns or words.
 */
export async function queueOutdated({ state, signal }: CycleContext, tabs: readonly RowTab[]): Promise<void> {
  for (const { base, group } of tabs) {
    const ids = base.isEmpty() ? [] : [...state.entries.idsOf(group)];
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      signal.throwIfAborted();
      state.transaction(() => {
        for (const id of ids.slice(start, start + AT_ONCE)) {
          const entry = state.entries.find(id);
          if (entry !== undefined && base.differs(id, toRow(entry))) state.pending.add('sheet', id);
        }
      });
      await pause();
    }
  }
}
