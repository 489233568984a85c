import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rollup, type Plugin } from 'rollup';
import { stampOf, type KeptCode, type Stamps } from './kept-code.ts';

const ENTRY = 'entry.mjs';

/** What else decides how code is joined. */
const OWN_CODE = ['join-code.ts', 'kept-code.ts', '../../package.json', '../../package-lock.json'].map((file) =>
  fileURLToPath(new URL(file, import.meta.url)),
);

/** Packages of ES modules that are dear to load one by one. Others are loaded from where they are. */
const JOINED_PACKAGES = ['zod'];

/** Joins the modules behind an entry into as few files as dynamic imports allow, and keeps them. */
export async function joinCode(entry: string, kept: KeptCode): Promise<void> {
  const stamps: Stamps = Object.fromEntries(OWN_CODE.map((path) => [path, stampOf(path)]));
  const build = await rollup({ input: entry, plugins: [asNodeLoads(stamps)], logLevel: 'silent' });
  const { output } = await build.generate({
    format: 'es',
    generatedCode: 'es2015',
    entryFileNames: ENTRY,
    chunkFileNames: '[name]-[hash].mjs',
    sourcemap: true,
    sourcemapPathTransform: (path, map) => resolve(dirname(map), path),
  });
  kept.keep(
    output.map((part) => ({ name: part.fileName, content: part.type === 'chunk' ? part.code : part.source })),
    ENTRY,
    stamps,
  );
}

/** Finds and reads modules as Node does. Each keeps its own `import.meta`, and its places: types become blanks. */
function asNodeLoads(stamps: Stamps): Plugin {
  return {
    name: 'as-node-loads',
    resolveId(specifier, importer) {
      if (importer === undefined) return specifier;
      if (specifier.startsWith('.')) return fileURLToPath(new URL(specifier, pathToFileURL(importer)));
      return JOINED_PACKAGES.includes(specifier)
        ? fileURLToPath(import.meta.resolve(specifier))
        : { id: specifier, external: true };
    },
    load(path) {
      stamps[path] = stampOf(path);
      const source = readFileSync(path, 'utf8');
      return path.endsWith('.ts') ? stripTypeScriptTypes(source) : source;
    },
    resolveImportMeta(property, { moduleId }) {
      if (property === 'url') return JSON.stringify(pathToFileURL(moduleId).href);
      if (property === 'filename') return JSON.stringify(moduleId);
      if (property === 'dirname') return JSON.stringify(dirname(moduleId));
      if (property === 'resolve') return 'import.meta.resolve';
      throw new TypeError(`${moduleId}: import.meta.${property ?? ''} is not known here`);
    },
  };
}
