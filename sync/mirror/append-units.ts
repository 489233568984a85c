import { appendRows, growColumns, writeCells, type SheetCell } from '../google-sheets/index.ts';
import { BLANK, isStamp, stampCell, type Row } from '../mapping/index.ts';
import { NOTHING_CARRIED, placeExtras, type Carried } from './carried-cells.ts';
import type { TabReading } from './tab-reader.ts';
import { placed, type Placed, type Sheet, type Unit } from './unit.ts';

/** Where the columns of a tab stand, for all rows that are appended to it. */
export function appendPlaces({ rowTab, reading }: Sheet): Placed[] {
  return placed(reading, rowTab.layout.names);
}

/** A new row, with the cells that people had beside it in the tab that it comes from. */
export function appendUnit(
  { rowTab, reading, state, now }: Sheet,
  places: readonly Placed[],
  id: string,
  row: Row,
  carried: Carried,
): Unit {
  const { tab, base } = rowTab;
  const extra = placeExtras(reading, carried);
  const width = [...places, ...extra].reduce((last, { index }) => Math.max(last, index), -1) + 1;
  const cells = new Array<SheetCell>(width).fill(BLANK);
  for (const { index, cell } of extra) cells[index] = cell;
  for (const { name, index } of places) {
    const cell = isStamp(name) ? stampCell(now) : row[name];
    const note = carried.notes[name];
    cells[index] = note === undefined ? cell : { ...cell, note };
  }
  return {
    requests: [appendRows(tab.sheetId, [cells])],
    issues: [],
    appended: id,
    cells: places.length + extra.length,
    commit: () => {
      base.put(id, row);
      if (carried !== NOTHING_CARRIED) state.carried.forget(id);
    },
  };
}

/** Makes columns for what people had beside rows that are to be appended; answers where they are. */
export function extraColumnsUnit(
  { rowTab, reading }: Sheet,
  headers: readonly string[],
): Unit & { reading: TabReading } {
  const { sheetId } = rowTab.tab;
  const from = reading.columnCount;
  const header = [...Array.from({ length: from }, (_, index) => reading.header[index] ?? null), ...headers];
  return {
    requests: [
      ...growColumns(sheetId, from, from + headers.length),
      writeCells(
        sheetId,
        0,
        from,
        headers.map((value) => ({ value })),
      ),
    ],
    issues: [],
    cells: headers.length,
    commit: () => undefined,
    reading: { ...reading, header, columnCount: header.length },
  };
}
