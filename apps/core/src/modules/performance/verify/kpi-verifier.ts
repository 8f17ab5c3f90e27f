import { Inject, Injectable } from '@nestjs/common';
import { addDays, startOfDay } from '@takt/calendar';
import type { Tx } from '../../../platform/database';
import { CUBES, lasts, summaryOf, type Cube, type Summary } from '../cube/cube';
import { PlantRepository } from '../../plant';
import { MarkRepository } from '../roll-up/mark.repository';
import { CALENDAR_SQL } from './calendar-sql';
import { FACT_SQL } from './fact-sql';
import { MONTHS_SQL } from './months-sql';

/** A stored sum that is not what the raw tables say. */
export interface KpiDifference {
  readonly cube: string;
  readonly kind: string;
  readonly day: string;
  readonly bucket: string;
  readonly name: string;
  /** null: there should be none */
  readonly expected: string | null;
  /** null: there is none */
  readonly stored: string | null;
}

/** What was compared. */
export interface KpiVerification {
  /** sums that were compared */
  readonly compared: number;
  readonly rows: number;
  readonly months: readonly string[];
  readonly differences: readonly KpiDifference[];
}

/** What is looked at, and who is told how it goes. */
export interface VerifyOptions {
  /** only these, `2026-03` */
  readonly months?: readonly string[] | undefined;
  /** after each month */
  readonly tell?: (month: string, found: Omit<KpiVerification, 'months'>) => void;
}

const DIMS = 'line, station, item, customer, worker, step';
const KEYS = `cube, kind, day, key, ${DIMS}`;
const TABLES =
  'v_span, v_line, v_station, v_draft, v_open, v_shift, v_cell, v_work, v_expected, v_lasted, v_state, v_here, v_busy, v_promise, v_life';
const SHOWN_MAX = 200;

/**
 * Compares every stored sum of every kind of bucket with the raw tables, by SQL of its own. Within a transaction in which the figures are up
 * to date; it should see one state of the database only.
 */
@Injectable()
export class KpiVerifier {
  constructor(
    private readonly plants: PlantRepository,
    private readonly marks: MarkRepository,
    @Inject(CUBES) private readonly cubes: readonly Cube[],
  ) {}

  /** Compares everything, month by month; months in which nothing stands are left out. */
  async verify(tx: Tx, { months, tell }: VerifyOptions = {}): Promise<KpiVerification> {
    const zone = (await this.plants.plant(tx))?.timeZone ?? 'UTC';
    const asOf = await this.marks.cursor(tx);
    const found = { compared: 0, rows: 0, months: [] as string[], differences: [] as KpiDifference[] };
    if (asOf === null) return found;
    const standing = await tx.query<{ month: string }>(MONTHS_SQL, [tx.plant, zone, new Date(asOf)]);
    for (const { month } of standing) {
      if (months && !months.includes(month)) continue;
      const one = await this.month(tx, { month, zone, asOf });
      found.compared += one.compared;
      found.rows += one.rows;
      found.months.push(month);
      found.differences.push(...one.differences.slice(0, SHOWN_MAX - found.differences.length));
      tell?.(month, one);
    }
    return found;
  }

  private async month(tx: Tx, { month, zone, asOf }: { month: string; zone: string; asOf: number }) {
    const [firstDay, nextDay] = [`${month}-01`, `${addDays(`${month}-01`, 32).slice(0, 7)}-01`];
    await tx.query(`drop table if exists ${TABLES}`);
    await tx.query(
      `create temp table v_span (plant text, zone text, from_at timestamptz, to_at timestamptz, as_of timestamptz, first_day date, next_day date) on commit drop`,
    );
    await tx.query('insert into v_span values ($1, $2, $3, $4, $5, $6, $7)', [
      ...[tx.plant, zone],
      // a night shift belongs to the day on which it opened
      new Date(startOfDay(addDays(firstDay, -1), zone)),
      new Date(startOfDay(addDays(nextDay, 1), zone)),
      ...[new Date(asOf), firstDay, nextDay],
    ]);
    for (const sql of [...CALENDAR_SQL, ...FACT_SQL]) await tx.query(sql);
    const sums = await tx.query<KpiDifference & { readonly compared: number }>(this.sumsSql(), [
      tx.plant,
      firstDay,
      nextDay,
    ]);
    const [counted] = await tx.query<{ compared: number; rows: number }>(
      `select count(*)::int as rows, coalesce(sum((select count(*) from jsonb_object_keys(sums))), 0)::int as compared from kpi_bucket where plant = $1 and day >= $2::date and day < $3::date`,
      [tx.plant, firstDay, nextDay],
    );
    const lasted = await tx.query<KpiDifference>(this.lastedSql(), [tx.plant, firstDay, nextDay]);
    return { compared: counted?.compared ?? 0, rows: counted?.rows ?? 0, differences: [...sums, ...lasted] };
  }

  /** Every kind of bucket from the expected finest sums, beside what is stored. */
  private sumsSql(): string {
    const hourly = this.cubes
      .filter(({ grain }) => grain === 'hour')
      .map(({ name }) => `'${name}'`)
      .join(', ');
    const summed = this.summaries(this.cubes, 'v_expected', 'name, amount', DIMS);
    const instant = `to_char(start_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    const month = `date_trunc('month', day)::date`;
    return `with every as (
        select cube, 'cell' as kind, day, ${instant} as key, ${DIMS}, name, amount from v_expected where cube in (${hourly})
        union all select cube, 'shift', day, shift, ${DIMS}, name, amount from v_expected where cube in (${hourly}) and shift is not null
        union all select cube, 'day', day, '', ${DIMS}, name, amount from v_expected
        union all select cube, 'month', ${month}, '', ${DIMS}, name, amount from v_expected
        ${summed}
      ), expected as (select ${KEYS}, name, sum(amount) as amount from every group by ${KEYS}, name having sum(amount) <> 0),
      stored as (select ${KEYS}, n.name, n.amount::numeric as amount from kpi_bucket b, jsonb_each_text(b.sums) n(name, amount) where b.plant = $1 and b.day >= $2::date and b.day < $3::date)
      select cube, kind, day::text, concat_ws(' ', nullif(key, ''), nullif(line, ''), nullif(station, ''), nullif(item, ''), nullif(customer, ''), nullif(worker, ''), nullif(step, 0)) as bucket, name,
        trim_scale(e.amount)::text as expected, trim_scale(s.amount)::text as stored
      from expected e full join stored s using (${KEYS}, name) where e.amount is distinct from s.amount order by kind, cube, day, bucket, name`;
  }

  /** Durations: exactly where they are kept each, else count and sum. */
  private lastedSql(): string {
    const lasting = this.cubes.filter(({ durations }) => durations);
    const summed = this.summaries(lasting, 'v_lasted', 'sec', 'line, item, customer');
    const month = `date_trunc('month', day)::date`;
    const keys = 'cube, kind, day, line, item, customer';
    return `with every as (
        select cube, 'day' as kind, day, line, item, customer, sec from v_lasted
        union all select cube, 'month', ${month}, line, item, customer, sec from v_lasted
        ${summed}
      ), expected as (select ${keys}, count(*) as n, sum(sec) as total, jsonb_agg(trim_scale(sec) order by sec) as each from every group by ${keys}),
      stored as (select ${keys}, (durations->>'count')::bigint as n, (durations->>'sum')::numeric as total, durations->'values' as each from kpi_bucket b
        where b.plant = $1 and b.day >= $2::date and b.day < $3::date and durations is not null)
      select cube, kind, day::text, concat_ws(' ', nullif(line, ''), nullif(item, ''), nullif(customer, '')) as bucket, 'durations' as name,
        concat_ws(' ', e.n, round(e.total, 3)) as expected, concat_ws(' ', s.n, round(s.total, 3)) as stored
      from expected e full join stored s using (${keys}) where e.n is distinct from s.n or abs(e.total - s.total) > 0.001 * e.n or (jsonb_typeof(s.each) = 'array' and s.each <> e.each)`;
  }

  /** The sums that are kept by fewer dimensions, of days and months; of durations only those that are kept. */
  private summaries(cubes: readonly Cube[], table: string, values: string, dims: string): string {
    const columns = (by: Summary): string =>
      dims
        .split(', ')
        .map((dim) => (by.some((one) => one === dim) ? dim : dim === 'step' ? '0' : `''`))
        .join(', ');
    const kept = cubes.flatMap((cube) => cube.summaries.map((by) => ({ cube, by })));
    return kept
      .filter(({ cube, by }) => table === 'v_expected' || lasts(cube, by))
      .flatMap(({ cube, by }) =>
        [
          [`'day'`, 'day'],
          [`'month'`, `date_trunc('month', day)::date`],
        ].map(
          ([kind, day]) =>
            `union all select '${summaryOf(cube.name, by)}', ${kind}, ${day}, ${table === 'v_expected' ? `'', ` : ''}${columns(by)}, ${values} from ${table} where cube = '${cube.name}'`,
        ),
      )
      .join('\n        ');
  }
}
