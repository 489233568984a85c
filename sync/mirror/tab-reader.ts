import { SyncError } from '../errors.ts';
import type { Reading, Scalar } from '../google-sheets/index.ts';
import type { ColumnName } from '../mapping/index.ts';
import type { CycleContext } from './context.ts';
import type { Columns } from './plan-sheet.ts';
import type { RowTab } from './row-tab.ts';

export interface TabReading {
  rowCount: number | undefined;
  columns: Columns;
  header: readonly Scalar[];
  columnCount: number;
  /** Whether it is known where all columns stand that are there at all. */
  isPlaced: boolean;
  /** Columns that somebody deleted; known when all columns were read. */
  deleted?: ColumnName[];
}

/** Reads tabs, and remembers where their columns stood. */
export interface TabReader {
  /** All columns with what they hold, or the watched ones only: one request. */
  read(context: CycleContext, tab: RowTab, isWhole: boolean): Promise<TabReading>;
}

/**
 * Columns that are not read are taken to stand where they stood as long as the header row is the same to the letter: a
 * column that is moved, inserted, deleted or renamed changes it.
 */
export function createTabReader(): TabReader {
  const known = new Map<number, { header: string; places: Map<string, number> }>();
  return {
    async read({ sheets }, { tab, layout, columnKey }, isWhole) {
      const names = isWhole ? layout.names : layout.watched;
      const reading = await sheets.readColumns({ tab, key: columnKey, names });
      if (!reading.columns.has('key')) {
        throw new SyncError('configuration', `The tab "${tab.title}" has lost the column with the Salesforce Ids`);
      }
      const header = JSON.stringify(reading.header?.texts ?? []);
      const rest = {
        rowCount: reading.rowCount,
        header: reading.header?.texts ?? [],
        columnCount: reading.header?.columnCount ?? 0,
      };
      if (isWhole) {
        const places = new Map([...reading.columns].map(([name, { index }]) => [name, index]));
        if (isTelling(reading, places)) known.set(tab.sheetId, { header, places });
        else known.delete(tab.sheetId);
        const deleted = layout.names.filter((name) => !reading.columns.has(name));
        return { ...rest, columns: reading.columns, isPlaced: true, deleted };
      }
      const before = known.get(tab.sheetId);
      const isPlaced = before?.header === header && agree(reading, before.places);
      const columns: Map<string, { index: number; values?: readonly Scalar[] }> = new Map(reading.columns);
      if (isPlaced) for (const [name, index] of before.places) if (!columns.has(name)) columns.set(name, { index });
      return { ...rest, columns, isPlaced };
    },
  };
}

/** A column with an empty header could be swapped for another without the header row telling. */
function isTelling({ header }: Reading, places: ReadonlyMap<string, number>): boolean {
  const texts = header?.texts ?? [];
  return [...places.values()].every((index) => {
    const text = texts[index] ?? null;
    return text !== null && texts.indexOf(text) === texts.lastIndexOf(text);
  });
}

function agree({ columns }: Reading, places: ReadonlyMap<string, number>): boolean {
  return [...columns].every(([name, { index }]) => places.get(name) === index);
}
