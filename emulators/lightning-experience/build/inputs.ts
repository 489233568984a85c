import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findSource } from '../metadata/index.ts';

/** Where this emulator's own sources are. */
export const HOME = join(import.meta.dirname, '..');

const COMPILERS = ['@lwc/rollup-plugin', 'lightning-base-components', 'lwc', 'postcss', 'rollup'];

/** A hash of everything that goes into the bundle: the project's components and labels, our modules, the compilers. */
export function hashInputs(source: string): string {
  const hash = createHash('sha256').update(compilerVersions());
  const own = globSync('{modules,browser,build}/**/*.*', { cwd: HOME }).map((file) => join(HOME, file));
  const files = [
    ...own.sort(),
    ...componentFiles(source),
    ...findSource(source, '{labels/*.labels,tabs/*.tab}-meta.xml'),
  ];
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** The project's components, `name → folder`. */
export function findComponents(source: string): Map<string, string> {
  const bundles = findSource(source, 'lwc/*/*.js-meta.xml');
  return new Map(bundles.map((file) => [file.split('/').at(-2) ?? '', join(file, '..')]));
}

/** Names and versions of what compiles, for cache keys. */
export function compilerVersions(): string {
  const require = createRequire(import.meta.url);
  return COMPILERS.map((name) => {
    const folder = require.resolve.paths(name)?.map((path) => join(path, name, 'package.json')) ?? [];
    for (const file of folder) {
      try {
        return /"version":\s*"([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      }
    }
    throw new Error(`${name} is not installed: run npm ci`);
  }).join(' ');
}

function componentFiles(source: string): string[] {
  return findSource(source, 'lwc/*/*.{js,html,css,js-meta.xml}');
}
