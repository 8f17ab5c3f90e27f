import * as fc from 'fast-check';
import { freeOutput, neededOf, servePegs, trimPegs, urgencyOf, type Peg } from './peg';
import { sum } from './quantity';

const peg = (order: string, qty: string, promiseAt: number): Peg => ({
  workOrder: 'WO-1',
  order,
  line: 1,
  qty,
  promiseAt,
});
const early = peg('O-2', '30', 100);
const late = peg('O-1', '50', 200);

describe('good pieces of a work order', () => {
  it('go to the earliest promise first', () => {
    expect(servePegs([late, early], '40')).toEqual({
      served: [early, { ...late, qty: '10' }],
      kept: [{ ...late, qty: '40' }],
    });
  });

  it('beyond what is pegged are free', () => {
    expect(servePegs([early], '40')).toEqual({ served: [early], kept: [] });
    expect(freeOutput([early, late], '100').toString()).toBe('20');
    expect(freeOutput([early, late], '70').toString()).toBe('0');
  });

  it('that will not come are lost by the latest promise', () => {
    expect(trimPegs([early, late], '60')).toEqual({
      kept: [early, { ...late, qty: '30' }],
      lost: [{ ...late, qty: '20' }],
    });
    expect(trimPegs([early, late], '80').lost).toEqual([]);
  });
});

it('serving never loses or invents a piece', () => {
  const pegs = fc.array(
    fc.record({ order: fc.constantFrom('A', 'B', 'C'), qty: fc.integer({ min: 1, max: 9 }), at: fc.nat(5) }),
  );
  fc.assert(
    fc.property(pegs, fc.nat(60), (drawn, qty) => {
      const given = drawn.map(({ order, qty: pieces, at }) => peg(order, String(pieces), at));
      const { served, kept } = servePegs(given, qty);
      const of = (some: readonly Peg[]) => sum(some.map((one) => one.qty)).toNumber();
      expect(of(served) + of(kept)).toBe(of(given));
      expect(of(served)).toBe(Math.min(qty, of(given)));
    }),
  );
});

describe('a work order', () => {
  const waiting = [
    { promiseAt: 100, weight: 2 },
    { promiseAt: 80, weight: 1 },
  ];
  it('follows the lines that wait for it', () => {
    const due = { dueAt: 50, weight: 1 };
    expect(urgencyOf({ kind: 'make-to-order', ...due }, waiting)).toEqual({ dueAt: 80, weight: 2 });
    expect(urgencyOf({ kind: 'make-to-stock', ...due }, waiting)).toEqual({ dueAt: 50, weight: 2 });
    expect(urgencyOf({ kind: 'make-to-order', ...due }, [])).toEqual(due);
  });

  it('shrinks to what lines need, unless it is for stock', () => {
    const order = { kind: 'make-to-order', qty: '100' } as const;
    expect(neededOf(order, 'make-to-order', 60)).toBe('60');
    expect(neededOf(order, 'make-to-order', 0)).toBe('0');
    expect(neededOf(order, 'make-to-stock', 60)).toBe('100');
    expect(neededOf(order, 'make-to-stock', 0)).toBe('0');
    expect(neededOf({ ...order, kind: 'make-to-stock' }, 'make-to-stock', 0)).toBe('100');
    expect(neededOf({ ...order, kind: 'rework' }, 'make-to-order', 0)).toBe('100');
  });
});
