import { join } from 'node:path';
import {
  checkSources,
  readSources,
  toSource,
  type Source,
} from '../../../../../emulators/salesforce/metadata-check/index.ts';

const sources = await readSources(join(import.meta.dirname, '../../../../../force-app'));

/** What to replace in which file of the metadata. */
export interface Defect {
  /** Below `force-app/main/default`. */
  file: string;
  from: string | RegExp;
  to: string;
}

/** The messages that the check tells about the metadata when these defects are in it. */
export async function messagesAfter(...defects: Defect[]): Promise<string[]> {
  const findings = await checkSources(defects.reduce(replace, sources));
  return findings.map(({ message }) => message);
}

function replace(all: Source[], { file, from, to }: Defect): Source[] {
  const path = `force-app/main/default/${file}`;
  const text = all.find((source) => source.path === path)?.text ?? '';
  const changed = text.replace(from, to);
  if (changed === text) {
    throw new Error(`${path}: nothing to replace, expected ${String(from)}`);
  }
  return all.map((source) => (source.path === path ? toSource(path, changed) : source));
}
