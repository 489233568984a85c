import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { filesBelow, perFile } from './files.ts';

const SfdxProject = z.object({ packageDirectories: z.array(z.object({ path: z.string() })) });

const readProject = perFile((text) => SfdxProject.parse(JSON.parse(text)));
const found = new WeakMap<readonly string[], Map<string, string[]>>();

/** An SFDX project's package directories, absolute. A folder without `sfdx-project.json` is its own one. */
export function packageDirectories(source: string): string[] {
  const file = join(source, 'sfdx-project.json');
  if (!existsSync(file)) return [resolve(source)];
  return readProject(file).packageDirectories.map(({ path }) => resolve(source, path));
}

/** The source files that match a pattern under any package directory, such as `flexipages/*.flexipage-meta.xml`, sorted. */
export function findSource(source: string, pattern: string): string[] {
  return packageDirectories(source)
    .flatMap((directory) => matching(filesBelow(directory), pattern))
    .sort();
}

function matching(files: readonly string[], pattern: string): string[] {
  const known = found.get(files) ?? new Map<string, string[]>();
  found.set(files, known);
  const matches = known.get(pattern) ?? files.filter(ending(pattern));
  known.set(pattern, matches);
  return matches;
}

/** Whether a path ends as a pattern of `*` and `{one,other}` says. */
function ending(pattern: string): (file: string) => boolean {
  const source = pattern
    .replace(/[.$^+()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replace(/\{([^}]*)\}/g, (_all, choice: string) => `(?:${choice.replaceAll(',', '|')})`);
  const expression = new RegExp(`/${source}$`);
  return (file) => expression.test(file);
}
