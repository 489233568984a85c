import { randomInt } from 'node:crypto';
import type { Clock } from '../core/index.ts';
import { toId18 } from './ids.ts';
import type { AnswerRecord } from './soql/index.ts';

const HOUR = 60 * 60 * 1000;
const LIFETIME = 2 * HOUR;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

interface Cursor {
  owner: string;
  records: AnswerRecord[];
  opened: number;
}

/** One page of a query's answer. */
export interface Page {
  totalSize: number;
  records: AnswerRecord[];
  /** `01g…-2000`, absent on the last page. */
  next?: string;
}

/** What queries found and clients have not fetched yet. A cursor lives two hours. */
export class Cursors {
  readonly #clock: Clock;
  readonly #open = new Map<string, Cursor>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The first page, keeping the rest for `page` when there is more. */
  open(owner: string, records: AnswerRecord[], pageSize: number): Page {
    if (records.length <= pageSize) return { totalSize: records.length, records };
    this.#dropOld();
    const locator = newLocator();
    this.#open.set(locator, { owner, records, opened: this.#clock.now().getTime() });
    return pageOf(locator, records, 0, pageSize);
  }

  /** The page that begins at `offset`, or undefined when the cursor is gone or is somebody else's. */
  page(owner: string, locator: string, offset: number, pageSize: number): Page | undefined {
    this.#dropOld();
    const cursor = this.#open.get(locator);
    if (cursor === undefined || cursor.owner !== owner || offset >= cursor.records.length) return undefined;
    return pageOf(locator, cursor.records, offset, pageSize);
  }

  clear(): void {
    this.#open.clear();
  }

  #dropOld(): void {
    const oldest = this.#clock.now().getTime() - LIFETIME;
    for (const [locator, { opened }] of this.#open) if (opened < oldest) this.#open.delete(locator);
  }
}

function pageOf(locator: string, records: AnswerRecord[], offset: number, pageSize: number): Page {
  const end = offset + pageSize;
  const page = { totalSize: records.length, records: records.slice(offset, end) };
  return end < records.length ? { ...page, next: `${locator}-${end}` } : page;
}

function newLocator(): string {
  let id = '01g';
  while (id.length < 15) id += ALPHABET.charAt(randomInt(ALPHABET.length));
  return toId18(id) ?? id;
}
