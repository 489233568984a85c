import { SyncError } from '../errors.ts';
import type { ColumnName } from '../mapping/index.ts';
import { createColumnChecks, type ColumnChecks } from './column-checks.ts';
import type { CycleContext } from './context.ts';
import { convergeTab, type Convergence, type Task } from './converge-tab.ts';
import { MovedError } from './look-closer.ts';
import { queueOutdated } from './queue-outdated.ts';
import type { RowTab } from './row-tab.ts';
import { createTabReader, type TabReader } from './tab-reader.ts';
import { tellArrivals } from './tell-arrivals.ts';
import { ensureTabs, type Tabs } from './tabs.ts';

/** How often rows that moved under the pen are repaired at once; after that the next cycle does it. */
const ROUNDS = 3;

/** Brings the tabs and Salesforce to agree. */
export interface SheetMirror {
  run(context: CycleContext): Promise<void>;
}

/**
 * One for the life of the service: it remembers where the tabs are and when which columns were last compared. At its start,
 * and after each reading of all requests, what was agreed on is compared with what the rows would be today.
 */
export function createSheetMirror(): SheetMirror {
  const reader = createTabReader();
  let tabs: Tabs | undefined;
  let checks: ColumnChecks | undefined;
  let comparedAfter: string | undefined;

  async function converge(context: CycleContext): Promise<void> {
    const { state, clock } = context;
    checks ??= createColumnChecks(clock);
    tabs ??= await ensureTabs(context);
    const { backlog, closed } = tabs;
    const reconciled = state.settings.get('reconciled') ?? '';
    if (reconciled !== comparedAfter) await queueOutdated(context, [backlog, closed]);
    comparedAfter = reconciled;
    const pending = new Set(state.pending.due('sheet', clock.now()));
    const settling: Settling = { tabs, reader, checks, pending };
    const settle = (rowTab: RowTab): Promise<void> => settleTab(context, rowTab, settling);

    // A request that is opened again leaves the one tab before it enters the other, and takes along what people had there.
    const reopened =
      !closed.base.isEmpty() &&
      [...pending].some((id) => closed.base.has(id) && state.entries.groupOf(id) !== 'closed');
    if (reopened) await settle(closed);
    await settle(backlog);
    await tellArrivals(context, backlog, pending);
    if (dueOf(context, checks, closed).length > 0 || isConcerned(context, closed, pending)) await settle(closed);
    state.transaction(() => {
      for (const id of pending) state.pending.done('sheet', id);
    });
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

interface Settling {
  tabs: Tabs;
  reader: TabReader;
  checks: ColumnChecks;
  pending: Set<string>;
}

async function settleTab(context: CycleContext, rowTab: RowTab, settling: Settling): Promise<void> {
  const { checks, ...task } = settling;
  let checked = dueOf(context, checks, rowTab);
  let isCloser = false;
  for (let round = 1; ; round += 1) {
    context.signal.throwIfAborted();
    const outcome = await tryConverging(context, { ...task, rowTab, checked, isCloser }, round === ROUNDS);
    if (outcome === undefined) continue;
    const { damaged, isTorn } = outcome;
    checks.done(rowTab, checked);
    checked = [];
    if (damaged.length === 0 && (!isTorn || isCloser)) return;
    if (round === ROUNDS) throw new SyncError('unavailable', 'Rows kept moving while the sheet was written');
    if (isTorn && !isCloser) checks.restart(rowTab);
    isCloser ||= isTorn;
    for (const id of damaged) task.pending.add(id);
  }
}

/** Undefined when rows or columns moved meanwhile, and there is another round. */
async function tryConverging(context: CycleContext, task: Task, isLast: boolean): Promise<Convergence | undefined> {
  try {
    return await convergeTab(context, task);
  } catch (error) {
    if (error instanceof MovedError && !isLast) return undefined;
    throw error;
  }
}

function dueOf({ state, policy }: CycleContext, checks: ColumnChecks, rowTab: RowTab): readonly ColumnName[] {
  const { sheetCheckMs, sheetCheckCells } = policy;
  return checks.next(rowTab, state.entries.count(rowTab.group), { everyMs: sheetCheckMs, cells: sheetCheckCells });
}

/** The tab of closed requests is left alone while nothing is closed, changed there or opened again. */
function isConcerned({ state: { entries } }: CycleContext, { base }: RowTab, pending: ReadonlySet<string>): boolean {
  if (base.isEmpty()) return entries.count('closed') > 0;
  return [...pending].some((id) => base.has(id) || entries.groupOf(id) === 'closed');
}
