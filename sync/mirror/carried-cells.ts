import type { GridRow, SheetCell } from '../google-sheets/index.ts';
import type { ColumnName } from '../mapping/index.ts';
import type { State } from '../state/index.ts';
import { mergeNote } from './merge-note.ts';
import type { RowTab } from './row-tab.ts';
import type { TabReading } from './tab-reader.ts';

/** What people have in a row that moves to another tab. */
export interface Carried {
  /** Cells of their own columns, by header. */
  extras: { header: string; cell: SheetCell }[];
  /** Their notes on our cells. */
  notes: Partial<Record<ColumnName, string>>;
}

export const NOTHING_CARRIED: Carried = { extras: [], notes: {} };

/** What is kept of a row, if anything is. */
export function findCarried({ carried }: Pick<State, 'carried'>, id: string): Carried | undefined {
  return carried.find(id) as Carried | undefined;
}

/** Where cells of people's own columns belong; those whose column is gone are left out. */
export function placeExtras({ header }: Pick<TabReading, 'header'>, { extras }: Carried): PlacedCell[] {
  return extras.flatMap(({ header: title, cell }) => {
    const index = header.indexOf(title);
    return index < 0 ? [] : [{ index, cell }];
  });
}

interface PlacedCell {
  index: number;
  cell: SheetCell;
}

/**
 * What a row lacks of what people had in it before it left another tab: columns or rows moved as it was appended. Nothing is
 * put in the place of what stands there now.
 */
export function lackingCells(
  reading: TabReading,
  carried: Carried,
  shown: GridRow,
): (PlacedCell & { isNote: boolean })[] {
  const noted = Object.entries(carried.notes).map(([name, note]) => ({
    index: reading.columns.get(name)?.index ?? -1,
    note,
  }));
  return [
    ...placeExtras(reading, carried)
      .filter(({ index }) => (shown[index]?.value ?? null) === null)
      .map((placed) => ({ ...placed, isNote: false })),
    ...noted.flatMap(({ index, note }) =>
      index < 0 || shown[index]?.note !== undefined ? [] : [{ index, cell: { value: null, note }, isNote: true }],
    ),
  ];
}

/** What people have in a row beside what is ours. A column without a header has no place elsewhere and stays behind. */
export function toCarried(
  { base, layout }: RowTab,
  { columns, header }: TabReading,
  id: string,
  row: GridRow,
): Carried {
  const names = new Map([...columns].map(([name, { index }]) => [index, name as ColumnName]));
  const carried: Carried = { extras: [], notes: {} };
  for (const [index, { value, note }] of row.entries()) {
    const name = names.get(index);
    const title = header[index];
    if (name !== undefined && layout.names.includes(name)) {
      const theirs = mergeNote(note, base.findNote(id, name), undefined);
      if (theirs !== undefined) carried.notes[name] = theirs;
    } else if (typeof title === 'string' && (value !== null || note !== undefined)) {
      carried.extras.push({ header: title, cell: { value, ...(note !== undefined && { note }) } });
    }
  }
  return carried;
}
