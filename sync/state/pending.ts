import type { DatabaseSync } from 'node:sqlite';

export const DESTINATIONS = ['sheet', 'vitally', 'slack'] as const;
export type Destination = (typeof DESTINATIONS)[number];

/** What each destination has still to look at: Ids of requests, or of accounts for Vitally. */
export interface Pending {
  add(destination: Destination, id: string): void;
  /** Ids that are due, in no order. */
  due(destination: Destination, now: Date): string[];
  /** How many wait, and how many of them were put off. */
  count(destination: Destination, now: Date): { waiting: number; putOff: number };
  done(destination: Destination, id: string): void;
  /** Has it looked at again later. */
  postpone(destination: Destination, id: string, until: Date): void;
}

export function openPending(database: DatabaseSync): Pending {
  const add = database.prepare(
    'INSERT INTO pending VALUES (?, ?, 0) ON CONFLICT DO UPDATE SET not_before = excluded.not_before',
  );
  const due = database.prepare('SELECT id FROM pending WHERE destination = ? AND not_before <= ?');
  const count = database.prepare(
    'SELECT count(*) AS waiting, coalesce(sum(not_before > ?), 0) AS put_off FROM pending WHERE destination = ?',
  );
  const done = database.prepare('DELETE FROM pending WHERE destination = ? AND id = ?');
  const postpone = database.prepare('UPDATE pending SET not_before = ? WHERE destination = ? AND id = ?');
  return {
    add: (destination, id) => {
      add.run(destination, id);
    },
    due: (destination, now) => due.all(destination, now.getTime()).map((row) => String(row['id'])),
    count: (destination, now) => {
      const row = count.get(now.getTime(), destination);
      return { waiting: Number(row?.['waiting']), putOff: Number(row?.['put_off']) };
    },
    done: (destination, id) => {
      done.run(destination, id);
    },
    postpone: (destination, id, until) => {
      postpone.run(until.getTime(), destination, id);
    },
  };
}
