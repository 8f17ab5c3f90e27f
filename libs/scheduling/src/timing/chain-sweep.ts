import type { Model } from '../model/model';
import type { Graph } from './graph';

/** What each operation directly waits for, and what waits for it; −1: nothing. */
export interface Chains {
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/**
 * The chains of a shop in which each operation waits for at most one other, at once, stations work all the time, and nothing
 * is set up: its times follow from so little that walking over all operations is quicker than following a change.
 * @returns undefined for any other shop
 */
export function chainsOf({ size, before, after, features, modes }: Model): Chains | undefined {
  const [back, on] = [new Int32Array(size).fill(-1), new Int32Array(size).fill(-1)];
  if (features.calendars || features.changeovers || modes.setup.some((seconds) => seconds > 0))
    return undefined;
  if (before.min.some((seconds) => seconds > 0)) return undefined;
  for (let o = 0; o < size; o++) {
    if (before.from[o + 1]! - before.from[o]! > 1 || after.from[o + 1]! - after.from[o]! > 1)
      return undefined;
    if (before.from[o] !== before.from[o + 1]) back[o] = before.op[before.from[o]!]!;
    if (after.from[o] !== after.from[o + 1]) on[o] = after.op[after.from[o]!]!;
  }
  return { before: back, after: on };
}

/** What a sweep may cost, and where it keeps what was before. */
export interface SweepLimit {
  /** The highest cost of the jobs with one sink that is kept. */
  readonly cost: number;
  /** No operation may end after this. */
  readonly end: number;
  /** Ends as they were, by position. */
  readonly former: Int32Array;
}

/**
 * Computes the times of all operations from position `first` of the order on, until the cost is surely above the limit.
 * @returns the position behind the last operation that was computed
 */
export function sweepTimes(graph: Graph, chains: Chains, first: number, limit: SweepLimit): number {
  const { runStart, end, run, lower, sinkWeight, sinkDue } = graph;
  const { order } = graph.plan;
  const { previous, station } = graph.sequences;
  const { from: opens, first: firstOf } = graph.time;
  const { before } = chains;
  const { cost: most, end: latest, former } = limit;
  let cost = 0;
  for (let i = first; i < order.length; i++) {
    const o = order[i]!;
    const b = before[o]!;
    const p = previous[o]!;
    let start = lower[o]!;
    if (b >= 0 && end[b]! > start) start = end[b]!;
    const free = p >= 0 ? end[p]! : opens[firstOf[station[o]!]!]!;
    if (free > start) start = free;
    const stop = start + run[o]!;
    former[i] = end[o]!;
    runStart[o] = start;
    end[o] = stop;
    if (stop > latest) return i + 1;
    if (sinkWeight[o]! > 0 && stop > sinkDue[o]!) {
      cost += sinkWeight[o]! * (stop - sinkDue[o]!);
      if (cost > most) return i + 1;
    }
  }
  return order.length;
}

/** Takes back what {@link sweepTimes} computed from position `first` to before `until`; order and runs are as they were then. */
export function unsweepTimes(graph: Graph, first: number, until: number, former: Int32Array): void {
  const { runStart, end, run } = graph;
  const { order } = graph.plan;
  for (let i = first; i < until; i++) {
    const o = order[i]!;
    end[o] = former[i]!;
    runStart[o] = former[i]! - run[o]!;
  }
}

/** Computes the longest ways from run starts to the end of all operations from position `last` of the order back. */
export function sweepTails(graph: Graph, { after }: Chains, last: number, rest: Int32Array): void {
  const { run } = graph;
  const { order } = graph.plan;
  const { next } = graph.sequences;
  for (let i = last; i >= 0; i--) {
    const o = order[i]!;
    const a = after[o]!;
    const n = next[o]!;
    let longest = a >= 0 ? rest[a]! : 0;
    if (n >= 0 && rest[n]! > longest) longest = rest[n]!;
    rest[o] = longest + run[o]!;
  }
}
