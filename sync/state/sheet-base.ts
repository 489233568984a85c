import type { DatabaseSync } from 'node:sqlite';
import {
  COLUMNS,
  isWatched,
  sameValue,
  type Cell,
  type CellValue,
  type ColumnName,
  type LinkRun,
} from '../mapping/index.ts';
import { createAgreedCells, type ReadColumn } from './agreed-cells.ts';

/** What a row held when the sheet and Salesforce last agreed, by column. Columns not yet known are absent. */
export type BaseRow = Partial<Record<ColumnName, Cell>>;

export interface SheetBase {
  has(id: string): boolean;
  /** The columns that are compared often. */
  findWatched(id: string): BaseRow | undefined;
  /** Tells of rows of these columns whether they hold what was agreed on; cheap, since it is asked for every row. */
  compare(columns: readonly ReadColumn[]): (id: string, index: number) => boolean;
  /** Whether something else was agreed on than this row; not so where nothing was. */
  differs(id: string, row: BaseRow): boolean;
  find(id: string): BaseRow | undefined;
  put(id: string, row: BaseRow): void;
  remove(id: string): void;
  /** Forgets what was agreed on in these columns, of all rows. */
  removeColumns(names: readonly ColumnName[]): void;
  clear(): void;
  isEmpty(): boolean;
  count(): number;
  /** The words of ours in a cell's note, where these are known. */
  findNote(id: string, name: ColumnName): string | undefined;
  setNote(id: string, name: ColumnName, note: string | undefined): void;
  /** Nobody knows whether there are words of ours in a cell's note. */
  doubtNote(id: string, name: ColumnName): void;
  doubtfulNotes(id: string): ColumnName[];
}

/** In place of a note's words. */
const DOUBTFUL = '';

/** The memory of one tab with rows: of the backlog, or of the closed requests. */
export function openSheetBase(database: DatabaseSync, tab: 'sheet' | 'closed'): SheetBase {
  const known = database.prepare(`SELECT 1 FROM ${tab}_base WHERE id = ?`);
  const readWatched = database.prepare(`SELECT watched FROM ${tab}_base WHERE id = ?`);
  const readAll = database.prepare(`SELECT watched, rest FROM ${tab}_base WHERE id = ?`);
  const write = database.prepare(
    `INSERT INTO ${tab}_base VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET watched = excluded.watched, rest = excluded.rest`,
  );
  const removeColumn = database.prepare(
    `UPDATE ${tab}_base SET watched = json_remove(watched, ?1), rest = json_remove(rest, ?1)`,
  );
  const remove = database.prepare(`DELETE FROM ${tab}_base WHERE id = ?`);
  const count = database.prepare(`SELECT count(*) AS count FROM ${tab}_base`);
  const any = database.prepare(`SELECT 1 FROM ${tab}_base LIMIT 1`);
  const readNote = database.prepare(`SELECT note FROM ${tab}_note WHERE id = ? AND name = ?`);
  const addNote = database.prepare(
    `INSERT INTO ${tab}_note VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET note = excluded.note`,
  );
  const doubtfulNotes = database.prepare(`SELECT name FROM ${tab}_note WHERE id = ? AND note = '${DOUBTFUL}'`);
  const removeNote = database.prepare(`DELETE FROM ${tab}_note WHERE id = ? AND name = ?`);

  const writtenByOthers = database.prepare('PRAGMA data_version');
  const agreed = createAgreedCells();
  let seenVersion: number | undefined;

  function findWatched(id: string): BaseRow | undefined {
    const row = readWatched.get(id);
    return row === undefined ? undefined : parse(row['watched']);
  }

  function find(id: string): BaseRow | undefined {
    const row = readAll.get(id);
    return row === undefined ? undefined : { ...parse(row['watched']), ...parse(row['rest']) };
  }

  return {
    has: (id) => known.get(id) !== undefined,
    findWatched,
    find,
    compare: (columns) => {
      const version = Number(writtenByOthers.get()?.['data_version']);
      if (version !== seenVersion) agreed.clear();
      seenVersion = version;
      const read = columns.every(({ name }) => WATCHED.has(name)) ? findWatched : find;
      return (id, index) => {
        if (agreed.has(id, columns, index)) return true;
        const row = read(id);
        if (row === undefined || !columns.every(({ name, values }) => holds(row[name], values[index] ?? null))) {
          return false;
        }
        agreed.add(id, columns, index);
        return true;
      };
    },
    differs: (id, row) => {
      const before = readAll.get(id);
      if (before === undefined) return false;
      const { watched, rest } = packRow(row);
      return before['watched'] !== watched || before['rest'] !== rest;
    },
    put: (id, row) => {
      const { watched, rest } = packRow(row);
      agreed.forget(id);
      write.run(id, watched, rest);
    },
    remove: (id) => {
      agreed.forget(id);
      remove.run(id);
    },
    removeColumns: (names) => {
      agreed.clear();
      for (const name of names) removeColumn.run(`$.${name}`);
    },
    clear: () => {
      agreed.clear();
      database.exec(`DELETE FROM ${tab}_base; DELETE FROM ${tab}_note;`);
    },
    count: () => Number(count.get()?.['count']),
    isEmpty: () => any.get() === undefined,
    findNote: (id, name) => {
      const row = readNote.get(id, name);
      const note = row === undefined ? DOUBTFUL : String(row['note']);
      return note === DOUBTFUL ? undefined : note;
    },
    setNote: (id, name, note) => {
      if (note === undefined) removeNote.run(id, name);
      else addNote.run(id, name, note);
    },
    doubtNote: (id, name) => {
      addNote.run(id, name, DOUBTFUL);
    },
    doubtfulNotes: (id) => doubtfulNotes.all(id).map((row) => String(row['name']) as ColumnName),
  };
}

const WATCHED_NAMES = COLUMNS.map(({ name }) => name).filter(isWatched);
const OTHER_NAMES = COLUMNS.map(({ name }) => name).filter((name) => !isWatched(name));
const WATCHED: ReadonlySet<string> = new Set(WATCHED_NAMES);

function holds(agreed: Cell | undefined, value: CellValue): boolean {
  return agreed !== undefined && sameValue(value, agreed.value);
}

/** A row as it is kept: of a cell without links only the value. An older version kept all cells as they are. */
type Packed = Record<string, CellValue | [CellValue, LinkRun[]] | Cell>;

function packRow(row: BaseRow): { watched: string; rest: string } {
  return { watched: packCells(row, WATCHED_NAMES), rest: packCells(row, OTHER_NAMES) };
}

function packCells(row: BaseRow, names: readonly ColumnName[]): string {
  const packed: Packed = {};
  for (const name of names) {
    const cell = row[name];
    if (cell !== undefined) packed[name] = pack(cell);
  }
  return JSON.stringify(packed);
}

function pack({ value, links }: Cell): Packed[string] {
  return links === undefined ? value : [value, links];
}

function unpack(kept: Packed[string] | undefined): Cell {
  if (Array.isArray(kept)) return { value: kept[0], links: kept[1] };
  return typeof kept === 'object' && kept !== null ? kept : { value: kept ?? null };
}

/** What the service wrote itself: its form is known. */
function parse(content: unknown): BaseRow {
  const packed = JSON.parse(String(content)) as Packed;
  const row: BaseRow = {};
  for (const name in packed) row[name as ColumnName] = unpack(packed[name]);
  return row;
}
