import { mediaTypeOf } from './media-type';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

it.each([
  ['image/png', '\x89PNG\r\n\x1a\n....'],
  ['image/jpeg', '\xff\xd8\xff\xe0..JFIF'],
  ['image/webp', 'RIFF\x10\0\0\0WEBPVP8 '],
  ['video/mp4', '\0\0\0\x18ftypisom'],
  ['video/webm', '\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm'],
  ['application/pdf', '%PDF-1.7\n'],
])('is %s by its first bytes', (type, text) => expect(mediaTypeOf(bytes(text))).toBe(type));

it.each([
  ['nothing', ''],
  ['half a sign', '\x89PN'],
  ['a page', '<html><script>alert(1)</script>'],
  ['a drawing that may carry scripts', '<svg xmlns="http://www.w3.org/2000/svg">'],
  ['a page that hides a PDF', '<!-- %PDF-1.7 -->'],
  ['another container of the same family', 'RIFF\x10\0\0\0WAVEfmt '],
  ['another container', '\x1a\x45\xdf\xa3\x9fB\x82\x88matroska'],
])('%s is none', (_, text) => expect(mediaTypeOf(bytes(text))).toBeUndefined());
