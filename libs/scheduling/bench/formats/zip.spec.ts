import { crc32, deflateRawSync } from 'node:zlib';
import { unzipOnly } from './zip';

/** A zip archive with one packed file per text, as APPNOTE lays it out. */
function zip(texts: string[], method = 8): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const text of texts) {
    const packed = method === 8 ? deflateRawSync(text) : Buffer.from(text);
    const name = Buffer.from('a.txt');
    const sizes = Buffer.alloc(18);
    sizes.writeUInt16LE(method, 0);
    sizes.writeUInt32LE(crc32(text), 6);
    sizes.writeUInt32LE(packed.length, 10);
    sizes.writeUInt32LE(Buffer.byteLength(text), 14);
    const lengths = Buffer.from([name.length, 0, 0, 0]);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), sizes, lengths, name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0]), sizes, lengths, place, name]),
    );
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(texts.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

test('the only file, deflated or stored', () => {
  expect(unzipOnly('a.zip', zip(['2 2\n0 1 1 2\n']))).toBe('2 2\n0 1 1 2\n');
  expect(unzipOnly('a.zip', zip(['2 2\n'], 0))).toBe('2 2\n');
});

test('refuses what it cannot unpack', () => {
  expect(() => unzipOnly('a.zip', Buffer.from('2 2\n'))).toThrow('a.zip: no zip archive');
  expect(() => unzipOnly('a.zip', zip(['1', '2']))).toThrow('a.zip: 2 files in the archive');
  expect(() => unzipOnly('a.zip', zip(['1'], 12))).toThrow('a.zip: packing method 12');
  const damaged = zip(['0 1 2 3 4 5 6 7 8 9 10']);
  damaged.fill(0xff, 35, 50);
  expect(() => unzipOnly('a.zip', damaged)).toThrow('a.zip: damaged archive');
});
