import { existsSync, globSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { hashInputs } from './inputs.ts';
import { readPreloads, type Preloads } from './preloads.ts';

const BUNDLES_KEPT = 4;

/** A bundle that is there, or why it is not. */
export type BuildOutcome = { folder: string } | { failure: string };

/** Builds the bundle when its inputs have changed, off the main thread, and remembers on disk. */
export class Builder {
  readonly #source: () => string;
  readonly #cacheDir: string;
  readonly #builds = new Map<string, Promise<BuildOutcome>>();
  readonly #preloads = new Map<string, Preloads>();
  #worker: Worker | undefined;

  constructor(options: { source: () => string; cacheDir: string }) {
    this.#source = options.source;
    this.#cacheDir = options.cacheDir;
  }

  /** The name of the bundle for the sources as they are now. Its build begins if it is not there yet. */
  start(): string {
    const key = hashInputs(this.#source());
    void this.outcome(key);
    return key;
  }

  /** Waits for the bundle of this name. */
  outcome(key: string): Promise<BuildOutcome> {
    const known = this.#builds.get(key);
    if (known !== undefined) return known;
    const folder = this.#folderOf(key);
    const build = existsSync(folder) ? Promise.resolve({ folder }) : this.#build(key, folder);
    this.#builds.set(key, build);
    return build;
  }

  /** Which files of this bundle are needed first; none while it is not built. */
  preloads(key: string): Preloads {
    const known = this.#preloads.get(key) ?? readPreloads(this.#folderOf(key));
    if (known.shell.length > 0) this.#preloads.set(key, known);
    return known;
  }

  /** Stops a build that is under way. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #folderOf(key: string): string {
    return join(this.#cacheDir, `bundle-${key}`);
  }

  async #build(key: string, folder: string): Promise<BuildOutcome> {
    await this.#worker?.terminate();
    const workerData = { source: this.#source(), target: folder, cacheDir: this.#cacheDir };
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData });
    this.#worker = worker;
    const outcome = await new Promise<BuildOutcome>((resolve) => {
      worker.on('message', ({ failure }: { failure: string | null }) => {
        resolve(failure === null ? { folder } : { failure });
      });
      worker.on('error', (error: unknown) => resolve({ failure: String(error) }));
      worker.on('exit', () => {
        if (!existsSync(folder)) this.#builds.delete(key);
        resolve({ failure: 'The build was stopped before it was done. Load the page again.' });
      });
    });
    if ('folder' in outcome) forgetOldBundles(this.#cacheDir);
    return outcome;
  }
}

function forgetOldBundles(cacheDir: string): void {
  const bundles = globSync('bundle-*', { cwd: cacheDir })
    .map((name) => join(cacheDir, name))
    .map((folder) => ({ folder, age: statSync(folder).mtimeMs }))
    .sort((a, b) => b.age - a.age);
  for (const { folder } of bundles.slice(BUNDLES_KEPT)) rmSync(folder, { recursive: true, force: true });
}
