import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Row, Sheet, Spreadsheet } from './entities.ts';
import type { Commit } from './store.ts';

/** Keeps spreadsheets in the database: a document each, and a line for every row that is not empty. */
export class Persistence {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(`
      CREATE TABLE IF NOT EXISTS spreadsheet (id TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS row (
        spreadsheet TEXT NOT NULL, sheet INTEGER NOT NULL, position INTEGER NOT NULL, document TEXT NOT NULL,
        PRIMARY KEY (spreadsheet, sheet, position)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    `);
  }

  /** Writes what one change touched, in one transaction. */
  save(commit: Commit): void {
    this.#database.exec('BEGIN');
    try {
      this.#write(commit);
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #write({ spreadsheet, sheets }: Commit): void {
    const { id } = spreadsheet;
    const put = this.#database.prepare('INSERT OR REPLACE INTO row VALUES (?, ?, ?, ?)');
    const remove = this.#database.prepare('DELETE FROM row WHERE spreadsheet = ? AND sheet = ? AND position = ?');
    const document = JSON.stringify({ ...spreadsheet, sheets: spreadsheet.sheets.map(withoutRows) });
    this.#database.prepare('INSERT OR REPLACE INTO spreadsheet VALUES (?, ?)').run(id, document);
    for (const { sheetId, rows } of sheets) {
      const sheet = spreadsheet.sheets.find((one) => one.sheetId === sheetId);
      for (const position of rows) {
        const row = sheet?.rows[position];
        if (row === undefined) remove.run(id, sheetId, position);
        else put.run(id, sheetId, position, JSON.stringify(row));
      }
    }
    const present = JSON.stringify(spreadsheet.sheets.map(({ sheetId }) => sheetId));
    this.#database
      .prepare('DELETE FROM row WHERE spreadsheet = ? AND sheet NOT IN (SELECT value FROM json_each(?))')
      .run(id, present);
  }

  load(): Spreadsheet[] {
    const documents = this.#database.prepare('SELECT document FROM spreadsheet ORDER BY rowid').all();
    return documents.map(({ document }) => this.#withRows(document));
  }

  #withRows(document: unknown): Spreadsheet {
    const { sheets, ...rest } = JSON.parse(z.string().parse(document)) as Kept;
    return { ...rest, sheets: sheets.map((sheet) => this.#loadSheet(rest.id, sheet)) };
  }

  #loadSheet(id: string, { rowCount, columns, basicFilter, ...sheet }: KeptSheet): Sheet {
    const rows = new Array<Row | undefined>(rowCount).fill(undefined);
    const found = this.#database
      .prepare('SELECT position, document FROM row WHERE spreadsheet = ? AND sheet = ?')
      .all(id, sheet.sheetId);
    for (const one of found) {
      const { position, document } = KeptRow.parse(one);
      const { cells, ...line } = JSON.parse(document) as { cells: (Row['cells'][number] | null)[] };
      rows[position] = { ...line, cells: cells.map((cell) => cell ?? undefined) };
    }
    return {
      filterViews: [],
      bandedRanges: [],
      ...sheet,
      rows,
      columns: columns.map((column) => column ?? undefined),
      basicFilter: basicFilter ?? undefined,
    };
  }

  setting(name: string): string | undefined {
    const found = this.#database.prepare('SELECT value FROM setting WHERE name = ?').get(name);
    return found === undefined ? undefined : z.string().parse(found['value']);
  }

  keepSetting(name: string, value: string): void {
    this.#database.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)').run(name, value);
  }

  /** Forgets the spreadsheets; settings stay, so that keys handed out stay good. */
  clear(): void {
    this.#database.exec('DELETE FROM spreadsheet; DELETE FROM row;');
  }

  close(): void {
    this.#database.close();
  }
}

const KeptRow = z.object({ position: z.number(), document: z.string() });

// Written by `save` alone, so the shape is the one it wrote; JSON has null where an array had a gap.
// What came to sheets later is absent from those kept before.
type KeptSheet = Omit<Sheet, 'rows' | 'columns' | 'basicFilter' | Later> & {
  rowCount: number;
  columns: (Sheet['columns'][number] | null)[];
  basicFilter?: NonNullable<Sheet['basicFilter']>;
} & Partial<Pick<Sheet, Later>>;
type Later = 'filterViews' | 'bandedRanges';
type Kept = Omit<Spreadsheet, 'sheets'> & { sheets: KeptSheet[] };

function withoutRows({ rows, basicFilter, ...sheet }: Sheet): KeptSheet {
  return { ...sheet, rowCount: rows.length, ...(basicFilter !== undefined && { basicFilter }) };
}
