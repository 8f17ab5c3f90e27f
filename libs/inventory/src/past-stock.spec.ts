import { checkThen, lotsThen, lowestSince } from './past-stock';

const H = 3_600_000;
const at = (hour: number, by: string) => ({ at: hour * H, by });
const flour = { item: 'flour', lot: 'F1', place: 'raw', unit: 'kg', qty: '4' } as const;
const time = (hour: number) => new Date(hour * H).toISOString();

/** 10 came in at 8, 7 left at 10, 5 came in at 12: 8 now. */
const story = [at(8, '10'), at(10, '-7'), at(12, '5')];
const stock = (from: number) => ({ there: '8', since: story.filter((one) => one.at > from * H) });

it.each([
  [7, '0'],
  [8, '3'],
  [9, '3'],
  [11, '3'],
  [12, '8'],
  [13, '8'],
])('the least that lay there from %i o’clock on is %s', (hour, least) => {
  expect(lowestSince(stock(hour), hour * H).toFixed()).toBe(least);
});

it('what happened at one instant counts as a whole, in any order', () => {
  const since = [at(9, '-5'), at(9, '5')];
  expect(lowestSince({ there: '1', since }, 8 * H).toFixed()).toBe('1');
  expect(lowestSince({ there: '1', since: [...since].reverse() }, 8 * H).toFixed()).toBe('1');
});

describe('what leaves a lot at an instant', () => {
  it.each([12, 13])('lay there at %i and ever since', (hour) =>
    expect(checkThen({ ...flour, qty: '8' }, hour * H, stock(hour))).toBeNull(),
  );

  it('lay there then, but has been taken since: says when least was left, and from when on there is enough', () => {
    expect(checkThen(flour, 9 * H, stock(9))).toMatchObject({
      code: 'stock.short',
      facts: {
        ...{ item: 'flour', lot: 'F1', place: 'raw', needed: '4', available: '3', reason: 'then' },
        ...{ at: time(9), shortAt: time(10), enoughFrom: time(12) },
      },
    });
    expect(checkThen({ ...flour, qty: '3' }, 9 * H, stock(9))).toBeNull();
  });

  it('was not there yet', () => {
    expect(checkThen({ ...flour, qty: '2' }, 7 * H, stock(7))?.facts).toMatchObject({
      ...{ available: '0', at: time(7), shortAt: time(7), enoughFrom: time(8) },
    });
  });

  it('does not lie there now either: no instant is named', () => {
    expect(checkThen({ ...flour, qty: '9' }, 9 * H, stock(9))?.facts).toEqual({
      ...{ item: 'flour', available: '8', needed: '9' },
    });
  });
});

it('lots give no more than lay there then, each for itself', () => {
  const lot = (id: string, onHand: string) =>
    ({ lot: id, place: 'raw', onHand, reserved: '0', madeAt: 0, expiresAt: null }) as const;
  const lots = [lot('F1', '8'), lot('F2', '6')];
  const since = [
    { ...at(10, '-7'), lot: 'F1', place: 'raw' as const },
    { ...at(12, '5'), lot: 'F1', place: 'raw' as const },
    { ...at(12, '5'), lot: 'F2', place: 'quarantine' as const },
  ];
  expect(lotsThen(lots, since, 9 * H).map(({ onHand }) => onHand)).toEqual(['3', '6']);
  expect(lotsThen(lots, [], 9 * H)).toEqual(lots);
});
