import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Opens `<state>/<name>.db`, or a database in memory when there is no state folder. */
export function openDatabase(state: string | undefined, name: string): DatabaseSync {
  if (state === undefined) return new DatabaseSync(':memory:');
  mkdirSync(state, { recursive: true });
  const database = new DatabaseSync(join(state, `${name}.db`));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  return database;
}
