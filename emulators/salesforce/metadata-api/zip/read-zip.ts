import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
/** The Metadata API takes no more than 400 MB unzipped. */
const LARGEST_FILE = 400 * 1024 * 1024;

/** Says why bytes are no ZIP file that can be read. */
export class ZipError extends Error {
  override name = 'ZipError';
}

/**
 * The files in a ZIP, by path. Sizes come from the directory at the end, so entries that were streamed are read too.
 * Throws ZipError for bytes that are no ZIP, for encryption and for paths that lead elsewhere.
 */
export function readZip(bytes: Buffer): Map<string, Buffer> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let place = bytes.readUInt32LE(end + 16);
  const files = new Map<string, Buffer>();
  for (let index = 0; index < count; index += 1) {
    if (place + 46 > bytes.length || bytes.readUInt32LE(place) !== DIRECTORY_ENTRY)
      throw new ZipError('broken directory');
    const nameLength = bytes.readUInt16LE(place + 28);
    const path = bytes.toString('utf8', place + 46, place + 46 + nameLength);
    if (!path.endsWith('/')) files.set(safePath(path), readEntry(bytes, place, path));
    place += 46 + nameLength + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
  }
  return files;
}

function findEnd(bytes: Buffer): number {
  for (let place = bytes.length - 22; place >= 0 && place >= bytes.length - 22 - LONGEST_COMMENT; place -= 1) {
    if (bytes.readUInt32LE(place) === END_OF_DIRECTORY) return place;
  }
  throw new ZipError('not a ZIP file');
}

function readEntry(bytes: Buffer, place: number, path: string): Buffer {
  const method = bytes.readUInt16LE(place + 10);
  const isEncrypted = (bytes.readUInt16LE(place + 8) & 1) === 1;
  const start = bytes.readUInt32LE(place + 42);
  if (isEncrypted || start + 30 > bytes.length) throw new ZipError(`${path} cannot be read`);
  const content = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  const packed = bytes.subarray(content, content + bytes.readUInt32LE(place + 20));
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new ZipError(`${path} is packed by method ${method}; expected 0 or 8`);
  try {
    return inflateRawSync(packed, { maxOutputLength: LARGEST_FILE });
  } catch (error) {
    throw new ZipError(`${path} is broken`, { cause: error });
  }
}

function safePath(path: string): string {
  if (/^[/\\]|(^|[/\\])\.\.([/\\]|$)|\0/.test(path)) throw new ZipError(`${path} leads out of the package`);
  return path;
}
