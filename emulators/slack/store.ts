import { randomBytes } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Clock } from '../core/index.ts';
import type { Block, Bot, Channel, Message, Metadata } from './entities.ts';
import { toTimestamp } from './timestamps.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS channels (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, isMember INTEGER NOT NULL, isArchived INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS messages (
    channel TEXT NOT NULL, ts TEXT NOT NULL, threadTs TEXT, isBroadcast INTEGER NOT NULL, text TEXT NOT NULL,
    isMarkdown INTEGER NOT NULL, blocks TEXT NOT NULL, metadata TEXT NOT NULL, editedTs TEXT,
    isDeleted INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (channel, ts)
  );
  CREATE INDEX IF NOT EXISTS replies ON messages (channel, threadTs);`;

const MESSAGES = `
  SELECT *, (SELECT count(*) FROM messages r WHERE r.channel = m.channel AND r.threadTs = m.ts) AS replyCount,
    (SELECT max(ts) FROM messages r WHERE r.channel = m.channel AND r.threadTs = m.ts) AS latestReplyTs
  FROM messages m`;

export type NewMessage = Omit<Message, 'ts' | 'editedTs' | 'isDeleted' | 'replyCount' | 'latestReplyTs'>;

/** What of a message can be changed. */
export type MessageChange = Pick<Message, 'text' | 'blocks' | 'metadata' | 'editedTs'>;

/** Which part of a conversation. The bounds are compared as text and are themselves left out unless `isInclusive`. */
export interface Span {
  oldest: string;
  latest: string;
  isInclusive: boolean;
  count: number;
}

/** The workspace: its bot, channels and messages. */
export class SlackStore {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly bot: Bot;
  #lastTs: string | undefined;

  constructor(database: DatabaseSync, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
    database.exec(TABLES);
    const kept = database.prepare(`SELECT value FROM settings WHERE name = 'bot'`).get();
    this.bot = kept === undefined ? createBot() : (JSON.parse(String(kept['value'])) as Bot);
    database.prepare(`INSERT OR REPLACE INTO settings VALUES ('bot', ?)`).run(JSON.stringify(this.bot));
    const last = database.prepare('SELECT max(ts) AS ts FROM messages').get()?.['ts'];
    if (typeof last === 'string') this.#lastTs = last;
  }

  addChannel(channel: Omit<Channel, 'id'>): void {
    this.#database
      .prepare('INSERT OR IGNORE INTO channels (id, name, isMember, isArchived) VALUES (?, ?, ?, ?)')
      .run(createId('C'), channel.name, Number(channel.isMember), Number(channel.isArchived));
  }

  archive(id: string, isArchived: boolean): void {
    this.#database.prepare('UPDATE channels SET isArchived = ? WHERE id = ?').run(Number(isArchived), id);
  }

  channels(): Channel[] {
    return this.#database.prepare('SELECT * FROM channels ORDER BY rowid').all().map(toChannel);
  }

  findChannel(id: string): Channel | undefined {
    const row = this.#database.prepare('SELECT * FROM channels WHERE id = ?').get(id);
    return row && toChannel(row);
  }

  post(message: NewMessage): Message {
    const ts = toTimestamp(this.#clock.now(), this.#lastTs);
    this.#lastTs = ts;
    this.#database
      .prepare(
        `INSERT INTO messages (channel, ts, threadTs, isBroadcast, text, isMarkdown, blocks, metadata)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        message.channel,
        ts,
        message.threadTs,
        Number(message.isBroadcast),
        message.text,
        Number(message.isMarkdown),
        JSON.stringify(message.blocks),
        JSON.stringify(message.metadata),
      );
    return this.#get(message.channel, ts);
  }

  change({ channel, ts }: Message, { text, blocks, metadata, editedTs }: MessageChange): Message {
    this.#database
      .prepare('UPDATE messages SET text = ?, blocks = ?, metadata = ?, editedTs = ? WHERE channel = ? AND ts = ?')
      .run(text, JSON.stringify(blocks), JSON.stringify(metadata), editedTs, channel, ts);
    return this.#get(channel, ts);
  }

  /** Removes a message; one that was replied to leaves a tombstone, so that its thread stays reachable. */
  remove({ channel, ts, replyCount }: Message): void {
    const statement =
      replyCount > 0
        ? `UPDATE messages SET isDeleted = 1, text = '', blocks = '[]', metadata = 'null' WHERE channel = ? AND ts = ?`
        : 'DELETE FROM messages WHERE channel = ? AND ts = ?';
    this.#database.prepare(statement).run(channel, ts);
  }

  find(channel: string, ts: string): Message | undefined {
    const row = this.#database.prepare(`${MESSAGES} WHERE channel = ? AND ts = ?`).get(channel, ts);
    return row && toMessage(row);
  }

  /** What stands in the channel itself, newest first: replies are left out unless they were broadcast. */
  history(channel: string, { oldest, latest, isInclusive, count }: Span): Message[] {
    const or = isInclusive ? '=' : '';
    return this.#database
      .prepare(
        `${MESSAGES} WHERE channel = ? AND (threadTs IS NULL OR isBroadcast = 1) AND ts >${or} ? AND ts <${or} ?
         ORDER BY ts DESC LIMIT ?`,
      )
      .all(channel, oldest, latest, count)
      .map(toMessage);
  }

  /** The replies to a message, oldest first. */
  replies(channel: string, threadTs: string, { oldest, latest, isInclusive, count }: Span): Message[] {
    const or = isInclusive ? '=' : '';
    return this.#database
      .prepare(`${MESSAGES} WHERE channel = ? AND threadTs = ? AND ts >${or} ? AND ts <${or} ? ORDER BY ts LIMIT ?`)
      .all(channel, threadTs, oldest, latest, count)
      .map(toMessage);
  }

  countMessages(): number {
    const row = this.#database.prepare('SELECT count(*) AS count FROM messages WHERE isDeleted = 0').get();
    return Number(row?.['count']);
  }

  /** Forgets every message. Channels and the token stay. */
  clear(): void {
    this.#database.exec('DELETE FROM messages');
  }

  close(): void {
    this.#database.close();
  }

  #get(channel: string, ts: string): Message {
    const message = this.find(channel, ts);
    if (message === undefined) throw new RangeError(`There is no message ${ts} in ${channel}`);
    return message;
  }
}

function createBot(): Bot {
  return {
    token: `xoxb-${randomBytes(6).readUIntBE(0, 6)}-${randomBytes(12).toString('hex')}`,
    teamId: createId('T'),
    userId: createId('U'),
    botId: createId('B'),
    appId: createId('A'),
  };
}

function createId(prefix: string): string {
  return `${prefix}0${randomBytes(5).toString('hex').toUpperCase().slice(0, 9)}`;
}

function toChannel(row: Record<string, SQLOutputValue>): Channel {
  return {
    id: String(row['id']),
    name: String(row['name']),
    isMember: row['isMember'] === 1,
    isArchived: row['isArchived'] === 1,
  };
}

function toMessage(row: Record<string, SQLOutputValue>): Message {
  const textOrNull = (name: string): string | null => (row[name] === null ? null : String(row[name]));
  return {
    channel: String(row['channel']),
    ts: String(row['ts']),
    threadTs: textOrNull('threadTs'),
    isBroadcast: row['isBroadcast'] === 1,
    text: String(row['text']),
    isMarkdown: row['isMarkdown'] === 1,
    blocks: JSON.parse(String(row['blocks'])) as Block[],
    metadata: JSON.parse(String(row['metadata'])) as Metadata | null,
    editedTs: textOrNull('editedTs'),
    isDeleted: row['isDeleted'] === 1,
    replyCount: Number(row['replyCount']),
    latestReplyTs: textOrNull('latestReplyTs'),
  };
}
