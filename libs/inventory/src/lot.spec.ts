import { isRefusal } from '@takt/contracts';
import * as fc from 'fast-check';
import { allocate, allocateStrictly, expiredLots, expiryOf, firstExpiredFirst, type LotStock } from './lot';
import { releaseReserved, reserve, reservedByOthers } from './reservation';

const DAY = 86_400_000;
const lot = (
  name: string | null,
  onHand: string,
  expiresInDays: number | null,
  more: Partial<LotStock> = {},
): LotStock => ({
  lot: name,
  place: 'finished',
  onHand,
  reserved: '0',
  madeAt: 0,
  expiresAt: expiresInDays === null ? null : expiresInDays * DAY,
  ...more,
});
const stock = [lot('C', '5', null), lot('B', '10', 8), lot('A', '4', 3)];
const brief = (taken: readonly { lot: string | null; qty: { toFixed(): string } }[]) =>
  taken.map((one) => `${one.lot} ${one.qty.toFixed()}`);

describe('first expired, first out', () => {
  it('takes what expires first, and what keeps last', () => {
    expect(brief(allocate(stock, '16', { at: 0 }).taken)).toEqual(['A 4', 'B 10', 'C 2']);
    expect(allocate(stock, '20', { at: 0 }).short.toFixed()).toBe('1');
    expect(
      firstExpiredFirst([lot('Z', '1', 3), lot('Y', '1', 3), lot('X', '1', 3, { madeAt: -1 })]).map(
        (one) => one.lot,
      ),
    ).toEqual(['X', 'Y', 'Z']);
  });

  it('passes over what has expired, is too old for the customer, reserved or in quarantine', () => {
    expect(brief(allocate(stock, '3', { at: 3 * DAY }).taken)).toEqual(['B 3']);
    expect(brief(allocate(stock, '3', { at: 3 * DAY - 1 }).taken)).toEqual(['A 3']);
    expect(brief(allocate(stock, '3', { at: 3 * DAY, minDays: 5 }).taken)).toEqual(['B 3']);
    expect(brief(allocate(stock, '3', { at: 3 * DAY, minDays: 6 }).taken)).toEqual(['C 3']);
    const held = [lot('A', '4', 3, { reserved: '3' }), lot('B', '9', 8, { place: 'quarantine' })];
    expect(allocate(held, '3', { at: 0 })).toMatchObject({ taken: [{ lot: 'A' }] });
    expect(allocate(held, '3', { at: 0 }).short.toFixed()).toBe('2');
  });

  it('believes the scanner', () => {
    expect(brief(allocate(stock, '7', { at: 9 * DAY, scanned: 'A' }).taken)).toEqual(['A 4', 'C 3']);
  });

  it('takes all that is asked for or says what is short, never more than there is', () => {
    const any = fc.array(fc.tuple(fc.nat(9), fc.option(fc.nat(9), { nil: null })), { maxLength: 6 });
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 40 }), fc.nat(9), (lots, qty, at) => {
        const given = lots.map(([onHand, days], i) => lot(`L${i}`, String(onHand), days));
        const { taken, short } = allocate(given, qty, { at: at * DAY });
        expect(taken.reduce((sum, one) => sum + one.qty.toNumber(), short.toNumber())).toBe(qty);
        for (const one of taken)
          expect(one.qty.toNumber()).toBeLessThanOrEqual(
            Number(given.find((each) => each.lot === one.lot)?.onHand),
          );
        const dates = taken.map((one) => given.find((each) => each.lot === one.lot)?.expiresAt ?? Infinity);
        expect(dates).toEqual([...dates].sort((a, b) => a - b));
      }),
    );
  });
});

describe('what leaves for a customer', () => {
  it('is refused as short, or as too old with the lot that is', () => {
    expect(allocateStrictly('cake', stock, '20', { at: 0 })).toMatchObject({
      code: 'stock.short',
      facts: { item: 'cake', available: '19', needed: '20' },
    });
    expect(allocateStrictly('cake', stock, '16', { at: 2 * DAY, minDays: 4 })).toMatchObject({
      code: 'lot.expired',
      facts: { lot: 'A', item: 'cake', expiresAt: '1970-01-04T00:00:00.000Z', days: 4 },
    });
    expect(isRefusal(allocateStrictly('cake', stock, '15', { at: 2 * DAY, minDays: 4 }))).toBe(false);
  });
});

it('a lot expires after its shelf life, and is waste from then on', () => {
  expect([expiryOf(DAY, 5), expiryOf(DAY, null)]).toEqual([6 * DAY, null]);
  expect(expiredLots([...stock, lot('E', '0', 1)], 3 * DAY).map((one) => one.lot)).toEqual(['A']);
});

describe('reservations', () => {
  const made = reserve({ item: 'cake', qty: '16', holder: 'O-1/1' }, stock, { at: 0 });
  it('keep lots for their holder', () => {
    expect(made.short).toBe('0');
    expect(made.reservations.map((one) => `${one.lot} ${one.qty}`)).toEqual(['A 4', 'B 10', 'C 2']);
    const lotB = { item: 'cake', lot: 'B' };
    expect(reservedByOthers(made.reservations, lotB, 'O-2/1')).toBe('10');
    expect(reservedByOthers(made.reservations, lotB, 'O-1/1')).toBe('0');
    expect(reserve({ item: 'cake', qty: '20', holder: 'O-1/1' }, stock, { at: 0 }).short).toBe('1');
  });

  it('are used up in order', () => {
    expect(releaseReserved(made.reservations, '7').map((one) => `${one.lot} ${one.qty}`)).toEqual([
      'B 7',
      'C 2',
    ]);
    expect(releaseReserved(made.reservations, '99')).toEqual([]);
  });
});
