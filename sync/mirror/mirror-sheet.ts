import { SyncError } from '../errors.ts';
import type { CycleContext } from './context.ts';
import { convergeTab } from './converge-tab.ts';
import type { RowTab } from './row-tab.ts';
import { createTabReader } from './tab-reader.ts';
import { tellArrivals } from './tell-arrivals.ts';
import { ensureTabs, type Tabs } from './tabs.ts';

/** How often rows that moved under the pen are repaired at once; after that the next cycle does it. */
const ROUNDS = 3;

/** Brings the tabs and Salesforce to agree. */
export interface SheetMirror {
  run(context: CycleContext): Promise<void>;
}

/** One for the life of the service: it remembers where the tabs are and when all columns were last compared. */
export function createSheetMirror(): SheetMirror {
  const reader = createTabReader();
  let tabs: Tabs | undefined;
  let checkedAt = -Infinity;

  async function converge(context: CycleContext): Promise<void> {
    const { state, clock, policy } = context;
    tabs ??= await ensureTabs(context);
    const { backlog, closed } = tabs;
    const pending = new Set(state.pending.due('sheet', clock.now()));
    const isCheck = clock.now().getTime() - checkedAt >= policy.sheetCheckMs;
    const all: Tabs = tabs;
    const settle = (rowTab: RowTab): Promise<void> => settleTab(context, all, rowTab, pending, isCheck);

    // A request that is opened again leaves the one tab before it enters the other, and takes along what people had there.
    const reopened = [...pending].some((id) => isIn(closed, id) && state.entries.groupOf(id) !== 'closed');
    if (reopened) await settle(closed);
    await settle(backlog);
    await tellArrivals(context, backlog, pending);
    if (isCheck || isConcerned(context, closed, pending)) await settle(closed);
    if (isCheck) checkedAt = clock.now().getTime();
    state.transaction(() => {
      for (const id of pending) state.pending.done('sheet', id);
    });
  }

  async function settleTab(
    context: CycleContext,
    all: Tabs,
    rowTab: RowTab,
    pending: Set<string>,
    isCheck: boolean,
  ): Promise<void> {
    for (let round = 1; ; round += 1) {
      context.signal.throwIfAborted();
      const damaged = await convergeTab(context, {
        rowTab,
        tabs: all,
        reader,
        pending,
        isCheck: isCheck && round === 1,
      });
      if (damaged.length === 0) return;
      if (round === ROUNDS) throw new SyncError('unavailable', 'Rows kept moving while the sheet was written');
      for (const id of damaged) pending.add(id);
    }
  }

  return {
    async run(context) {
      try {
        await converge(context);
      } catch (error) {
        // Whatever it was, the tabs may have been renamed or removed: they are looked up again.
        tabs = undefined;
        throw error;
      }
    },
  };
}

function isIn({ base }: RowTab, id: string): boolean {
  return base.findWatched(id) !== undefined;
}

/** The tab of closed requests is left alone while nothing is closed, changed there or opened again. */
function isConcerned({ state }: CycleContext, closed: RowTab, pending: ReadonlySet<string>): boolean {
  if (closed.base.isEmpty() && state.entries.count('closed') > 0) return true;
  return [...pending].some((id) => isIn(closed, id) || state.entries.groupOf(id) === 'closed');
}
