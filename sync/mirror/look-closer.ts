import { SyncError } from '../errors.ts';
import type { GridCell, GridRow } from '../google-sheets/index.ts';
import { sameValue } from '../mapping/index.ts';
import type { CycleContext } from './context.ts';
import type { RowTab } from './row-tab.ts';
import type { TabReading } from './tab-reader.ts';

/** Rows or columns moved between the reading and a closer look: the tab is to be read anew. */
export class MovedError extends SyncError {
  constructor() {
    super('unavailable', 'Rows or columns kept moving while the sheet was read');
    this.name = 'MovedError';
  }
}

/** These rows as they are now, by index, as long as they and the columns still stand where they were read. */
export async function lookCloser(
  { sheets }: CycleContext,
  { tab }: RowTab,
  { header, columns }: Pick<TabReading, 'header' | 'columns'>,
  rows: readonly { id: string; index: number }[],
): Promise<ReadonlyMap<number, GridRow>> {
  const grid = await sheets.readRows(tab, [0, ...rows.map(({ index }) => index)]);
  const shown = grid.get(0) ?? [];
  const key = columns.get('key')?.index ?? 0;
  const haveColumnsMoved = header.some((text, index) => !shows(shown[index], text));
  const haveRowsMoved = rows.some(({ id, index }) => grid.get(index)?.[key]?.value !== id);
  if (haveColumnsMoved || haveRowsMoved) throw new MovedError();
  return grid;
}

/** The same of rows that are planned already: what people edit in them is as it was, too. */
export async function lookOnceMore(
  context: CycleContext,
  rowTab: RowTab,
  reading: TabReading,
  rows: readonly { id: string; index: number }[],
): Promise<ReadonlyMap<number, GridRow>> {
  const grid = await lookCloser(context, rowTab, reading, rows);
  const haveChanged = rowTab.layout.watched.some((name) => {
    const { index: column = -1, values } = reading.columns.get(name) ?? {};
    return rows.some(({ index }) => !shows(grid.get(index)?.[column], values?.[index] ?? null));
  });
  if (haveChanged) throw new MovedError();
  return grid;
}

/** Of a formula that comes to an error nobody can tell whether it is the same. */
function shows(cell: GridCell | undefined, text: TabReading['header'][number]): boolean {
  return cell?.error !== undefined || sameValue(cell?.value ?? null, text);
}
