import type { DatabaseSync } from 'node:sqlite';

const FEWEST_ROWS = 500;
const ROWS_LOOKED_AT = 1000;

/**
 * Tells SQLite's planner how tables are filled, without which it reads a whole table where an index leads to a few rows.
 *
 * A table is looked at anew when as many rows have come as it had the time before. See
 * https://www.sqlite.org/lang_analyze.html#approx
 */
export class TableStatistics {
  readonly #database: DatabaseSync;
  readonly #inserted = new Map<string, number>();
  readonly #nextAt = new Map<string, number>();
  readonly #due = new Set<string>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Counts one row that was inserted. */
  count(table: string): void {
    const inserted = (this.#inserted.get(table) ?? 0) + 1;
    this.#inserted.set(table, inserted);
    if (inserted >= (this.#nextAt.get(table) ?? FEWEST_ROWS)) this.#due.add(table);
  }

  /** Looks at the tables that have grown enough. */
  refresh(): void {
    for (const table of this.#due) {
      this.#database.exec(`PRAGMA analysis_limit = ${ROWS_LOOKED_AT}; ANALYZE "${table}"`);
      this.#nextAt.set(table, 2 * (this.#inserted.get(table) ?? 0));
    }
    this.#due.clear();
  }
}
