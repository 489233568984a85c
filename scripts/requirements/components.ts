import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const METADATA = 'force-app/main/default';

/** Components of `force-app` by name, without tabs and sharing rules, which go by their object; '' for two of a name. */
let known: ReadonlyMap<string, string> | undefined;

/**
 * Where a component is: a field, rule or list view as `Object__c.Name`, any other component by its name, or a path of
 * this repository. Throws when there is none, or more than one of that name.
 */
export function pathOf(name: string): string {
  if (name.includes('/') && existsSync(join(ROOT, name))) return name;
  known ??= readComponents();
  const path = known.get(name);
  if (path === undefined) throw new Error(`There is no component ${name}`);
  if (path === '') throw new Error(`There is more than one component ${name}`);
  return path;
}

function readComponents(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of globSync(`${METADATA}/**/*-meta.xml`, { cwd: ROOT })) {
    const name = nameOf(path);
    if (name.endsWith('__c') && !path.includes('/objects/')) continue;
    found.set(name, found.has(name) ? '' : path);
  }
  return found;
}

function nameOf(path: string): string {
  const name = basename(path).replace(/\.[a-zA-Z]+-meta\.xml$/, '');
  const [, object] = /\/objects\/([^/]+)\/[a-zA-Z]+\/[^/]+$/.exec(path) ?? [];
  return object === undefined ? name : `${object}.${name}`;
}
