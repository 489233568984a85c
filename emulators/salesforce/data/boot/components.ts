import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Remembers what a deployed component was given, so that a second boot gives it the same: ids and key prefixes. */
export class Components {
  readonly #find: StatementSync;
  readonly #count: StatementSync;
  readonly #insert: StatementSync;

  constructor(database: DatabaseSync) {
    database.exec(
      'CREATE TABLE IF NOT EXISTS _component (kind TEXT, name TEXT, given TEXT NOT NULL, PRIMARY KEY (kind, name))',
    );
    this.#find = database.prepare('SELECT given FROM _component WHERE kind = ? AND name = ?');
    this.#count = database.prepare('SELECT count(*) AS count FROM _component WHERE kind = ?');
    this.#insert = database.prepare('INSERT INTO _component (kind, name, given) VALUES (?, ?, ?)');
  }

  /** What the component has; made from its number within its kind, from 0, the first time. */
  given(kind: string, name: string, make: (number: number) => string): string {
    const known = this.#find.get(kind, name);
    if (known !== undefined) return String(known['given']);
    const count = this.#count.get(kind);
    const given = make(Number(count?.['count'] ?? 0));
    this.#insert.run(kind, name, given);
    return given;
  }
}
