import { randomBytes, randomUUID } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Clock } from '../core/index.ts';
import type { Account, SampleAccount, Trait, Traits } from './entities.ts';

const TABLES = `
  PRAGMA foreign_keys = ON;
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS accounts (
    id TEXT PRIMARY KEY, externalId TEXT NOT NULL UNIQUE, name TEXT NOT NULL, organizationId TEXT, accountOwnerId TEXT,
    healthScore REAL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS traits (
    accountId TEXT NOT NULL REFERENCES accounts(id) ON DELETE CASCADE, path TEXT NOT NULL, value TEXT NOT NULL,
    changedAt TEXT NOT NULL, PRIMARY KEY (accountId, path)
  );
  CREATE TABLE IF NOT EXISTS hidden (accountId TEXT PRIMARY KEY REFERENCES accounts(id) ON DELETE CASCADE);`;

const CHURNED = `EXISTS (SELECT 1 FROM traits WHERE accountId = accounts.id AND path = 'churnedAt')`;
const STATUS_CONDITIONS = { active: `NOT ${CHURNED}`, churned: CHURNED, activeOrChurned: 'TRUE' };

export type AccountStatus = keyof typeof STATUS_CONDITIONS;

/** The fields that a client may change. An absent one stays as it is. */
export interface AccountChange {
  name?: string | undefined;
  organizationId?: string | null | undefined;
  accountOwnerId?: string | null | undefined;
  /** Merged: a `null` removes that trait. */
  traits?: Traits | undefined;
}

/** Where a page of accounts begins: after this one, in descending order. */
export interface Place {
  at: string;
  id: string;
}

/** The workspace: accounts with their traits, and the API key that opens it. */
export class VitallyStore {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly apiKey: string;

  constructor(database: DatabaseSync, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
    database.exec(TABLES);
    this.apiKey = this.#setting('apiKey') ?? `sk_live_${randomBytes(24).toString('hex')}`;
    this.#keepSetting('apiKey', this.apiKey);
  }

  /** Whether the first contents were loaded already, in this run or an earlier one. */
  get isLoaded(): boolean {
    return this.#setting('isLoaded') === 'yes';
  }

  /** Forgets every account and begins with these. */
  load(accounts: readonly SampleAccount[]): void {
    this.#database.exec('DELETE FROM traits; DELETE FROM accounts;');
    for (const account of accounts) this.add(account);
    this.#keepSetting('isLoaded', 'yes');
  }

  add({ externalId, name, healthScore, traits }: SampleAccount): Account {
    const now = this.#now();
    const id = randomUUID();
    this.#database
      .prepare(
        'INSERT INTO accounts (id, externalId, name, healthScore, createdAt, updatedAt) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(id, externalId, name, healthScore ?? null, now, now);
    this.#mergeTraits(id, traits ?? {}, now);
    return this.#get(id);
  }

  /** The account with this Vitally id or external id. */
  find(id: string): Account | undefined {
    const row = this.#database.prepare('SELECT * FROM accounts WHERE id = ?1 OR externalId = ?1').get(id);
    return row && toAccount(row);
  }

  /** At most `count` accounts in descending order of `sortBy`, from `after` on. */
  list(options: {
    status: AccountStatus;
    sortBy: 'updatedAt' | 'createdAt';
    after?: Place;
    count: number;
    organizationId?: string;
    /** Only what was made until then. */
    until?: string;
  }): Account[] {
    const { status, sortBy, after, count, organizationId = null, until = null } = options;
    const rows = this.#database
      .prepare(
        `SELECT * FROM accounts WHERE ${STATUS_CONDITIONS[status]} AND (${sortBy}, id) < (?1, ?2)
         AND id NOT IN (SELECT accountId FROM hidden)
         AND (?3 IS NULL OR organizationId = ?3) AND (?5 IS NULL OR createdAt <= ?5)
         ORDER BY ${sortBy} DESC, id DESC LIMIT ?4`,
      )
      .all(after?.at ?? '~', after?.id ?? '~', organizationId, count, until);
    return rows.map(toAccount);
  }

  change(id: string, change: AccountChange): Account {
    const now = this.#now();
    const before = this.#get(id);
    const {
      name = before.name,
      organizationId = before.organizationId,
      accountOwnerId = before.accountOwnerId,
    } = change;
    this.#database
      .prepare('UPDATE accounts SET name = ?, organizationId = ?, accountOwnerId = ?, updatedAt = ? WHERE id = ?')
      .run(name, organizationId, accountOwnerId, now, id);
    this.#mergeTraits(id, change.traits ?? {}, now);
    return this.#get(id);
  }

  remove(id: string): void {
    this.#database.prepare('DELETE FROM accounts WHERE id = ?').run(id);
  }

  /** Takes the account out of every list; whoever has its id still finds it. */
  hide(id: string): void {
    this.#database.prepare('INSERT OR IGNORE INTO hidden VALUES (?)').run(id);
  }

  traitsOf(id: string): Trait[] {
    const rows = this.#database.prepare('SELECT * FROM traits WHERE accountId = ? ORDER BY path').all(id);
    return rows.map((row) => ({
      path: String(row['path']),
      value: JSON.parse(String(row['value'])) as unknown,
      changedAt: String(row['changedAt']),
    }));
  }

  /** How many accounts have a trait whose path begins so. */
  countAccountsWithTrait(prefix: string): number {
    const row = this.#database
      .prepare('SELECT count(DISTINCT accountId) AS count FROM traits WHERE substr(path, 1, ?) = ?')
      .get(prefix.length, prefix);
    return Number(row?.['count']);
  }

  close(): void {
    this.#database.close();
  }

  #get(id: string): Account {
    const account = this.find(id);
    if (account === undefined) throw new RangeError(`There is no account with the id "${id}"`);
    return account;
  }

  #mergeTraits(accountId: string, traits: Traits, now: string): void {
    const remove = this.#database.prepare('DELETE FROM traits WHERE accountId = ? AND path = ?');
    const keep = this.#database.prepare(
      `INSERT INTO traits (accountId, path, value, changedAt) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value, changedAt = excluded.changedAt WHERE value <> excluded.value`,
    );
    for (const [path, value] of Object.entries(traits)) {
      if (value === null) remove.run(accountId, path);
      else keep.run(accountId, path, JSON.stringify(value), now);
    }
  }

  #now(): string {
    return this.#clock.now().toISOString();
  }

  #setting(name: string): string | undefined {
    const row = this.#database.prepare('SELECT value FROM settings WHERE name = ?').get(name);
    return row && String(row['value']);
  }

  #keepSetting(name: string, value: string): void {
    this.#database.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)').run(name, value);
  }
}

function toAccount(row: Record<string, SQLOutputValue>): Account {
  const textOrNull = (name: string): string | null => (row[name] === null ? null : String(row[name]));
  return {
    id: String(row['id']),
    externalId: String(row['externalId']),
    name: String(row['name']),
    organizationId: textOrNull('organizationId'),
    accountOwnerId: textOrNull('accountOwnerId'),
    healthScore: row['healthScore'] === null ? null : Number(row['healthScore']),
    createdAt: String(row['createdAt']),
    updatedAt: String(row['updatedAt']),
  };
}
