import { codeOf, gs1Of, zplLabel } from './label';

const label = { title: 'L-1017', lines: ['蛋糕', '10 pcs'], code: codeOf('lot', 'L-1017'), expiresOn: null };

it('a label says the same to people and to scanners', () => {
  const zpl = zplLabel(label, 'qr', 2);
  expect(zpl).toContain('^BQN,2,7^FH^FDMA,LOT:L-1017^FS');
  expect(zpl).toContain('^FD蛋糕^FS');
  expect(zpl).toMatch(/^\^XA\n\^CI28\n[^]*\^PQ2\n\^XZ\n$/);
  expect(zplLabel(label, 'code128', 1)).toContain('^BCN,90,Y,N,N^FH^FDLOT:L-1017^FS');
});

it.each([
  ['^XZ^XA~JR', '_5EXZ_5EXA_7EJR'],
  ['a_5E', 'a_5F5E'],
  ['two\r\nlines\u0000', 'two  lines '],
  ['蛋'.repeat(60), '蛋'.repeat(48)],
])('a name is never a command: %j', (title, printed) => {
  const zpl = zplLabel({ ...label, title }, 'qr', 1);
  expect(zpl).toContain(`^FD${printed}^FS`);
  expect(zpl.match(/\^XZ/g)).toHaveLength(1);
});

it('a GS1 code names the trade item, the lot and the day until which it is good', () => {
  expect(gs1Of('L-1017', '04012345678901', '2031-02-03')).toBe('(01)04012345678901(10)L-1017(17)310203');
  expect(gs1Of('L-1017', '04012345678901', null)).toBe('(01)04012345678901(10)L-1017');
  expect(gs1Of('L'.repeat(21), '04012345678901', null)).toBeNull();
});
