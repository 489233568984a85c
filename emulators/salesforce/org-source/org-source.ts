import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { filesIn } from '../files-in.ts';
import { packageFolders } from '../schema/index.ts';

/** Files of a package folder, `main/default/objects/…` → content. */
export type SourceFiles = ReadonlyMap<string, Buffer>;

/** Metadata, what Lightning web components are made of but their tests, templates of e-mails, static resources. */
const KEPT = /-meta\.xml$|\/lwc\/[^/]+\/(?!__)[^/]+$|\/email\/[^/]+\/[^/]+\.email$|\/staticresources\/[^/]+$/;

/**
 * The metadata that an org runs: the source it was booted from, and on top of it what was deployed since.
 *
 * Only what differs from the source is kept, so that an edit of another file of the source counts at the next boot.
 */
export class OrgSource {
  readonly #database: DatabaseSync;
  readonly #folder: string;
  /** As they were at the boot: the org goes on when the folder changes or goes away. */
  readonly #booted: () => SourceFiles;
  /** A folder with what runs now, once somebody has asked for it. */
  #written: string | undefined;

  constructor(database: DatabaseSync, folder: string, booted: () => SourceFiles) {
    this.#database = database;
    this.#folder = folder;
    this.#booted = booted;
    database.exec('CREATE TABLE IF NOT EXISTS _deployed (path TEXT PRIMARY KEY, content BLOB)');
  }

  files(): SourceFiles {
    const files = new Map(this.#booted());
    for (const { path, content } of this.#database.prepare('SELECT path, content FROM _deployed').all()) {
      if (content instanceof Uint8Array) files.set(String(path), Buffer.from(content));
      else files.delete(String(path));
    }
    return new Map([...files].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  }

  /** Runs these files from now on, in the current transaction. */
  keep(files: SourceFiles): void {
    this.close();
    this.#database.exec('DELETE FROM _deployed');
    const booted = this.#booted();
    const insert = this.#database.prepare('INSERT INTO _deployed (path, content) VALUES (?, ?)');
    for (const [path, content] of files) {
      if (booted.get(path)?.equals(content) !== true) insert.run(path, content);
    }
    for (const path of booted.keys()) {
      if (!files.has(path)) insert.run(path, null);
    }
  }

  /** Lends a package folder with the files as they are now. */
  read<Result>(work: (folder: string) => Result): Result {
    return work(this.folder());
  }

  /** A folder with the files as they are now; it stays until others are kept. */
  folder(): string {
    const count = this.#database.prepare('SELECT count(*) AS count FROM _deployed').get();
    if (Number(count?.['count']) === 0) return this.#folder;
    return (this.#written ??= write(this.files()));
  }

  /** Removes the folder. */
  close(): void {
    if (this.#written !== undefined) rmSync(this.#written, { recursive: true, force: true });
    this.#written = undefined;
  }

  /** Lends a package folder with these files. */
  static lend<Result>(files: SourceFiles, work: (folder: string) => Result): Result {
    const folder = write(files);
    try {
      return work(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function write(files: SourceFiles): string {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-org-'));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Reads what counts of a project, or of a package folder. */
export function readSource(source: string): SourceFiles {
  const files = new Map<string, Buffer>();
  for (const folder of packageFolders(source).map((path) => resolve(path))) {
    for (const found of filesIn(folder)) {
      const path = found.slice(folder.length + 1).replaceAll(sep, '/');
      if (KEPT.test(`/${path}`)) files.set(path, readFileSync(found));
    }
  }
  return files;
}
