import type { DatabaseSync } from 'node:sqlite';

/** Requests of which Salesforce says since when their row stands in the backlog. */
export interface Arrivals {
  has(id: string): boolean;
  add(id: string): void;
  remove(id: string): void;
}

export function openArrivals(database: DatabaseSync): Arrivals {
  const find = database.prepare('SELECT 1 FROM arrival WHERE id = ?');
  const add = database.prepare('INSERT OR IGNORE INTO arrival VALUES (?)');
  const remove = database.prepare('DELETE FROM arrival WHERE id = ?');
  return {
    has: (id) => find.get(id) !== undefined,
    add: (id) => {
      add.run(id);
    },
    remove: (id) => {
      remove.run(id);
    },
  };
}
