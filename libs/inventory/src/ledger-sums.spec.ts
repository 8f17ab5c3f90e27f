import * as fc from 'fast-check';
import { isRefusal } from '@takt/contracts';
import { Exact } from '@takt/production';
import { Book, cake, flour } from '../test/book';
import type { Costing } from './costing';
import { balanceOf, entriesAsOf, stockAt, type LedgerEntry } from './ledger';
import { restateMovingAverage } from './moving-average';
import { adjust, receive, reverse, ship, takeBack, transfer } from './stock-movement';
import { bookReport, closeWork } from './work-in-progress';

const cause = {};
const day = fc.record({
  what: fc.constantFrom('buy', 'bake', 'ship', 'return', 'count', 'block', 'undo'),
  qty: fc.integer({ min: 1, max: 9 }),
  at: fc.integer({ min: 1, max: 60 }),
  pick: fc.nat(),
});
const days = fc.array(day, { minLength: 1, maxLength: 25 });
type Day = typeof day extends fc.Arbitrary<infer T> ? T : never;

function bake(book: Book, costing: Costing, { qty, at, pick }: Day): void {
  const workOrder = `WO-${book.entries.length}`;
  const good = qty - (pick % 2);
  const work = () => ({
    product: cake,
    lot: workOrder,
    wip: book.wip(workOrder),
    costing,
    at,
    cause: { workOrder, report: workOrder },
  });
  const pieces = { good, scrap: qty - good, rework: 0, first: true, last: true, reworked: null };
  const component = { ...book.valued(flour), lots: book.lots('flour'), qty };
  book.write(...bookReport([component], pieces, work()).movements);
  book.write(...closeWork(work()));
}

/** Takes a line back with all that belongs to it. */
function undo(book: Book, entry: LedgerEntry): void {
  const same = (one: LedgerEntry) => one.cause.report === entry.cause.report && one.cause.report != null;
  for (const one of book.entries.filter((each) => each.id === entry.id || same(each))) {
    const by = book.entries.find(({ reverses }) => reverses === one.id)?.id ?? null;
    const corrections = book.entries.filter(({ corrects }) => corrects === one.id);
    const counter = reverse(one, corrections, by, 'mistake');
    if (!isRefusal(counter)) book.write(counter);
  }
}

function live(book: Book, costing: Costing, one: Day): void {
  const { what, qty, at, pick } = one;
  const lots = book.lots('cake');
  const place = { place: 'finished', lot: lots[pick % (lots.length || 1)]?.lot ?? 'C' } as const;
  const pickOf = (entries: readonly LedgerEntry[]) => entries[pick % (entries.length || 1)];
  if (what === 'buy')
    book.write(receive(book.valued(flour), qty, `F${at}`, { at, cause, unitCost: 1 + (pick % 5) }));
  if (what === 'bake') bake(book, costing, one);
  if (what === 'count')
    book.write(adjust(book.valued(cake), pick % 2 ? qty : -qty, place, { at, cause, note: 'counted' }));
  if (what === 'block')
    book.write(
      ...transfer(
        book.valued(cake),
        qty,
        { lot: place.lot, from: 'finished', to: 'quarantine' },
        { at, cause: { report: `T${book.entries.length}` } },
      ),
    );
  if (what === 'ship') {
    const shipped = ship(book.valued(cake), lots, qty, { at, cause: { order: 'O-1', orderLine: 1 } });
    if (!isRefusal(shipped)) book.write(...shipped);
  }
  const shipment = pickOf(book.entries.filter(({ kind, reverses }) => kind === 'shipment' && !reverses));
  if (what === 'return' && shipment) {
    const back = takeBack(shipment, qty, { at, cause: {}, note: 'dented' });
    if (!isRefusal(back)) book.write(back);
  }
  const entry = pickOf(book.entries);
  if (what === 'undo' && entry) undo(book, entry);
}

function lived(costing: Costing, story: readonly Day[]): Book {
  const book = new Book(costing);
  for (const one of story) live(book, costing, one);
  return book;
}

describe.each(['standard', 'moving-average'] as const)('any history at %s cost', (costing) => {
  it('has at every instant the stock that the lines until then sum to, however it is broken down', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 61 }), (story, at) => {
        const { entries } = lived(costing, story);
        const whole = balanceOf(entriesAsOf(entries, { at }));
        for (const by of [['item'], ['item', 'place'], ['item', 'place', 'lot']] as const) {
          const parts = stockAt(entries, by, { at });
          const summed = parts.reduce((total, { qty }) => total.plus(qty), new Exact(0));
          expect(summed.toFixed()).toBe(whole.qty.toFixed());
          expect(parts.reduce((total, { value }) => total.plus(value), new Exact(0)).toFixed()).toBe(
            whole.value.toFixed(),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves nothing at any instant when every line is taken back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 61 }), (story, at) => {
        const book = lived(costing, story);
        for (const entry of [...book.entries].reverse()) undo(book, entry);
        expect(
          stockAt(book.entries, ['item', 'place', 'lot'], { at }).map(({ qty, value }) => [
            qty.toFixed(),
            value.toFixed(),
          ]),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps nothing in work orders that have ended', () => {
    fc.assert(
      fc.property(days, (story) => {
        const { entries } = lived(costing, story);
        expect(stockAt(entries, ['place', 'lot']).filter(({ place }) => place === 'wip')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a restatement of some items', () => {
  it('of an item and what is made from it says the same as one of all', () => {
    fc.assert(
      fc.property(days, (story) => {
        const { entries } = lived('moving-average', story);
        expect(restateMovingAverage(entries, new Set(['flour', 'cake']))).toEqual(
          restateMovingAverage(entries),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('leaves the others as they are, and counts what they gave', () => {
    const book = new Book('moving-average');
    const buy = (qty: string, unitCost: string, at: number) =>
      book.write(receive(book.valued(flour), qty, `F${at}`, { at, cause, unitCost }));
    buy('10', '2', 10);
    bake(book, 'moving-average', { what: 'bake', qty: 10, at: 30, pick: 0 });
    buy('10', '4', 20); // late: the average was 3
    expect(restateMovingAverage(book.entries, new Set(['cake']))).toEqual([]);
    expect(restateMovingAverage(book.entries, new Set(['flour'])).map(({ value }) => value)).toEqual(['-10']);
  });
});
