import type { DatabaseSync } from 'node:sqlite';

/** One line of the run log: what one cycle did and what it cost. */
export interface CycleRecord {
  startedAt: string;
  durationMs: number;
  calls: {
    signIns: number;
    salesforce: number;
    sheetReads: number;
    sheetWrites: number;
    vitally: number;
    slack: number;
  };
  /** Requests that had changed in Salesforce. */
  records: number;
  /** Rows appended, changed or removed, and cells written. */
  rows: number;
  cells: number;
  /** Edits from the sheet that Salesforce took, and those that were refused. */
  edits: number;
  refusals: number;
  /** Customers written to Vitally, and those that wait for their account there. */
  traits: number;
  waiting: number;
  messages: number;
  /** Time from the oldest change's save to the end of the cycle, by the server's clock; absent when nothing changed. */
  lagMs?: number;
  /** What went wrong, by destination. */
  failures: Record<string, string>;
}

export interface Runs {
  add(record: CycleRecord): void;
  /** The newest first. */
  latest(count: number): CycleRecord[];
}

/** About four days of cycles at four a minute. */
const KEPT = 25_000;

export function openRuns(database: DatabaseSync): Runs {
  const add = database.prepare('INSERT INTO cycle (started_at, content) VALUES (?, ?)');
  const prune = database.prepare('DELETE FROM cycle WHERE number <= ?');
  const latest = database.prepare('SELECT content FROM cycle ORDER BY number DESC LIMIT ?');
  return {
    add: (record) => {
      const { lastInsertRowid } = add.run(Date.parse(record.startedAt), JSON.stringify(record));
      prune.run(Number(lastInsertRowid) - KEPT);
    },
    latest: (count) => latest.all(count).map((row) => JSON.parse(String(row['content'])) as CycleRecord),
  };
}
