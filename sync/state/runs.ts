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
  /** Cells that had changed on both sides. */
  conflicts: number;
  /** Customers written to Vitally, and those that wait for their account there. */
  traits: number;
  waiting: number;
  messages: number;
  /** Time from the oldest change's save to the end of the cycle, by the server's clock; absent when nothing changed. */
  lagMs?: number;
  /** The org's daily calls, by whomever; absent while Salesforce has not told. */
  usage?: { used: number; limit: number };
  /** What went wrong, by destination. */
  failures: Record<string, string>;
}

export interface Runs {
  add(record: CycleRecord): void;
  /** The newest first. */
  latest(count: number): CycleRecord[];
  /** Calls of all cycles that began since then. */
  callsSince(moment: Date): CycleRecord['calls'];
}

const SIDES = ['signIns', 'salesforce', 'sheetReads', 'sheetWrites', 'vitally', 'slack'] as const;

/** About four days of cycles at four a minute. */
const KEPT = 25_000;

export function openRuns(database: DatabaseSync): Runs {
  const add = database.prepare('INSERT INTO cycle (started_at, content) VALUES (?, ?)');
  const prune = database.prepare('DELETE FROM cycle WHERE number <= ?');
  const latest = database.prepare('SELECT content FROM cycle ORDER BY number DESC LIMIT ?');
  const since = database.prepare('SELECT content FROM cycle WHERE started_at >= ?');
  return {
    callsSince: (moment) => {
      const sum = { signIns: 0, salesforce: 0, sheetReads: 0, sheetWrites: 0, vitally: 0, slack: 0 };
      for (const row of since.iterate(moment.getTime())) {
        const { calls } = JSON.parse(String(row['content'])) as CycleRecord;
        for (const side of SIDES) sum[side] += calls[side];
      }
      return sum;
    },
    add: (record) => {
      const { lastInsertRowid } = add.run(Date.parse(record.startedAt), JSON.stringify(record));
      prune.run(Number(lastInsertRowid) - KEPT);
    },
    // An older version counted no conflicts.
    latest: (count) =>
      latest
        .all(count)
        .map((row) => ({ conflicts: 0, ...(JSON.parse(String(row['content'])) as Omit<CycleRecord, 'conflicts'>) })),
  };
}
