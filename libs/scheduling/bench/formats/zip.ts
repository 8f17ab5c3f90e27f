import { inflateRawSync } from 'node:zlib';
import { FormatError } from './source';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * Text of the only file in a zip archive.
 *
 * @param path for messages
 * @param bytes the archive
 * @throws {FormatError} when it is no zip archive, holds another number of files, is packed in an unknown way or is damaged
 * @see PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16
 */
export function unzipOnly(path: string, bytes: Buffer): string {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END_OF_DIRECTORY)
    throw new FormatError(path, 0, 'no zip archive', 'the download was cut short');
  const count = bytes.readUInt16LE(end + 10);
  if (count !== 1)
    throw new FormatError(path, 0, `${count} files in the archive`, 'it should be unpacked first');
  try {
    return unpackEntry(path, bytes, bytes.readUInt32LE(end + 16));
  } catch (fault) {
    if (fault instanceof FormatError) throw fault;
    throw new FormatError(
      path,
      0,
      `damaged archive: ${(fault as Error).message}`,
      'the download was cut short',
    );
  }
}

function unpackEntry(path: string, bytes: Buffer, entry: number): string {
  if (bytes.readUInt32LE(entry) !== DIRECTORY_ENTRY)
    throw new FormatError(path, 0, 'no directory in the archive', 'the download was cut short');
  const method = bytes.readUInt16LE(entry + 10);
  const packed = bytes.readUInt32LE(entry + 20);
  const header = bytes.readUInt32LE(entry + 42);
  const begin = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const content = bytes.subarray(begin, begin + packed);
  if (method === STORED) return content.toString('utf8');
  if (method === DEFLATED) return inflateRawSync(content).toString('utf8');
  throw new FormatError(path, 0, `packing method ${method}`, 'it should be packed with deflate');
}
