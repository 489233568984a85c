import { headerOf, type CellValue } from '../mapping/index.ts';
import type { CycleContext } from './context.ts';
import { planSheet, type SheetPlan } from './plan-sheet.ts';
import { pull } from './pull.ts';
import { queueOutdated } from './queue-outdated.ts';
import { remember } from './remember.ts';
import type { RowTab } from './row-tab.ts';
import { createTabReader } from './tab-reader.ts';
import { findTabs } from './tabs.ts';

/** What a cycle would do, as lines for a person. */
export interface CyclePlan {
  lines: string[];
  /** Calls that it would make, reading included. */
  calls: { salesforce: number; sheetReads: number; sheetWrites: number };
}

/** sObject collections take so many records a call. */
const EDITS_A_CALL = 200;

/**
 * Says what the next cycle would change, cell by cell, and changes nothing: what is read of Salesforce goes to the memory
 * of the context, which is a copy, and the sheet is only read.
 */
export async function planCycle(context: CycleContext): Promise<CyclePlan> {
  const callsBefore = context.salesforce.calls;
  await pull(context);
  const { state, sheets } = context;
  const tabs = await findTabs(context);
  queueOutdated(context, [tabs.backlog.tab, tabs.closed.tab]);
  const lines: string[] = [];
  let writes = 0;
  let edits = 0;
  for (const [rowTab, other] of [
    [tabs.backlog, tabs.closed],
    [tabs.closed, tabs.backlog],
  ] as const) {
    if (!rowTab.exists) {
      const count = state.entries.count(rowTab.tab.group);
      lines.push(`${rowTab.tab.tab.title}: the tab is made, with ${count} rows`);
      writes += 1;
      continue;
    }
    const reading = await createTabReader().read(context, rowTab.tab, 'all');
    const pending = new Set(state.pending.due('sheet', context.clock.now()));
    const remembered = remember(context, rowTab.tab, other.tab.base, pending, new Map());
    const plan = planSheet(reading.columns, remembered, rowTab.tab.layout);
    const told = tellPlan(context, rowTab.tab, plan, reading.columns);
    lines.push(...told);
    if (told.length > 0) writes += 1;
    edits += plan.changes.filter((row) => row.edits.length > 0).length;
  }
  for (const destination of ['vitally', 'slack'] as const) {
    const due = state.pending.due(destination, context.clock.now()).length;
    if (due > 0 && context[destination] !== undefined) lines.push(`${destination}: ${due} to look at`);
  }
  const forEdits = edits === 0 ? 0 : 1 + Math.ceil(edits / EDITS_A_CALL);
  return {
    lines,
    calls: {
      salesforce: context.salesforce.calls - callsBefore + forEdits,
      sheetReads: sheets.reads,
      sheetWrites: writes,
    },
  };
}

function tellPlan(
  { state }: CycleContext,
  { tab }: RowTab,
  plan: SheetPlan,
  columns: ReadonlyMap<string, { values?: readonly CellValue[] }>,
): string[] {
  const numberOf = (id: string): string => state.entries.find(id)?.number ?? id;
  const lines: string[] = [];
  for (const { id, index, desired, writes, edits, conflicts } of plan.changes) {
    const inSheet = (name: string): string => show(columns.get(name)?.values?.[index] ?? null);
    const tell = (name: Parameters<typeof headerOf>[0], from: string, to: string, why: string): void =>
      void lines.push(`${tab.title} ${numberOf(id)} ${headerOf(name)}: ${from} → ${to}${why}`);
    for (const name of writes) {
      const lost = conflicts.some(({ column }) => column === name) ? ' (changed on both sides, Salesforce wins)' : '';
      tell(name, inSheet(name), show(desired[name].value), lost);
    }
    for (const { column, value } of edits) tell(column, show(desired[column].value), show(value), ' (to Salesforce)');
  }
  for (const id of plan.missing) lines.push(`${tab.title} ${numberOf(id)}: a row is added`);
  for (const { id } of plan.removals) lines.push(`${tab.title} ${numberOf(id)}: the row is taken out`);
  for (const { index } of plan.copies) lines.push(`${tab.title} row ${index + 1}: a copy, loses its key`);
  return lines;
}

function show(value: CellValue): string {
  return value === null ? '(blank)' : JSON.stringify(value);
}
