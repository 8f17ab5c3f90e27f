import type { Distribution } from '@takt/kpi';
import { Exact } from '@takt/production';
import type { Cube } from '../cube/cube';
import type { FinestRow } from '../cube/finest-row';

/** Columns of the dimensions, in the order of the primary key. */
export const DIM_COLUMNS = 'line, station, item, customer, worker, step';

/** A row of figures as it is stored. */
export interface StoredRow {
  readonly cube: string;
  readonly kind: 'cell' | 'shift' | 'day' | 'month';
  readonly day: string;
  readonly key: string;
  readonly line: string;
  readonly station: string;
  readonly item: string;
  readonly customer: string;
  readonly worker: string;
  readonly step: number;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly hour: string | null;
  readonly shift: string | null;
  readonly sums: Record<string, string>;
  readonly durations: Distribution | null;
  readonly sources: Record<string, number>;
}

/** Sums as they are stored: decimal text, without zeros, in the order of their names. */
export function plainSums(sums: FinestRow['sums']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sums)
      .map(([name, amount]) => [name, new Exact(amount)] as const)
      .filter(([, amount]) => !amount.isZero())
      .map(([name, amount]) => [name, amount.toFixed()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A finest row as it is stored; null when there is nothing in it. */
export function storedRow(
  cube: Cube,
  { bucket, dims, sums, durations, sources }: FinestRow,
): StoredRow | null {
  const stored = plainSums(sums);
  if (Object.keys(stored).length === 0 && (durations?.count ?? 0) === 0) return null;
  const hourly = cube.grain === 'hour';
  const { line = '', station = '', item = '', customer = '', worker = '', step = 0 } = dims;
  return {
    cube: cube.name,
    kind: hourly ? 'cell' : 'day',
    day: bucket.day,
    key: hourly ? new Date(bucket.startAt).toISOString() : '',
    ...{ line, station, item, customer, worker, step },
    startAt: new Date(bucket.startAt),
    endAt: new Date(bucket.endAt),
    hour: bucket.hour,
    shift: bucket.shift,
    sums: stored,
    durations: durations ?? null,
    sources: { ...sources },
  };
}

/** What makes a row this row: its bucket and dimensions. */
export function keyOf(row: StoredRow): string {
  const { cube, kind, day, key, line, station, item, customer, worker, step } = row;
  return [cube, kind, day, key, line, station, item, customer, worker, step].join('\n');
}

/** The dimensions of a row that are not empty. */
export function essenceOf({
  line,
  station,
  item,
  customer,
  worker,
  step,
}: StoredRow): Record<string, string> {
  const all = { line, station, item, customer, worker, step: step === 0 ? '' : String(step) };
  return Object.fromEntries(Object.entries(all).filter(([, key]) => key !== ''));
}

const text = (row: StoredRow): string =>
  JSON.stringify([
    row.startAt.getTime(),
    row.endAt.getTime(),
    row.hour,
    row.shift,
    sorted(row.sums),
    sorted(row.sources),
    spread(row.durations),
  ]);

const sorted = (record: Record<string, unknown>): [string, unknown][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

const spread = (one: Distribution | null | undefined): unknown[] | null =>
  one ? [one.count, one.sum, one.values, one.buckets] : null;

/** Is there nothing in a row? */
export function isEmpty({ sums, durations, sources }: StoredRow): boolean {
  return [sums, sources].every((one) => Object.keys(one).length === 0) && durations === null;
}

/** Do two rows say the same? */
export function sameRow(a: StoredRow, b: StoredRow): boolean {
  return text(a) === text(b);
}

/** Do two rows have the same figures, wherever the facts came from? */
export function sameFigures(a: StoredRow | undefined, b: StoredRow | undefined): boolean {
  const figures = (row: StoredRow | undefined): string =>
    JSON.stringify([sorted(row?.sums ?? {}), spread(row?.durations)]);
  return figures(a) === figures(b);
}
