import type { DatabaseSync } from 'node:sqlite';
import type { Traits } from '../mapping/index.ts';

/** Traits on their way to an account, kept before they are sent: an answer that is lost leaves a trace. */
export interface TraitsWrite {
  vitallyId: string;
  /** What counted as last written before. */
  base: Traits;
  changes: Traits;
}

/** By the Id of the Account in Salesforce. */
export interface VitallyWrites {
  find(id: string): TraitsWrite | undefined;
  begin(id: string, write: TraitsWrite): void;
  done(id: string): void;
}

export function openVitallyWrites(database: DatabaseSync): VitallyWrites {
  const read = database.prepare('SELECT content FROM vitally_write WHERE id = ?');
  const write = database.prepare('INSERT OR REPLACE INTO vitally_write VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM vitally_write WHERE id = ?');
  return {
    find: (id) => {
      const row = read.get(id);
      return row && (JSON.parse(String(row['content'])) as TraitsWrite);
    },
    begin: (id, content) => {
      write.run(id, JSON.stringify(content));
    },
    done: (id) => {
      remove.run(id);
    },
  };
}
