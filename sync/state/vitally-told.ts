import type { DatabaseSync } from 'node:sqlite';

/** What Salesforce was last told of Vitally, by the Id of the record that says it. */
export interface VitallyTold {
  find(id: string): string | undefined;
  put(id: string, content: string): void;
}

export function openVitallyTold(database: DatabaseSync): VitallyTold {
  const read = database.prepare('SELECT content FROM vitally_told WHERE id = ?');
  const write = database.prepare('INSERT OR REPLACE INTO vitally_told VALUES (?, ?)');
  return {
    find: (id) => {
      const row = read.get(id);
      return row === undefined ? undefined : String(row['content']);
    },
    put: (id, content) => {
      write.run(id, content);
    },
  };
}
