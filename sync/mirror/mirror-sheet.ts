import { SyncError, toError } from '../errors.ts';
import { growTab, type Reading } from '../google-sheets/index.ts';
import { COLUMN_NAMES, isWatched, toRow, WATCHED, type ColumnName } from '../mapping/index.ts';
import { backlogColumns, ensureTabs, missingRows, type Tabs } from './backlog-tab.ts';
import type { CycleContext } from './context.ts';
import { planSheet, type Columns, type Remembered, type SheetPlan } from './plan-sheet.ts';
import { appendUnit, copyUnit, missingColumnsUnit, removalUnit, rowUnit, type Sheet, type Unit } from './row-units.ts';
import { sendEdits, type EditOutcome } from './send-edits.ts';
import { writeUnits } from './write-units.ts';

/** How often rows that moved under the pen are repaired at once; after that the next cycle does it. */
const ROUNDS = 3;

/** Brings the backlog tab and Salesforce to agree. */
export interface SheetMirror {
  run(context: CycleContext): Promise<void>;
}

/** One for the life of the service: it remembers where the tabs are and when all columns were last compared. */
export function createSheetMirror(): SheetMirror {
  let tabs: Tabs | undefined;
  let checkedAt = -Infinity;

  async function converge(context: CycleContext): Promise<void> {
    const { state, clock, policy } = context;
    tabs ??= await ensureTabs(context);
    const pending = new Set(state.pending.due('sheet', clock.now()));
    const isCheck = clock.now().getTime() - checkedAt >= policy.sheetCheckMs;
    for (let round = 1; ; round += 1) {
      context.signal.throwIfAborted();
      const damaged = await convergeOnce(context, tabs, pending, isCheck && round === 1);
      if (damaged.length === 0) break;
      if (round === ROUNDS) throw new SyncError('unavailable', 'Rows kept moving while the backlog was written');
      for (const id of damaged) pending.add(id);
    }
    if (isCheck) checkedAt = clock.now().getTime();
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

/** Reads, plans, has Salesforce judge the edits, and writes. Answers the Ids of rows that moved meanwhile. */
async function convergeOnce(
  context: CycleContext,
  tabs: Tabs,
  pending: ReadonlySet<string>,
  isCheck: boolean,
): Promise<string[]> {
  const remembered = remember(context, pending);
  let isWhole = isCheck || pending.size > 0 || context.state.sheet.isEmpty();
  let reading = await read(context, tabs, isWhole);
  let plan = planSheet(reading.columns, remembered, isCheck);
  if (!isWhole && needsWhole(plan)) {
    isWhole = true;
    reading = await read(context, tabs, isWhole);
    plan = planSheet(reading.columns, remembered, isCheck);
  }
  const { outcomes, failure } = await judge(context, plan);
  const sheet: Sheet = { tabs, columns: reading.columns, state: context.state, now: context.clock.now() };
  const missing = isWhole ? COLUMN_NAMES.filter((name) => !reading.columns.has(name)) : undefined;
  const damaged = await writeUnits(
    context,
    sheet,
    keyColumn(context, reading),
    toUnits(context, sheet, plan, outcomes, reading, missing),
  );
  if (failure !== undefined) throw failure;
  return damaged;
}

interface BacklogReading {
  rowCount: number | undefined;
  columns: Columns;
}

async function read({ sheets }: CycleContext, tabs: Tabs, isWhole: boolean): Promise<BacklogReading> {
  const { rowCount, columns }: Reading = await sheets.readColumns(tabs.backlog.title, isWhole ? COLUMN_NAMES : WATCHED);
  if (!columns.has('key')) {
    throw new SyncError('configuration', `The tab "${tabs.backlog.title}" has lost the column with the Salesforce Ids`);
  }
  return { rowCount, columns };
}

function remember({ state }: CycleContext, pending: ReadonlySet<string>): Remembered {
  return {
    desired: (id) => {
      const entry = state.entries.find(id);
      return entry && toRow(entry);
    },
    watched: (id) => state.sheet.findWatched(id),
    base: (id) => state.sheet.find(id),
    isPending: (id) => pending.has(id),
    count: () => state.entries.countMirrored(),
    ids: () => state.entries.mirroredIds(),
  };
}

/** Whether cells are to be written of which a reading of the watched columns does not tell where they are. */
function needsWhole({ changes, missing }: SheetPlan): boolean {
  return missing.length > 0 || changes.some(({ writes }) => writes.some((name) => !isWatched(name)));
}

/** What Salesforce says to the edits. When it cannot be asked, they wait, and the rest of the sheet does not. */
async function judge(
  context: CycleContext,
  { changes }: SheetPlan,
): Promise<{ outcomes: Map<string, EditOutcome>; failure?: Error }> {
  const edited = changes.filter(({ edits }) => edits.length > 0);
  if (edited.length === 0) return { outcomes: new Map() };
  try {
    return { outcomes: await sendEdits(context, edited) };
  } catch (thrown) {
    return { outcomes: new Map(), failure: toError(thrown) };
  }
}

function keyColumn({ state }: CycleContext, { columns }: BacklogReading) {
  const { index, values } = columns.get('key') ?? { index: 0, values: [] };
  const ours = values.map((value) => (typeof value === 'string' && state.entries.has(value) ? value : null));
  return { index, values: ours };
}

/** All that is to be done, in the order in which it must be done. Rows to append are made one at a time. */
function* toUnits(
  { state, labels }: CycleContext,
  sheet: Sheet,
  plan: SheetPlan,
  outcomes: Map<string, EditOutcome>,
  { rowCount, columns }: BacklogReading,
  missing: readonly ColumnName[] | undefined,
): Generator<Unit> {
  const notice = missing && missingColumnsUnit(sheet, missing);
  if (notice !== undefined) yield notice;
  for (const row of plan.changes) yield rowUnit(sheet, row, outcomes.get(row.id) ?? { accepted: [], refused: [] });
  for (const copy of plan.copies) yield copyUnit(sheet, copy);
  for (const removal of plan.removals.toReversed()) yield removalUnit(sheet, removal);

  const used = Math.max(...[...columns.values()].map(({ values }) => values.length));
  const by = missingRows(rowCount, used, plan.missing.length);
  if (by > 0 && rowCount !== undefined) {
    const places = backlogColumns(labels).flatMap((column) => {
      const index = columns.get(column.name)?.index;
      return index === undefined ? [] : [{ column, index }];
    });
    const requests = growTab(sheet.tabs.backlog.sheetId, rowCount, by, places);
    yield { requests, issues: [], cells: 0, commit: () => undefined };
  }
  for (const id of plan.missing) {
    const entry = state.entries.find(id);
    if (entry !== undefined) yield appendUnit(sheet, id, toRow(entry));
  }
}
