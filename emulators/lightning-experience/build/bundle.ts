import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { findSource, possibleIcons, readLabels, readMetadata } from '../metadata/index.ts';
import { BASE_COMPONENTS, baseModules } from './base-components.ts';
import { compile } from './compile.ts';
import { findIcons } from './icons.ts';
import { compilerVersions, findComponents, HOME } from './inputs.ts';
import { chunkOf } from './chunks.ts';
import { platformModules } from './platform-modules.ts';
import { writePreloads } from './preloads.ts';
import { TransformCache } from './transform-cache.ts';

export interface BundleOptions {
  /** An SFDX project. */
  source: string;
  /** Folder that is made when, and only when, all of the bundle is there. */
  target: string;
  /** Folder of what may be used again by the next build. */
  cacheDir: string;
}

/** Compiles the shell with the project's components into `main.js` and its chunks. */
export async function bundle({ source, target, cacheDir }: BundleOptions): Promise<void> {
  const components = findComponents(source);
  const cache = new TransformCache(join(cacheDir, `transforms-${cacheName()}.json`));
  const exposed = exposedComponents(source);
  const icons = findIcons([...components.values(), `${HOME}/modules`, BASE_COMPONENTS], possibleIcons(source));
  const build = await rollup({
    // The project's components come first, so that a mistake in one is told at once.
    input: { components: 'groundwork/components', main: `${HOME}/browser/main.js` },
    plugins: [
      platformModules({ labels: readLabels(source), exposed, files: baseModules() }),
      compile({ components, icons, cache }),
    ],
    treeshake: false,
    onwarn(warning) {
      if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
    },
  });
  const written = `${target}.${process.pid}`;
  mkdirSync(written, { recursive: true });
  const { output } = await build.write({
    dir: written,
    format: 'es',
    chunkFileNames: '[name]-[hash].js',
    manualChunks: chunkOf,
    sourcemap: false,
  });
  writePreloads(written, output, exposed);
  await build.close();
  cache.save();
  rmSync(target, { recursive: true, force: true });
  renameSync(written, target);
}

/** Components that a page builder offers, by name. */
function exposedComponents(source: string): string[] {
  return findSource(source, 'lwc/*/*.js-meta.xml')
    .filter((file) => readMetadata(file, 'LightningComponentBundle').text('isExposed') === 'true')
    .map((file) => file.split('/').at(-2) ?? '');
}

function cacheName(): string {
  return TransformCache.keyOf('compilers', compilerVersions()).slice(0, 10);
}
