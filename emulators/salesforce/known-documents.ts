import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const Document = z.record(z.string(), z.unknown());
const Kept = z.record(z.string(), Document);
type Document = z.output<typeof Document>;

/** By the hash of their text. */
type Documents = Map<string, Document>;

let current: { known: Documents; needed: Documents } | undefined;

/**
 * Does work that finds what it parsed in an earlier run in this file, and leaves there what it needed in this one.
 *
 * A document is known by the hash of its text, so that an edited file is parsed anew.
 */
export function withKnownDocuments<Result>(file: string, work: () => Result): Result {
  const documents = { known: readDocuments(file), needed: new Map<string, Document>() };
  current = documents;
  try {
    return work();
  } finally {
    current = undefined;
    if (!areSame(documents.known, documents.needed)) writeDocuments(file, documents.needed);
  }
}

/** The document that this text was parsed into in an earlier run. */
export function knownDocument(xml: string | Buffer): Document | undefined {
  if (current === undefined) return undefined;
  const key = keyOf(xml);
  const document = current.needed.get(key) ?? current.known.get(key);
  if (document !== undefined) current.needed.set(key, document);
  return document;
}

export function rememberDocument(xml: string | Buffer, document: Document): void {
  current?.needed.set(keyOf(xml), document);
}

function keyOf(xml: string | Buffer): string {
  return hash('sha1', xml, 'base64url');
}

function areSame(one: Documents, other: Documents): boolean {
  return one.size === other.size && [...one.keys()].every((key) => other.has(key));
}

/** None when the file is not there or was left half-written. */
function readDocuments(file: string): Documents {
  try {
    return new Map(Object.entries(Kept.parse(JSON.parse(readFileSync(file, 'utf8')))));
  } catch {
    return new Map();
  }
}

function writeDocuments(file: string, documents: Documents): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, JSON.stringify(Object.fromEntries(documents)));
    renameSync(draft, file);
  } catch {
    // A folder that cannot be written costs the next boot time, and this one nothing.
  }
}
