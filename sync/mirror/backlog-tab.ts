import { SyncError } from '../errors.ts';
import { addTab, type Tab, type TabColumn } from '../google-sheets/index.ts';
import { COLUMNS, EDITABLE, type ColumnName } from '../mapping/index.ts';
import type { CycleContext } from './context.ts';

/** Chosen once and kept: by these, not by their titles, the tabs are found again after somebody renamed them. */
const BACKLOG_ID = 740_001;
const ISSUES_ID = 740_002;

const SPARE_ROWS = 500;
const FEWEST_ROWS = 1000;

const ISSUE_COLUMNS: readonly TabColumn[] = [
  { header: 'When', format: 'text', width: 150 },
  { header: 'Request', format: 'text', width: 90 },
  { header: 'Column', format: 'text', width: 110 },
  { header: 'In the sheet', format: 'text', width: 300 },
  { header: 'In Salesforce', format: 'text', width: 300 },
  { header: 'Why', format: 'text', width: 420 },
];

export interface Tabs {
  backlog: Tab;
  issues: Tab;
}

/** Finds the tabs and makes those that are missing. A tab of the same title that is somebody else's is an error. */
export async function ensureTabs({ sheets, state, labels }: CycleContext): Promise<Tabs> {
  const existing = await sheets.listTabs();
  const backlog = existing.find(({ sheetId }) => sheetId === BACKLOG_ID);
  const issues = existing.find(({ sheetId }) => sheetId === ISSUES_ID);
  const tabs = {
    backlog: backlog ?? { sheetId: BACKLOG_ID, title: 'Backlog' },
    issues: issues ?? { sheetId: ISSUES_ID, title: 'Sync issues' },
  };
  const missing = [...(backlog ? [] : [tabs.backlog]), ...(issues ? [] : [tabs.issues])];
  for (const { title } of missing) {
    if (existing.some((tab) => tab.title === title)) {
      throw new SyncError('configuration', `The spreadsheet has a tab "${title}" that is not Groundwork's; rename it`);
    }
  }
  if (missing.length > 0) {
    // What was agreed on with a tab that is gone does not bind the new one.
    if (backlog === undefined) state.sheet.clear();
    const rowCount = Math.max(FEWEST_ROWS, state.entries.countMirrored() + SPARE_ROWS);
    await sheets.update([
      ...(backlog ? [] : addTab({ ...tabs.backlog, index: 0, rowCount, columns: backlogColumns(labels) })),
      ...(issues ? [] : addTab({ ...tabs.issues, index: 1, rowCount: FEWEST_ROWS, columns: ISSUE_COLUMNS })),
    ]);
  }
  return tabs;
}

export function backlogColumns(labels: CycleContext['labels']): (TabColumn & { name: ColumnName })[] {
  return COLUMNS.map((column) =>
    column.name === 'priority' ? { ...column, options: labels.list(EDITABLE.priority) } : column,
  );
}

/** By how many rows a grid must grow to take more rows below the last one in use. */
export function missingRows(rowCount: number | undefined, used: number, more: number): number {
  return rowCount === undefined || used + more <= rowCount ? 0 : used + more - rowCount + SPARE_ROWS;
}
