import type { MediaType } from '@takt/contracts';

const at = (bytes: Uint8Array, from: number, text: string): boolean =>
  [...text].every((sign, i) => bytes[from + i] === sign.charCodeAt(0));

/** How far into a WebM the name of its document type may stand. */
const DOCTYPE_WITHIN = 64;

function isWebm(bytes: Uint8Array): boolean {
  const ebml = bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3;
  return ebml && Array.from({ length: DOCTYPE_WITHIN }, (_, i) => i).some((from) => at(bytes, from, 'webm'));
}

const signs: Readonly<Record<MediaType, (bytes: Uint8Array) => boolean>> = {
  'image/png': (bytes) => bytes[0] === 0x89 && at(bytes, 1, 'PNG\r\n\x1a\n'),
  'image/jpeg': (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff,
  'image/webp': (bytes) => at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP'),
  'video/mp4': (bytes) => at(bytes, 4, 'ftyp'),
  'video/webm': isWebm,
  'application/pdf': (bytes) => at(bytes, 0, '%PDF-'),
};

/**
 * What a file is by its first bytes, whatever its name says. Formats that may carry scripts of a page (SVG, HTML) are none.
 * @param bytes the file, or its beginning
 * @returns undefined: nothing that an instruction may show
 * @see https://mimesniff.spec.whatwg.org/
 */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  return (Object.keys(signs) as MediaType[]).find((type) => signs[type](bytes));
}
