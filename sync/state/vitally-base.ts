import type { DatabaseSync } from 'node:sqlite';
import type { Traits } from '../mapping/index.ts';

/** What is known of a customer's account in Vitally, by the Id of the Account in Salesforce. */
export interface StoredAccount {
  id: string;
  /** Our traits as last written, and the account's id in Vitally to which; absent when they never were. */
  written?: { vitallyId: string; traits: Traits };
  /** Since when the account is looked for in vain. */
  waitingSince?: Date;
}

export interface VitallyBase {
  find(id: string): StoredAccount | undefined;
  written(id: string, vitallyId: string, traits: Traits): void;
  waiting(id: string, name: string | null, now: Date): void;
  /** Customers that Vitally does not know yet. */
  listWaiting(): { id: string; name: string | null; since: Date }[];
  remove(id: string): void;
  clear(): void;
}

export function openVitallyBase(database: DatabaseSync): VitallyBase {
  const read = database.prepare('SELECT vitally_id, traits, waiting_since FROM vitally_account WHERE id = ?');
  const write = database.prepare(
    `INSERT INTO vitally_account (id, vitally_id, traits) VALUES (?, ?, ?) ON CONFLICT DO UPDATE
     SET vitally_id = excluded.vitally_id, traits = excluded.traits, waiting_since = NULL`,
  );
  const wait = database.prepare(
    `INSERT INTO vitally_account (id, name, waiting_since) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET name = excluded.name, waiting_since = coalesce(waiting_since, excluded.waiting_since),
     traits = NULL`,
  );
  const waiting = database.prepare(
    'SELECT id, name, waiting_since FROM vitally_account WHERE waiting_since IS NOT NULL ORDER BY waiting_since, id',
  );
  const remove = database.prepare('DELETE FROM vitally_account WHERE id = ?');
  return {
    find: (id) => {
      const row = read.get(id);
      if (row === undefined) return undefined;
      return {
        id,
        ...(row['traits'] !== null && {
          written: { vitallyId: String(row['vitally_id']), traits: JSON.parse(String(row['traits'])) as Traits },
        }),
        ...(row['waiting_since'] !== null && { waitingSince: new Date(Number(row['waiting_since'])) }),
      };
    },
    written: (id, vitallyId, traits) => {
      write.run(id, vitallyId, JSON.stringify(traits));
    },
    waiting: (id, name, now) => {
      wait.run(id, name, now.getTime());
    },
    listWaiting: () =>
      waiting.all().map((row) => ({
        id: String(row['id']),
        name: row['name'] === null ? null : String(row['name']),
        since: new Date(Number(row['waiting_since'])),
      })),
    remove: (id) => {
      remove.run(id);
    },
    clear: () => database.exec('DELETE FROM vitally_account'),
  };
}
