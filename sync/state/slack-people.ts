import type { DatabaseSync } from 'node:sqlite';

/** Who is who in Slack, by e-mail address in lower case. */
export interface SlackPeople {
  /** The id, null when nobody was found, undefined when nobody was looked for since then. */
  find(email: string, since: Date): string | null | undefined;
  put(email: string, id: string | null, now: Date): void;
}

export function openSlackPeople(database: DatabaseSync): SlackPeople {
  const read = database.prepare('SELECT slack_id FROM slack_person WHERE email = ? AND looked_at >= ?');
  const write = database.prepare('INSERT OR REPLACE INTO slack_person VALUES (?, ?, ?)');
  return {
    find: (email, since) => {
      const row = read.get(email.toLowerCase(), since.getTime());
      if (row === undefined) return undefined;
      return row['slack_id'] === null ? null : String(row['slack_id']);
    },
    put: (email, id, now) => {
      write.run(email.toLowerCase(), id, now.getTime());
    },
  };
}
