import { isRefusal } from '@takt/contracts';
import { codeOf, drawnCode, gs1Of, zplLabel, type Label } from './label';

const label: Label = {
  ...{ title: 'L-1017', lines: ['蛋糕', '10 pcs'], code: codeOf('lot', 'L-1017'), expiresOn: null },
  item: { id: 'cake', gtin: null },
};
const GTIN = '04012345678901';
const code = (symbology: 'qr' | 'code128') => ({ text: label.code, symbology });

it('a label says the same to people and to scanners', () => {
  const zpl = zplLabel(label, code('qr'), 2);
  expect(zpl).toContain('^BQN,2,7^FH^FDMA,LOT:L-1017^FS');
  expect(zpl).toContain('^FD蛋糕^FS');
  expect(zpl).toMatch(/^\^XA\n\^CI28\n[^]*\^PQ2\n\^XZ\n$/);
  expect(zplLabel(label, code('code128'), 1)).toContain('^BCN,90,Y,N,N^FH^FDLOT:L-1017^FS');
});

it.each([
  ['^XZ^XA~JR', '_5EXZ_5EXA_7EJR'],
  ['a_5E', 'a_5F5E'],
  ['two\r\nlines\u0000', 'two  lines '],
  ['蛋'.repeat(60), '蛋'.repeat(48)],
])('a name is never a command: %j', (title, printed) => {
  const zpl = zplLabel({ ...label, title }, code('qr'), 1);
  expect(zpl).toContain(`^FD${printed}^FS`);
  expect(zpl.match(/\^XZ/g)).toHaveLength(1);
});

it('a GS1 code names the trade item, the lot and the day until which it is good', () => {
  expect(gs1Of('L-1017', GTIN, '2031-02-03')).toBe('(01)04012345678901(17)310203(10)L-1017');
  expect(gs1Of('L-1017', GTIN, null)).toBe('(01)04012345678901(10)L-1017');
  expect(gs1Of('L'.repeat(21), GTIN, null)).toBeNull();
});

it('a lot of an item with a trade item number may have a GS1 code, in ZPL as in a PDF', () => {
  const numbered = { ...label, item: { id: 'cake', gtin: GTIN }, expiresOn: '2031-02-03' };
  const drawn = drawnCode(numbered, 'lot', 'gs1');
  if (isRefusal(drawn)) throw new Error(drawn.code);
  expect(drawn.text).toBe(`(01)${GTIN}(17)310203(10)L-1017`);
  expect(zplLabel(numbered, drawn, 1)).toContain(`^BCN,90,Y,N,N,D^FH^FD${drawn.text}^FS`);
  expect(drawnCode(label, 'lot', 'gs1', GTIN)).toMatchObject({ text: `(01)${GTIN}(10)L-1017` });
});

it.each([
  ['label.gtin', 'lot', label],
  ['label.kind', 'badge', { ...label, item: null }],
  ['label.kind', 'lot', { ...label, title: 'L'.repeat(21), item: { id: 'cake', gtin: GTIN } }],
] as const)('no GS1 code, %s: %s', (code, kind, of) =>
  expect(drawnCode(of, kind, 'gs1')).toMatchObject({ refused: true, code }),
);
