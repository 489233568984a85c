import { toRow } from '../mapping/index.ts';
import type { CycleContext } from './context.ts';
import type { RowTab } from './row-tab.ts';

/**
 * Queues requests whose rows would be another today, though Salesforce says the same: this version of the service may have
 * other columns or words.
 */
export function queueOutdated({ state }: CycleContext, tabs: readonly RowTab[]): void {
  state.transaction(() => {
    for (const { base, group } of tabs) {
      if (base.isEmpty()) continue;
      for (const id of state.entries.idsOf(group)) {
        const entry = state.entries.find(id);
        if (entry !== undefined && base.differs(id, toRow(entry))) state.pending.add('sheet', id);
      }
    }
  });
}
