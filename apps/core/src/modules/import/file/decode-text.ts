import { Unreadable } from './raw-sheet';

const FORMAT = 'CSV (UTF-8, GB18030)';

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte);

function decodeAs(label: string, bytes: Uint8Array): string | null {
  const decoder = new TextDecoder(label, { fatal: true });
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
  try {
    return text + decoder.decode();
  } catch {
    throw new Unreadable(FORMAT, `${label} ends in the middle of a character`);
  }
}

/**
 * Chinese characters in daily use have two high bytes; the accented letters of Western code pages stand alone among ASCII,
 * and would be read as rare Chinese characters together with the letter behind them.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let both = 0;
  let one = 0;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x81) continue;
    if ((bytes[i + 1] ?? 0) >= 0xa1) both++;
    else one++;
    i++;
  }
  return both > one;
}

/**
 * The text of a file: by its byte order mark, else UTF-8, else GB18030 (which holds GBK and GB2312).
 * @throws {Unreadable} for any other encoding, and for a file that is cut off inside a character
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (text === null || text.includes('\u0000')) throw new Unreadable(FORMAT, 'unknown encoding');
  return text;
}

function decoded(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeAs('utf-16le', bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return decodeAs('utf-16be', bytes);
  const unicode = decodeAs('utf-8', bytes);
  if (unicode !== null) return unicode;
  return looksChinese(bytes) ? decodeAs('gb18030', bytes) : null;
}
