import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const Mark = z.object({ notification: z.string(), isRead: z.number(), isSeen: z.number(), at: z.string() });

/** What a person has done with a notification. */
export interface Mark {
  read: boolean;
  seen: boolean;
  /** When it was last marked; virtual time. */
  at: string;
}

/** Which notifications people have seen and read, by the id of the notification. Whatever has no mark is new. */
export class NotificationMarks {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(
      `CREATE TABLE IF NOT EXISTS _notification_marks
         (notification TEXT PRIMARY KEY, isRead INTEGER NOT NULL, isSeen INTEGER NOT NULL, at TEXT NOT NULL)`,
    );
  }

  all(): Map<string, Mark> {
    const rows = this.#database.prepare('SELECT * FROM _notification_marks').all();
    return new Map(
      rows.map((row) => {
        const { notification, isRead, isSeen, at } = Mark.parse(row);
        return [notification, { read: isRead === 1, seen: isSeen === 1, at }];
      }),
    );
  }

  set(notification: string, { read, seen, at }: Mark): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO _notification_marks (notification, isRead, isSeen, at) VALUES (?, ?, ?, ?)')
      .run(notification, read ? 1 : 0, seen ? 1 : 0, at);
  }
}
