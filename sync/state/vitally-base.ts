import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Traits } from '../mapping/index.ts';

/** Whether Vitally has the customer's account: it does, not yet, or it has churned or went away. */
export type Presence = 'found' | 'waiting' | 'inactive';

/** What is known of a customer's account in Vitally, by the Id of the Account in Salesforce. */
export interface StoredAccount {
  id: string;
  name: string | null;
  presence: Presence;
  /** Since when it is waited for or inactive. */
  since: Date | null;
  /** Vitally's own id, and the one by which the account was found. */
  vitallyId: string | null;
  matchedBy: string | null;
  /** Our traits as last written. */
  traits: Traits;
  /** Whether what stands there from an earlier life of this memory was looked for. */
  isReviewed: boolean;
}

export interface VitallyBase {
  find(id: string): StoredAccount | undefined;
  put(account: StoredAccount): void;
  /** Customers that Vitally does not know yet, and those that are not active there. */
  listAbsent(presence: 'waiting' | 'inactive'): { id: string; name: string | null; since: Date }[];
  remove(id: string): void;
}

export function openVitallyBase(database: DatabaseSync): VitallyBase {
  const read = database.prepare('SELECT * FROM vitally_customer WHERE id = ?');
  const write = database.prepare('INSERT OR REPLACE INTO vitally_customer VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const absent = database.prepare('SELECT * FROM vitally_customer WHERE presence = ? ORDER BY since, id');
  const remove = database.prepare('DELETE FROM vitally_customer WHERE id = ?');
  return {
    find: (id) => {
      const row = read.get(id);
      return row && toAccount(row);
    },
    put: ({ id, name, presence, since, vitallyId, matchedBy, traits, isReviewed }) => {
      const moment = since?.getTime() ?? null;
      write.run(id, name, presence, moment, vitallyId, matchedBy, JSON.stringify(traits), isReviewed ? 1 : 0);
    },
    listAbsent: (presence) =>
      absent
        .all(presence)
        .map(toAccount)
        .map(({ id, name, since }) => ({ id, name, since: since ?? new Date(0) })),
    remove: (id) => {
      remove.run(id);
    },
  };
}

function toAccount(row: Record<string, SQLOutputValue>): StoredAccount {
  const textOrNull = (name: string): string | null => (row[name] === null ? null : String(row[name]));
  return {
    id: String(row['id']),
    name: textOrNull('name'),
    presence: String(row['presence']) as Presence,
    since: row['since'] === null ? null : new Date(Number(row['since'])),
    vitallyId: textOrNull('vitally_id'),
    matchedBy: textOrNull('matched_by'),
    traits: JSON.parse(String(row['traits'])) as Traits,
    isReviewed: row['is_reviewed'] === 1,
  };
}
