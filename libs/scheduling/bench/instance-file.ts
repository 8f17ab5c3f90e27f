import { readFileSync } from 'node:fs';
import type { ProblemInput } from '../src/verify';
import { readInstance, type NumberFormat } from './formats/detect';
import { FormatError, type Source } from './formats/source';
import { unzipOnly } from './formats/zip';

/**
 * The text of an instance file, unpacked when it is a zip archive.
 *
 * @throws {FormatError} when it cannot be read or unpacked
 */
export function readSource(path: string): Source {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (fault) {
    throw new FormatError(path, 0, (fault as Error).message, 'the path is wrong');
  }
  const packed = bytes.length > 1 && bytes[0] === 0x50 && bytes[1] === 0x4b;
  return { path, text: packed ? unzipOnly(path, bytes) : bytes.toString('utf8') };
}

/**
 * A file of any public format, or a problem file, as a problem.
 *
 * @param format the format, when the file's looks could mislead
 * @throws {FormatError} with path, line and a hint
 */
export function openInstance(path: string, format?: NumberFormat): ProblemInput {
  return readInstance(readSource(path), format);
}
