import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesIn } from '../files-in.ts';
import type { SourceFiles } from '../org-source/index.ts';

/** All that decides what an org is after its first boot. */
export interface BootInputs {
  /** Folders and files of code, of which every byte counts. */
  code: readonly string[];
  source: SourceFiles;
  /** Sample data, personas, a story. */
  files: readonly string[];
  /** Whatever else counts: the day, settings, the places of the files. */
  facts: unknown;
}

/** The code of this emulator, and the versions of what it stands on. */
export const OWN_CODE: readonly string[] = ['..', '../../core', '../../../package-lock.json'].map((place) =>
  fileURLToPath(new URL(place, import.meta.url)),
);

/** A hash that differs as soon as a byte of the inputs does, or the version of Node. */
export function fingerprint({ code, source, files, facts }: BootInputs): string {
  const hash = createHash('sha1');
  const add = (path: string, content: Buffer): void => {
    hash.update(`${path}\n${content.length}\n`).update(content);
  };
  hash.update(JSON.stringify([process.version, facts]));
  for (const path of code.flatMap(codeFiles)) add(path, readFileSync(path));
  for (const [path, content] of source) add(path, content);
  for (const path of files) add(path, readFileSync(path));
  return hash.digest('base64url');
}

function codeFiles(place: string): string[] {
  return place.endsWith('.json') ? [place] : filesIn(place);
}
