import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname } from 'node:path';
import { types } from 'node:util';

const REQUIRED = /\brequire\(\s*(['"])([^'"]+)\1\s*\)/g;

/** What runs a module of the joined file: as Node does, but for modules that are not among them. */
const LOADER = `const { createRequire } = require('node:module');
const loaded = new Map();
function load(path) {
  const known = loaded.get(path);
  if (known !== undefined) return known.exports;
  const { folder, inner, run } = modules[path];
  const module = { id: path, filename: path, exports: {} };
  loaded.set(path, module);
  let outer;
  const find = (name) => (inner[name] === undefined ? (outer ??= createRequire(path))(name) : load(inner[name]));
  run.call(module.exports, module.exports, find, module, path, folder);
  return module.exports;
}
`;

/** Packages of CommonJS modules, as one such module that exports each of them by name. */
export interface JoinedPackages {
  code: string;
  /** What it was made of. */
  files: string[];
}

/** Joins what these packages load when they are loaded. What they load later stays where it is. */
export function joinPackages(names: readonly string[]): JoinedPackages {
  const require = createRequire(import.meta.url);
  for (const name of names) require(name);
  const entries = names.map((name) => [name, require.resolve(name)] as const);
  const parts = new Map<string, string>();
  const loaded = new Set(Object.keys(require.cache).filter((path) => !types.isModuleNamespaceObject(required(path))));
  for (const [, path] of entries) gather(path, loaded, parts);
  const exported = entries.map(
    ([name, path]) => `  get ${JSON.stringify(name)}() { return load(${JSON.stringify(path)}); },`,
  );
  return {
    code: `${LOADER}const modules = {\n${[...parts.values()].join('')}};\nmodule.exports = {\n${exported.join('\n')}\n};\n`,
    files: [...parts.keys()],
  };
}

/** What a module exports that is loaded; an ES module, which can be required too, its namespace. */
function required(path: string): unknown {
  return createRequire(import.meta.url).cache[path]?.exports as unknown;
}

function gather(path: string, loaded: ReadonlySet<string>, parts: Map<string, string>): void {
  const require = createRequire(path);
  const source = readFileSync(path, 'utf8');
  const names = [...source.matchAll(REQUIRED)].map(([, , name = '']) => name).filter((name) => !isBuiltin(name));
  const inner = new Map(
    names.flatMap((name) => {
      const found = resolved(require, name);
      return found !== undefined && loaded.has(found) ? [[name, found] as const] : [];
    }),
  );
  parts.set(path, toPart(path, source, inner));
  for (const found of inner.values()) if (!parts.has(found)) gather(found, loaded, parts);
}

/** A package may ask for another that is not there. */
function resolved(require: NodeJS.Require, name: string): string | undefined {
  try {
    return require.resolve(name);
  } catch {
    return undefined;
  }
}

function toPart(path: string, source: string, inner: ReadonlyMap<string, string>): string {
  const code = path.endsWith('.json') ? `module.exports = ${source};` : source;
  return `${JSON.stringify(path)}: {
  folder: ${JSON.stringify(dirname(path))},
  inner: ${JSON.stringify(Object.fromEntries(inner))},
  run(exports, require, module, __filename, __dirname) {${code}
  },
},
`;
}
