import { dirname } from 'node:path';
import plugin from '@lwc/rollup-plugin';
import type { Plugin } from 'rollup';
import { HOME } from './inputs.ts';
import { keepIcons } from './icons.ts';
import { withoutNativeShadow } from './styles.ts';
import { TransformCache } from './transform-cache.ts';

// The package is CommonJS whose export is the function itself; its types say that of an ES module.
const lwc = plugin as unknown as typeof plugin.default;

interface CompileOptions {
  /** The project's components, `name → folder`. */
  components: Map<string, string>;
  icons: ReadonlySet<string>;
  cache: TransformCache;
}

/** The LWC compiler with what the base components need outside an org, and with a memory for what npm brought. */
export function compile({ components, icons, cache }: CompileOptions): Plugin {
  const compiler = lwc({
    rootDir: `${HOME}/modules`,
    modules: [
      ...[...components].map(([name, folder]) => ({ name: `c/${name}`, path: `${folder}/${name}.js` })),
      { dir: `${HOME}/modules` },
      { npm: 'lightning-base-components' },
    ],
    exclude: ['\0*', '**/browser/*.js'],
    enableDynamicComponents: true,
    enableSyntheticElementInternals: true,
  });
  const transform = hook(compiler.transform);
  const resolve = hook(compiler.resolveId);
  const isOwn = (file: string): boolean => [...components.values()].some((folder) => file.startsWith(`${folder}/`));

  return {
    ...compiler,
    name: 'compile',
    resolveId(imported, importer, options) {
      // The compiler looks for a configuration above who imports a module by name; a deployed project has none.
      const isNamed = importer !== undefined && !/^[./]/.test(imported) && isOwn(importer);
      return resolve.call(this, imported, isNamed ? `${HOME}/browser/main.js` : importer, options);
    },
    async transform(source, id) {
      const prepared = prepare(source, id, icons);
      if (!id.includes('/node_modules/')) return (await transform.call(this, prepared, id)) ?? prepared;

      const key = TransformCache.keyOf(id, prepared);
      const known = cache.get(key);
      if (known !== undefined) return { code: known, map: null };
      const stripped = isStyle(id) ? withoutNativeShadow(prepared) : prepared;
      const code = codeOf(await transform.call(this, stripped, id)) ?? stripped;
      cache.set(key, code);
      return { code, map: null };
    },
  };
}

/** A plugin's hook is a function or an object with one. */
function hook<Handler extends (this: never, ...values: never[]) => unknown>(
  given: Handler | { handler: Handler } | undefined,
): Handler {
  const handler = typeof given === 'object' ? given.handler : given;
  if (handler === undefined) throw new Error('@lwc/rollup-plugin: expected a hook');
  return handler;
}

function prepare(source: string, id: string, icons: ReadonlySet<string>): string {
  const [file = id] = id.split('?', 1);
  if (!file.endsWith('.js')) return source;
  return (keepIcons(file, source, icons) ?? source)
    .replaceAll('process.env.NODE_ENV', '"production"')
    .replaceAll('import.meta.env.SSR', 'false');
}

function isStyle(id: string): boolean {
  return id.split('?', 1)[0]?.endsWith('.css') === true && dirname(id) !== '.';
}

function codeOf(result: unknown): string | undefined {
  if (typeof result === 'string') return result;
  if (typeof result === 'object' && result !== null && 'code' in result && typeof result.code === 'string') {
    return result.code;
  }
  return undefined;
}
