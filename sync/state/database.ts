import { DatabaseSync } from 'node:sqlite';

/** Tables of the service's memory. All of it can be lost and is found again, but for edits that both sides made meanwhile. */
const TABLES = `
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS entry (
    id TEXT PRIMARY KEY,
    account_id TEXT,
    -- 0: nobody else's business, 1: open, 2: closed
    mirrored INTEGER NOT NULL,
    content TEXT NOT NULL,
    number TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS entry_by_account ON entry (account_id);
  CREATE INDEX IF NOT EXISTS entry_by_group ON entry (mirrored);
  CREATE TABLE IF NOT EXISTS arrival (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pending (
    destination TEXT NOT NULL,
    id TEXT NOT NULL,
    not_before INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (destination, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS sheet_base (id TEXT PRIMARY KEY, watched TEXT NOT NULL, rest TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS closed_base (id TEXT PRIMARY KEY, watched TEXT NOT NULL, rest TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS sheet_note (
    id TEXT NOT NULL, name TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (id, name)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS closed_note (
    id TEXT NOT NULL, name TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (id, name)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS carried (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS vitally_customer (
    id TEXT PRIMARY KEY,
    name TEXT,
    presence TEXT NOT NULL CHECK (presence IN ('found', 'waiting', 'inactive')),
    since INTEGER,
    vitally_id TEXT,
    matched_by TEXT,
    traits TEXT NOT NULL,
    is_reviewed INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS vitally_activity (
    key TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    vitally_id TEXT,
    content TEXT,
    attempted_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS vitally_activity_by_account ON vitally_activity (account_id);
  CREATE TABLE IF NOT EXISTS vitally_told (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS message (
    id TEXT PRIMARY KEY,
    status TEXT NOT NULL CHECK (status IN ('sending', 'sent', 'skipped')),
    channel TEXT,
    ts TEXT,
    content TEXT,
    attempted_at INTEGER
  ) STRICT;
  CREATE TABLE IF NOT EXISTS story (id TEXT PRIMARY KEY, facts TEXT NOT NULL, shown TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS chapter (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    not_before INTEGER NOT NULL,
    attempted_at INTEGER,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS chapter_by_request ON chapter (id);
  CREATE TABLE IF NOT EXISTS slack_person (email TEXT PRIMARY KEY, slack_id TEXT, looked_at INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS cycle (number INTEGER PRIMARY KEY, started_at INTEGER NOT NULL, content TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS cycle_by_start ON cycle (started_at);
`;

/** Raised when what is kept takes another form. What an older version kept of Salesforce is then read again. */
const VERSION = 3;

const CACHE_KB = 16_000;

export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5000 });
  // Of a new file: a request fits on one page of this size.
  database.exec('PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec(`PRAGMA cache_size = -${CACHE_KB}`);
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version < 2) database.exec('DROP TABLE IF EXISTS sheet_note');
  if (version > 0 && version < 3) database.exec('ALTER TABLE entry ADD COLUMN number TEXT');
  database.exec(TABLES);
  if (version < VERSION) {
    database.exec(`DELETE FROM setting WHERE name = 'checkpoint'; PRAGMA user_version = ${VERSION};`);
  }
  return database;
}

/** Does the work in one transaction: all of it is kept, or nothing. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
