import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** What one deletion took from the org. */
export interface Removal {
  gone: { object: string; id: string }[];
  /** Lookups of other records that were made blank. */
  lost: { object: string; id: string; field: string }[];
}

/** Remembers what each deletion took along, so that it can come back as one. */
export class RecycleBin {
  readonly #database: DatabaseSync;
  readonly #put: StatementSync;
  readonly #find: StatementSync;
  readonly #remove: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(
      'CREATE TABLE IF NOT EXISTS _recycle_bin (deleted TEXT NOT NULL, object TEXT NOT NULL, id TEXT NOT NULL, field TEXT)',
    );
    database.exec('CREATE INDEX IF NOT EXISTS _recycle_bin_deleted ON _recycle_bin (deleted)');
    this.#put = database.prepare('INSERT INTO _recycle_bin (deleted, object, id, field) VALUES (?, ?, ?, ?)');
    this.#find = database.prepare('SELECT object, id, field FROM _recycle_bin WHERE deleted = ? ORDER BY rowid');
    this.#remove = database.prepare('DELETE FROM _recycle_bin WHERE deleted = ?');
  }

  /** Keeps what went when the record with this id was deleted. */
  put(deletedId: string, { gone, lost }: Removal): void {
    for (const { object, id } of gone) this.#put.run(deletedId, object, id, null);
    for (const { object, id, field } of lost) this.#put.run(deletedId, object, id, field);
  }

  /** What went with a record that was deleted by itself; undefined when none was, or it went with another one. */
  find(deletedId: string): Removal | undefined {
    const rows = this.#find.all(deletedId) as { object: string; id: string; field: string | null }[];
    if (rows.length === 0) return undefined;
    return {
      gone: rows.filter(({ field }) => field === null),
      lost: rows.flatMap(({ field, ...record }) => (field === null ? [] : [{ ...record, field }])),
    };
  }

  remove(deletedId: string): void {
    this.#remove.run(deletedId);
  }

  clear(): void {
    this.#database.exec('DELETE FROM _recycle_bin');
  }
}
