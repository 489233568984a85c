import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Chapter, Facts } from '../mapping/index.ts';

/** A chapter that the thread has still to be told. */
export interface WaitingChapter {
  number: number;
  chapter: Chapter;
  notBefore: Date;
  /** Set when it may stand in the thread already: it was being sent, or was sent before the memory was lost. */
  attemptedAt: Date | undefined;
}

/** What the thread of each request has told and has still to tell. */
export interface Stories {
  /** `facts` after all chapters, waiting ones too; `shown` after those only that were told. */
  find(id: string): { facts: Facts; shown: Facts } | undefined;
  /** Begins anew from there, with no chapter waiting. */
  begin(id: string, facts: Facts): void;
  /** Keeps a chapter to be told. With `attemptedAt`, it is looked for in the thread first. */
  add(id: string, chapter: Chapter, notBefore: Date, attemptedAt: Date | undefined): void;
  proceed(id: string, facts: Facts): void;
  /** In the order in which they happened. */
  waiting(id: string): WaitingChapter[];
  /** Small ones of all requests that may be told, in the order in which they happened. */
  smallDue(now: Date): (WaitingChapter & { id: string })[];
  /** Keeps the intent to send. Committed before the call, so that a crash leaves a trace. */
  sending(number: number, now: Date): void;
  /** The chapter certainly did not arrive. */
  unsent(number: number): void;
  done(numbers: readonly number[]): void;
  caughtUp(id: string): void;
}

export function openStories(database: DatabaseSync): Stories {
  const read = database.prepare('SELECT facts, shown FROM story WHERE id = ?');
  const begin = database.prepare('INSERT OR REPLACE INTO story VALUES (?, ?, ?)');
  const proceed = database.prepare('UPDATE story SET facts = ? WHERE id = ?');
  const caughtUp = database.prepare('UPDATE story SET shown = facts WHERE id = ?');
  const clear = database.prepare('DELETE FROM chapter WHERE id = ?');
  const add = database.prepare('INSERT INTO chapter (id, not_before, attempted_at, content) VALUES (?, ?, ?, ?)');
  const waiting = database.prepare('SELECT * FROM chapter WHERE id = ? ORDER BY number');
  const smallDue = database.prepare(
    "SELECT * FROM chapter WHERE not_before <= ? AND content ->> '$.isSmall' ORDER BY number",
  );
  const sending = database.prepare('UPDATE chapter SET attempted_at = ? WHERE number = ?');
  const done = database.prepare('DELETE FROM chapter WHERE number = ?');
  return {
    find: (id) => {
      const row = read.get(id);
      if (row === undefined) return undefined;
      return { facts: JSON.parse(String(row['facts'])) as Facts, shown: JSON.parse(String(row['shown'])) as Facts };
    },
    begin: (id, facts) => {
      clear.run(id);
      begin.run(id, JSON.stringify(facts), JSON.stringify(facts));
    },
    add: (id, chapter, notBefore, attemptedAt) => {
      add.run(id, notBefore.getTime(), attemptedAt?.getTime() ?? null, JSON.stringify(chapter));
    },
    proceed: (id, facts) => {
      proceed.run(JSON.stringify(facts), id);
    },
    waiting: (id) => waiting.all(id).map(toWaiting),
    smallDue: (now) => smallDue.all(now.getTime()).map((row) => ({ id: String(row['id']), ...toWaiting(row) })),
    sending: (number, now) => {
      sending.run(now.getTime(), number);
    },
    unsent: (number) => {
      sending.run(null, number);
    },
    done: (numbers) => {
      for (const number of numbers) done.run(number);
    },
    caughtUp: (id) => {
      caughtUp.run(id);
    },
  };
}

function toWaiting(row: Record<string, SQLOutputValue>): WaitingChapter {
  return {
    number: Number(row['number']),
    chapter: JSON.parse(String(row['content'])) as Chapter,
    notBefore: new Date(Number(row['not_before'])),
    attemptedAt: row['attempted_at'] === null ? undefined : new Date(Number(row['attempted_at'])),
  };
}
