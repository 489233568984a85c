import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { StoredRecord } from '../entities.ts';

/** More are forgotten: a load of thousands of records reads few of them twice. */
const MOST_ROWS = 5_000;

/** The rows that writes have read, by id, kept from one write to the next until something else changes the database. */
export class RememberedRows {
  readonly #database: DatabaseSync;
  readonly #total: StatementSync;
  #rows: Map<string, StoredRecord> | undefined;
  #changes: unknown;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#total = database.prepare('SELECT total_changes() AS changes');
  }

  /** The rows that are known now. A transaction around the write may have been undone in part, so it begins with none. */
  take(): Map<string, StoredRecord> {
    const rows = this.#rows;
    this.#rows = undefined;
    return rows !== undefined && !this.#database.isTransaction && this.#changes === this.#countChanges()
      ? rows
      : new Map<string, StoredRecord>();
  }

  /** Keeps rows for the next write, unless a transaction around this one may still undo it. */
  keep(rows: Map<string, StoredRecord>): void {
    if (this.#database.isTransaction || rows.size > MOST_ROWS) return;
    this.#rows = rows;
    this.#changes = this.#countChanges();
  }

  /** Every row that this connection has written counts, also those of transactions that were undone. */
  #countChanges(): unknown {
    return this.#total.get()?.['changes'];
  }
}
