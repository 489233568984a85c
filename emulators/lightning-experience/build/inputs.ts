import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { filesBelow, findSource, perFile } from '../metadata/index.ts';

/** Where this emulator's own sources are. */
export const HOME = join(import.meta.dirname, '..');

let versions: string | undefined;

const Package = z.object({ version: z.string() });

const digestOf = perFile((text) => createHash('sha256').update(text).digest('base64'));

const COMPILERS = ['@lwc/rollup-plugin', 'lightning-base-components', 'lwc', 'postcss', 'rollup'];

/** A hash of everything that goes into the bundle: the project's components and labels, our modules, the compilers. */
export function hashInputs(source: string): string {
  const hash = createHash('sha256').update(compilerVersions());
  const add = (name: string, file: string): void => {
    hash.update(`${name}\0${digestOf(file)}\0`);
  };
  for (const part of ['modules', 'browser', 'build']) {
    for (const file of filesBelow(join(HOME, part))) add(file.slice(HOME.length), file);
  }
  for (const file of [...componentFiles(source), ...findSource(source, '{labels/*.labels,tabs/*.tab}-meta.xml')]) {
    // Wherever the project lies: after a deployment the org reads a copy of it.
    add(file.split('/').slice(-3).join('/'), file);
  }
  return hash.digest('hex').slice(0, 16);
}

/** The project's components, `name → folder`. */
export function findComponents(source: string): Map<string, string> {
  const bundles = findSource(source, 'lwc/*/*.js-meta.xml');
  return new Map(bundles.map((file) => [file.split('/').at(-2) ?? '', join(file, '..')]));
}

/** Names and versions of what compiles, for cache keys. What is installed stays while the process runs. */
export function compilerVersions(): string {
  versions ??= COMPILERS.map((name) => `${name}@${versionOf(name)}`).join(' ');
  return versions;
}

// Not every package lets its package.json be imported, so the file is looked for where the import would look.
function versionOf(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const file = folders.map((folder) => join(folder, name, 'package.json')).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`${name} is not installed: run npm ci`);
  return Package.parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}

function componentFiles(source: string): string[] {
  return findSource(source, 'lwc/*/*.{js,html,css,js-meta.xml}');
}
