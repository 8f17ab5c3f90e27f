import { refuse, type BomLine, type Refusal } from '@takt/contracts';
import { Exact, type Amount } from './quantity';

/** Bills of materials by item. */
export type Boms = ReadonlyMap<string, readonly BomLine[]>;

/**
 * The first way from an item back to itself, as item ids with the item at both ends, or null when there is none below it.
 * @param item where to begin
 * @param boms all bills of materials
 */
export function bomCycle(item: string, boms: Boms): string[] | null {
  const finished = new Set<string>();
  const walk = (at: string, path: readonly string[]): string[] | null => {
    const seenAt = path.indexOf(at);
    if (seenAt >= 0) return [...path.slice(seenAt), at];
    if (finished.has(at)) return null;
    for (const line of boms.get(at) ?? []) {
      const found = walk(line.component, [...path, at]);
      if (found) return found;
    }
    finished.add(at);
    return null;
  };
  return walk(item, []);
}

/**
 * Checks a bill of materials before it is saved: with it, nothing may contain itself on any level.
 * @param item whose bill it is
 * @param lines its new lines
 * @param boms the bills known so far
 * @returns `bom.cycle` {path: "A → B → A"} or null
 */
export function checkBom(item: string, lines: readonly BomLine[], boms: Boms): Refusal | null {
  const cycle = bomCycle(item, new Map([...boms, [item, lines]]));
  return cycle && refuse('bom.cycle', { path: cycle.join(' → ') });
}

/** How much of a component an operation consumes. */
export interface ComponentNeed {
  readonly component: string;
  /** in the component's unit, > 0 */
  readonly qty: Exact;
  /** null: the first operation of the routing */
  readonly operationNo: number | null;
}

/**
 * What a quantity of the parent consumes, line by line: quantity × quantity per unit × (1 + scrap %).
 * @param lines bill of materials of the parent
 * @param qty good pieces (for planning) or produced pieces (for backflush) of the parent
 */
export function componentNeeds(lines: readonly BomLine[], qty: Amount): ComponentNeed[] {
  return lines.map((line) => ({
    component: line.component,
    qty: new Exact(qty).times(line.qtyPer).times(new Exact(line.scrapPercent).div(100).plus(1)),
    operationNo: line.operationNo,
  }));
}
