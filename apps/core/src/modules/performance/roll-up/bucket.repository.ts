import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Tx } from '../../../platform/database';
import type { Cube } from '../cube/cube';
import { DIM_COLUMNS, essenceOf, type StoredRow } from './stored-row';

/** The stored base rows of a scope. */
export interface RowScope {
  readonly subjects: readonly string[];
  /** epoch ms */
  readonly window: readonly [number, number];
  /** production days that may have rows in it, both included */
  readonly days: readonly [string, string];
}

/** A settled bucket that has changed. */
export interface Restated {
  readonly reason: string;
  readonly row: StoredRow;
  readonly before: Record<string, string>;
  readonly after: Record<string, string>;
}

const KEY = ['cube', 'kind', 'day', 'key', ...DIM_COLUMNS.split(', ')];
const columnsOf = (
  b: string,
): string => `${b}.cube, ${b}.kind, ${b}.day::text as day, ${b}.key, ${DIM_COLUMNS.split(', ')
  .map((name) => `${b}.${name}`)
  .join(', ')},
  ${b}.start_at as "startAt", ${b}.end_at as "endAt", ${b}.hour, ${b}.shift, ${b}.sums, ${b}.durations, ${b}.sources`;
const RECORD = `cube text, kind text, day date, key text, line text, station text, item text, customer text, worker text, step int,
  "startAt" timestamptz, "endAt" timestamptz, hour text, shift text, sums jsonb, durations jsonb, sources jsonb`;
const MATCH = KEY.map((name) => `b.${name} = r.${name}`).join(' and ');
/**
 * The stored row of each key, by its primary key one by one: a planner that knows nothing of the table yet, as while the first year is
 * brought in, would compare every key with every row.
 */
const found = (columns: string): string => `jsonb_to_recordset($2::jsonb) as r(${RECORD}) cross join lateral
  (select ${columns} from kpi_bucket b where b.plant = $1 and ${MATCH} limit 1)`;

const keysOnly = (rows: readonly StoredRow[]): string =>
  JSON.stringify(
    rows.map(({ cube, kind, day, key, line, station, item, customer, worker, step }) => ({
      cube,
      kind,
      day,
      key,
      line,
      station,
      item,
      customer,
      worker,
      step,
    })),
  );

/** Rows of figures in PostgreSQL: whole sets at a time. */
@Injectable()
export class BucketRepository {
  /** The stored finest rows of some subjects of a cube in a window. */
  base(tx: Tx, cube: Cube, { subjects, window: [from, to], days }: RowScope): Promise<StoredRow[]> {
    return tx.query<StoredRow>(
      `select ${columnsOf('b')} from kpi_bucket b where plant = $1 and cube = $2 and kind = $3 and day between $4 and $5
         and start_at >= $6 and start_at < $7 and ${cube.subject} = any($8)`,
      [
        tx.plant,
        cube.name,
        cube.grain === 'hour' ? 'cell' : 'day',
        ...days,
        new Date(from),
        new Date(to),
        subjects,
      ],
    );
  }

  /** Stored rows by their keys. */
  async byKeys(tx: Tx, keys: readonly StoredRow[]): Promise<StoredRow[]> {
    if (keys.length === 0) return [];
    return tx.query<StoredRow>(`select f.* from ${found(columnsOf('b'))} f`, [tx.plant, keysOnly(keys)]);
  }

  /** Day rows with durations of whole months (of some subjects), or of days (of all: null). */
  async durations(
    tx: Tx,
    cube: Cube,
    days: readonly string[],
    subjects: readonly string[] | null,
  ): Promise<StoredRow[]> {
    if (days.length === 0) return [];
    const span = subjects === null ? 'day' : 'month';
    return tx.query<StoredRow>(
      `select ${columnsOf('b')} from unnest($4::date[]) d(day) join kpi_bucket b on b.day >= d.day and b.day < (d.day + interval '1 ${span}')::date
       where b.plant = $1 and b.cube = $2 and b.kind = 'day' and b.durations is not null and ($3::text[] is null or b.${cube.subject} = any($3))`,
      [tx.plant, cube.name, subjects, [...new Set(days)]],
    );
  }

  /** Day rows of totals with durations, of whole months. */
  async totalDurations(tx: Tx, cube: string, months: readonly string[]): Promise<StoredRow[]> {
    if (months.length === 0) return [];
    return tx.query<StoredRow>(
      `select ${columnsOf('b')} from unnest($3::date[]) d(day) join kpi_bucket b on b.day >= d.day and b.day < (d.day + interval '1 month')::date
       where b.plant = $1 and b.cube = $2 and b.kind = 'day' and b.durations is not null`,
      [tx.plant, cube, months],
    );
  }

  /** Stores rows. */
  async put(tx: Tx, rows: readonly StoredRow[], asOf: number): Promise<void> {
    if (rows.length === 0) return;
    await tx.query(
      `insert into kpi_bucket (plant, cube, kind, day, key, ${DIM_COLUMNS}, start_at, end_at, hour, shift, sums, durations, sources, as_of)
       select $1, cube, kind, day, key, ${DIM_COLUMNS}, "startAt", "endAt", hour, shift, sums, durations, sources, $3
       from jsonb_to_recordset($2::jsonb) as r(${RECORD})
       on conflict (plant, cube, kind, day, key, ${DIM_COLUMNS}) do update set start_at = excluded.start_at,
         end_at = excluded.end_at, hour = excluded.hour, shift = excluded.shift, sums = excluded.sums,
         durations = excluded.durations, sources = excluded.sources, as_of = excluded.as_of`,
      [tx.plant, JSON.stringify(rows), new Date(asOf)],
    );
  }

  /** Removes rows. */
  async remove(tx: Tx, rows: readonly StoredRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.query(
      `delete from kpi_bucket where ctid = any (array(select f.ctid from ${found('b.ctid')} f))`,
      [tx.plant, keysOnly(rows)],
    );
  }

  /** Keeps settled buckets as they were. */
  async keepRestated(tx: Tx, restated: readonly Restated[], at: number): Promise<void> {
    if (restated.length === 0) return;
    const rows = restated.map(({ reason, row, before, after }) => ({
      ...{ id: uuid(), reason, cube: row.cube, startAt: row.startAt, endAt: row.endAt, before, after },
      dims: essenceOf(row),
    }));
    await tx.query(
      `insert into kpi_restatement (plant, id, restated_at, reason, cube, start_at, end_at, dims, before, after)
       select $1, r.id, $3, r.reason, r.cube, r."startAt", r."endAt", r.dims, r.before, r.after
       from jsonb_to_recordset($2::jsonb) as r(id uuid, reason text, cube text, "startAt" timestamptz, "endAt" timestamptz,
         dims jsonb, before jsonb, after jsonb)`,
      [tx.plant, JSON.stringify(rows), new Date(at)],
    );
  }
}
