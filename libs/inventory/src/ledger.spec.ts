import { Book, cake, flour } from '../test/book';
import { balanceOf, stockAt, type LedgerEntry, type MovementDraft } from './ledger';
import { adjust, open, receive, revalue, reverse, ship, takeBack, transfer } from './stock-movement';
import { averageOver } from './time-weighted';

const cause = {};
const DAY = 86_400_000;

describe('movements', () => {
  it('receive into a lot at standard cost', () => {
    const book = new Book();
    book.write(receive(book.valued(flour), '100', 'F1', { at: 10, cause, unitCost: '9' }));
    expect(book.stock()).toEqual(['flour raw F1: 100 = 200']);
  });

  it('receive at what was paid, and average', () => {
    const book = new Book('moving-average');
    book.write(receive(book.valued(flour), '100', 'F1', { at: 10, cause, unitCost: '1' }));
    book.write(receive(book.valued(flour), '100', 'F2', { at: 20, cause, unitCost: '2' }));
    book.write(
      adjust(book.valued(flour), '-10', { place: 'raw', lot: 'F1' }, { at: 30, cause, note: 'spilt' }),
    );
    expect(book.pool('flour').value.toFixed()).toBe('285'); // 300 − 10 × 1.5
  });

  it('ship first expired first, all or nothing', () => {
    const book = new Book();
    book.write(open(cake, '4', 'C1', 0), open(cake, '10', 'C2', 0));
    const expiry = { C1: 3 * DAY, C2: 5 * DAY };
    const order = { order: 'O-1', orderLine: 1 };
    const sent = ship(book.valued(cake), book.lots('cake', expiry), '6', {
      at: DAY,
      cause: order,
      minDays: 2,
    });
    book.write(...(sent as MovementDraft[]));
    expect(book.stock()).toEqual(['cake finished C2: 8 = 40']);
    expect(ship(book.valued(cake), book.lots('cake', expiry), '9', { at: DAY, cause: order })).toMatchObject({
      code: 'stock.short',
    });
    expect(
      ship(book.valued(cake), book.lots('cake', expiry), '8', { at: DAY, cause: order, minDays: 5 }),
    ).toMatchObject({ code: 'lot.expired' });
  });

  it('take back at the value at which goods left, into quarantine, and no more than had left', () => {
    const book = new Book();
    book.write(open(cake, '10', 'C1', 0));
    const [shipment] = book.write(
      ...(ship(book.valued(cake), book.lots('cake'), '6', {
        at: 10,
        cause: { order: 'O-1', orderLine: 1 },
      }) as MovementDraft[]),
    );
    book.write(takeBack(shipment, '2', { at: 20, cause: {}, note: 'squashed' }) as MovementDraft);
    expect(book.stock()).toEqual(['cake finished C1: 4 = 20', 'cake quarantine C1: 2 = 10']);
    expect(takeBack(shipment, '7', { at: 20, cause: {} })).toMatchObject({ code: 'stock.short' });
  });

  it('transfer without changing quantity or value', () => {
    const book = new Book();
    book.write(open(cake, '10', 'C1', 0));
    book.write(
      ...transfer(
        book.valued(cake),
        '3',
        { lot: 'C1', from: 'finished', to: 'quarantine' },
        { at: 5, cause },
      ),
    );
    expect(book.stock()).toEqual(['cake finished C1: 7 = 35', 'cake quarantine C1: 3 = 15']);
    expect(balanceOf(book.entries)).toMatchObject({ qty: book.pool('cake').qty });
  });

  it('bring stock to a new standard cost', () => {
    const book = new Book();
    book.write(open(cake, '10', 'C1', 0));
    book.write(...revalue({ ...cake, standardCost: '6' }, stockLines(book), { at: 5, cause }));
    expect(book.stock()).toEqual(['cake finished C1: 10 = 60']);
    expect(revalue({ ...cake, standardCost: '6' }, stockLines(book), { at: 5, cause })).toEqual([]);
  });
});

const stockLines = (book: Book) =>
  stockAt(book.entries, ['place', 'lot']).map((line) => ({ ...line, place: line.place ?? 'raw' }));

describe('reversal', () => {
  it('is the counter-entry at the time at which it happened, once', () => {
    const book = new Book();
    const [received] = book.write(receive(book.valued(flour), '100', 'F1', { at: 10, cause }));
    const [counter] = book.write(reverse(received, [], null, 'counted twice') as MovementDraft);
    expect(counter).toMatchObject({
      qty: '-100',
      value: '-200',
      occurredAt: 10,
      reverses: 'm1',
      note: 'counted twice',
    });
    expect(book.stock()).toEqual([]);
    for (const [entry, by, id, reason] of [
      [received, 'm2', 'm2', 'taken-back'],
      [counter, null, received.id, 'counter-entry'],
      [{ ...received, corrects: 'm0' }, null, 'm0', 'correction'],
    ] as const)
      expect(reverse(entry, [], by, 'again')).toMatchObject({ code: 'thing.exists', facts: { id, reason } });
  });
});

describe('stock at an instant', () => {
  const book = new Book();
  book.write(open(flour, '10', 'F1', 0), receive(book.valued(flour), '5', 'F2', { at: 20, cause }));
  const late: LedgerEntry = {
    ...book.entries[1],
    id: 'late',
    seq: 9,
    occurredAt: 5,
    recordedAt: 5000,
    qty: '-3',
    value: '-6',
  };
  const qty = (asOf: object) => stockAt([...book.entries, late], [], asOf).map((line) => line.qty.toFixed());

  it('is the sum of what had happened by then', () => {
    expect([qty({ at: 4 }), qty({ at: 5 }), qty({ at: 20 }), qty({})]).toEqual([
      ['10'],
      ['7'],
      ['12'],
      ['12'],
    ]);
  });

  it('can be asked as it was known', () => {
    expect([qty({ at: 5, knownAt: 4999 }), qty({ at: 5, knownAt: 5000 })]).toEqual([['10'], ['7']]);
  });

  it('below zero is visible', () => {
    const short = stockAt([{ ...late, qty: '-20', lot: null }, ...book.entries], ['item', 'lot']);
    expect(short.map((line) => [line.lot, line.negative])).toEqual([
      [null, true],
      ['F1', false],
      ['F2', false],
    ]);
  });
});

describe('time-weighted average', () => {
  it('weighs each level with its time: neither the ends nor the rows count', () => {
    const changes = [
      { at: -5, by: '100' },
      { at: 2, by: '100' },
      { at: 9, by: '-150' },
      { at: 10, by: '999' },
    ];
    expect(averageOver(changes, [0, 10])?.toFixed()).toBe('165'); // (2·100 + 7·200 + 1·50) / 10
    expect(averageOver(changes, [0, 0])).toBeNull();
  });
});
