import { randomUUID } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { z } from 'zod';
import type { Clock } from '../../core/index.ts';
import type { RecordChange } from '../data/index.ts';
import type { ChangeEvent, ChangeEventHeader } from './event.ts';
import { mergeChanges } from './merge-changes.ts';

const HOUR = 60 * 60 * 1000;
/** How long change events may be replayed. */
const RETENTION = 72 * HOUR;

const Row = z.object({ replayId: z.number(), header: z.string(), fields: z.string() });

/** The change events of the last 72 hours, kept with the records: those of a transaction that is undone never were. */
export class ChangeJournal {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #insert: StatementSync;
  readonly #list: StatementSync;
  readonly #sequence: StatementSync;
  #origin = '';
  #isPaused = false;
  #purged = -Infinity;

  constructor(database: DatabaseSync, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
    database.exec(
      `CREATE TABLE IF NOT EXISTS _changeEvent (replayId INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL,
         header TEXT NOT NULL, fields TEXT NOT NULL);
       CREATE INDEX IF NOT EXISTS "_changeEvent.at" ON _changeEvent (at)`,
    );
    this.#sequence = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = '_changeEvent'");
    this.#insert = database.prepare('INSERT INTO _changeEvent (at, header, fields) VALUES (?, ?, ?)');
    this.#list = database.prepare(
      'SELECT replayId, header, fields FROM _changeEvent WHERE replayId > ? AND at >= ? ORDER BY replayId LIMIT ?',
    );
  }

  /** Writes the events of a transaction into it. */
  append(changes: readonly RecordChange[]): void {
    if (this.#isPaused || changes.length === 0) return;
    const at = Math.floor(this.#clock.now().getTime() / 1000) * 1000;
    const transactionKey = randomUUID();
    const commitNumber = this.newest + 1;
    for (const [index, { values, ...merged }] of mergeChanges(changes).entries()) {
      const header: ChangeEventHeader = {
        commitNumber,
        commitUser: merged.userId,
        sequenceNumber: index + 1,
        entityName: merged.entityName,
        changeType: merged.changeType,
        changedFields: merged.changedFields,
        changeOrigin: this.#origin,
        transactionKey,
        commitTimestamp: at,
        recordIds: merged.recordIds,
      };
      this.#insert.run(at, JSON.stringify(header), JSON.stringify(values));
    }
    this.#purge();
  }

  /** Events after the one with this id, oldest first. */
  since(replayId: number, most: number): ChangeEvent[] {
    return this.#list.all(replayId, this.#oldestKept, most).map((row) => {
      const { header, fields, ...event } = Row.parse(row);
      return {
        ...event,
        header: JSON.parse(header) as ChangeEventHeader,
        values: JSON.parse(fields) as ChangeEvent['values'],
      };
    });
  }

  /** Whether an event with this id may still be replayed. */
  has(replayId: number): boolean {
    const sql = 'SELECT 1 FROM _changeEvent WHERE replayId = ? AND at >= ?';
    return this.#database.prepare(sql).get(replayId, this.#oldestKept) !== undefined;
  }

  /** The highest id that was ever given, 0 before the first. */
  get newest(): number {
    return Number(this.#sequence.get()?.['seq'] ?? 0);
  }

  /** Names the API and the client behind the changes that the work makes. */
  from<Result>(origin: string, work: () => Result): Result {
    const outer = this.#origin;
    this.#origin = origin;
    try {
      return work();
    } finally {
      this.#origin = outer;
    }
  }

  /** Keeps no account of what the work changes, as of first contents. */
  without<Result>(work: () => Result): Result {
    const outer = this.#isPaused;
    this.#isPaused = true;
    try {
      return work();
    } finally {
      this.#isPaused = outer;
    }
  }

  /** Forgets all events; ids go on. */
  clear(): void {
    this.#database.exec('DELETE FROM _changeEvent');
  }

  get #oldestKept(): number {
    return this.#clock.now().getTime() - RETENTION;
  }

  #purge(): void {
    const now = this.#clock.now().getTime();
    if (now - this.#purged < HOUR) return;
    this.#purged = now;
    this.#database.prepare('DELETE FROM _changeEvent WHERE at < ?').run(this.#oldestKept);
  }
}
