import type { ReplyOf, TraceThing, traceRoutes } from '@takt/contracts';

/** What was traced. */
export type Trace = ReplyOf<typeof traceRoutes.trace>;

/** A thing at its place in the picture. */
export interface TraceNode {
  readonly thing: TraceThing;
  /** below 0: what it came from; 0: where the trace began; above 0: who got it */
  readonly column: number;
  readonly row: number;
}

/** Material on its way from one node to another. */
export interface TraceArrow {
  readonly from: TraceNode;
  readonly to: TraceNode;
  readonly qty: string;
  readonly unit: string;
}

/** The picture of a trace. */
export interface TracePicture {
  readonly nodes: readonly TraceNode[];
  readonly arrows: readonly TraceArrow[];
  /** first and last column */
  readonly columns: readonly [number, number];
  /** rows of the longest column */
  readonly rows: number;
}

type Point = Pick<TraceThing, 'kind' | 'id'>;

/** What makes a thing this thing. */
export const keyOfThing = ({ kind, id }: Point): string => `${kind} ${id}`;

function columnsOf({ start, links }: Trace): Map<string, number> {
  const columns = new Map([[keyOfThing(start), 0]]);
  for (const { direction, depth, from, to } of links) {
    const key = keyOfThing(direction === 'back' ? from : to);
    const column = direction === 'back' ? -depth : depth;
    const known = columns.get(key);
    if (known === undefined || (known !== 0 && Math.abs(column) > Math.abs(known))) columns.set(key, column);
  }
  return columns;
}

/** Rows in the order of what they hang on, so that few arrows cross. */
function ranked(keys: readonly string[], hangsOn: ReadonlyMap<string, readonly number[]>): string[] {
  const rank = (key: string): number => {
    const rows = hangsOn.get(key) ?? [];
    return rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + row, 0) / rows.length;
  };
  return [...keys].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/**
 * Lays a trace out in columns: to the left what something came from, to the right who got it, each as far away as the material went.
 * @param trace what core found
 */
export function layOut(trace: Trace): TracePicture {
  const columns = columnsOf(trace);
  const things = new Map([trace.start, ...trace.things].map((thing) => [keyOfThing(thing), thing]));
  const rows = new Map<string, number>();
  const inColumn = (column: number) =>
    [...columns].filter(([key, at]) => at === column && things.has(key)).map(([key]) => key);
  const all = [...columns.values()];
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const place = (column: number): void => {
    const hangsOn = new Map<string, number[]>();
    for (const { from, to } of trace.links)
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        const row = rows.get(keyOfThing(other));
        if (row !== undefined) hangsOn.set(keyOfThing(one), [...(hangsOn.get(keyOfThing(one)) ?? []), row]);
      }
    for (const [row, key] of ranked(inColumn(column), hangsOn).entries()) rows.set(key, row);
  };
  for (let column = 0; column >= first; column -= 1) place(column);
  for (let column = 1; column <= last; column += 1) place(column);
  const nodes = [...rows].map(([key, row]): TraceNode => ({
    thing: things.get(key) as TraceThing,
    column: columns.get(key) ?? 0,
    row,
  }));
  const byKey = new Map(nodes.map((node) => [keyOfThing(node.thing), node]));
  const arrows = trace.links.flatMap(({ from, to, qty, unit }): TraceArrow[] => {
    const [source, target] = [byKey.get(keyOfThing(from)), byKey.get(keyOfThing(to))];
    return source && target ? [{ from: source, to: target, qty, unit }] : [];
  });
  return { nodes, arrows, columns: [first, last], rows: Math.max(0, ...rows.values()) + 1 };
}
