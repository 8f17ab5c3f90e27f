import type { BomLine } from '@takt/contracts';
import { Book, cake, flour } from '../test/book';
import type { Costing } from './costing';
import { open } from './stock-movement';
import { bookReport, closeWork, consume, consumptionOf, type ReportedPieces } from './work-in-progress';

const line = (component: string, qtyPer: string, operationNo: number | null): BomLine => ({
  component,
  qtyPer,
  scrapPercent: 0,
  operationNo,
});
const pieces = (more: Partial<ReportedPieces>): ReportedPieces => ({
  good: 0,
  scrap: 0,
  rework: 0,
  first: false,
  last: false,
  reworked: null,
  ...more,
});
const work = (book: Book, costing: Costing = 'standard') => ({
  product: cake,
  lot: 'C1',
  wip: book.wip('WO-1'),
  costing,
  at: 50,
  cause: { workOrder: 'WO-1', operation: 'WO-1.10' },
});
const flourFor = (book: Book, qty: string) => ({ ...book.valued(flour), lots: book.lots('flour'), qty });

describe('what an operation consumes', () => {
  it('are its lines of the bill of materials, for the first one also those without an operation', () => {
    const lines = [line('flour', '0.5', null), line('cream', '2', 20)];
    const of = (no: number, first: boolean) =>
      consumptionOf(lines, no, first, '30').map((need) => `${need.component} ${need.qty.toFixed()}`);
    expect([of(10, true), of(20, false), of(30, false)]).toEqual([['flour 15'], ['cream 60'], []]);
  });
});

describe('a report', () => {
  it('of a single operation turns material into finished stock', () => {
    const book = new Book();
    book.write(open(flour, '10', 'F1', 0), open(flour, '10', 'F2', 1));
    const booked = bookReport(
      [flourFor(book, '15')],
      pieces({ good: 28, scrap: 2, first: true, last: true }),
      work(book),
    );
    expect(booked.shortages).toEqual([]);
    expect(
      booked.movements.map(
        ({ kind, place, lot, qty, value }) => `${kind} ${place} ${lot}: ${qty} = ${value}`,
      ),
    ).toEqual([
      'backflush raw F1: -10 = -20',
      'backflush raw F2: -5 = -10',
      'wip-in wip C1: 0 = 30',
      'wip-in wip C1: 30 = 0',
      'scrap wip C1: -2 = -2',
      'wip-out wip C1: -28 = -28',
      'completion finished C1: 28 = 140',
    ]);
    book.write(...booked.movements);
    expect(book.stock()).toEqual(['cake finished C1: 28 = 140', 'flour raw F2: 5 = 10']);
  });

  it('with moving averages completes at what the material cost', () => {
    const book = new Book('moving-average');
    book.write(open(flour, '100', 'F1', 0));
    const booked = bookReport(
      [flourFor(book, '15')],
      pieces({ good: 30, first: true, last: true }),
      work(book, 'moving-average'),
    );
    expect(booked.movements.at(-1)).toMatchObject({ kind: 'completion', qty: '30', value: '30' });
  });

  it('over two operations keeps pieces in progress between them', () => {
    const book = new Book();
    book.write(open(flour, '100', 'F1', 0));
    book.write(
      ...bookReport([flourFor(book, '15')], pieces({ good: 30, first: true }), work(book)).movements,
    );
    expect(book.stock()).toContain('cake wip C1: 30 = 30');
    book.write(...bookReport([], pieces({ good: 20, rework: 4, last: true }), work(book)).movements);
    expect(book.stock()).toEqual([
      'cake finished C1: 20 = 100',
      'cake quarantine C1: 4 = 4',
      'cake wip C1: 6 = 6',
      'flour raw F1: 85 = 170',
    ]);
    book.write(...closeWork(work(book)));
    expect(book.wip('WO-1').qty.isZero()).toBe(true);
    expect(closeWork(work(book))).toEqual([]);
  });

  it('of a rework order takes its pieces out of quarantine', () => {
    const book = new Book();
    book.write({ ...open(cake, '4', 'C0', 0), place: 'quarantine', value: '8' });
    const reworked = { lot: 'C0', stock: book.pool('cake') };
    book.write(
      ...bookReport([], pieces({ good: 3, scrap: 1, first: true, last: true, reworked }), work(book))
        .movements,
    );
    expect(book.stock()).toEqual(['cake finished C1: 3 = 15']);
  });

  it('without enough material is booked all the same, names the shortage, and stock is visibly negative', () => {
    const book = new Book();
    book.write(open(flour, '10', 'F1', 0));
    const booked = bookReport(
      [flourFor(book, '15')],
      pieces({ good: 30, first: true, last: true }),
      work(book),
    );
    expect(booked.shortages).toEqual([{ item: 'flour', needed: '15', available: '10', missing: '5' }]);
    book.write(...booked.movements);
    expect(book.stock()).toContain('flour raw –: -5 = -10');
  });

  it('takes what is reserved for others only before it takes what is not there', () => {
    const book = new Book();
    book.write(open(flour, '10', 'F1', 0), open(flour, '10', 'F2', 1));
    const lots = book.lots('flour').map((lot) => ({ ...lot, reserved: lot.lot === 'F1' ? '8' : '0' }));
    const booked = consume([{ ...flourFor(book, '14'), lots }], work(book), 'issue');
    expect(booked.movements.slice(0, 3).map(({ kind, lot, qty }) => [kind, lot, qty])).toEqual([
      ['issue', 'F1', '-2'],
      ['issue', 'F2', '-10'],
      ['issue', 'F1', '-2'],
    ]);
  });
});
