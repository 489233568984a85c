import { toRow, type Row } from '../mapping/index.ts';
import type { BaseRow, SheetBase } from '../state/index.ts';
import type { CycleContext } from './context.ts';
import type { Remembered } from './plan-sheet.ts';
import type { RowTab } from './row-tab.ts';

/**
 * What is remembered of a tab. `other` is what was agreed on with the other tab; `settled` says what cells hold that were
 * judged in this cycle, and so need not be asked for again.
 */
export function remember(
  { state }: CycleContext,
  { group, base }: RowTab,
  other: SheetBase,
  pending: ReadonlySet<string>,
  settled: ReadonlyMap<string, BaseRow>,
): Remembered {
  const withSettled = (id: string, row: BaseRow | undefined): BaseRow | undefined =>
    row && { ...row, ...settled.get(id) };
  const latest = (id: string): Row | undefined => {
    const entry = state.entries.find(id);
    return entry === undefined ? undefined : toRow(entry);
  };
  return {
    desired: (id) => (state.entries.groupOf(id) === group ? latest(id) : undefined),
    latest,
    compare: (columns) => {
      const agrees = base.compare(columns);
      return (id, index) => !settled.has(id) && agrees(id, index);
    },
    base: (id) => withSettled(id, base.find(id)),
    isKnown: (id) => state.entries.has(id),
    isPending: (id) => pending.has(id),
    isNumber: (text) => state.entries.isNumber(text),
    count: () => state.entries.count(group),
    *ids() {
      // A request that still stands in the other tab is appended once it has left that one, with what people had there.
      const isAlone = other.isEmpty();
      for (const id of state.entries.idsOf(group)) if (isAlone || !other.has(id)) yield id;
    },
  };
}
