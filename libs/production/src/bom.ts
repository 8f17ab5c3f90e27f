import { refuse, type BomLine, type Refusal } from '@takt/contracts';
import { Exact, type Amount } from './quantity';

/** Bills of materials by item. */
export type Boms = ReadonlyMap<string, readonly BomLine[]>;

/** A step of the way down: an item and how many of its components were looked at. */
interface Step {
  readonly item: string;
  next: number;
}

/**
 * The loops below some items, each as item ids with the same item at both ends. Every bill is walked once, and the way down is
 * kept in a list, not on the call stack: neither long chains nor many loops make it slow.
 * @param items where to begin
 * @param boms all bills of materials
 * @param most after so many loops no more are looked for
 */
export function bomCycles(items: Iterable<string>, boms: Boms, most = 100): string[][] {
  const cycles: string[][] = [];
  const seen = new Set<string>();
  for (const begin of items) {
    if (seen.has(begin)) continue;
    seen.add(begin);
    const way: Step[] = [{ item: begin, next: 0 }];
    const onWay = new Set([begin]);
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const component = boms.get(step.item)?.[step.next++]?.component;
      if (component === undefined) {
        onWay.delete(step.item);
        way.pop();
      } else if (onWay.has(component)) {
        const path = way.map(({ item }) => item);
        cycles.push([...path.slice(path.indexOf(component)), component]);
        if (cycles.length >= most) return cycles;
      } else if (!seen.has(component)) {
        seen.add(component);
        onWay.add(component);
        way.push({ item: component, next: 0 });
      }
    }
  }
  return cycles;
}

/**
 * The first loop below an item, as item ids with the same item at both ends, or null when there is none.
 * @param item where to begin
 * @param boms all bills of materials
 */
export function bomCycle(item: string, boms: Boms): string[] | null {
  return bomCycles([item], boms, 1)[0] ?? null;
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
