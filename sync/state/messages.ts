import type { DatabaseSync } from 'node:sqlite';

/** The message about one request. `sending` means that nobody knows whether it arrived. */
export type SentMessage =
  | { status: 'sending'; attemptedAt: Date }
  | { status: 'sent'; channel: string; ts: string; content: string }
  | { status: 'skipped' };

export interface Messages {
  find(id: string): SentMessage | undefined;
  /** Keeps the intent to send. Committed before the call, so that a crash leaves a trace. */
  sending(id: string, now: Date): void;
  sent(id: string, channel: string, ts: string, content: string): void;
  /** The request is too old to be announced. */
  skip(id: string): void;
  /** The message certainly did not arrive. */
  forget(id: string): void;
}

export function openMessages(database: DatabaseSync): Messages {
  const read = database.prepare('SELECT * FROM message WHERE id = ?');
  const sending = database.prepare(
    `INSERT INTO message (id, status, attempted_at) VALUES (?, 'sending', ?)
     ON CONFLICT DO UPDATE SET status = 'sending', attempted_at = excluded.attempted_at`,
  );
  const sent = database.prepare(
    `INSERT INTO message (id, status, channel, ts, content) VALUES (?, 'sent', ?, ?, ?) ON CONFLICT DO UPDATE
     SET status = 'sent', channel = excluded.channel, ts = excluded.ts, content = excluded.content`,
  );
  const skip = database.prepare("INSERT OR IGNORE INTO message (id, status) VALUES (?, 'skipped')");
  const forget = database.prepare('DELETE FROM message WHERE id = ?');
  return {
    find: (id) => {
      const row = read.get(id);
      if (row === undefined) return undefined;
      switch (row['status']) {
        case 'sent':
          return {
            status: 'sent',
            channel: String(row['channel']),
            ts: String(row['ts']),
            content: String(row['content']),
          };
        case 'sending':
          return { status: 'sending', attemptedAt: new Date(Number(row['attempted_at'])) };
        default:
          return { status: 'skipped' };
      }
    },
    sending: (id, now) => {
      sending.run(id, now.getTime());
    },
    sent: (id, channel, ts, content) => {
      sent.run(id, channel, ts, content);
    },
    skip: (id) => {
      skip.run(id);
    },
    forget: (id) => {
      forget.run(id);
    },
  };
}
