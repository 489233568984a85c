import { SyncError } from '../errors.ts';
import type { GridCell, GridRow } from '../google-sheets/index.ts';
import type { CycleContext } from './context.ts';
import type { RowTab } from './row-tab.ts';
import type { TabReading } from './tab-reader.ts';

/** Columns moved between the reading and a closer look: the tab is to be read anew. */
export class ColumnsMovedError extends SyncError {
  constructor() {
    super('unavailable', 'Columns kept moving while the sheet was read');
    this.name = 'ColumnsMovedError';
  }
}

/** These rows as they are now, by index, as long as the columns still stand where they were read. */
export async function lookCloser(
  { sheets }: CycleContext,
  { tab }: RowTab,
  { header }: Pick<TabReading, 'header'>,
  rows: readonly number[],
): Promise<ReadonlyMap<number, GridRow>> {
  const grid = await sheets.readRows(tab, [0, ...rows]);
  const shown = grid.get(0) ?? [];
  if (header.some((text, index) => !shows(shown[index], text))) throw new ColumnsMovedError();
  return grid;
}

/** Of a formula that comes to an error nobody can tell whether it is the same. */
function shows(cell: GridCell | undefined, text: TabReading['header'][number]): boolean {
  return cell?.error !== undefined || (cell?.value ?? null) === text;
}
