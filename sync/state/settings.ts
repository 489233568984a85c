import type { DatabaseSync } from 'node:sqlite';

export interface Settings {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  forget(name: string): void;
}

export function openSettings(database: DatabaseSync): Settings {
  const read = database.prepare('SELECT value FROM setting WHERE name = ?');
  const write = database.prepare('INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value');
  const remove = database.prepare('DELETE FROM setting WHERE name = ?');
  return {
    get: (name) => {
      const row = read.get(name);
      return row === undefined ? undefined : String(row['value']);
    },
    set: (name, value) => {
      write.run(name, value);
    },
    forget: (name) => {
      remove.run(name);
    },
  };
}
