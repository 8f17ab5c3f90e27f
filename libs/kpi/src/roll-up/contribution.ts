import { cellAt, splitByCells, type BucketKind, type Cell, type Interval } from '@takt/calendar';
import { groupBy } from '@takt/production';
import { addSums, type Sums } from '../input';

/**
 * What one fact adds to one cell of time. Contributions are additive: a restated fact is its old contributions taken back
 * (`negated`) and its new ones added, and the buckets are what they would be from scratch.
 */
export interface Contribution {
  readonly cell: Cell;
  readonly sums: Sums;
}

/** The contribution of something that happened at an instant; none outside the cells. On a boundary it counts once, in what begins. */
export function atInstant(cells: readonly Cell[], at: number, sums: Sums): Contribution[] {
  const cell = cellAt(cells, at);
  return cell === undefined ? [] : [{ cell, sums }];
}

/**
 * The contributions of something that lasted: cut at the bounds of the cells, so that the parts sum to the whole.
 * @param sumsOf what a part of the interval adds
 */
export function overTime(
  cells: readonly Cell[],
  interval: Interval,
  sumsOf: (part: Interval) => Sums,
): Contribution[] {
  return splitByCells(cells, interval).map(({ cell, part }) => ({ cell, sums: sumsOf(part) }));
}

/** Seconds of an interval, exact to the millisecond. */
export function secondsOf([start, end]: Interval): number {
  return (end - start) / 1000;
}

/**
 * Sums contributions into buckets of a kind. What belongs to no shift is in none of kind `shift`.
 * @returns key of the bucket, as the calendar names it, → sums
 */
export function bucketSums(contributions: readonly Contribution[], kind: BucketKind): Map<string, Sums> {
  const buckets = new Map<string, Sums>();
  for (const [key, parts] of groupBy(contributions, ({ cell }) => cell[kind]))
    if (key !== null) buckets.set(key, addSums(parts.map(({ sums }) => sums)));
  return buckets;
}
