import fc from 'fast-check';
import type { BomLine } from '@takt/contracts';
import { bomCycle, bomCycles } from './bom';

const uses = (component: string): BomLine => ({ component, qtyPer: '1', scrapPercent: 0, operationNo: null });
const bomsOf = (edges: readonly (readonly [string, string])[]): Map<string, BomLine[]> => {
  const boms = new Map<string, BomLine[]>();
  for (const [item, component] of edges) boms.set(item, [...(boms.get(item) ?? []), uses(component)]);
  return boms;
};
const edges = fc.array(fc.tuple(fc.constantFrom(...'ABCDEFG'), fc.constantFrom(...'ABCDEFG')), {
  maxLength: 12,
});

/** Takes away, again and again, what has no components left: a loop is what cannot be taken away. */
function hasLoop(drawn: readonly (readonly [string, string])[]): boolean {
  let left = drawn;
  for (;;) {
    const parents = new Set(left.map(([item]) => item));
    const next = left.filter(([, component]) => parents.has(component));
    if (next.length === left.length) return left.length > 0;
    left = next;
  }
}

describe('loops of bills of materials', () => {
  it('are found exactly when there are some, and are loops', () => {
    fc.assert(
      fc.property(edges, (drawn) => {
        const boms = bomsOf(drawn);
        const cycles = bomCycles('ABCDEFG', boms);
        expect(cycles.length > 0).toBe(hasLoop(drawn));
        for (const cycle of cycles) {
          expect(cycle.at(-1)).toBe(cycle[0]);
          for (const [i, item] of cycle.slice(0, -1).entries())
            expect(boms.get(item)?.map(({ component }) => component)).toContain(cycle[i + 1]);
        }
      }),
    );
  });

  it('are found below an item, not beside it', () => {
    const boms = bomsOf([
      ['A', 'B'],
      ['C', 'C'],
    ]);
    expect(bomCycle('A', boms)).toBeNull();
    expect(bomCycle('C', boms)).toEqual(['C', 'C']);
  });

  it('end a chain of 50,000 levels without filling the call stack', () => {
    const chain = Array.from({ length: 50_000 }, (_, i): [string, string] => [`${i}`, `${i + 1}`]);
    expect(bomCycle('0', bomsOf(chain))).toBeNull();
    expect(bomCycle('0', bomsOf([...chain, ['50000', '49999']]))).toEqual(['49999', '50000', '49999']);
  });
});
