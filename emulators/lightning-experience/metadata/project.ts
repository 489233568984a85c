import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const SfdxProject = z.object({ packageDirectories: z.array(z.object({ path: z.string() })) });

/** An SFDX project's package directories, absolute. A folder without `sfdx-project.json` is its own one. */
export function packageDirectories(source: string): string[] {
  const file = join(source, 'sfdx-project.json');
  if (!existsSync(file)) return [resolve(source)];
  const project = SfdxProject.parse(JSON.parse(readFileSync(file, 'utf8')));
  return project.packageDirectories.map(({ path }) => resolve(source, path));
}

/** The source files that match a pattern under any package directory, such as `flexipages/*.flexipage-meta.xml`, sorted. */
export function findSource(source: string, pattern: string): string[] {
  return packageDirectories(source)
    .flatMap((directory) => globSync(`**/${pattern}`, { cwd: directory }).map((file) => join(directory, file)))
    .sort();
}
