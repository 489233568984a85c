import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Activity } from '../mapping/index.ts';

/** A note, task or project of ours. Without Vitally's id, nobody knows whether it arrived. */
export interface StoredActivity {
  key: string;
  accountId: string;
  kind: Activity['kind'];
  vitallyId: string | null;
  /** What was last written; null when it was only found. */
  content: string | null;
  attemptedAt: Date;
}

export interface VitallyActivities {
  ofAccount(accountId: string): StoredActivity[];
  /** Committed before an attempt and after its answer, so that a crash leaves a trace. */
  put(activity: StoredActivity): void;
  remove(key: string): void;
  /** What was written for this account may be gone by now: it counts as found only. */
  doubt(accountId: string): void;
}

export function openVitallyActivities(database: DatabaseSync): VitallyActivities {
  const read = database.prepare('SELECT * FROM vitally_activity WHERE account_id = ?');
  const write = database.prepare('INSERT OR REPLACE INTO vitally_activity VALUES (?, ?, ?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM vitally_activity WHERE key = ?');
  const doubt = database.prepare('UPDATE vitally_activity SET content = NULL WHERE account_id = ?');
  return {
    ofAccount: (accountId) => read.all(accountId).map(toActivity),
    put: ({ key, accountId, kind, vitallyId, content, attemptedAt }) => {
      write.run(key, accountId, kind, vitallyId, content, attemptedAt.getTime());
    },
    remove: (key) => {
      remove.run(key);
    },
    doubt: (accountId) => {
      doubt.run(accountId);
    },
  };
}

function toActivity(row: Record<string, SQLOutputValue>): StoredActivity {
  return {
    key: String(row['key']),
    accountId: String(row['account_id']),
    kind: String(row['kind']) as Activity['kind'],
    vitallyId: row['vitally_id'] === null ? null : String(row['vitally_id']),
    content: row['content'] === null ? null : String(row['content']),
    attemptedAt: new Date(Number(row['attempted_at'])),
  };
}
