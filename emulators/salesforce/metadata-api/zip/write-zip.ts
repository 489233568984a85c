import { crc32, deflateRawSync } from 'node:zlib';

const DEFLATED = 8;
const NAMES_ARE_UTF8 = 0x0800;
const VERSION = 20;
/** 1 January 1980, the first day there is. */
const NO_DATE = 0x0021;

/** A ZIP of these files. The same files give the same bytes. */
export function writeZip(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path, 'utf8');
    const packed = deflateRawSync(content);
    const common = toCommonHeader(name, content, packed);
    const local = Buffer.concat([word(0x04034b50), common, short(0), name]);
    directory.push(
      Buffer.concat([word(0x02014b50), short(VERSION), common, short(0), Buffer.alloc(10), word(place), name]),
    );
    parts.push(local, packed);
    place += local.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const counts = [short(0), short(0), short(files.size), short(files.size)];
  return Buffer.concat([...parts, entries, word(0x06054b50), ...counts, word(entries.length), word(place), short(0)]);
}

/** What stands in front of a file and in the directory alike: from the version to the length of the name. */
function toCommonHeader(name: Buffer, content: Buffer, packed: Buffer): Buffer {
  return Buffer.concat([
    ...[short(VERSION), short(NAMES_ARE_UTF8), short(DEFLATED), short(0), short(NO_DATE)],
    ...[word(crc32(content)), word(packed.length), word(content.length), short(name.length)],
  ]);
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
