import * as fc from 'fast-check';
import { Book, cake, flour } from '../test/book';
import type { LedgerEntry, MovementDraft } from './ledger';
import { restateMovingAverage } from './moving-average';
import { adjust, receive, reverse, ship } from './stock-movement';
import { bookReport } from './work-in-progress';

const cause = {};
const bought = (book: Book, qty: string, unitCost: string, at: number) =>
  book.write(receive(book.valued(flour), qty, `F${at}`, { at, cause, unitCost }));
function baked(book: Book, cakes: number, at: number): void {
  const workOrder = `WO-${at}`;
  const component = { ...book.valued(flour), lots: book.lots('flour'), qty: cakes };
  const work = {
    product: cake,
    lot: `C${at}`,
    wip: book.wip(workOrder),
    costing: 'moving-average' as const,
    at,
    cause: { workOrder },
  };
  const pieces = { good: cakes, scrap: 0, rework: 0, first: true, last: true, reworked: null };
  book.write(...bookReport([component], pieces, work).movements);
}
function sold(book: Book, cakes: number, at: number): void {
  const movements = ship(book.valued(cake), book.lots('cake'), cakes, {
    at,
    cause: { order: `O-${at}`, orderLine: 1 },
  });
  if (Array.isArray(movements)) book.write(...movements);
}
const restate = (book: Book): MovementDraft[] => {
  const corrections = restateMovingAverage(book.entries);
  book.write(...corrections);
  return corrections;
};

describe('a late movement', () => {
  it('restates what left after it, through to the shipped cakes', () => {
    const book = new Book('moving-average');
    bought(book, '10', '2', 10);
    baked(book, 10, 30);
    sold(book, 10, 40);
    bought(book, '10', '4', 20); // written last, happened before the baking: average 3
    expect(
      restate(book).map(
        ({ item, place, qty, value, corrects }) => `${item} ${place} ${qty} ${value} → ${corrects}`,
      ),
    ).toEqual([
      'flour raw 0 -10 → m2',
      'cake wip 0 10 → m3',
      'cake wip 0 -10 → m5',
      'cake finished 0 10 → m6',
      'cake finished 0 -10 → m7',
    ]);
    expect(book.stock()).toEqual(['flour raw F20: 10 = 40', 'flour raw F10: 0 = -10'].sort());
    expect(book.pool('flour').value.toFixed()).toBe('30'); // 10 left at 3
    expect(restate(book)).toEqual([]);
  });

  it('restates a find at the average of its day', () => {
    const book = new Book('moving-average');
    bought(book, '10', '2', 10);
    book.write(adjust(book.valued(flour), '4', { place: 'raw', lot: 'F10' }, { at: 30, cause }));
    expect(book.pool('flour').value.toFixed()).toBe('28');
    bought(book, '10', '4', 20);
    expect(restate(book).map(({ value, corrects }) => `${value} → ${corrects}`)).toEqual(['4 → m2']); // 4 at 3, not 2
  });

  it('that is taken back restates again', () => {
    const book = new Book('moving-average');
    bought(book, '10', '2', 10);
    const [second] = bought(book, '10', '4', 20);
    baked(book, 10, 30);
    expect(restate(book)).toEqual([]);
    book.write(reverse(second, [], null, 'wrong supplier') as MovementDraft);
    restate(book);
    expect([book.pool('flour').qty.toFixed(), book.pool('flour').value.toFixed()]).toEqual(['0', '0']);
    expect(book.pool('cake').value.toFixed()).toBe('20');
  });

  it('that brings what had been taken before it was there is valued at its own cost', () => {
    const book = new Book('moving-average');
    baked(book, 5, 30); // from nothing: at standard cost 2
    bought(book, '10', '4', 40);
    restate(book);
    expect([book.pool('flour').qty.toFixed(), book.pool('flour').value.toFixed()]).toEqual(['5', '20']);
  });
});

describe('in order', () => {
  const step = fc.record({
    kind: fc.constantFrom('buy', 'bake', 'sell', 'count'),
    qty: fc.integer({ min: 1, max: 9 }),
    cost: fc.integer({ min: 1, max: 9 }),
  });
  const run = (steps: readonly { kind: string; qty: number; cost: number }[]): Book => {
    const book = new Book('moving-average');
    steps.forEach(({ kind, qty, cost }, i) => {
      const at = 10 * (i + 1);
      if (kind === 'buy') bought(book, String(qty), String(cost), at);
      if (kind === 'bake' && book.pool('flour').qty.greaterThanOrEqualTo(qty)) baked(book, qty, at);
      if (kind === 'sell') sold(book, qty, at);
      if (kind === 'count' && book.pool('flour').qty.greaterThan(qty))
        book.write(adjust(book.valued(flour), -qty, { place: 'raw', lot: null }, { at, cause }));
    });
    return book;
  };

  it('nothing has to be restated, and no value is left where no piece is', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const book = run(steps);
        expect(restateMovingAverage(book.entries)).toEqual([]);
        for (const item of ['flour', 'cake'])
          if (book.pool(item).qty.isZero()) expect(book.pool(item).value.toFixed()).toBe('0');
      }),
    );
  });

  it('a restated ledger is worth what it would be from scratch', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 15 }),
        fc.nat(14),
        fc.integer({ min: 1, max: 9 }),
        (steps, which, cost) => {
          const scratch = run(steps.map((one, i) => (i === which ? { ...one, cost } : one)));
          const book = run(steps);
          const priced = (entry: LedgerEntry) =>
            scratch.entries.find((one) => one.id === entry.id && one.kind === 'receipt');
          book.entries = book.entries.map((entry) => ({
            ...entry,
            value: priced(entry)?.value ?? entry.value,
          }));
          restate(book);
          const worth = ({ value }: { value: { toFixed(): string } }) => value.toFixed();
          for (const item of ['flour', 'cake'])
            expect(worth(book.pool(item))).toBe(worth(scratch.pool(item)));
          expect(restateMovingAverage(book.entries)).toEqual([]);
        },
      ),
    );
  });
});
