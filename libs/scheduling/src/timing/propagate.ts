import { NEVER } from '../model/model';
import { ENTRY, type Graph } from './graph';

/**
 * Computes the marked operations of a graph in topological order, beginning at position `first`; each that changes marks
 * those behind it. Works through locals and without calls: this loop is where the search spends its time.
 * @param room what the tardiness of the jobs that become later may rise in sum; once it is exceeded the rest is cut off
 * @returns the rise of the tardiness of single-sink jobs; Infinity when it was cut off
 */
export type Propagate = (graph: Graph, first: number, room: number) => number;

/** For stations that work all the time. */
export const propagateAlways: Propagate = (graph, first, room) => {
  const { runStart, end, cause, changeover, run, lower, marks, log, sinkWeight, sinkDue } = graph;
  const { order, position } = graph.plan;
  const { previous, next, station } = graph.sequences;
  const { from: backFrom, op: back, min } = graph.model.before;
  const { from: onFrom, op: on } = graph.model.after;
  const { from: opens, first: firstOf } = graph.time;
  let { logged, lastWord } = graph;
  let rise = 0;
  let lost = 0;
  for (let word = first >> 5; word <= lastWord;) {
    const bits = marks[word]!;
    if (bits === 0) {
      word++;
      continue;
    }
    marks[word] = bits & (bits - 1);
    const o = order[(word << 5) + 31 - Math.clz32(bits & -bits)]!;
    let start = lower[o]!;
    let why = -1;
    for (let a = backFrom[o]!; a < backFrom[o + 1]!; a++) {
      const instant = end[back[a]!]! + min[a]!;
      if (instant < start) continue;
      start = instant;
      why = back[a]!;
    }
    const before = previous[o]!;
    const free = (before >= 0 ? end[before]! : opens[firstOf[station[o]!]!]!) + changeover[o]!;
    if (free >= start) {
      start = free;
      if (before >= 0) why = before;
    }
    const stop = start + run[o]!;
    const former = end[o]!;
    const l = logged++ * ENTRY;
    log[l] = o;
    log[l + 1] = runStart[o]!;
    log[l + 2] = former;
    log[l + 3] = cause[o]!;
    runStart[o] = start;
    end[o] = stop;
    cause[o] = why;
    if (stop === former) continue;
    const weight = sinkWeight[o]!;
    if (weight > 0) {
      const due = sinkDue[o]!;
      const more = weight * ((stop > due ? stop - due : 0) - (former > due ? former - due : 0));
      rise += more;
      if (more > 0) {
        lost += more;
        if (lost > room) {
          marks.fill(0, word, lastWord + 1);
          graph.logged = logged;
          return Infinity;
        }
      }
    }
    const behind = next[o]!;
    if (behind >= 0) {
      const p = position[behind]!;
      marks[p >> 5]! |= 1 << (p & 31);
      if (p >> 5 > lastWord) lastWord = p >> 5;
    }
    for (let a = onFrom[o]!; a < onFrom[o + 1]!; a++) {
      const p = position[on[a]!]!;
      marks[p >> 5]! |= 1 << (p & 31);
      if (p >> 5 > lastWord) lastWord = p >> 5;
    }
  }
  graph.logged = logged;
  return rise;
};

/** For stations with working hours, but no working time on both sides of a fixed operation. */
export const propagateHours: Propagate = (graph, first, room) => {
  const { runStart, end, endAt, free, cause, changeover, run, lower, marks, log, sinkWeight, sinkDue } =
    graph;
  const { order, position } = graph.plan;
  const { previous, next, station } = graph.sequences;
  const { from: backFrom, op: back, min } = graph.model.before;
  const { from: onFrom, op: on } = graph.model.after;
  const { from, to, worked, first: firstOf, last: lastOf } = graph.time;
  const { whole } = graph.model;
  let { logged, lastWord } = graph;
  let rise = 0;
  let lost = 0;
  for (let word = first >> 5; word <= lastWord;) {
    const bits = marks[word]!;
    if (bits === 0) {
      word++;
      continue;
    }
    marks[word] = bits & (bits - 1);
    const o = order[(word << 5) + 31 - Math.clz32(bits & -bits)]!;
    let earliest = lower[o]!;
    let why = -1;
    for (let a = backFrom[o]!; a < backFrom[o + 1]!; a++) {
      const instant = end[back[a]!]! + min[a]!;
      if (instant < earliest) continue;
      earliest = instant;
      why = back[a]!;
    }
    const before = previous[o]!;
    const k = station[o]!;
    const last = lastOf[k]!;
    const seconds = changeover[o]!;
    const length = run[o]!;
    let i = before >= 0 ? endAt[before]! : firstOf[k]!;
    const since = before >= 0 ? free[before]! : 0;
    if (before >= 0 && since + seconds >= earliest) why = before;
    let start = NEVER;
    let stop = NEVER;
    if (whole[o] === 1) {
      for (; i < last; i++) {
        start = (from[i]! > since ? from[i]! : since) + seconds;
        if (start < earliest) start = earliest;
        stop = start + length;
        if (stop <= to[i]! && since < to[i]!) break;
      }
    } else {
      while (i < last && to[i]! <= since) i++;
      let work = worked[i]! + (since > from[i]! ? since - from[i]! : 0) + seconds;
      while (i < last && (to[i]! <= earliest || worked[i]! + to[i]! - from[i]! <= work)) i++;
      if (i < last) {
        start = from[i]! + (work > worked[i]! ? work - worked[i]! : 0);
        if (start < earliest) start = earliest;
        work = worked[i]! + start - from[i]! + length;
        while (i < last && worked[i]! + to[i]! - from[i]! < work) i++;
        stop = from[i]! + work - worked[i]!;
      }
    }
    const former = end[o]!;
    const l = logged++ * ENTRY;
    log[l] = o;
    log[l + 1] = runStart[o]!;
    log[l + 2] = former;
    log[l + 3] = cause[o]!;
    log[l + 4] = endAt[o]!;
    log[l + 5] = free[o]!;
    if (i >= last || earliest >= NEVER) {
      start = stop = NEVER;
      free[o] = since;
      endAt[o] = before >= 0 ? endAt[before]! : firstOf[k]!;
    } else {
      free[o] = stop;
      endAt[o] = i;
    }
    runStart[o] = start;
    end[o] = stop;
    cause[o] = why;
    if (stop === former && stop < NEVER) continue;
    const weight = sinkWeight[o]!;
    if (weight > 0) {
      const due = sinkDue[o]!;
      const more = weight * ((stop > due ? stop - due : 0) - (former > due ? former - due : 0));
      rise += more;
      if (more > 0) {
        lost += more;
        if (lost > room) {
          marks.fill(0, word, lastWord + 1);
          graph.logged = logged;
          return Infinity;
        }
      }
    }
    const behind = next[o]!;
    if (behind >= 0) {
      const p = position[behind]!;
      marks[p >> 5]! |= 1 << (p & 31);
      if (p >> 5 > lastWord) lastWord = p >> 5;
    }
    for (let a = onFrom[o]!; a < onFrom[o + 1]!; a++) {
      const p = position[on[a]!]!;
      marks[p >> 5]! |= 1 << (p & 31);
      if (p >> 5 > lastWord) lastWord = p >> 5;
    }
  }
  graph.logged = logged;
  return rise;
};

/** For stations that also work on after a fixed operation, whose family then stands; asks the station time for each operation. */
export const propagateBarriers: Propagate = (graph, first) => {
  const { end, free, sinkWeight, sinkDue, family, log, marks } = graph;
  const { order } = graph.plan;
  const { next } = graph.sequences;
  const { from: onFrom, op: on } = graph.model.after;
  let rise = 0;
  for (let word = first >> 5; word <= graph.lastWord;) {
    const bits = marks[word]!;
    if (bits === 0) {
      word++;
      continue;
    }
    marks[word] = bits & (bits - 1);
    const o = order[(word << 5) + 31 - Math.clz32(bits & -bits)]!;
    const formerFamily = family[o]!;
    graph.note(o);
    const l = (graph.logged - 1) * ENTRY;
    settle(graph, o);
    if (end[o] === log[l + 2] && free[o] === log[l + 5] && family[o] === formerFamily) continue;
    const due = sinkDue[o]!;
    rise += sinkWeight[o]! * (Math.max(0, end[o]! - due) - Math.max(0, log[l + 2]! - due));
    if (next[o]! >= 0) graph.mark(next[o]!);
    for (let a = onFrom[o]!; a < onFrom[o + 1]!; a++) graph.mark(on[a]!);
  }
  return rise;
};

/** Computes the times of one operation from its predecessors and its neighbour on the station. */
function settle(graph: Graph, o: number): void {
  const { time, free, endAt, family, sequences, model, runStart, end } = graph;
  const { before } = model;
  const previous = sequences.previous[o]!;
  let earliest = graph.lower[o]!;
  graph.cause[o] = -1;
  for (let a = before.from[o]!; a < before.from[o + 1]!; a++) {
    const instant = end[before.op[a]!]! + before.min[a]!;
    if (instant < earliest) continue;
    earliest = instant;
    graph.cause[o] = before.op[a]!;
  }
  if (previous < 0) time.reset(sequences.station[o]!);
  else {
    time.free = free[previous]!;
    time.at = endAt[previous]!;
    time.family = family[previous]!;
  }
  [free[o], endAt[o]] = [time.free, time.at];
  const placed = earliest < NEVER && time.place(graph.plan.mode[o]!, model.whole[o] === 1, earliest);
  if (placed) [free[o], endAt[o]] = [time.end, time.endAt];
  [runStart[o], end[o]] = placed ? [time.runStart, time.end] : [NEVER, NEVER];
  graph.setChangeover(o, placed ? time.changeover : 0, time.family);
  if (placed && previous >= 0 && free[previous]! + time.changeover >= earliest) graph.cause[o] = previous;
}
