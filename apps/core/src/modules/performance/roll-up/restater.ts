import { Injectable } from '@nestjs/common';
import { addDays, dayOf, endOfHour, startOfDay, type Interval } from '@takt/calendar';
import type { Tx } from '../../../platform/database';
import { Ending } from '../../../platform/queue';
import type { Cube, Touch } from '../cube/cube';
import { Ancestors, type RowChange } from './ancestors';
import type { PlantAsWas } from './as-was';
import { BucketRepository, type Restated } from './bucket.repository';
import { keyOf, sameFigures, sameRow, storedRow, type StoredRow } from './stored-row';

/** How far figures have got. */
export interface Standing {
  readonly plant: PlantAsWas;
  /** factory time until which open facts last, epoch ms */
  readonly asOf: number;
  /** buckets that ended before were settled: when they change, their old figures are kept; epoch ms */
  readonly settledBefore: number;
}

/** Some touches that are computed together. */
interface Batch {
  readonly window: Interval;
  readonly touches: readonly Touch[];
}

/** Longest stretch of time that is computed at a time. */
const SPAN_DAYS = 8;
const REASONS_MAX = 3;

/** Computes buckets anew from the facts, writes what has changed, carries it upwards, and keeps what was settled as it was. */
@Injectable()
export class Restater {
  constructor(
    private readonly buckets: BucketRepository,
    private readonly ancestors: Ancestors,
    private readonly ending: Ending,
  ) {}

  /**
   * Computes what is touched. @returns rows of the finest grain that have changed
   * @throws Interrupted when the process ends: the marks stay, and are taken up at the next start
   */
  async restate(tx: Tx, cube: Cube, touches: readonly Touch[], standing: Standing): Promise<number> {
    let changed = 0;
    for (const batch of batchesOf(cube, touches, standing.plant)) {
      this.ending.check();
      changed += await this.batch(tx, cube, batch, standing);
    }
    return changed;
  }

  private async batch(tx: Tx, cube: Cube, { window, touches }: Batch, standing: Standing): Promise<number> {
    const { plant, asOf, settledBefore } = standing;
    const subjects = [...new Set(touches.map(({ subject }) => subject))];
    const computed = (await cube.rows(tx, { subjects, window, asOf, plant })).flatMap(
      (row) => storedRow(cube, row) ?? [],
    );
    const stored = await this.buckets.base(tx, cube, {
      subjects,
      window,
      days: daysOf(cube, window, plant.zone),
    });
    const changes = changesOf(stored, computed);
    if (changes.length === 0) return 0;
    await this.buckets.remove(
      tx,
      changes.flatMap(({ before, after }) => (before && !after ? [before] : [])),
    );
    await this.buckets.put(
      tx,
      changes.flatMap(({ after }) => after ?? []),
      asOf,
    );
    await this.ancestors.follow(tx, cube, changes, asOf);
    const settled = changes.filter(
      ({ before, after }) => (before ?? (after as StoredRow)).endAt.getTime() <= settledBefore,
    );
    await this.buckets.keepRestated(
      tx,
      settled.flatMap((change) => restatedOf(cube, change, touches)),
      asOf,
    );
    return changes.length;
  }
}

function changesOf(stored: readonly StoredRow[], computed: readonly StoredRow[]): RowChange[] {
  const before = new Map(stored.map((row) => [keyOf(row), row]));
  const after = new Map(computed.map((row) => [keyOf(row), row]));
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key) => {
    const [old, now] = [before.get(key) ?? null, after.get(key) ?? null];
    return old && now && sameRow(old, now) ? [] : [{ before: old, after: now }];
  });
}

/** What is kept of a settled row: nothing when its figures are what they were, or when only time went on. */
function restatedOf(cube: Cube, { before, after }: RowChange, touches: readonly Touch[]): Restated[] {
  const row = before ?? after;
  if (row === null || sameFigures(before ?? undefined, after ?? undefined)) return [];
  const [from, to] = [row.startAt.getTime(), row.endAt.getTime()];
  const reasons = touches.flatMap(({ subject, fromAt, toAt, reason }) =>
    subject === row[cube.subject] && reason !== null && fromAt < to && toAt >= from ? [reason] : [],
  );
  const reason = [...new Set(reasons)].slice(0, REASONS_MAX).join('; ');
  return reason === '' ? [] : [{ reason, row, before: before?.sums ?? {}, after: after?.sums ?? {} }];
}

/** A time widened to the whole buckets of a cube: days, or clock hours. */
function widened(cube: Cube, [from, to]: Interval, zone: string): Interval {
  if (cube.grain === 'day')
    return [startOfDay(dayOf(from, zone), zone), startOfDay(addDays(dayOf(to, zone), 1), zone)];
  return [endOfHour(from, zone) - 3_600_000, endOfHour(to, zone)];
}

/** Production days that a window may hold: a night shift reaches into the next calendar day. */
function daysOf(cube: Cube, [from, to]: Interval, zone: string): readonly [string, string] {
  const reach = cube.grain === 'hour' ? 1 : 0;
  return [addDays(dayOf(from, zone), -reach), addDays(dayOf(to - 1, zone), reach)];
}

/** Touches in stretches that do not overlap, none of them too long. */
function batchesOf(cube: Cube, touches: readonly Touch[], { zone }: PlantAsWas): Batch[] {
  const placed = touches
    .flatMap((touch) =>
      pieces(widened(cube, [touch.fromAt, touch.toAt], zone), zone).map((window) => ({ window, touch })),
    )
    .sort((a, b) => a.window[0] - b.window[0]);
  const batches: { window: [number, number]; touches: Touch[] }[] = [];
  for (const { window, touch } of placed) {
    const last = batches.at(-1);
    const together = last && window[0] < last.window[1];
    if (together) {
      last.window[1] = Math.max(last.window[1], window[1]);
      last.touches.push(touch);
    } else batches.push({ window: [window[0], window[1]], touches: [touch] });
  }
  return batches;
}

/** A time cut at every eighth midnight. */
function pieces([from, to]: Interval, zone: string): Interval[] {
  const found: Interval[] = [];
  for (let at = from; at < to;) {
    const next = Math.min(to, startOfDay(addDays(dayOf(at, zone), SPAN_DAYS), zone));
    found.push([at, next]);
    at = next;
  }
  return found;
}
