import type { Tab, TabColumn } from '../google-sheets/index.ts';
import { createLayout, EDITABLE, type Layout } from '../mapping/index.ts';
import type { EntryGroup, SheetBase, State } from '../state/index.ts';
import type { CycleContext } from './context.ts';

/** A tab with a row for each request of its group. */
export interface RowTab {
  tab: Tab;
  group: EntryGroup;
  /** Key of the developer metadata that names the tab's columns. */
  columnKey: string;
  layout: Layout;
  /** What was agreed on with this tab. */
  base: SheetBase;
}

/** Chosen once and kept: by these, not by their titles, the tabs are found again after somebody renamed them. */
export const TAB_IDS = { backlog: 740_001, issues: 740_002, closed: 740_003, readMe: 740_004 };

export const TAB_TITLES = { backlog: 'Backlog', closed: 'Closed', issues: 'Sync issues', readMe: 'Read me' };

/** Keys of the developer metadata that names the columns of each tab. */
export const COLUMN_KEYS = { backlog: 'groundwork.column', closed: 'groundwork.closed' };

/** Open requests, in whose rows people edit. */
export function backlogTab(tab: Tab, layout: Layout, state: State): RowTab {
  return { tab, group: 'open', columnKey: COLUMN_KEYS.backlog, layout, base: state.sheet };
}

/** Closed requests: the same columns, of which Salesforce owns all. */
export function closedTab(tab: Tab, layout: Layout, state: State): RowTab {
  const frozen = createLayout(layout.names, {});
  return { tab, group: 'closed', columnKey: COLUMN_KEYS.closed, layout: frozen, base: state.closed };
}

/** The columns as they are made in the tab, with a dropdown where people choose. */
export function tabColumns({ layout, columnKey }: RowTab, labels: CycleContext['labels']): TabColumn[] {
  return layout.columns.map((column) => ({
    ...column,
    metadata: { key: columnKey, value: column.name },
    ...(column.name === 'priority' &&
      layout.isEditable('priority') && { options: labels.list(EDITABLE.priority.field) }),
  }));
}
