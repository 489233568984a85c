import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/joined-code', import.meta.url));
const FOLDERS_KEPT = 3;

/** The size and times of each file that the joined code was made of. */
export type Stamps = Record<string, string>;

interface Manifest {
  node: string;
  /** The joined file that stands for the entry. */
  file: string;
  stamps: Stamps;
}

/** What is kept for an entry, by its path. */
export function keptCode(entry: string): KeptCode {
  return new KeptCode(CACHE, entry);
}

/** What was joined of the modules behind one entry, in a folder of its own. */
export class KeptCode {
  readonly #manifest: string;
  readonly #folder: string;

  constructor(cache: string, entry: string) {
    this.#folder = join(cache, createHash('sha1').update(entry).digest('hex'));
    this.#manifest = join(this.#folder, 'manifest.json');
  }

  /** The joined file, if no file that it was made of has been touched since. */
  file(): string | undefined {
    try {
      const { node, file, stamps } = JSON.parse(readFileSync(this.#manifest, 'utf8')) as Manifest;
      const isFresh =
        node === process.version && Object.entries(stamps).every(([path, stamp]) => stampOf(path) === stamp);
      return isFresh && statSync(file).isFile() ? file : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps other code from now on. Processes that have begun with what was kept before may go on loading it. */
  keep(parts: { name: string; content: string | Uint8Array }[], entry: string, stamps: Stamps): void {
    const folder = join(this.#folder, `${Date.now()}-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    for (const { name, content } of parts) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const draft = `${this.#manifest}.${process.pid}`;
    const manifest: Manifest = { node: process.version, file: join(folder, entry), stamps };
    writeFileSync(draft, JSON.stringify(manifest));
    renameSync(draft, this.#manifest);
    const folders = readdirSync(this.#folder).filter((name) => /^\d+-\d+$/.test(name));
    for (const old of folders.toSorted().slice(0, -FOLDERS_KEPT)) {
      rmSync(join(this.#folder, old), { recursive: true, force: true });
    }
  }
}

/** Differs after every change of a file: the time of the change of its entry cannot be set back. */
export function stampOf(path: string): string {
  const { size, mtimeMs, ctimeMs } = statSync(path);
  return `${size} ${mtimeMs} ${ctimeMs}`;
}
