import { WedgeReader, type KeyStroke } from './wedge';

const strokes = (text: string, gapMs: number, from = 1000): KeyStroke[] =>
  [...text].map((key, at) => ({ key, code: '', shift: false, atMs: from + at * gapMs }));
const enter = (atMs: number, key = 'Enter'): KeyStroke => ({ key, code: key, shift: false, atMs });
const scan = (input: KeyStroke[]) => {
  const reader = new WedgeReader();
  return input.map((stroke) => reader.take(stroke)).at(-1);
};

it('reads a code', () =>
  expect(scan([...strokes('WO-1017.20', 8), enter(1090)])).toEqual({ kind: 'code', code: 'WO-1017.20' }));
it('reads a code that ends with Tab', () =>
  expect(scan([...strokes('B0042', 8), enter(1045, 'Tab')])).toEqual({ kind: 'code', code: 'B0042' }));
it('does not take a person for a scanner', () =>
  expect(scan([...strokes('1234', 120), enter(1500)])).toEqual({ kind: 'typing' }));
it('does not take Enter after a pause for the end of a scan', () =>
  expect(scan([...strokes('1234', 8), enter(1400)])).toEqual({ kind: 'typing' }));
it('does not take three quick keys for a code', () =>
  expect(scan([...strokes('abc', 8), enter(1030)])).toEqual({ kind: 'typing' }));
it('forgets what a person typed before the scan', () =>
  expect(scan([...strokes('no', 200, 0), ...strokes('L-77812', 6), enter(1050)])).toEqual({
    kind: 'code',
    code: 'L-77812',
  }));
it('reads capitals that come with Shift', () =>
  expect(
    scan([
      { key: 'Shift', code: 'ShiftLeft', shift: true, atMs: 1000 },
      ...strokes('WO', 4),
      { key: 'Shift', code: 'ShiftLeft', shift: true, atMs: 1010 },
      ...strokes('12', 4, 1012),
      enter(1020),
    ]),
  ).toEqual({ kind: 'code', code: 'WO12' }));
it('looks behind a Chinese input method', () => {
  const process = (code: string, shift: boolean, atMs: number): KeyStroke => ({
    key: 'Process',
    code,
    shift,
    atMs,
  });
  expect(
    scan([
      process('KeyW', true, 1000),
      process('KeyO', false, 1008),
      process('Minus', false, 1016),
      process('Digit7', false, 1024),
      enter(1030),
    ]),
  ).toEqual({ kind: 'code', code: 'Wo-7' });
});
it('lets an arrow key end a burst', () =>
  expect(scan([...strokes('1234', 8), enter(1034, 'ArrowLeft'), enter(1040)])).toEqual({ kind: 'typing' }));
it('reads two codes one after the other', () => {
  const reader = new WedgeReader();
  const codes = [...strokes('AAAA1', 8), enter(1042), ...strokes('BBBB2', 8, 1300), enter(1340)]
    .map((stroke) => reader.take(stroke))
    .filter((answer) => answer.kind === 'code');
  expect(codes).toEqual([
    { kind: 'code', code: 'AAAA1' },
    { kind: 'code', code: 'BBBB2' },
  ]);
});
