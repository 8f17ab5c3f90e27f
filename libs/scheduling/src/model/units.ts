import { type Arcs, UNLIMITED, type Units } from './model';
import { rows } from './order';

/** Operations in an order in which every arc points forward; among equals the smaller number first. */
export function topologicalOrder(before: Arcs, after: Arcs): Int32Array {
  const size = before.from.length - 1;
  const waiting = new Int32Array(size);
  const order = new Int32Array(size);
  let tail = 0;
  for (let o = 0; o < size; o++) {
    waiting[o] = before.from[o + 1]! - before.from[o]!;
    if (waiting[o] === 0) order[tail++] = o;
  }
  for (let head = 0; head < tail; head++) {
    const o = order[head]!;
    for (let a = after.from[o]!; a < after.from[o + 1]!; a++) {
      if (--waiting[after.op[a]!]! === 0) order[tail++] = after.op[a]!;
    }
  }
  return order;
}

/**
 * Ties operations together that a longest wait binds, with all operations on a way between them: the strong components
 * of the precedence graph with every longest wait as an arc backwards.
 * @see R. Tarjan: Depth-first search and linear graph algorithms (1972)
 */
export function compileUnits(before: Arcs, after: Arcs): Units {
  const size = before.from.length - 1;
  const order = topologicalOrder(before, after);
  const rank = new Int32Array(size);
  order.forEach((o, i) => (rank[o] = i));
  const component = strongComponents(before, after);
  const members: number[][] = [];
  const of = new Int32Array(size);
  const numberOf = new Map<number, number>();
  for (const o of order) {
    let u = numberOf.get(component[o]!);
    if (u === undefined) {
      u = members.length;
      numberOf.set(component[o]!, u);
      members.push([]);
    }
    members[u]!.push(o);
  }
  // numbered by the smallest member, so that units of one operation have the operation's own number order
  const sorted = members.map((list) => [...list]).sort((a, b) => Math.min(...a) - Math.min(...b));
  sorted.forEach((list, u) => list.forEach((o) => (of[o] = u)));
  const { from, values } = rows(sorted);
  return { count: sorted.length, of, memberFrom: from, member: values };
}

/** The number of its strong component for each operation; walks without recursion. */
function strongComponents(before: Arcs, after: Arcs): Int32Array {
  const size = before.from.length - 1;
  const next = (o: number, i: number): number => {
    const forward = after.from[o + 1]! - after.from[o]!;
    if (i < forward) return after.op[after.from[o]! + i]!;
    for (let a = before.from[o]! + i - forward; a < before.from[o + 1]!; a++) {
      if (before.max[a]! < UNLIMITED) return before.op[a]!;
      return -2;
    }
    return -1;
  };
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const component = new Int32Array(size).fill(-1);
  const stack: number[] = [];
  const path: number[] = [];
  const cursor = new Int32Array(size);
  let counter = 0;
  for (let root = 0; root < size; root++) {
    if (index[root] !== -1) continue;
    path.push(root);
    while (path.length) {
      const o = path[path.length - 1]!;
      if (index[o] === -1) {
        index[o] = low[o] = counter++;
        stack.push(o);
      }
      const child = next(o, cursor[o]!++);
      if (child >= 0) {
        if (index[child] === -1) path.push(child);
        else if (component[child] === -1) low[o] = Math.min(low[o]!, index[child]!);
      } else if (child === -1) {
        path.pop();
        if (path.length) low[path[path.length - 1]!] = Math.min(low[path[path.length - 1]!]!, low[o]!);
        if (low[o] === index[o]) for (let x = -1; x !== o;) component[(x = stack.pop()!)] = o;
      }
    }
  }
  return component;
}
