import type { DatabaseSync } from 'node:sqlite';
import { isMirrored, isOpen, type BacklogEntry } from '../mapping/index.ts';

/** What a mirrored request belongs to. */
export type EntryGroup = 'open' | 'closed';

/** Of the column `mirrored`. */
const GROUPS = { open: 1, closed: 2 } as const;

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
  /** How many mirrored requests are open, or closed; and which, the oldest first. */
  count(group: EntryGroup): number;
  idsOf(group: EntryGroup): Iterable<string>;
  groupOf(id: string): EntryGroup | undefined;
  /** All that are kept, drafts too. */
  ids(): string[];
  accountOf(id: string): string | null;
  /** Whether one that is kept has this number. */
  isNumber(text: string): boolean;
}

export function openEntries(database: DatabaseSync): Entries {
  const read = database.prepare('SELECT content, mirrored FROM entry WHERE id = ?');
  const group = database.prepare('SELECT mirrored FROM entry WHERE id = ?');
  const account = database.prepare('SELECT account_id FROM entry WHERE id = ?');
  const write = database.prepare(
    `INSERT INTO entry VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
     SET account_id = excluded.account_id, mirrored = excluded.mirrored, content = excluded.content,
       number = excluded.number`,
  );
  const remove = database.prepare('DELETE FROM entry WHERE id = ?');
  const byAccount = database.prepare('SELECT content FROM entry WHERE account_id = ? AND mirrored > 0');
  const count = database.prepare('SELECT count(*) AS count FROM entry WHERE mirrored = ?');
  const ids = database.prepare('SELECT id FROM entry WHERE mirrored = ? ORDER BY number');
  const byNumber = database.prepare('SELECT 1 FROM entry WHERE number = ?');
  const all = database.prepare('SELECT id FROM entry');

  return {
    find: (id) => {
      const row = read.get(id);
      return Number(row?.['mirrored']) > 0 ? parse(row?.['content']) : undefined;
    },
    has: (id) => group.get(id) !== undefined,
    put: (entry) => {
      const content = JSON.stringify(entry);
      if (read.get(entry.id)?.['content'] === content) return false;
      write.run(entry.id, entry.accountId, markOf(entry), content, entry.number);
      return true;
    },
    remove: (id) => remove.run(id).changes > 0,
    ofAccount: (accountId) => byAccount.all(accountId).map((row) => parse(row['content'])),
    count: (group) => Number(count.get(GROUPS[group])?.['count']),
    *idsOf(group) {
      for (const row of ids.all(GROUPS[group])) yield String(row['id']);
    },
    groupOf: (id) => {
      const mirrored = group.get(id)?.['mirrored'];
      return mirrored === GROUPS.open ? 'open' : mirrored === GROUPS.closed ? 'closed' : undefined;
    },
    ids: () => all.all().map((row) => String(row['id'])),
    isNumber: (text) => byNumber.get(text) !== undefined,
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

function markOf({ status }: BacklogEntry): number {
  const value = status?.value ?? null;
  if (!isMirrored(value)) return 0;
  return isOpen(value) ? GROUPS.open : GROUPS.closed;
}
