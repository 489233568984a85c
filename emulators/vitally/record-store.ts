import { randomUUID } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Clock } from '../core/index.ts';
import type { Traits, WorkspaceRecord } from './entities.ts';
import type { Place } from './store.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS records (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, externalId TEXT, accountId TEXT, organizationId TEXT,
    createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, archivedAt TEXT, fields TEXT NOT NULL, traits TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS recordsByExternalId ON records (kind, externalId);
  CREATE INDEX IF NOT EXISTS recordsByAccount ON records (kind, accountId);`;

/** What a client says of a record. An absent part stays as it is. */
export interface RecordChange {
  fields?: Record<string, unknown>;
  /** Merged: a `null` removes that trait. */
  traits?: Traits | undefined;
}

export interface NewRecord extends RecordChange {
  externalId?: string | null | undefined;
  accountId?: string | null | undefined;
  organizationId?: string | null | undefined;
}

export interface RecordQuery {
  sortBy: 'updatedAt' | 'createdAt';
  count: number;
  after?: Place | undefined;
  accountId?: string | undefined;
  organizationId?: string | undefined;
  archived?: boolean | undefined;
  /** Only what this integration wrote. */
  source?: string | undefined;
  /** Only what was made until then. */
  until?: string | undefined;
}

/** Everything in the workspace but its accounts: one table, since all of it is created, merged and listed alike. */
export class RecordStore {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;

  constructor(database: DatabaseSync, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
    database.exec(TABLES);
  }

  clear(): void {
    this.#database.exec('DELETE FROM records');
  }

  add(kind: string, { externalId, accountId, organizationId, fields, traits }: NewRecord): WorkspaceRecord {
    const now = this.#now();
    const id = randomUUID();
    this.#database
      .prepare('INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)')
      .run(
        ...([id, kind, externalId ?? null, accountId ?? null, organizationId ?? null, now, now] as const),
        ...([JSON.stringify(fields ?? {}), JSON.stringify(merge({}, traits ?? {}))] as const),
      );
    return this.#get(kind, id);
  }

  find(kind: string, id: string): WorkspaceRecord | undefined {
    const row = this.#database.prepare('SELECT * FROM records WHERE kind = ? AND id = ?').get(kind, id);
    return row && toRecord(row);
  }

  /** One that was not archived goes first. */
  findByExternalId(kind: string, externalId: string): WorkspaceRecord | undefined {
    const row = this.#database
      .prepare('SELECT * FROM records WHERE kind = ? AND externalId = ? ORDER BY archivedAt IS NOT NULL')
      .get(kind, externalId);
    return row && toRecord(row);
  }

  /** Records in descending order. Users belong to every account that they name. */
  list(
    kind: string,
    { sortBy, count, after, accountId, organizationId, archived, source, until }: RecordQuery,
  ): WorkspaceRecord[] {
    const rows = this.#database
      .prepare(
        `SELECT * FROM records WHERE kind = :kind AND (${sortBy}, id) < (:at, :after)
         AND (:account IS NULL OR accountId = :account
           OR EXISTS (SELECT 1 FROM json_each(fields, '$.accountIds') WHERE value = :account))
         AND (:organization IS NULL OR organizationId = :organization
           OR EXISTS (SELECT 1 FROM json_each(fields, '$.organizationIds') WHERE value = :organization))
         AND (:archived IS NULL OR (archivedAt IS NOT NULL) = :archived)
         AND (:source IS NULL OR fields ->> '$.source' = :source) AND (:until IS NULL OR createdAt <= :until)
         ORDER BY ${sortBy} DESC, id DESC LIMIT :count`,
      )
      .all({
        ...{ kind, count, at: after?.at ?? '~', after: after?.id ?? '~', until: until ?? null },
        ...{ account: accountId ?? null, organization: organizationId ?? null },
        ...{ archived: archived === undefined ? null : Number(archived), source: source ?? null },
      });
    return rows.map(toRecord);
  }

  /** How many users belong to the account. */
  countUsers(accountId: string): number {
    const row = this.#database
      .prepare(
        `SELECT count(*) AS count FROM records
         WHERE kind = 'users' AND EXISTS (SELECT 1 FROM json_each(fields, '$.accountIds') WHERE value = ?)`,
      )
      .get(accountId);
    return Number(row?.['count']);
  }

  change(record: WorkspaceRecord, { fields, traits }: RecordChange): WorkspaceRecord {
    const given = Object.entries(fields ?? {}).filter(([, value]) => value !== undefined);
    this.#database
      .prepare('UPDATE records SET fields = ?, traits = ?, updatedAt = ? WHERE id = ?')
      .run(
        JSON.stringify({ ...record.fields, ...Object.fromEntries(given) }),
        JSON.stringify(merge(record.traits, traits ?? {})),
        this.#now(),
        record.id,
      );
    return this.#get(record.kind, record.id);
  }

  /** Gives a record another external id. */
  identify(record: WorkspaceRecord, externalId: string): void {
    this.#database.prepare('UPDATE records SET externalId = ? WHERE id = ?').run(externalId, record.id);
  }

  /** Hides the record from lists, as DELETE does with notes, tasks and projects. */
  archive(record: WorkspaceRecord): WorkspaceRecord {
    const now = this.#now();
    this.#database.prepare('UPDATE records SET archivedAt = ?, updatedAt = ? WHERE id = ?').run(now, now, record.id);
    return this.#get(record.kind, record.id);
  }

  /** Shows it in lists again. */
  revive(record: WorkspaceRecord): WorkspaceRecord {
    this.#database.prepare('UPDATE records SET archivedAt = NULL WHERE id = ?').run(record.id);
    return this.#get(record.kind, record.id);
  }

  remove(record: WorkspaceRecord): void {
    this.#database.prepare('DELETE FROM records WHERE id = ?').run(record.id);
  }

  #get(kind: string, id: string): WorkspaceRecord {
    const record = this.find(kind, id);
    if (record === undefined) throw new RangeError(`No ${kind} ${id}`);
    return record;
  }

  #now(): string {
    return this.#clock.now().toISOString();
  }
}

function merge(before: Traits, change: Traits): Traits {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== null));
}

function toRecord(row: Record<string, SQLOutputValue>): WorkspaceRecord {
  const textOrNull = (name: string): string | null => (row[name] === null ? null : String(row[name]));
  return {
    id: String(row['id']),
    kind: String(row['kind']),
    externalId: textOrNull('externalId'),
    accountId: textOrNull('accountId'),
    organizationId: textOrNull('organizationId'),
    createdAt: String(row['createdAt']),
    updatedAt: String(row['updatedAt']),
    archivedAt: textOrNull('archivedAt'),
    fields: JSON.parse(String(row['fields'])) as Record<string, unknown>,
    traits: JSON.parse(String(row['traits'])) as Traits,
  };
}
