import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { BootedRecords } from '../data/boot/index.ts';
import { lazily } from '../lazily.ts';
import type { OrgMetadata } from '../org-runtime.ts';
import type { SourceFiles } from '../org-source/index.ts';
import { contentsOf, schemaOver, type SchemaContents } from '../schema/index.ts';

const SEAL_BYTES = 20;

const FAST = 1;

/** An org in its first boot: what was read, and what was written, if anything was yet. */
export interface Booted<Records extends BootedRecords | undefined = BootedRecords> {
  metadata: OrgMetadata;
  /** The source, when somebody asks for it. */
  files: () => SourceFiles;
  records: Records;
}

interface Kept<Records> {
  at: Date;
  database: Uint8Array;
  schema: SchemaContents;
  metadata: Omit<OrgMetadata, 'schema'>;
  files: Uint8Array;
  records: Records;
}

/**
 * The first boot of an org, kept for later ones of the same inputs.
 *
 * An org that is restored is one that was booted then: its records carry the time of then. One that was kept before it had
 * any fits every time.
 */
export class KeptBoot<Records extends BootedRecords | undefined = BootedRecords> {
  readonly #file: string;
  readonly #fingerprint: string;

  constructor(file: string, fingerprint: string) {
    this.#file = file;
    this.#fingerprint = fingerprint;
  }

  /** Fills an empty database in memory. Undefined when nothing is kept for these inputs, or nothing before now. */
  restore(database: DatabaseSync, now: Date): Booted<Records> | undefined {
    const kept = this.#read();
    if (kept === undefined || (kept.records !== undefined && kept.at > now)) return undefined;
    database.deserialize(kept.database);
    return {
      metadata: { ...kept.metadata, schema: schemaOver(kept.schema) },
      files: lazily(() => deserialize(inflateRawSync(kept.files)) as SourceFiles),
      records: kept.records,
    };
  }

  keep(database: DatabaseSync, { metadata: { schema, ...metadata }, files, records }: Booted<Records>, at: Date): void {
    const kept: Kept<Records> = {
      at,
      database: database.serialize(),
      schema: contentsOf(schema),
      metadata,
      files: deflateRawSync(serialize(files()), { level: FAST }),
      records,
    };
    const body = serialize(kept);
    const draft = `${this.#file}.${process.pid}`;
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(draft, Buffer.concat([this.#seal(body), body]));
      renameSync(draft, this.#file);
    } catch {
      // A folder that cannot be written costs the next boot time, and this one nothing.
    }
  }

  /** The seal tells that the file is whole and of these inputs, so also that it has this shape. */
  #read(): Kept<Records> | undefined {
    try {
      const content = readFileSync(this.#file);
      const body = content.subarray(SEAL_BYTES);
      return this.#seal(body).equals(content.subarray(0, SEAL_BYTES))
        ? (deserialize(body) as Kept<Records>)
        : undefined;
    } catch {
      return undefined;
    }
  }

  #seal(body: Buffer): Buffer {
    return createHash('sha1').update(this.#fingerprint).update(body).digest();
  }
}
