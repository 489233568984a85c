import { growTab } from '../google-sheets/index.ts';
import { toRow, type ColumnName } from '../mapping/index.ts';
import type { BaseRow } from '../state/index.ts';
import { findCarried, NOTHING_CARRIED, toCarried, type Carried } from './carried-cells.ts';
import { appendPlaces, appendUnit, extraColumnsUnit } from './append-units.ts';
import type { CycleContext } from './context.ts';
import { judgeEdits, type Judgement } from './judge-edits.ts';
import { inspectRow, type InspectedRow } from './inspect-edits.ts';
import { lookOnceMore } from './look-closer.ts';
import { copyUnit, defacedUnit, lostEditsUnit, missingColumnsUnit, typedRowsUnit } from './notice-units.ts';
import { planSheet, type Columns, type PlannedRow, type SheetPlan } from './plan-sheet.ts';
import { remember } from './remember.ts';
import { tabColumns, type RowTab } from './row-tab.ts';
import { removalUnit, rowUnit } from './row-units.ts';
import type { EditOutcome } from './send-edits.ts';
import type { TabReader, TabReading } from './tab-reader.ts';
import { missingRows, type Tabs } from './tabs.ts';
import type { Sheet, Unit } from './unit.ts';
import { writeUnits } from './write-units.ts';

/** How one tab is to be brought up to date. */
export interface Task {
  rowTab: RowTab;
  tabs: Tabs;
  reader: TabReader;
  /** Ids of requests to look at. */
  pending: Set<string>;
  /** Columns that are read and compared beside the watched ones. */
  checked: readonly ColumnName[];
  /** Whether it is to be seen of each row that its number stands beside its key. */
  isCloser: boolean;
}

export interface Convergence {
  /** Ids of rows that moved meanwhile, or only now got their keys back. */
  damaged: string[];
  /** Some rows no longer stand beside their keys: all are to be looked at more closely. */
  isTorn: boolean;
}

/** Reads, plans, has Salesforce judge the edits, and writes. */
export async function convergeTab(context: CycleContext, task: Task): Promise<Convergence> {
  const { rowTab, checked, isCloser, reader } = task;
  const settled = new Map<string, BaseRow>();
  const remembered = remember(context, rowTab, otherTab(task).base, task.pending, settled);
  const plan = (columns: Columns): SheetPlan => planSheet(columns, remembered, rowTab.layout);

  const beside = isCloser ? [...checked, 'number' as const] : checked;
  let reading = await reader.read(context, rowTab, rowTab.base.isEmpty() ? 'all' : beside);
  let planned = plan(reading.columns);
  if (!reading.isWhole && planned.nameless.length > 0) {
    reading = await reader.read(context, rowTab, [...beside, 'number']);
    planned = plan(reading.columns);
  }
  if (!reading.isPlaced && needsPlaces(planned, reading)) {
    reading = await reader.place(context, rowTab, reading);
    planned = plan(reading.columns);
  }
  const judged = await judgeEdits(context, rowTab, reading, planned, plan);
  for (const [id, { refused }] of judged.outcomes) {
    settled.set(id, Object.fromEntries(refused.map(({ column, value }) => [column, { value }])));
  }
  for (const id of context.state.pending.due('sheet', context.clock.now())) task.pending.add(id);
  // Where nobody edited anything, all is still as it was planned.
  let final = judged.columns === reading.columns ? planned : plan(judged.columns);
  if (!reading.isPlaced && needsPlaces(final, reading)) {
    // What Salesforce made of the edits concerns columns of which it is not known where they stand.
    reading = await reader.place(context, rowTab, { ...reading, columns: judged.columns });
    final = plan(reading.columns);
  } else {
    reading = { ...reading, columns: judged.columns };
  }
  forgetLost(rowTab, final, reading, task.pending);
  const sheet: Sheet = {
    rowTab,
    issues: task.tabs.issues,
    reading,
    state: context.state,
    now: context.clock.now(),
  };
  const inspected = await inspectNoted(context, sheet, final, judged);
  await carryAway(context, sheet, final);
  const units = toUnits(context, task, sheet, final, judged, inspected);
  const damaged = await writeUnits(context, sheet, () => keyColumn(context, reading), units);
  if (judged.failure !== undefined) throw judged.failure;
  const seen = [...judged.inspected.values()];
  const isTorn = seen.some(({ torn, detached }) => torn || detached);
  return { damaged: [...damaged, ...final.defaced.map(({ id }) => id)], isTorn };
}

function otherTab({ rowTab, tabs }: Task): RowTab {
  return rowTab.group === 'open' ? tabs.closed : tabs.backlog;
}

/** Whether cells are to be written, or taken along, of which it is not known where they are. */
function needsPlaces({ changes, missing, removals }: SheetPlan, { columns }: TabReading): boolean {
  return (
    missing.length > 0 ||
    removals.length > 0 ||
    changes.some(({ writes, edits }) => edits.length > 0 || !writes.every((name) => columns.has(name)))
  );
}

/** Rows that people deleted of requests that have left the tab. */
function forgetLost({ base }: RowTab, plan: SheetPlan, { columns }: TabReading, pending: ReadonlySet<string>): void {
  if (base.isEmpty()) return;
  const removed = new Set(plan.removals.map(({ id }) => id));
  const shown = new Set(columns.get('key')?.values ?? []);
  for (const id of pending) if (!removed.has(id) && !shown.has(id) && base.has(id)) base.remove(id);
}

/** A closer look at rows whose notes are to change, or that lack what people had in them: what people wrote must stay. */
async function inspectNoted(
  context: CycleContext,
  { rowTab, reading, state }: Sheet,
  { changes }: SheetPlan,
  { inspected }: Judgement,
): Promise<ReadonlyMap<string, InspectedRow>> {
  const { layout, base } = rowTab;
  const carried = state.carried.ids();
  const noted = changes.filter(
    ({ id, writes }) =>
      !inspected.has(id) &&
      (writes.some((name) => base.findNote(id, name) !== undefined) ||
        base.doubtfulNotes(id).length > 0 ||
        (carried.has(id) && !base.has(id))),
  );
  if (noted.length === 0) return inspected;
  const grid = await lookOnceMore(context, rowTab, reading, noted);
  const more = noted.map((row) => inspectRow(layout, reading.columns, row, grid.get(row.index), base.find(row.id)));
  return new Map([...inspected, ...more.map((row) => [row.id, row] as const)]);
}

/** Keeps what people have in rows that leave: for the other tab, or for when a deleted request is brought back. */
async function carryAway(context: CycleContext, { rowTab, reading }: Sheet, plan: SheetPlan): Promise<void> {
  const { state } = context;
  const leaving = plan.removals;
  if (leaving.length === 0) return;
  const grid = await lookOnceMore(context, rowTab, reading, leaving);
  state.transaction(() => {
    for (const { id, index } of leaving) {
      state.carried.put(id, toCarried(rowTab, reading, id, grid.get(index) ?? []));
    }
  });
}

function keyColumn({ state }: CycleContext, { columns }: TabReading) {
  const { index, values } = columns.get('key') ?? { index: 0 };
  const ours = (values ?? []).map((value) => (typeof value === 'string' && state.entries.has(value) ? value : null));
  return { index, values: ours };
}

const NOT_JUDGED: EditOutcome = { accepted: [], refused: [] };

/** All that is to be done, in the order in which it must be done. Rows to append are made one at a time. */
function* toUnits(
  context: CycleContext,
  task: Task,
  sheet: Sheet,
  plan: SheetPlan,
  { outcomes, edited }: Judgement,
  inspected: ReadonlyMap<string, InspectedRow>,
): Generator<Unit> {
  const { deleted } = sheet.reading;
  const notices = [deleted && missingColumnsUnit(sheet, deleted), typedRowsUnit(sheet, plan.typed)];
  for (const notice of notices) if (notice !== undefined) yield notice;
  const gone = new Set(plan.removals.map(({ id }) => id));
  const changed = new Set(plan.changes.map(({ id }) => id));
  const settled = edited.filter(({ id }) => !changed.has(id)).map(withoutPlan);
  for (const row of [...plan.changes, ...settled]) {
    const outcome = outcomes.get(row.id) ?? NOT_JUDGED;
    if (gone.has(row.id)) yield lostEditsUnit(sheet, row, outcome.refused);
    else {
      context.tally.conflicts += row.conflicts.length;
      yield rowUnit(sheet, row, { outcome, inspected: inspected.get(row.id) });
    }
  }
  for (const copy of plan.copies) yield copyUnit(sheet, copy);
  for (const row of plan.defaced) yield defacedUnit(sheet, row);
  for (const removal of plan.removals.toReversed()) yield removalUnit(sheet, removal);
  yield* toAppends(context, task.rowTab, sheet, plan);
}

function withoutPlan(row: PlannedRow): PlannedRow {
  return { ...row, writes: [], edits: [], conflicts: [], restored: [], learned: true };
}

function* toAppends({ state, labels }: CycleContext, rowTab: RowTab, sheet: Sheet, plan: SheetPlan): Generator<Unit> {
  const { missing } = plan;
  if (missing.length === 0) return;
  const { columns, rowCount } = sheet.reading;
  const used = Math.max(...[...columns.values()].map(({ values }) => values?.length ?? 0));
  const by = missingRows(rowCount, used, missing.length);
  if (by > 0 && rowCount !== undefined) {
    const places = tabColumns(rowTab, labels).flatMap((column) => {
      const index = columns.get(column.metadata?.value ?? '')?.index;
      return index === undefined ? [] : [{ column, index }];
    });
    const requests = growTab(rowTab.tab.sheetId, rowCount, by, places);
    // A workbook that is full takes no more rows, and is kept up to date all the same.
    yield { requests, issues: [], isRisky: true, cells: 0, commit: () => undefined };
  }
  const carried = state.carried.ids();
  const carriedOf = (id: string): Carried => (carried.has(id) ? findCarried(state, id) : undefined) ?? NOTHING_CARRIED;
  const headers = new Set(missing.flatMap((id) => carriedOf(id).extras.map(({ header }) => header)));
  const unknown = [...headers].filter((header) => !sheet.reading.header.includes(header));
  let target = sheet;
  if (unknown.length > 0) {
    const unit = extraColumnsUnit(sheet, unknown);
    target = { ...sheet, reading: unit.reading };
    yield unit;
  }
  const places = appendPlaces(target);
  for (const id of missing) {
    const entry = state.entries.find(id);
    if (entry !== undefined) yield appendUnit(target, places, id, toRow(entry), carriedOf(id));
  }
}
