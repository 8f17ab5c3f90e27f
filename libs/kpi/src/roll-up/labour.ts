import { intersect, levels, unite, type Cell, type Interval } from '@takt/calendar';
import { Exact, groupBy, type Amount } from '@takt/production';
import type { Sums } from '../input';
import { overTime, secondsOf, type Contribution } from './contribution';

/** A time in which a person worked on an operation. */
export interface WorkSpan {
  readonly worker: string;
  readonly operation: string;
  readonly station: string;
  /** epoch ms */
  readonly startAt: number;
  /** epoch ms, exclusive */
  readonly endAt: number;
}

/** A person's time on one operation, after overlaps have been shared out. */
export interface WorkShare {
  readonly worker: string;
  readonly operation: string;
  readonly station: string;
  /** in which the share lies */
  readonly interval: Interval;
  /** whole milliseconds of the interval that are this operation's */
  readonly ms: number;
}

/**
 * What attendance of one person adds: attended time with overlaps united, and in shifts of one person.
 * @param presence from badge to badge, in any order
 * @param cells of the line
 * @param shiftSec net length of the shift that a cell belongs to, > 0
 */
export function attended(
  presence: readonly Interval[],
  cells: readonly Cell[],
  shiftSec: (cell: Cell) => Amount,
): Contribution[] {
  return unite(presence)
    .flatMap((interval) => overTime(cells, interval, (part) => ({ attendedSec: secondsOf(part) })))
    .map(({ cell, sums }) => ({
      cell,
      sums: {
        ...sums,
        personShifts: new Exact(sums.attendedSec ?? 0).div(shiftSec(cell)).toDecimalPlaces(12),
      },
    }));
}

const keyOf = (span: WorkSpan): string => JSON.stringify([span.operation, span.station]);

/** Shares out a slice of time in whole milliseconds; the first ones get what does not divide. */
function shareSlice(interval: Interval, spans: readonly WorkSpan[]): WorkShare[] {
  const ms = interval[1] - interval[0];
  const each = Math.floor(ms / spans.length);
  return spans.map(({ worker, operation, station }, i) => {
    const extra = i < ms % spans.length ? 1 : 0;
    return { worker, operation, station, interval, ms: each + extra };
  });
}

/** One task of a person begins or ends. */
interface Edge {
  readonly at: number;
  readonly task: WorkSpan;
  readonly key: string;
  readonly begins: boolean;
}

function edgesOf(spans: readonly WorkSpan[]): Edge[] {
  return [...groupBy(spans, keyOf)]
    .flatMap(([key, own]) => {
      const set = unite(own.map(({ startAt, endAt }): Interval => [startAt, endAt]));
      return set.flatMap(([start, end]): Edge[] => [
        { at: start, task: own[0], key, begins: true },
        { at: end, task: own[0], key, begins: false },
      ]);
    })
    .sort((a, b) => a.at - b.at);
}

function sharesOf(spans: readonly WorkSpan[]): WorkShare[] {
  const shares: WorkShare[] = [];
  const busy = new Map<string, WorkSpan>();
  let reached = 0;
  for (const { at, task, key, begins } of edgesOf(spans)) {
    if (busy.size > 0 && at > reached) {
      const inOrder = [...busy].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
      shares.push(...shareSlice([reached, at], inOrder));
    }
    reached = at;
    if (begins) busy.set(key, task);
    else busy.delete(key);
  }
  return shares;
}

/**
 * Shares out the time of people who tend several operations at once: equally between them while it lasts. The shares of a person
 * sum to the time in which the person worked at all, to the millisecond; the same work reported twice counts once.
 * @param spans of any people, in any order, overlapping or not
 */
export function shareWork(spans: readonly WorkSpan[]): WorkShare[] {
  const lasting = spans.filter((span) => span.startAt < span.endAt);
  return [...groupBy(lasting, (span) => span.worker).values()].flatMap(sharesOf);
}

/**
 * Shares out what several people made together: equally, in steps of a millionth; the first by id gets what does not divide, so that
 * the parts sum to the whole.
 * @param sums what they made
 * @param workers who they are; nobody is named: it is credited to nobody (empty id)
 */
export function creditOf(sums: Sums, workers: readonly string[]): [worker: string, sums: Sums][] {
  const people = workers.length > 0 ? [...new Set(workers)].sort() : [''];
  const each = Object.entries(sums).map(([name, amount]) => {
    const part = new Exact(amount).div(people.length).toDecimalPlaces(6, Exact.ROUND_DOWN);
    return { name, part, first: new Exact(amount).minus(part.times(people.length - 1)) };
  });
  return people.map((worker, i) => [
    worker,
    Object.fromEntries(each.map(({ name, part, first }) => [name, i === 0 ? first : part])),
  ]);
}

/** Milliseconds in which somebody worked, overlaps united. */
export function workedMs(spans: readonly WorkSpan[]): number {
  const intervals = spans.map(({ startAt, endAt }): Interval => [startAt, endAt]);
  return unite(intervals).reduce((sum, [start, end]) => sum + end - start, 0);
}

/** The largest number of operations that one person tended at once. */
export function mostAtOnce(spans: readonly WorkSpan[]): number {
  return levels(spans.map(({ startAt, endAt }): Interval => [startAt, endAt])).reduce(
    (most, [, , count]) => Math.max(most, count),
    0,
  );
}

/**
 * What work on orders of one person adds within attended time, overlaps united.
 * @param spans of one person
 * @param presence of that person
 * @param cells of the line
 */
export function onOrders(
  spans: readonly WorkSpan[],
  presence: readonly Interval[],
  cells: readonly Cell[],
): Contribution[] {
  const worked = unite(spans.map(({ startAt, endAt }): Interval => [startAt, endAt]));
  return intersect(worked, unite(presence)).flatMap((interval) =>
    overTime(cells, interval, (part) => ({ onOrderSec: secondsOf(part) })),
  );
}
