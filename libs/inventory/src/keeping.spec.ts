import { freeOf, loosen, stockFor, useKept, type Keeping } from './keeping';
import type { LotStock } from './lot';
import { Exact } from '@takt/production';

const lot = (id: string, onHand: string, expiresAt: number, more: Partial<LotStock> = {}): LotStock => ({
  lot: id,
  place: 'finished',
  onHand,
  reserved: '0',
  madeAt: 0,
  expiresAt,
  ...more,
});
const keeping = (id: string, of: string | null, qty: string, holder = 'O-1/1'): Keeping => ({
  id,
  lot: of,
  qty,
  holder,
});
const A = lot('A', '10', 100);
const B = lot('B', '10', 200);
const reserved = (lots: readonly LotStock[]) => lots.map((one) => one.reserved);

describe('stock for somebody', () => {
  it('leaves out what others keep of a lot', () => {
    const kept = [keeping('1', 'B', '4'), keeping('2', 'B', '3', 'O-2/1')];
    expect(reserved(stockFor([A, B], kept, null, 0))).toEqual(['0', '7']);
    expect(reserved(stockFor([A, B], kept, 'O-1/1', 0))).toEqual(['0', '3']);
  });

  it('puts what others keep of any lot on the lots that leave first', () => {
    const kept = [keeping('1', null, '12', 'WO-1'), keeping('2', 'A', '3')];
    expect(reserved(stockFor([B, A], kept, null, 0))).toEqual(['5', '10']);
    expect(reserved(stockFor([B, A], kept, 'WO-1', 0))).toEqual(['0', '3']);
  });

  it('does not count on lots that have expired', () => {
    const kept = [keeping('1', null, '5', 'WO-1')];
    expect(reserved(stockFor([A, B], kept, null, 150))).toEqual(['0', '5']);
    expect(freeOf(stockFor([A, B], kept, null, 150), { at: 150 }).toString()).toBe('5');
  });

  it('is what may be taken, with life left for the customer, without quarantine', () => {
    const stock = [A, B, lot('C', '9', 300, { place: 'quarantine' })];
    expect(freeOf(stock, { at: 0 }).toString()).toBe('20');
    expect(freeOf(stockFor(stock, [keeping('1', null, '50', 'WO-1')], null, 0), { at: 0 }).toString()).toBe(
      '0',
    );
  });
});

describe('what is kept', () => {
  const kept = [keeping('1', 'A', '5'), keeping('2', 'B', '5'), keeping('3', null, '5')];
  it('is used up from the lot that was taken, then from the others', () => {
    expect(useKept(kept, [{ lot: 'B', qty: new Exact(5) }])).toEqual([{ id: '2', qty: '0' }]);
    expect(useKept(kept, [{ lot: 'B', qty: new Exact(8) }])).toEqual([
      { id: '1', qty: '2' },
      { id: '2', qty: '0' },
    ]);
    expect(
      useKept(kept, [
        { lot: 'X', qty: new Exact(1) },
        { lot: 'A', qty: new Exact(5) },
      ]),
    ).toEqual([
      { id: '1', qty: '0' },
      { id: '2', qty: '4' },
    ]);
    expect(useKept(kept, [{ lot: 'X', qty: new Exact(99) }]).map(({ qty }) => qty)).toEqual(['0', '0', '0']);
  });

  it('is given back from the last', () => {
    expect(loosen(kept, '7')).toEqual([
      { id: '3', qty: '0' },
      { id: '2', qty: '3' },
    ]);
  });
});
