import { crc32, inflateRawSync } from 'node:zlib';
import { Unreadable } from './raw-sheet';

/** Most bytes that a workbook may unpack to. */
export const UNPACKED_MAX = 256 * 1024 * 1024;
const ENTRIES_MAX = 2000;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const COMMENT_MAX = 65_535;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** One file of a zip file. */
export interface ZipPart {
  readonly name: string;
  readonly content: Buffer;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const wrong = (why: string): Unreadable => new Unreadable('XLSX', why);

function endOf(file: Buffer): number {
  const last = file.length - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - COMMENT_MAX); at--)
    if (file.readUInt32LE(at) === END) return at;
  throw wrong('no directory: not a zip file, or cut off');
}

function entryAt(file: Buffer, at: number): { entry: Entry; next: number } {
  if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL) throw wrong('the directory is damaged');
  if (file.readUInt16LE(at + 8) & ENCRYPTED) throw wrong('the file is protected by a password');
  const nameLength = file.readUInt16LE(at + 28);
  const next = at + 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  const entry = {
    name: file.toString('utf8', at + 46, at + 46 + nameLength),
    method: file.readUInt16LE(at + 10),
    packed: file.readUInt32LE(at + 20),
    unpacked: file.readUInt32LE(at + 24),
    offset: file.readUInt32LE(at + 42),
  };
  return { entry, next };
}

function directory(file: Buffer): Entry[] {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  if (count > ENTRIES_MAX) throw wrong(`${count} parts`);
  const entries: Entry[] = [];
  for (let at = file.readUInt32LE(end + 16); entries.length < count;) {
    const { entry, next } = entryAt(file, at);
    entries.push(entry);
    at = next;
  }
  return entries;
}

function contentOf(file: Buffer, entry: Entry, room: number): Buffer {
  const { offset, packed, unpacked, method, name } = entry;
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL) throw wrong(`${name} is damaged`);
  const begin = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  if (begin + packed > file.length) throw wrong(`${name} is cut off`);
  if (unpacked > room) throw wrong(`${name} unpacks to more than ${UNPACKED_MAX} bytes`);
  const bytes = file.subarray(begin, begin + packed);
  if (method === STORED) return bytes;
  if (method !== DEFLATED) throw wrong(`${name} is packed in an unknown way`);
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, unpacked) });
  } catch (error) {
    throw wrong(`${name}: ${String((error as Error).message)}`);
  }
}

/** What the local header and the directory say alike: version 2.0, not packed, no time. */
function description(name: Buffer, content: Buffer): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt32LE(crc32(content), 10);
  bytes.writeUInt32LE(content.length, 14);
  bytes.writeUInt32LE(content.length, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** A zip file of these parts, not compressed. */
export function packPlain(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const described = description(name, part.content);
    const [madeBy, attributes] = [Buffer.alloc(2), Buffer.alloc(10)];
    local.push(uint32(LOCAL), described, name, part.content);
    central.push(uint32(CENTRAL), madeBy, described, attributes, uint32(offset), name);
    offset += 30 + name.length + part.content.length;
  }
  const index = Buffer.concat(central);
  const end = Buffer.alloc(END_LENGTH);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, index, end]);
}

/**
 * The XML parts of a workbook, unpacked within a limit.
 * @param unpackedMax most bytes of all parts together
 * @throws {Unreadable} when it is no zip file, is cut off, protected, or unpacks to more
 */
export function unpackXml(file: Buffer, unpackedMax = UNPACKED_MAX): ZipPart[] {
  let room = unpackedMax;
  return directory(file)
    .filter(({ name }) => /\.(xml|rels)$/i.test(name))
    .map((entry) => {
      const content = contentOf(file, entry, room);
      room -= content.length;
      return { name: entry.name, content };
    });
}
