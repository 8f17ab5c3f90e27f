import { deflateRawSync } from 'node:zlib';
import writeWorkbook from 'write-excel-file/node';
import { decodeText } from './decode-text';
import { readCsv } from './read-csv';
import { readFile } from './read-file';
import { Unreadable } from './raw-sheet';
import { readWorkbook } from './read-workbook';
import { packPlain, unpackXml } from './safe-zip';

/** GB18030 has no encoder in Node: the characters that are needed here. */
const GB: Record<string, number[]> = { 烘: [0xba, 0xe6], 焙: [0xb1, 0xba], 线: [0xcf, 0xdf] };
const gb18030 = (text: string): Buffer =>
  Buffer.from([...text].flatMap((one) => GB[one] ?? [one.charCodeAt(0)]));

describe('text', () => {
  const text = 'id,name\nb,烘焙线\n';
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['GB18030', gb18030(text)],
  ])('is read from %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it.each<[string, Buffer]>([
    ['a Western code page', Buffer.from('id,name\nb,Bäckerei Köln\n', 'latin1')],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['half a file, cut inside a character', Buffer.from(text).subarray(0, -3)],
    ['half a file in GB18030', gb18030(text).subarray(0, -2)],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
  ])('is refused from %s', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(Unreadable);
  });
});

describe('CSV', () => {
  const rows = (text: string) => readCsv('data/Items.csv', Buffer.from(text)).rows;
  it.each([
    ['commas', 'a,b\n"x;y","z, ""q"""\n'],
    ['semicolons', 'a;b\n"x;y";z, "q"\n'],
    ['tabs', 'a\tb\nx;y\tz, "q"\n'],
  ])('is read with %s', (_, text) => {
    expect(rows(text).slice(0, 2)).toEqual([
      ['a', 'b'],
      ['x;y', 'z, "q"'],
    ]);
  });

  it('takes its sheet from the name of the file, and a formula for text', () => {
    const sheet = readCsv('C:\\data\\物料.csv', Buffer.from('id\n=1+1\n@x\n-5\n'));
    expect([sheet.name, sheet.rows.slice(1, 4)]).toEqual(['物料', [['=1+1'], ['@x'], ['-5']]]);
  });

  it('tells rows that were cut off and quotation marks that stay open', () => {
    expect(readCsv('a.csv', Buffer.from('id,name\na,b\n\nc\n')).faults).toEqual([
      { row: 4, code: 'import.row-cut', facts: { cells: 1, columns: 2 } },
    ]);
    expect(readCsv('a.csv', Buffer.from('id,name\na,"b\nc,d\n')).faults).toEqual([
      { row: 2, code: 'import.quote-open', facts: {} },
    ]);
  });
});

describe('a workbook', () => {
  const workbook = async (): Promise<Buffer> =>
    writeWorkbook([
      {
        sheet: 'items',
        data: [
          ['id', 'n', 'b', 'd'],
          [
            '=A1',
            0.1 + 0.2,
            true,
            { value: new Date(Date.UTC(2026, 2, 4)), type: Date, format: 'yyyy-mm-dd' },
          ],
          ['0012', { value: 'C2', type: 'Formula' }, null, null],
        ],
      },
      { sheet: '产线', data: [['id']] },
    ]).toBuffer();

  it('is read with its values, dates and texts', async () => {
    const [items, lines] = await readWorkbook(await workbook());
    expect([items?.name, lines?.name]).toEqual(['items', '产线']);
    expect(items?.rows).toEqual([
      ['id', 'n', 'b', 'd'],
      ['=A1', 0.3, true, new Date(Date.UTC(2026, 2, 4))],
      ['0012', null, null, null],
    ]);
  });

  it('shows the errors of its formulas', async () => {
    const parts = unpackXml(await workbook()).map((part) => ({
      name: part.name,
      content: Buffer.from(
        part.content
          .toString()
          .replace(/<c r="B2"[^>]*><v>[^<]*<\/v>/, `<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v>`),
      ),
    }));
    const [items] = await readWorkbook(packPlain(parts));
    expect(items?.rows[1]?.[1]).toEqual({ error: '#DIV/0!' });
  });

  it.each<[string, (file: Buffer) => Buffer]>([
    ['cut in half', (file) => file.subarray(0, file.length / 2)],
    ['without its end', (file) => file.subarray(0, -30)],
    ['damaged in its directory', (file) => Buffer.from(file).fill(0, file.length - 120, file.length - 60)],
    ['that is no workbook', () => packPlain([{ name: 'a.xml', content: Buffer.from('<a/>') }])],
    [
      'with a broken sheet',
      () =>
        packPlain([
          { name: 'xl/workbook.xml', content: Buffer.from('<workbook') },
          { name: 'xl/_rels/workbook.xml.rels', content: Buffer.from('<x') },
        ]),
    ],
  ])('%s is refused', async (_, harm) => {
    await expect(readFile('plant.xlsx', harm(await workbook()))).rejects.toThrow(Unreadable);
  });

  it('of the old format, or no workbook at all, is refused', async () => {
    await expect(readFile('a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toThrow(Unreadable);
    await expect(readFile('a.xlsx', Buffer.alloc(0))).rejects.toThrow(Unreadable);
  });
});

describe('a zip bomb', () => {
  /** A zip file with one part whose header claims a size. */
  function zip(content: Buffer, claimed = content.length): Buffer {
    const packed = deflateRawSync(content, { level: 9 });
    const plain = packPlain([{ name: 'xl/workbook.xml', content: packed }]);
    const central = plain.indexOf(Buffer.from('504b0102', 'hex'));
    for (const [at, method, size] of [
      [0, 8, 22],
      [central, 10, 24],
    ] as const) {
      plain.writeUInt16LE(8, at + method);
      plain.writeUInt32LE(claimed, at + size);
    }
    return plain;
  }

  it('that says how large it gets is refused', () => {
    expect(() => unpackXml(zip(Buffer.alloc(3000)), 2000)).toThrow(/unpacks to more/);
    expect(unpackXml(zip(Buffer.alloc(2000)), 2000)[0]?.content).toHaveLength(2000);
  });

  it('that lies about it is refused', () => {
    expect(() => unpackXml(zip(Buffer.alloc(3000), 10), 2000)).toThrow(Unreadable);
  });

  it('counts its parts together', () => {
    const part = { name: 'a.xml', content: Buffer.alloc(1500) };
    expect(() => unpackXml(packPlain([part, { ...part, name: 'b.xml' }]), 2000)).toThrow(/unpacks to more/);
  });
});
