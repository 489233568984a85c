import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file that was touched less long ago may be touched again with no other time: file systems count in steps. */
const STEP_MS = 100;

/** Where everything lies that fingerprints are made of. */
export interface Places {
  /** With all that is in them. */
  folders: readonly string[];
  files: readonly string[];
}

/** Fingerprints, by name. */
export type Fingerprints = Record<string, string>;

interface Kept {
  /** Whatever else the fingerprints depend on. */
  facts: string;
  fingerprints: Fingerprints;
  paths: string[];
  stamp: string;
}

/**
 * The fingerprints of files and folders, for as long as nobody touches one of them: then nothing of them has to be read.
 *
 * A copied or restored file counts as touched.
 */
export class KnownFingerprints {
  readonly #file: string;
  readonly #facts: string;

  constructor(file: string, facts: unknown) {
    this.#file = file;
    this.#facts = JSON.stringify(facts);
  }

  find(): Fingerprints | undefined {
    try {
      const { facts, fingerprints, paths, stamp } = JSON.parse(readFileSync(this.#file, 'utf8')) as Kept;
      return facts === this.#facts && stampOf(paths).stamp === stamp ? fingerprints : undefined;
    } catch {
      return undefined;
    }
  }

  /** Makes fingerprints of what is there now, and keeps them for the next time. */
  make(places: () => Places, make: () => Fingerprints): Fingerprints {
    const before = look(places);
    const fingerprints = make();
    if (before !== undefined) this.#keep({ facts: this.#facts, fingerprints, ...before });
    return fingerprints;
  }

  #keep(kept: Kept): void {
    const draft = `${this.#file}.${process.pid}`;
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(draft, JSON.stringify(kept));
      renameSync(draft, this.#file);
    } catch {
      // A folder that cannot be written costs the next boot time, and this one nothing.
    }
  }
}

/** Undefined when something is missing, which whoever reads it will tell, or may be touched unseen. */
function look(places: () => Places): { paths: string[]; stamp: string } | undefined {
  try {
    const { folders, files } = places();
    const paths = [...folders.flatMap(everythingIn), ...files];
    const { stamp, lastTouched } = stampOf(paths);
    return lastTouched < Date.now() - STEP_MS ? { paths, stamp } : undefined;
  } catch {
    return undefined;
  }
}

/** A folder is touched when something in it comes, goes or gets another name. */
function everythingIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return [
    folder,
    ...entries.flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? everythingIn(path) : [path];
    }),
  ];
}

/** Differs after every touch: the time of the change of an entry cannot be set back. */
function stampOf(paths: readonly string[]): { stamp: string; lastTouched: number } {
  let lastTouched = 0;
  const stamps = paths.map((path) => {
    const { size, ctimeMs } = statSync(path);
    lastTouched = Math.max(lastTouched, ctimeMs);
    return `${size} ${ctimeMs}`;
  });
  return { stamp: hash('sha1', stamps.join('\n'), 'base64url'), lastTouched };
}
