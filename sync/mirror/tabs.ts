import { SyncError } from '../errors.ts';
import {
  addColumns,
  addTab,
  appendRows,
  setTabMetadata,
  type ListedTab,
  type SheetRequest,
  type Tab,
  type TabColumn,
} from '../google-sheets/index.ts';
import type { ColumnName } from '../mapping/index.ts';
import type { CycleContext } from './context.ts';
import { README_LINES } from './read-me.ts';
import { backlogTab, closedTab, TAB_IDS, TAB_TITLES, tabColumns, type RowTab } from './row-tab.ts';

const SPARE_ROWS = 500;
const FEWEST_ROWS = 1000;

/** Where a tab keeps the names of the columns it was given: one that is missing later was deleted by somebody. */
const GIVEN_COLUMNS = 'groundwork.columns';

const ISSUE_COLUMNS: readonly TabColumn[] = [
  { header: 'When', format: 'text', width: 150 },
  { header: 'Request', format: 'text', width: 90 },
  { header: 'Column', format: 'text', width: 110 },
  { header: 'In the sheet', format: 'text', width: 300 },
  { header: 'In Salesforce', format: 'text', width: 300 },
  { header: 'Why', format: 'text', width: 420 },
];

const README_COLUMNS: readonly TabColumn[] = [{ header: 'How this spreadsheet works', format: 'text', width: 900 }];

export interface Tabs {
  backlog: RowTab;
  closed: RowTab;
  issues: Tab;
}

/** The tabs with rows as they are there now, or as they would be made. */
export async function findTabs({
  sheets,
  state,
  layout,
}: CycleContext): Promise<Record<'backlog' | 'closed', { tab: RowTab; exists: boolean }>> {
  const existing = await sheets.listTabs();
  const find = (name: 'backlog' | 'closed') => {
    const found = existing.find(({ sheetId }) => sheetId === TAB_IDS[name]);
    const tab = found ?? { sheetId: TAB_IDS[name], title: TAB_TITLES[name] };
    const rowTab = name === 'backlog' ? backlogTab(tab, layout, state) : closedTab(tab, layout, state);
    return { tab: rowTab, exists: found !== undefined };
  };
  return { backlog: find('backlog'), closed: find('closed') };
}

/** Finds the tabs and makes those, and the columns, that are missing. What people changed in them later is left alone. */
export async function ensureTabs(context: CycleContext): Promise<Tabs> {
  const { sheets, state, layout } = context;
  const existing = await sheets.listTabs();
  const find = (name: keyof typeof TAB_IDS): ListedTab | undefined =>
    existing.find(({ sheetId }) => sheetId === TAB_IDS[name]);
  const planned = (name: keyof typeof TAB_IDS): Tab =>
    find(name) ?? { sheetId: TAB_IDS[name], title: TAB_TITLES[name] };
  const tabs = {
    backlog: backlogTab(planned('backlog'), layout, state),
    closed: closedTab(planned('closed'), layout, state),
    issues: planned('issues'),
  };
  const names = Object.keys(TAB_IDS) as (keyof typeof TAB_IDS)[];
  for (const name of names) {
    const title = TAB_TITLES[name];
    if (find(name) === undefined && existing.some((tab) => tab.title === title)) {
      throw new SyncError('configuration', `The spreadsheet has a tab "${title}" that is not Groundwork's; rename it`);
    }
  }
  const requests: SheetRequest[] = [];
  for (const rowTab of [tabs.backlog, tabs.closed]) {
    const found = existing.find(({ sheetId }) => sheetId === rowTab.tab.sheetId);
    // What was agreed on with a tab that is gone does not bind the new one.
    if (found === undefined) rowTab.base.clear();
    requests.push(
      ...(found === undefined ? makeRowTab(context, rowTab) : await completeRowTab(context, rowTab, found)),
    );
  }
  if (find('issues') === undefined) {
    requests.push(...addTab({ ...tabs.issues, index: 2, rowCount: FEWEST_ROWS, columns: ISSUE_COLUMNS }));
  }
  if (find('readMe') === undefined) {
    const readMe = planned('readMe');
    requests.push(
      ...addTab({ ...readMe, index: 3, rowCount: README_LINES.length + 20, columns: README_COLUMNS }),
      appendRows(
        readMe.sheetId,
        README_LINES.map((value) => [{ value }]),
      ),
    );
  }
  if (requests.length > 0) await sheets.update(requests);
  return tabs;
}

function makeRowTab({ state, labels }: CycleContext, rowTab: RowTab): SheetRequest[] {
  const { tab, group, layout } = rowTab;
  const rowCount = Math.max(FEWEST_ROWS, state.entries.count(group) + SPARE_ROWS);
  return [
    ...addTab({ ...tab, index: group === 'open' ? 0 : 1, rowCount, columns: tabColumns(rowTab, labels) }),
    setTabMetadata(tab.sheetId, { id: undefined, key: GIVEN_COLUMNS, value: JSON.stringify(layout.names) }),
  ];
}

/** Columns that were chosen since the tab was made go to its end. */
async function completeRowTab(context: CycleContext, rowTab: RowTab, found: ListedTab): Promise<SheetRequest[]> {
  const { tab, layout, columnKey } = rowTab;
  const kept = found.metadata.find(({ key }) => key === GIVEN_COLUMNS);
  const given = kept === undefined ? undefined : (JSON.parse(kept.value) as string[]);
  if (given !== undefined && layout.names.every((name) => given.includes(name))) return [];
  const reading = await context.sheets.readColumns({ tab: found, key: columnKey, names: layout.names });
  const known = new Set<string>([...(given ?? []), ...reading.columns.keys()]);
  const added = tabColumns(rowTab, context.labels).filter(({ metadata }) => !known.has(metadata?.value ?? ''));
  // What was agreed on before a column was there does not bind it: it is blank because it is new.
  rowTab.base.removeColumns(added.flatMap(({ metadata }) => (metadata ? [metadata.value as ColumnName] : [])));
  const columnCount = reading.header?.columnCount ?? 0;
  const size = { rowCount: reading.rowCount ?? FEWEST_ROWS, columnCount };
  const value = JSON.stringify([...known, ...added.map(({ metadata }) => metadata?.value)]);
  return [
    ...(added.length === 0 ? [] : addColumns(tab.sheetId, size, columnCount, added)),
    setTabMetadata(tab.sheetId, { id: kept?.id, key: GIVEN_COLUMNS, value }),
  ];
}

/** By how many rows a grid must grow to take more rows below the last one in use. */
export function missingRows(rowCount: number | undefined, used: number, more: number): number {
  return rowCount === undefined || used + more <= rowCount ? 0 : used + more - rowCount + SPARE_ROWS;
}
