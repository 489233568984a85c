import type { DatabaseSync } from 'node:sqlite';
import { isWatched, type Cell, type ColumnName } from '../mapping/index.ts';

/** What a row held when the sheet and Salesforce last agreed, by column. Columns not yet known are absent. */
export type BaseRow = Partial<Record<ColumnName, Cell>>;

export interface SheetBase {
  /** The columns that are read in every cycle; cheap, since it is asked for every row. */
  findWatched(id: string): BaseRow | undefined;
  find(id: string): BaseRow | undefined;
  put(id: string, row: BaseRow): void;
  remove(id: string): void;
  clear(): void;
  isEmpty(): boolean;
  /** Whether a cell carries a note of ours. */
  hasNote(id: string, name: ColumnName): boolean;
  setNote(id: string, name: ColumnName, present: boolean): void;
}

export function openSheetBase(database: DatabaseSync): SheetBase {
  const readWatched = database.prepare('SELECT watched FROM sheet_base WHERE id = ?');
  const read = database.prepare('SELECT watched, rest FROM sheet_base WHERE id = ?');
  const write = database.prepare(
    'INSERT INTO sheet_base VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET watched = excluded.watched, rest = excluded.rest',
  );
  const remove = database.prepare('DELETE FROM sheet_base WHERE id = ?');
  const any = database.prepare('SELECT 1 FROM sheet_base LIMIT 1');
  const note = database.prepare('SELECT 1 FROM sheet_note WHERE id = ? AND name = ?');
  const addNote = database.prepare('INSERT OR IGNORE INTO sheet_note VALUES (?, ?)');
  const removeNote = database.prepare('DELETE FROM sheet_note WHERE id = ? AND name = ?');

  return {
    findWatched: (id) => {
      const row = readWatched.get(id);
      return row === undefined ? undefined : parse(row['watched']);
    },
    find: (id) => {
      const row = read.get(id);
      return row === undefined ? undefined : { ...parse(row['watched']), ...parse(row['rest']) };
    },
    put: (id, row) => {
      const cells = Object.entries(row) as [ColumnName, Cell][];
      const part = (watched: boolean): string =>
        JSON.stringify(Object.fromEntries(cells.filter(([name]) => isWatched(name) === watched)));
      write.run(id, part(true), part(false));
    },
    remove: (id) => {
      remove.run(id);
    },
    clear: () => database.exec('DELETE FROM sheet_base; DELETE FROM sheet_note;'),
    isEmpty: () => any.get() === undefined,
    hasNote: (id, name) => note.get(id, name) !== undefined,
    setNote: (id, name, present) => {
      (present ? addNote : removeNote).run(id, name);
    },
  };
}

/** What the service wrote itself: its form is known. */
function parse(content: unknown): BaseRow {
  return JSON.parse(String(content)) as BaseRow;
}
