import { EMPTY_ENTRY, press, type Entry, type Key } from './keypad-entry';

const pieces = { decimals: 0, max: 9999 };
const kilos = { decimals: 3, max: 9999 };
const digits = (text: string): Key[] => [...text].map((digit) => ({ kind: 'digit', digit }));
const type = (keys: Key[], limits = pieces, from: Entry = EMPTY_ENTRY) =>
  keys.reduce((entry, key) => press(entry, key, limits), from).text;
const add = (amount: number): Key => ({ kind: 'add', amount });

it('keys digits in', () => expect(type(digits('120'))).toBe('120'));
it('drops a leading zero', () => expect(type(digits('007'))).toBe('7'));
describe('a code', () => {
  const pin = { decimals: 0, max: 0, codeDigits: 8 };
  it('keeps its leading zeros', () => {
    expect(type(digits('0123'), pin)).toBe('0123');
    expect(type(digits('0000'), pin)).toBe('0000');
  });
  it('ends at its longest', () => expect(type(digits('012345678'), pin)).toBe('01234567'));
});
it('refuses a digit that exceeds the largest value', () => expect(type(digits('12345'))).toBe('1234'));
it('erases the last digit, and the last one leaves nothing', () => {
  expect(type([...digits('12'), { kind: 'erase' }])).toBe('1');
  expect(type([...digits('1'), { kind: 'erase' }, ...digits('5')])).toBe('5');
});
it('clears', () => expect(type([...digits('12'), { kind: 'clear' }])).toBe(''));
it('adds one and ten, from nothing too', () => expect(type([add(1), add(10), add(1)])).toBe('12'));
it('never goes below zero', () => expect(type([...digits('3'), add(-10)])).toBe('0'));
it('goes on keying after an addition', () => expect(type([add(10), ...digits('5')])).toBe('105'));
it('replaces what was filled in with the first digit', () =>
  expect(type([{ kind: 'put', value: '48' }, ...digits('7')])).toBe('7'));
it('erases what was filled in as a whole', () =>
  expect(type([{ kind: 'put', value: '48' }, { kind: 'erase' }])).toBe(''));
it('has no decimal point for pieces', () =>
  expect(type([...digits('1'), { kind: 'point' }, ...digits('5')])).toBe('15'));
it('takes decimals where the unit has them', () => {
  expect(type([{ kind: 'point' }, ...digits('5')], kilos)).toBe('0.5');
  expect(type([...digits('1'), { kind: 'point' }, { kind: 'point' }, ...digits('2345')], kilos)).toBe(
    '1.234',
  );
});
it('adds decimals without noise', () =>
  expect(press({ text: '0.1', fresh: false }, add(0.2), kilos).text).toBe('0.3'));
it('turns the sign of what stands there, and erases the minus with the last digit', () => {
  const sign: Key = { kind: 'sign' };
  expect(type([...digits('18'), sign, ...digits('5')])).toBe('-185');
  expect(type([...digits('18'), sign, sign])).toBe('18');
  expect(type([sign])).toBe('');
  expect(type([...digits('1'), sign, { kind: 'erase' }])).toBe('');
});
