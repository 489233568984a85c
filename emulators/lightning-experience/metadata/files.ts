import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What changed this recently may change once more in the same tick of the file system's clock, and is not remembered. */
const SETTLED_MS = 100;

interface Folder {
  stamp: string;
  files: string[];
  folders: string[];
}

interface Listing {
  stamps: string;
  files: string[];
}

const folders = new Map<string, Folder>();
const listings = new Map<string, Listing>();
/** Listings of this turn of the event loop, in which nobody else can have changed a file that is asked for again. */
const current = new Map<string, readonly string[]>();

/**
 * Every file below a folder, absolute and sorted; hidden ones are left out, and there are none in a folder that is not
 * there. The array is the same one until a file has come, gone or been renamed.
 */
export function filesBelow(root: string): readonly string[] {
  const listed = current.get(root) ?? list(root);
  if (current.size === 0) setImmediate(() => current.clear());
  current.set(root, listed);
  return listed;
}

function list(root: string): readonly string[] {
  const known = [...walk(root)];
  const stamps = known.map(({ stamp }) => stamp).join();
  const listing = listings.get(root);
  if (listing?.stamps === stamps) return listing.files;
  const files = known.flatMap((folder) => folder.files).sort();
  listings.set(root, { stamps, files });
  return files;
}

/** Makes something of a file's text, and anew only when the file has changed. */
export function perFile<Made>(make: (text: string, file: string) => Made): (file: string) => Made {
  const kept = new Map<string, { stamp: string; made: Made }>();
  return (file) => {
    const stamp = stampOf(file);
    const known = kept.get(file);
    if (known !== undefined && known.stamp === stamp) return known.made;
    const made = make(readFileSync(file, 'utf8'), file);
    if (stamp !== undefined) kept.set(file, { stamp, made });
    return made;
  };
}

function* walk(path: string): Generator<Folder> {
  const folder = readFolder(path);
  if (folder === undefined) return;
  yield folder;
  for (const below of folder.folders) yield* walk(below);
}

function readFolder(path: string): Folder | undefined {
  const stamp = stampOf(path);
  const known = folders.get(path);
  if (known !== undefined && known.stamp === stamp) return known;
  const entries = entriesOf(path)?.filter(({ name }) => !name.startsWith('.'));
  if (entries === undefined) return undefined;
  const paths = (areFolders: boolean): string[] =>
    entries.filter((entry) => entry.isDirectory() === areFolders).map(({ name }) => join(path, name));
  // A listing without a stamp of its own is told from every other by the moment.
  const folder = { stamp: stamp ?? `${path} ${performance.now()}`, files: paths(false), folders: paths(true) };
  if (stamp !== undefined) folders.set(path, folder);
  return folder;
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Tells one state of a file or folder from another; undefined while it may still be written to, and when it is gone. */
function stampOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || Date.now() - stat.mtimeMs < SETTLED_MS) return undefined;
  return `${stat.ino} ${stat.size} ${stat.mtimeMs}`;
}
