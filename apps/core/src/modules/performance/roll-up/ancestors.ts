import { Injectable } from '@nestjs/common';
import { mergeDistributions, type Distribution } from '@takt/kpi';
import { Exact, groupBy } from '@takt/production';
import type { Tx } from '../../../platform/database';
import { lasts, summaryOf, type Cube, type Summary } from '../cube/cube';
import { BucketRepository } from './bucket.repository';
import { isEmpty, keyOf, plainSums, sameRow, type StoredRow } from './stored-row';

/** A finest row as it was and as it is; null: it was not, or is no more. */
export interface RowChange {
  readonly before: StoredRow | null;
  readonly after: StoredRow | null;
}

const NO_DIMS = { line: '', station: '', item: '', customer: '', worker: '', step: 0 } as const;
const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The rows above a finest row, as far as their keys go. */
function parentsOf(cube: Cube, row: StoredRow): StoredRow[] {
  const parent = (change: Partial<StoredRow>): StoredRow => ({
    ...row,
    ...{ hour: null, shift: null, key: '', sums: {}, durations: null, sources: {} },
    ...change,
  });
  const { shift, day } = row;
  const month = { kind: 'month', day: monthOf(day) } as const;
  const summed = (by: Summary) => ({
    ...{ cube: summaryOf(cube.name, by), ...NO_DIMS },
    ...Object.fromEntries(by.map((dim) => [dim, row[dim]])),
  });
  return [
    ...(cube.grain === 'hour' && shift !== null ? [parent({ kind: 'shift', key: shift, shift })] : []),
    ...(cube.grain === 'hour' ? [parent({ kind: 'day' })] : []),
    parent(month),
    ...cube.summaries.flatMap((by) => [
      parent({ kind: 'day', ...summed(by) }),
      parent({ ...month, ...summed(by) }),
    ]),
  ];
}

/** One row that has to move by some amounts. */
interface Shifted {
  readonly row: StoredRow;
  /** epoch ms */
  readonly bounds: { startAt: number; endAt: number };
  readonly sums: Map<string, Exact>;
  readonly sources: Map<string, number>;
}

function shift(target: Shifted, row: StoredRow, sign: 1 | -1): void {
  target.bounds.startAt = Math.min(target.bounds.startAt, row.startAt.getTime());
  target.bounds.endAt = Math.max(target.bounds.endAt, row.endAt.getTime());
  for (const [name, amount] of Object.entries(row.sums))
    target.sums.set(name, new Exact(amount).times(sign).plus(target.sums.get(name) ?? 0));
  for (const [name, count] of Object.entries(row.sources))
    target.sources.set(name, sign * count + (target.sources.get(name) ?? 0));
}

function moved(known: StoredRow, { bounds, sums, sources }: Shifted): StoredRow {
  const added = (name: string): Exact => new Exact(known.sums[name] ?? 0).plus(sums.get(name) ?? 0);
  const names = [...new Set([...Object.keys(known.sums), ...sums.keys()])];
  const counts = [...new Set([...Object.keys(known.sources), ...sources.keys()])]
    .map((name) => [name, (known.sources[name] ?? 0) + (sources.get(name) ?? 0)] as const)
    .filter(([, count]) => count !== 0);
  return {
    ...known,
    startAt: new Date(Math.min(known.startAt.getTime(), bounds.startAt)),
    endAt: new Date(Math.max(known.endAt.getTime(), bounds.endAt)),
    sums: plainSums(Object.fromEntries(names.map((name) => [name, added(name)]))),
    sources: Object.fromEntries(counts),
  };
}

/**
 * Moves shifts, days, months and totals by as much as their parts have moved: sums of exact decimals, so that they equal those computed
 * from scratch, and a late fact costs what it touches.
 */
@Injectable()
export class Ancestors {
  constructor(private readonly buckets: BucketRepository) {}

  /** Carries changes of finest rows upwards. */
  async follow(tx: Tx, cube: Cube, changes: readonly RowChange[], asOf: number): Promise<void> {
    const shifted = new Map<string, Shifted>();
    for (const { before, after } of changes)
      for (const [row, sign] of [
        [before, -1],
        [after, 1],
      ] as const)
        if (row !== null)
          for (const parent of parentsOf(cube, row)) {
            const known = shifted.get(keyOf(parent)) ?? {
              row: parent,
              bounds: { startAt: Infinity, endAt: 0 },
              sums: new Map(),
              sources: new Map(),
            };
            shifted.set(keyOf(parent), known);
            shift(known, row, sign);
          }
    const targets = [...shifted.values()];
    const stored = await this.buckets.byKeys(
      tx,
      targets.map(({ row }) => row),
    );
    const known = new Map(stored.map((row) => [keyOf(row), row]));
    let rows = targets.map((target) => moved(known.get(keyOf(target.row)) ?? target.row, target));
    if (cube.durations) rows = await this.withDurations(tx, cube, rows);
    const gone = rows.filter((row) => isEmpty(row) && known.has(keyOf(row)));
    const kept = rows.filter(
      (row) => !isEmpty(row) && !(known.has(keyOf(row)) && sameRow(row, known.get(keyOf(row)) as StoredRow)),
    );
    await this.buckets.remove(tx, gone);
    await this.buckets.put(tx, kept, asOf);
  }

  /** Durations cannot be taken back out of a sketch: they are put together anew, from the days. */
  private async withDurations(tx: Tx, cube: Cube, rows: readonly StoredRow[]): Promise<StoredRow[]> {
    const total = summaryOf(cube.name, []);
    const months = [...new Set(rows.map(({ day }) => monthOf(day)))];
    const subjects = [...new Set(rows.map((row) => row[cube.subject]))].filter((subject) => subject !== '');
    const parts = new Map<string, StoredRow[]>();
    for (const part of await this.buckets.durations(tx, cube, months, subjects))
      for (const key of parentsOf(cube, part).map(keyOf)) {
        const own = parts.get(key);
        if (own) own.push(part);
        else parts.set(key, [part]);
      }
    const days = rows
      .filter(({ cube: name, kind }) => name === total && kind === 'day')
      .map(({ day }) => day);
    const all = groupBy(await this.buckets.durations(tx, cube, days, null), ({ day }) => day);
    const keeping = new Set([
      cube.name,
      ...cube.summaries.filter((by) => lasts(cube, by)).map((by) => summaryOf(cube.name, by)),
    ]);
    const merged = rows.map((row): StoredRow => {
      if (!keeping.has(row.cube) || (row.cube === total && row.kind === 'month')) return row;
      const own = row.cube === total ? all.get(row.day) : parts.get(keyOf(row));
      return { ...row, durations: mergedOf(own ?? []) };
    });
    return this.withTotalMonths(tx, total, merged);
  }

  private async withTotalMonths(tx: Tx, total: string, rows: readonly StoredRow[]): Promise<StoredRow[]> {
    const fresh = rows.filter((row) => row.cube === total && row.kind === 'day');
    const freshDays = new Set(fresh.map(({ day }) => day));
    const months = [...new Set(fresh.map(({ day }) => monthOf(day)))];
    const stored = await this.buckets.totalDurations(tx, total, months);
    const parts = [...stored.filter(({ day }) => !freshDays.has(day)), ...fresh];
    const byMonth = groupBy(parts, ({ day }) => monthOf(day));
    return rows.map((row) =>
      row.cube === total && row.kind === 'month'
        ? { ...row, durations: mergedOf(byMonth.get(row.day) ?? []) }
        : row,
    );
  }
}

function mergedOf(parts: readonly StoredRow[]): Distribution | null {
  const all = parts.flatMap(({ durations }): Distribution[] => (durations ? [durations] : []));
  return all.length === 0 ? null : mergeDistributions(all);
}
