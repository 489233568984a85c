import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { z } from 'zod';

/** Who gets a message. An address need not be anybody's who is known here. */
const Recipient = z.object({ id: z.string().nullable(), name: z.string() });
export type Recipient = z.output<typeof Recipient>;

/** `flowError` is the e-mail that tells an administrator of a flow that failed with nobody waiting for it. */
const Kind = z.enum(['notification', 'email', 'post', 'flowError']);

/** A message that the org has sent. */
export interface OutboxEntry {
  /** Ascending. */
  readonly id: number;
  readonly kind: z.output<typeof Kind>;
  /** Virtual time. */
  readonly at: string;
  readonly recipients: Recipient[];
  readonly title: string;
  readonly body: string;
  /** The record that it leads to. */
  readonly targetId: string | null;
  /** Id of the custom notification type; null for all but notifications. */
  readonly typeId: string | null;
}

/** What is to be sent. */
type Message = Omit<OutboxEntry, 'id' | 'typeId'> & { typeId?: string | null };

const Row = z.object({
  id: z.number(),
  kind: Kind,
  at: z.string(),
  recipients: z.string(),
  title: z.string(),
  body: z.string(),
  targetId: z.string().nullable(),
  typeId: z.string().nullable(),
});

/** Messages that flows have sent, kept with the records: those of a transaction that is undone were never sent. */
export class OutboxStore {
  readonly #insert: StatementSync;
  readonly #list: StatementSync;
  readonly #clear: StatementSync;

  constructor(database: DatabaseSync) {
    database.exec(
      `CREATE TABLE IF NOT EXISTS _outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, at TEXT NOT NULL,
         recipients TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, targetId TEXT, typeId TEXT)`,
    );
    // A state folder of an earlier version has the table without the column.
    const columns = database.prepare("SELECT name FROM pragma_table_info('_outbox')").all();
    if (!columns.some(({ name }) => name === 'typeId')) database.exec('ALTER TABLE _outbox ADD COLUMN typeId TEXT');
    this.#insert = database.prepare(
      'INSERT INTO _outbox (kind, at, recipients, title, body, targetId, typeId) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.#list = database.prepare('SELECT * FROM _outbox WHERE id > ? ORDER BY id');
    this.#clear = database.prepare('DELETE FROM _outbox');
  }

  send({ kind, at, recipients, title, body, targetId, typeId = null }: Message): void {
    this.#insert.run(kind, at, JSON.stringify(recipients), title, body, targetId, typeId);
  }

  /** Those after the entry with this id; all of them after 0. */
  listSince(id: number): OutboxEntry[] {
    return this.#list.all(id).map((row) => {
      const entry = Row.parse(row);
      return { ...entry, recipients: z.array(Recipient).parse(JSON.parse(entry.recipients)) };
    });
  }

  clear(): void {
    this.#clear.run();
  }
}
