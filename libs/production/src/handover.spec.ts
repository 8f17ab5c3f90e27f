import type { Handover } from '@takt/contracts';
import { balances, countDifference, handoverNo, isEarlyHandover } from './handover';

const pieces = { begun: '10', finished: '8', scrap: '1', rework: '1' };

it.each([
  [pieces, true],
  [{ ...pieces, finished: '8.000000' }, true],
  [{ ...pieces, finished: '7' }, false],
  [{ ...pieces, scrap: '0' }, false],
])('two accounts of a shift balance when every figure is the same: %j → %s', (booked, same) => {
  expect(balances(pieces, booked)).toBe(same);
});

it('what was entered and what was counted differ by pieces, or not at all where nothing counts', () => {
  expect(countDifference('98', '100')).toBe('-2');
  expect(countDifference('98', null)).toBeNull();
});

describe('the number of a handover', () => {
  const kept = (id: string, no: number) => ({ id, no }) as Handover;
  const first = kept('a', 1);
  const second = kept('b', 2);

  it.each([
    ['the handover', [], { id: 'a' }, 1],
    ['a supplement', [first], { id: 'b', supplements: 'a' }, 2],
    ['a supplement to a supplement', [second, first], { id: 'c', supplements: 'b' }, 3],
    ['the same once more', [first, second], { id: 'a' }, first],
  ] as const)('%s', (_, list, handing, no) => expect(handoverNo(list, handing)).toEqual(no));

  it.each([
    ['a second handover', [first], { id: 'b' }, 'a'],
    [
      'a supplement by somebody who has not seen the last one',
      [first, second],
      { id: 'c', supplements: 'a' },
      'b',
    ],
    ['a supplement to nothing', [], { id: 'b', supplements: 'a' }, '—'],
  ] as const)('%s is refused', (_, list, handing, id) =>
    expect(handoverNo(list, handing)).toMatchObject({
      code: 'thing.exists',
      facts: { kind: 'handover', id },
    }),
  );
});

test('the last quarter of an hour of a shift is no early handover', () => {
  const endAt = 8 * 3600_000;
  expect(isEarlyHandover(endAt, endAt - 15 * 60_000 - 1)).toBe(true);
  expect(isEarlyHandover(endAt, endAt - 15 * 60_000)).toBe(false);
  expect(isEarlyHandover(endAt, endAt + 1)).toBe(false);
});
