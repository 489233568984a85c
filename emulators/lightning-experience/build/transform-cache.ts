import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const Entries = z.record(z.string(), z.string());

/** Compiled modules by the hash of their source, kept in one file between builds. */
export class TransformCache {
  readonly #file: string;
  readonly #entries: Map<string, string>;
  #changed = false;

  constructor(file: string) {
    this.#file = file;
    this.#entries = new Map(Object.entries(readEntries(file)));
  }

  static keyOf(id: string, source: string): string {
    return createHash('sha1').update(id).update('\0').update(source).digest('base64url');
  }

  get(key: string): string | undefined {
    return this.#entries.get(key);
  }

  set(key: string, code: string): void {
    this.#entries.set(key, code);
    this.#changed = true;
  }

  /** Writes what is new. Two builds at once do no harm: the file is replaced as a whole. */
  save(): void {
    if (!this.#changed) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    const written = `${this.#file}.${process.pid}`;
    writeFileSync(written, JSON.stringify(Object.fromEntries(this.#entries)));
    renameSync(written, this.#file);
  }
}

function readEntries(file: string): Record<string, string> {
  try {
    return Entries.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Absent or damaged: it is only a cache.
    return {};
  }
}
