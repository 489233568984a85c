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
  /** Whether all columns were read. */
  isWhole: boolean;
  /** Columns that somebody deleted; known when it was asked where all of them stand. */
  deleted?: ColumnName[];
}

/** Reads tabs, and remembers where their columns stood. */
export interface TabReader {
  /** The watched columns with what they hold, and those that are named beside them, or all: one request. */
  read(context: CycleContext, tab: RowTab, beside: readonly ColumnName[] | 'all'): Promise<TabReading>;
  /** The same reading, with the places of all columns. */
  place(context: CycleContext, tab: RowTab, reading: TabReading): Promise<TabReading>;
}

interface Known {
  header: string;
  places: ReadonlyMap<string, number>;
}

/**
 * Columns that are not read are taken to stand where they stood as long as the header row is the same to the letter: a
 * column that is moved, inserted, deleted or renamed changes it.
 */
export function createTabReader(): TabReader {
  const known = new Map<number, Known>();

  async function read({ sheets }: CycleContext, rowTab: RowTab, beside: readonly ColumnName[] | 'all') {
    const { tab, layout, columnKey } = rowTab;
    const names =
      beside === 'all'
        ? layout.names
        : layout.names.filter((name) => layout.watched.includes(name) || beside.includes(name));
    const found = await sheets.readColumns({ tab, key: columnKey, names });
    if (!found.columns.has('key')) {
      throw new SyncError('configuration', `The tab "${tab.title}" has lost the column with the Salesforce Ids`);
    }
    const isWhole = names.length === layout.names.length;
    const reading: TabReading = {
      rowCount: found.rowCount,
      header: withoutBlankEnd(found.header?.texts ?? []),
      columnCount: found.header?.columnCount ?? 0,
      columns: found.columns,
      isPlaced: isWhole,
      isWhole,
    };
    if (!isWhole) return withPlaces(reading, known.get(tab.sheetId));
    learn(rowTab, reading.header, placesOf(found));
    return { ...reading, deleted: missingOf(rowTab, found.columns) };
  }

  function learn({ tab }: RowTab, header: readonly Scalar[], places: ReadonlyMap<string, number>): void {
    if (isTelling(header, places)) known.set(tab.sheetId, { header: JSON.stringify(header), places });
    else known.delete(tab.sheetId);
  }

  return {
    read,
    async place(context, rowTab, reading) {
      const { tab, layout, columnKey } = rowTab;
      const { header, columns } = await context.sheets.readPlaces({ tab, key: columnKey, names: layout.names });
      learn(rowTab, withoutBlankEnd(header.texts), columns);
      const placed = withPlaces(reading, known.get(tab.sheetId));
      // Columns moved meanwhile, or their headers do not tell one from another: only a reading of all tells.
      return placed.isPlaced ? { ...placed, deleted: missingOf(rowTab, columns) } : read(context, rowTab, 'all');
    },
  };
}

/** With the places of columns that were not read, if these are known to be true still. */
function withPlaces(reading: TabReading, before: Known | undefined): TabReading {
  if (before?.header !== JSON.stringify(reading.header) || !agree(reading, before.places)) return reading;
  const columns = new Map(reading.columns);
  for (const [name, index] of before.places) if (!columns.has(name)) columns.set(name, { index });
  return { ...reading, columns, isPlaced: true };
}

function placesOf({ columns }: Reading): Map<string, number> {
  return new Map([...columns].map(([name, { index }]) => [name, index]));
}

function missingOf({ layout }: RowTab, found: ReadonlyMap<string, unknown>): ColumnName[] {
  return layout.names.filter((name) => !found.has(name));
}

/** A column with an empty header could be swapped for another without the header row telling. */
function isTelling(header: readonly Scalar[], places: ReadonlyMap<string, number>): boolean {
  return [...places.values()].every((index) => {
    const text = header[index] ?? null;
    return text !== null && header.indexOf(text) === header.lastIndexOf(text);
  });
}

function agree({ columns }: TabReading, places: ReadonlyMap<string, number>): boolean {
  return [...columns].every(([name, { index }]) => places.get(name) === index);
}

function withoutBlankEnd(texts: readonly Scalar[]): Scalar[] {
  return texts.slice(0, texts.findLastIndex((text) => text !== null) + 1);
}
