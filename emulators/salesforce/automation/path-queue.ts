import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { z } from 'zod';
import type { PathSchedule, PlannedPath } from '../flow/index.ts';

const Row = z.object({
  flow: z.string(),
  path: z.string(),
  object: z.string(),
  recordId: z.string(),
  at: z.string(),
  prior: z.string().nullable(),
});

const Prior = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Scheduled paths that wait, kept with the records: what is undone was never planned, and a restart forgets nothing. */
export class PathQueue implements PathSchedule {
  readonly #put: StatementSync;
  readonly #drop: StatementSync;
  readonly #count: StatementSync;
  readonly #due: StatementSync;
  readonly #next: StatementSync;
  readonly #clear: StatementSync;

  constructor(database: DatabaseSync) {
    database.exec(
      `CREATE TABLE IF NOT EXISTS _scheduled_path (flow TEXT, path TEXT, object TEXT NOT NULL, recordId TEXT,
         at TEXT NOT NULL, prior TEXT, PRIMARY KEY (recordId, flow, path));
       CREATE INDEX IF NOT EXISTS _scheduled_path_at ON _scheduled_path (at)`,
    );
    this.#put = database.prepare(
      'INSERT OR REPLACE INTO _scheduled_path (flow, path, object, recordId, at, prior) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#drop = database.prepare('DELETE FROM _scheduled_path WHERE flow = ? AND path = ? AND recordId = ?');
    this.#count = database.prepare('SELECT 1 FROM _scheduled_path WHERE flow = ? AND path = ? AND recordId = ?');
    this.#due = database.prepare('SELECT * FROM _scheduled_path WHERE at <= ? ORDER BY at, rowid');
    this.#next = database.prepare('SELECT min(at) AS at FROM _scheduled_path');
    this.#clear = database.prepare('DELETE FROM _scheduled_path');
  }

  plan({ flow, path, object, recordId, at, prior }: PlannedPath): void {
    const earlier = prior === undefined ? null : JSON.stringify(prior);
    this.#put.run(flow, path, object, recordId, at.toISOString(), earlier);
  }

  drop(flow: string, path: string, recordId: string): void {
    this.#drop.run(flow, path, recordId);
  }

  isPlanned(flow: string, path: string, recordId: string): boolean {
    return this.#count.get(flow, path, recordId) !== undefined;
  }

  /** Takes out those whose time has come, the earliest first. */
  takeDue(now: Date): PlannedPath[] {
    const due = this.#due.all(now.toISOString()).map(toPlannedPath);
    for (const { flow, path, recordId } of due) this.drop(flow, path, recordId);
    return due;
  }

  /** When the next one is due. */
  get nextAt(): Date | undefined {
    const at = this.#next.get()?.['at'];
    return typeof at === 'string' ? new Date(at) : undefined;
  }

  clear(): void {
    this.#clear.run();
  }
}

function toPlannedPath(row: unknown): PlannedPath {
  const { at, prior, ...path } = Row.parse(row);
  return {
    ...path,
    at: new Date(at),
    ...(prior !== null && { prior: Prior.parse(JSON.parse(prior)) }),
  };
}
