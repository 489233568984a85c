import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RollupOutput } from 'rollup';
import { z } from 'zod';
import { PLATFORM } from './chunks.ts';

const FILE = 'preloads.json';
const Preloads = z.object({ shell: z.array(z.string()), components: z.record(z.string(), z.array(z.string())) });

/** The files of a bundle that a page needs at once, and those of each component of the project. */
export type Preloads = z.infer<typeof Preloads>;

/** Keeps beside a bundle which of its files go together. */
export function writePreloads(folder: string, output: RollupOutput['output'], components: readonly string[]): void {
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
  const withImports = (names: readonly string[]): string[] => {
    const needed = new Set<string>();
    const add = (name: string): void => {
      const chunk = chunks.get(name);
      if (chunk === undefined || needed.has(name)) return;
      needed.add(name);
      chunk.imports.forEach(add);
    };
    for (const chunk of chunks.values()) if (names.includes(chunk.name)) add(chunk.fileName);
    return [...needed];
  };
  const shell = withImports(['main', PLATFORM]);
  const own = components.map((name): [string, string[]] => [
    `c:${name}`,
    withImports([name]).filter((file) => !shell.includes(file)),
  ]);
  writeFileSync(join(folder, FILE), JSON.stringify({ shell, components: Object.fromEntries(own) } satisfies Preloads));
}

/** What was kept of a bundle; nothing while it is being built. */
export function readPreloads(folder: string): Preloads {
  const file = join(folder, FILE);
  if (!existsSync(file)) return { shell: [], components: {} };
  return Preloads.parse(JSON.parse(readFileSync(file, 'utf8')));
}
