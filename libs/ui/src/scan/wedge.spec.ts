import { WedgeReader, type WedgeAnswer } from './wedge';
import type { KeyStroke } from './key-character';

const press = (key: string, atMs: number, more: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  code: '',
  shift: false,
  atMs,
  ...more,
});
const strokes = (text: string, gapMs: number, from = 1000): KeyStroke[] =>
  [...text].map((key, at) => press(key, from + at * gapMs));
const enter = (atMs: number, key = 'Enter'): KeyStroke => press(key, atMs, { code: key });
const answers = (input: readonly KeyStroke[], inField = false): readonly WedgeAnswer[] => {
  const reader = new WedgeReader();
  return input.map((stroke) => reader.take(stroke, inField));
};
const scan = (input: readonly KeyStroke[]) => answers(input).at(-1);
const scanIntoField = (input: readonly KeyStroke[]) => answers(input, true).at(-1);
const code = (text: string): WedgeAnswer => ({ kind: 'code', code: text });
const uncertain: WedgeAnswer = { kind: 'uncertain' };
const typing: WedgeAnswer = { kind: 'typing' };

describe('where nothing can be typed into', () => {
  it('reads a code', () =>
    expect(scan([...strokes('WO-1017.20', 8), enter(1090)])).toEqual(code('WO-1017.20')));
  it('reads a code that ends with Tab', () =>
    expect(scan([...strokes('B0042', 8), enter(1045, 'Tab')])).toEqual(code('B0042')));
  it.each([41, 120, 800, 1900])('reads the whole of a code with a gap of %i ms in it', (gapMs) =>
    expect(scan([...strokes('WO-10', 8), ...strokes('17.20', 8, 1032 + gapMs), enter(1072 + gapMs)])).toEqual(
      code('WO-1017.20'),
    ),
  );
  it('reads a scanner that types slowly', () =>
    expect(scan([...strokes('L-77812', 150), enter(2050)])).toEqual(code('L-77812')));
  it('reads a code whose end comes late', () =>
    expect(scan([...strokes('L-77812', 8), enter(1900)])).toEqual(code('L-77812')));
  it.each(['7', 'A1', 'abc'])('reads the short code %s', (short) =>
    expect(scan([...strokes(short, 8), enter(1030)])).toEqual(code(short)),
  );
  it('does not take the rest after a stall for a code', () =>
    expect(scan([...strokes('WO-10', 8), ...strokes('17.20', 8, 4000), enter(4050)])).toEqual(uncertain));
  it('does not take what has not ended in time for a code', () =>
    expect(scan([...strokes('WO-1017', 8), enter(4000)])).toEqual(uncertain));
  it('knows a code that is scanned anew after a stall', () =>
    expect(scan([...strokes('WO-10', 8), ...strokes('WO-1017.20', 8, 5000), enter(5090)])).toEqual(
      code('WO-1017.20'),
    ));
  it('begins anew after it was uncertain', () =>
    expect(
      answers([
        ...strokes('WO-10', 8),
        ...strokes('17.20', 8, 4000),
        enter(4050),
        ...strokes('L-1', 8, 5000),
        enter(5030),
      ]).at(-1),
    ).toEqual(code('L-1')));
  it('forgets after ten seconds what was never ended', () =>
    expect(scan([...strokes('x', 8), ...strokes('L-1001', 8, 12_000), enter(12_050)])).toEqual(
      code('L-1001'),
    ));
  it('does not cut a text that is too long to be a code', () =>
    expect(scan([...strokes('1'.repeat(257), 4), enter(2040)])).toEqual(uncertain));
  it('leaves Enter, Tab and Space to buttons', () => {
    expect(scan([enter(1000)])).toEqual(typing);
    expect(scan([press(' ', 1000), enter(1500)])).toEqual(typing);
  });
  it('leaves what was moved or erased by hand to people', () => {
    expect(scan([...strokes('1234', 8), enter(1034, 'ArrowLeft'), enter(1040)])).toEqual(typing);
    expect(
      scan([...strokes('AB', 200), press('Backspace', 1500), ...strokes('C', 8, 1700), enter(1900)]),
    ).toEqual(typing);
  });
  it('reads two codes one after the other', () =>
    expect(
      answers([...strokes('AAAA1', 8), enter(1042), ...strokes('BBBB2', 8, 1050), enter(1090)]).filter(
        ({ kind }) => kind === 'code',
      ),
    ).toEqual([code('AAAA1'), code('BBBB2')]));
  it.each([
    ['CR and LF', [enter(1030)]],
    ['CR and LF, slowly', [enter(1030), enter(1310)]],
    ['Tab and Enter', [enter(1030, 'Tab'), enter(1034)]],
    ['LF as Ctrl+J', [press('Control', 1030), press('j', 1034, { held: 'ctrl' })]],
  ])('takes all that a scanner ends with for its end: %s', (_, ends) =>
    expect(answers([...strokes('L-1', 8), enter(1024), ...ends]).at(-1)).toEqual({ kind: 'tail' }),
  );
  it('knows the end of a scan that was torn, too', () =>
    expect(scan([...strokes('WO-10', 8), ...strokes('17', 8, 4000), enter(4020), enter(4028)])).toEqual({
      kind: 'tail',
    }));
  it.each([
    ['comes later', [enter(1325)]],
    ['comes after another key', [press('ArrowDown', 1040), enter(1050)]],
    ['comes with Shift', [press('Tab', 1040, { shift: true })]],
  ])('leaves an end to people that %s', (_, ends) =>
    expect(answers([...strokes('L-1', 8), enter(1024), ...ends]).at(-1)).toEqual(typing),
  );
  it('knows a scan that has broken off', () => {
    const reader = new WedgeReader();
    strokes('WO-10', 8).forEach((stroke) => reader.take(stroke));
    expect(reader.isBrokenOff()).toBe(true);
    reader.take(enter(1040));
    expect(reader.isBrokenOff()).toBe(false);
  });
});

describe('in a field', () => {
  it('reads a code', () =>
    expect(scanIntoField([...strokes('L-77812', 6), enter(1050)])).toEqual(code('L-77812')));
  it('does not take a person for a scanner', () => {
    expect(scanIntoField([...strokes('1234', 120), enter(1500)])).toEqual(typing);
    expect(scanIntoField([...strokes('abc', 8), enter(1030)])).toEqual(typing);
  });
  it('forgets what a person typed a while before the scan', () =>
    expect(scanIntoField([...strokes('no', 200, 0), ...strokes('L-77812', 6, 3000), enter(3050)])).toEqual(
      code('L-77812'),
    ));
  it.each([41, 120, 1900, 3000])('does not take the rest after a gap of %i ms for a code', (gapMs) =>
    expect(
      scanIntoField([...strokes('WO-10', 8), ...strokes('17.20', 8, 1032 + gapMs), enter(1072 + gapMs)]),
    ).toEqual(uncertain),
  );
  it('does not take what came right after typing for a code: it may have lost its first character', () =>
    expect(scanIntoField([...strokes('W', 8), ...strokes('O-1017', 8, 1060), enter(1110)])).toEqual(
      uncertain,
    ));
  it('reads a code after what was surely typed by hand', () => {
    const hello = strokes('hello', 90, 0);
    expect(scanIntoField([...hello, ...strokes('WO-1017', 4, 460), enter(488)])).toEqual(code('WO-1017'));
    expect(scanIntoField([...hello, ...strokes('WO-1017', 4, 420), enter(448)])).toEqual(uncertain);
  });
  it('does not take Enter after a pause for the end of a scan', () =>
    expect(scanIntoField([...strokes('12345', 8), enter(1400)])).toEqual(uncertain));
});

describe('keys of scanners', () => {
  it('reads capitals that come with Shift or with the caps lock', () => {
    const shift = (atMs: number) => press('Shift', atMs, { code: 'ShiftLeft', shift: true });
    expect(
      scanIntoField([shift(1000), ...strokes('WO', 4), shift(1010), ...strokes('12', 4, 1012), enter(1020)]),
    ).toEqual(code('WO12'));
    expect(
      scan([press('CapsLock', 1000), ...strokes('WO', 4), press('CapsLock', 1010), enter(1012)]),
    ).toEqual(code('WO'));
  });
  it('reads the end of a group in a GS1 code', () =>
    expect(
      scan([
        ...strokes('10B77', 8),
        press('Control', 1040),
        press(']', 1044, { held: 'ctrl' }),
        ...strokes('37', 8, 1048),
        enter(1070),
      ]),
    ).toEqual(code('10B77\u001D37')));
  it('looks behind a Chinese input method', () => {
    const process = (key: string, shift: boolean, atMs: number) =>
      press('Process', atMs, { code: key, shift });
    expect(
      scan([
        process('KeyW', true, 1000),
        process('KeyO', false, 1008),
        process('Minus', false, 1016),
        process('Digit7', false, 1024),
        enter(1030),
      ]),
    ).toEqual(code('Wo-7'));
  });
  it.each([
    ['a dead key', press('Dead', 1040, { code: 'Backquote' })],
    ['a digit with Alt', press('7', 1040, { held: 'alt' })],
  ])('does not take a code with %s in it for whole', (_, unreadable) =>
    expect(scan([...strokes('WO-1', 8), unreadable, ...strokes('17', 8, 1048), enter(1070)])).toEqual(
      uncertain,
    ),
  );
  it('does not take a shortcut for a code', () =>
    expect(scan([press('r', 1000, { held: 'ctrl' }), enter(1500)])).toEqual(typing));
});
