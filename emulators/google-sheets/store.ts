import { randomBytes, randomInt } from 'node:crypto';
import { copySpreadsheet, createSheet, type Sheet, type Spreadsheet } from './entities.ts';
import { notFound } from './errors.ts';

/** A row of one sheet that is not as it was: its zero-based position. */
export interface SheetChange {
  sheetId: number;
  rows: number[];
}

export interface Commit {
  spreadsheet: Spreadsheet;
  /** Counts the changes of this spreadsheet since the emulator started. */
  version: number;
  sheets: SheetChange[];
}

interface Stored {
  current: Spreadsheet;
  version: number;
}

/** All spreadsheets. A change is made on a copy and becomes visible as a whole or not at all. */
export class SpreadsheetStore {
  readonly #stored = new Map<string, Stored>();
  readonly #listeners = new Set<(commit: Commit) => void>();

  list(): Spreadsheet[] {
    return [...this.#stored.values()].map(({ current }) => current);
  }

  get(id: string): Spreadsheet {
    const stored = this.#stored.get(id);
    if (stored === undefined) throw notFound();
    return stored.current;
  }

  version(id: string): number {
    return this.#stored.get(id)?.version ?? 0;
  }

  /** Keeps a spreadsheet, in place of one with the same id. */
  put(spreadsheet: Spreadsheet): void {
    const version = this.version(spreadsheet.id) + 1;
    const before = this.#stored.get(spreadsheet.id)?.current;
    this.#stored.set(spreadsheet.id, { current: spreadsheet, version });
    this.#tell({ spreadsheet, version, sheets: changedRows(before, spreadsheet) });
  }

  /** Loads a spreadsheet as it was kept, without telling anybody. */
  load(spreadsheet: Spreadsheet): void {
    this.#stored.set(spreadsheet.id, { current: spreadsheet, version: 1 });
  }

  clear(): void {
    this.#stored.clear();
  }

  /** Runs `work` on a copy and keeps the copy when it returns; when it throws, nothing has happened. */
  change<T>(id: string, work: (draft: Spreadsheet) => T): T {
    const draft = copySpreadsheet(this.get(id));
    const answer = work(draft);
    this.put(draft);
    return answer;
  }

  /** Calls back after each change. */
  onCommit(listener: (commit: Commit) => void): void {
    this.#listeners.add(listener);
  }

  #tell(commit: Commit): void {
    for (const listener of this.#listeners) listener(commit);
  }
}

function changedRows(before: Spreadsheet | undefined, after: Spreadsheet): SheetChange[] {
  return after.sheets.map((sheet) => {
    const old = before?.sheets.find(({ sheetId }) => sheetId === sheet.sheetId);
    const rows: number[] = [];
    for (let row = 0; row < Math.max(sheet.rows.length, old?.rows.length ?? 0); row += 1) {
      if (sheet.rows[row] !== old?.rows[row]) rows.push(row);
    }
    return { sheetId: sheet.sheetId, rows };
  });
}

export interface NewSpreadsheet {
  id?: string;
  title: string;
  owner: string;
  editors?: readonly string[];
}

/** A spreadsheet as Google makes it: one empty tab, `Sheet1`, with the id 0. */
export function createSpreadsheet({ id, title, owner, editors = [] }: NewSpreadsheet): Spreadsheet {
  return {
    id: id ?? `1${randomBytes(32).toString('base64url')}`,
    owner,
    editors: [...editors],
    properties: { title, locale: 'en_US', autoRecalc: 'ON_CHANGE', timeZone: 'Etc/GMT' },
    sheets: [createSheet(0, 'Sheet1')],
    namedRanges: [],
    metadata: [],
  };
}

/** A new number that none of `taken` is. */
export function newId(taken: Iterable<number | string | undefined>): number {
  const used = new Set([...taken].map(String));
  for (;;) {
    const id = randomInt(1, 2 ** 31 - 1);
    if (!used.has(String(id))) return id;
  }
}

export function sheetIds(sheets: readonly Sheet[]): number[] {
  return sheets.map(({ sheetId }) => sheetId);
}
