import { checkRepeated, isAtHand, type Told } from './report-doubt';

const MIN = 60_000;
const told = (at: number, change: Partial<Told> = {}): Told => ({
  ...{ station: 'packer', good: '40', scrap: '2', rework: '0', source: 'terminal', at },
  ...change,
});
const repeated = (report: Told, ...others: Told[]) => checkRepeated('WO-1.20', report, others)?.facts ?? null;

describe('a report that says the same as another', () => {
  it('within a minute, before or after it, may be entered twice', () => {
    const facts = { operation: 'WO-1.20', station: 'packer', qty: '42', sec: 30 };
    expect(repeated(told(MIN), told(MIN / 2))).toEqual(facts);
    expect(repeated(told(MIN / 2), told(MIN))).toEqual(facts);
    expect(repeated(told(MIN), told(0))).toMatchObject({ sec: 60 });
  });
  it.each([
    ['later', told(MIN + 1)],
    ['of other pieces', told(0, { good: '41' })],
    ['at another station', told(0, { station: 'packer-2' })],
    ['taken over from elsewhere', told(0, { source: 'import' })],
  ])('%s is another one', (_, other) => expect(repeated(told(0), other)).toBeNull());
  it('of one piece counts one piece', () => {
    const one = told(0, { good: '1', scrap: '0' });
    expect(repeated(one, one)).toBeNull();
  });
  it('of no pieces, and history, are left alone', () => {
    const start = told(0, { good: '0', scrap: '0' });
    expect(repeated(start, start)).toBeNull();
    expect(repeated(told(0, { source: 'back-fill' }), told(0))).toBeNull();
  });
});

it.each([
  ['a screen, just now', 'terminal', 0, true],
  ['a screen, five minutes ago', 'terminal', 5 * MIN, true],
  ['an outbox that was offline', 'terminal', 5 * MIN + 1, false],
  ['a clock that is ahead', 'api', -6 * MIN, false],
  ['a button that nobody looks at', 'machine', 0, false],
  ['history', 'back-fill', 0, false],
] as const)('%s: the person stands there? %#', (_, source, agoMs, is) =>
  expect(isAtHand(source, 100 * MIN - agoMs, 100 * MIN)).toBe(is),
);
