import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Counters that never give a number twice: ids and auto-numbers. A rolled back write leaves a gap, as on the platform. */
export class Sequences {
  readonly #next = new Map<string, number>();
  readonly #touched = new Set<string>();
  readonly #database: DatabaseSync;
  readonly #keep: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec('CREATE TABLE IF NOT EXISTS _sequence (name TEXT PRIMARY KEY, next INTEGER NOT NULL)');
    for (const { name, next } of database.prepare('SELECT name, next FROM _sequence').all()) {
      this.#next.set(String(name), Number(next));
    }
    this.#keep = database.prepare('INSERT OR REPLACE INTO _sequence (name, next) VALUES (?, ?)');
  }

  /** The next number, from `start` the first time. */
  next(name: string, start = 1): number {
    const number = this.#next.get(name) ?? start;
    this.#next.set(name, number + 1);
    this.#touched.add(name);
    return number;
  }

  /** Starts all of them anew, in the current transaction. */
  clear(): void {
    this.#database.exec('DELETE FROM _sequence');
    this.#next.clear();
    this.#touched.clear();
  }

  /** Writes what has moved since the last time into the current transaction. */
  save(): void {
    for (const name of this.#touched) this.#keep.run(name, this.#next.get(name) ?? 1);
    this.#touched.clear();
  }
}
