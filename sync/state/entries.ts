import type { DatabaseSync } from 'node:sqlite';
import { isMirrored, type BacklogEntry } from '../mapping/index.ts';

/** The latest that was read of every request, so that a destination that was away catches up without Salesforce. */
export interface Entries {
  /** The entry, unless the request is deleted, unknown or not mirrored. */
  find(id: string): BacklogEntry | undefined;
  has(id: string): boolean;
  /** Keeps an entry. Says whether it is another than before. */
  put(entry: BacklogEntry): boolean;
  /** Forgets an entry. Says whether there was one. */
  remove(id: string): boolean;
  ofAccount(accountId: string): BacklogEntry[];
  countMirrored(): number;
  /** Ids of all mirrored entries, oldest request first. */
  mirroredIds(): Iterable<string>;
  accountOf(id: string): string | null;
}

export function openEntries(database: DatabaseSync): Entries {
  const read = database.prepare('SELECT content, mirrored FROM entry WHERE id = ?');
  const account = database.prepare('SELECT account_id FROM entry WHERE id = ?');
  const write = database.prepare(
    `INSERT INTO entry VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE
     SET account_id = excluded.account_id, mirrored = excluded.mirrored, content = excluded.content`,
  );
  const remove = database.prepare('DELETE FROM entry WHERE id = ?');
  const byAccount = database.prepare('SELECT content FROM entry WHERE account_id = ? AND mirrored = 1');
  const count = database.prepare('SELECT count(*) AS count FROM entry WHERE mirrored = 1');
  const ids = database.prepare("SELECT id FROM entry WHERE mirrored = 1 ORDER BY content ->> '$.number'");

  return {
    find: (id) => {
      const row = read.get(id);
      return row?.['mirrored'] === 1 ? parse(row['content']) : undefined;
    },
    has: (id) => read.get(id) !== undefined,
    put: (entry) => {
      const content = JSON.stringify(entry);
      if (read.get(entry.id)?.['content'] === content) return false;
      write.run(entry.id, entry.accountId, isMirrored(entry.status?.value ?? null) ? 1 : 0, content);
      return true;
    },
    remove: (id) => remove.run(id).changes > 0,
    ofAccount: (accountId) => byAccount.all(accountId).map((row) => parse(row['content'])),
    countMirrored: () => Number(count.get()?.['count']),
    *mirroredIds() {
      for (const row of ids.all()) yield String(row['id']);
    },
    accountOf: (id) => {
      const found = account.get(id)?.['account_id'];
      return typeof found === 'string' ? found : null;
    },
  };
}

/** What the service wrote itself: its form is known. */
function parse(content: unknown): BacklogEntry {
  return JSON.parse(String(content)) as BacklogEntry;
}
