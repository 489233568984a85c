import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rollup, type Plugin } from 'rollup';
import { joinPackages } from './join-packages.ts';
import { stampOf, type KeptCode, type Stamps } from './kept-code.ts';

const ENTRY = 'entry.mjs';

/** What else decides how code is joined. */
const OWN_CODE = [
  'join-code.ts',
  'join-packages.ts',
  'kept-code.ts',
  '../../package.json',
  '../../package-lock.json',
].map((file) => fileURLToPath(new URL(file, import.meta.url)));

/** Packages whose modules are dear to load one by one. Others are loaded from where they are. */
const ES_PACKAGES = ['zod'];
const COMMONJS_PACKAGES = ['fastify', '@fastify/formbody'];
const PACKAGES = 'packages.cjs';
const COMMONJS = 'commonjs:';

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
      if (COMMONJS_PACKAGES.includes(specifier)) return COMMONJS + specifier;
      return ES_PACKAGES.includes(specifier)
        ? fileURLToPath(import.meta.resolve(specifier))
        : { id: specifier, external: true };
    },
    load(path) {
      if (path.startsWith(COMMONJS)) return moduleOfPackage(path.slice(COMMONJS.length));
      stamps[path] = stampOf(path);
      const source = readFileSync(path, 'utf8');
      return path.endsWith('.ts') ? stripTypeScriptTypes(source) : source;
    },
    resolveImportMeta(property, { moduleId }) {
      if (moduleId.startsWith(COMMONJS)) return undefined;
      if (property === 'url') return JSON.stringify(pathToFileURL(moduleId).href);
      if (property === 'filename') return JSON.stringify(moduleId);
      if (property === 'dirname') return JSON.stringify(dirname(moduleId));
      if (property === 'resolve') return 'import.meta.resolve';
      throw new TypeError(`${moduleId}: import.meta.${property ?? ''} is not known here`);
    },
    generateBundle() {
      if (![...this.getModuleIds()].some((id) => id.startsWith(COMMONJS))) return;
      const { code, files } = joinPackages(COMMONJS_PACKAGES);
      for (const path of files) stamps[path] = stampOf(path);
      this.emitFile({ type: 'asset', fileName: PACKAGES, source: code });
    },
  };
}

/** Exports what the joined package does, as Node lets ES modules import it. */
function moduleOfPackage(name: string): string {
  const names = Object.keys(createRequire(import.meta.url)(name) as object).filter((key) => key !== 'default');
  return `import { createRequire } from 'node:module';
const own = createRequire(import.meta.url)('./${PACKAGES}')['${name}'];
export default own;
${names.map((key) => `export const ${key} = own.${key};\n`).join('')}`;
}
