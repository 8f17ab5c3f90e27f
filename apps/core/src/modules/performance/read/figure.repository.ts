import { Injectable } from '@nestjs/common';
import type { KpiDimension } from '@takt/contracts';
import type { Distribution, Sources } from '@takt/kpi';
import { groupBy } from '@takt/production';
import type { Tx } from '../../../platform/database';
import { lasts, summaryOf, type Cube } from '../cube/cube';
import type { Segment } from './figure-window';

/** By what rows are filtered; absent: all. */
export type FigureFilter = Readonly<
  Partial<Record<'line' | 'station' | 'item' | 'class' | 'customer' | 'worker', string>>
>;

/** What to add up. */
export interface FigureQuery {
  readonly cube: Cube;
  readonly segments: readonly Segment[];
  /** names of the stored inputs that are needed */
  readonly inputs: readonly string[];
  readonly filter: FigureFilter;
  /** dimensions; `step` apart: for products over operations */
  readonly by: readonly (KpiDimension | 'step')[];
  readonly durations: boolean;
}

/** The sums of one combination of keys. */
export interface FigureGroup {
  /** in the order of the dimensions */
  readonly keys: readonly string[];
  readonly sums: Record<string, string>;
  readonly sources: Sources;
  readonly durations: readonly Distribution[];
  /** epoch ms; null: no rows */
  readonly startAt: number | null;
  readonly endAt: number | null;
}

const SOURCES = ['machine', 'terminal', 'api', 'back-fill', 'import'] as const;
const TIMES: readonly string[] = ['plant', 'hour', 'shift', 'day', 'week', 'month'];

const KEY_SQL: Record<KpiDimension | 'step', string> = {
  plant: 'b.plant',
  line: 'b.line',
  station: 'b.station',
  item: 'b.item',
  'item-class': `coalesce(i.class, '')`,
  customer: 'b.customer',
  worker: 'b.worker',
  hour: 'b.hour',
  shift: 'b.shift',
  day: 'b.day::text',
  week: `to_char(b.day, 'IYYY"-W"IW')`,
  month: `to_char(b.day, 'YYYY-MM')`,
  step: 'b.step::text',
};

const inTable = (table: string, id: string): string =>
  `exists (select from ${table} t where t.plant = $1 and t.id = ${id})`;
/** Lines and stations that are gone still have figures. */
const everWas = (kind: 'line' | 'station', id: string): string =>
  `${inTable(kind, id)} or exists (select from kpi_as_was w where w.plant = $1 and w.kind = '${kind}' and w.id = ${id})`;

/** Is there what is named by an id? */
const KNOWN: Readonly<Record<keyof FigureFilter, (id: string) => string>> = {
  line: (id) => everWas('line', id),
  station: (id) => everWas('station', id),
  item: (id) => inTable('item', id),
  class: (id) => `exists (select from item t where t.plant = $1 and t.class = ${id})`,
  customer: (id) => inTable('customer', id),
  worker: (id) => inTable('worker', id),
};

interface Row {
  readonly q: number;
  readonly keys: readonly (string | null)[];
  readonly sums: readonly string[];
  readonly sources: readonly number[];
  readonly durations: readonly Distribution[];
  readonly start_at: Date | null;
  readonly end_at: Date | null;
}

/** Adds up rows of figures in PostgreSQL. */
@Injectable()
export class FigureRepository {
  /** What a filter names and there neither is nor ever was in the figures; null: all of it is known. */
  async unknown(tx: Tx, filter: FigureFilter): Promise<{ kind: string; id: string } | null> {
    const asked = Object.entries(filter).flatMap(([name, id]) =>
      id === undefined ? [] : [[name as keyof FigureFilter, id] as const],
    );
    if (asked.length === 0) return null;
    const known = asked.map(
      ([name], i) => `select ${i} as place where not (${KNOWN[name](`$${i + 2}::text`)})`,
    );
    const [row] = await tx.query<{ place: number }>(`${known.join(' union all ')} order by place limit 1`, [
      tx.plant,
      ...asked.map(([, id]) => id),
    ]);
    const found = row && asked[row.place];
    return found ? { kind: found[0] === 'class' ? 'item class' : found[0], id: found[1] } : null;
  }

  /** The sums by keys. Without dimensions: one group. */
  async groups(tx: Tx, query: FigureQuery): Promise<FigureGroup[]> {
    return (await this.all(tx, [query]))[0] ?? [];
  }

  /** The sums of many queries in one statement, in the order asked, each in the order of its keys; the same query is asked once. */
  async all(tx: Tx, queries: readonly FigureQuery[]): Promise<FigureGroup[][]> {
    const parameters: unknown[] = [tx.plant];
    const value = (one: unknown): string => `$${parameters.push(one)}`;
    const texts = queries.map((query) => JSON.stringify({ ...query, cube: query.cube.name }));
    const once = new Map(texts.map((text, i) => [text, queries[i] as FigureQuery]));
    if (once.size === 0) return [];
    const parts = [...once.values()].map((query, i) => sumsSql(query, i, value));
    const rows = await tx.query<Row>(`${parts.join(' union all ')} order by q, keys`, parameters);
    const found = groupBy(rows, ({ q }) => q);
    const places = new Map([...once.keys()].map((text, i) => [text, i]));
    return queries.map((query, i) =>
      (found.get(places.get(texts[i] as string) ?? -1) ?? []).map((row) => groupOf(row, query)),
    );
  }
}

/** The sums of one query, with its place `q` among those that are asked together. */
function sumsSql(query: FigureQuery, place: number, value: (one: unknown) => string): string {
  const { by, inputs, durations } = query;
  const where = [
    `b.cube = ${value(cubeOf(query))}`,
    whereSegments(query.segments, value),
    ...whereFilter(query.filter, value),
  ];
  if (by.includes('shift')) where.push('b.shift is not null');
  const keys = by.map((dimension) => KEY_SQL[dimension]);
  const sums = inputs.map((name) => `coalesce(sum((b.sums->>'${name}')::numeric), 0)::text`);
  const sources = SOURCES.map((name) => `coalesce(sum((b.sources->>'${name}')::int), 0)::int`);
  return `select ${place} as q, array[${keys.join(', ')}]::text[] as keys, array[${sums.join(', ')}]::text[] as sums, array[${sources.join(', ')}] as sources,
    ${durations ? `coalesce(jsonb_agg(b.durations) filter (where b.durations is not null), '[]'::jsonb)` : `'[]'::jsonb`} as durations,
    min(b.start_at) as start_at, max(b.end_at) as end_at
    from kpi_bucket b ${needsItem(query) ? 'left join item i on i.plant = b.plant and i.id = b.item' : ''}
    where b.plant = $1 and ${where.join(' and ')} ${keys.length > 0 ? `group by ${keys.join(', ')}` : ''}`;
}

/** The column that a dimension or filter stands in. */
const COLUMN: Readonly<Record<string, string>> = { 'item-class': 'item', class: 'item' };

/** The coarsest sums of days and months that are kept by what is asked for; else the rows themselves. */
function cubeOf({ cube, filter, by, segments, durations }: FigureQuery): string {
  if (segments.some(({ kind }) => kind !== 'day' && kind !== 'month')) return cube.name;
  const filters = Object.entries(filter).flatMap(([name, key]) => (key === undefined ? [] : [name]));
  const needed = [...by.filter((one) => !TIMES.includes(one)), ...filters].map((one) => COLUMN[one] ?? one);
  const kept = cube.summaries.find(
    (own) => needed.every((one) => own.some((dim) => dim === one)) && (!durations || lasts(cube, own)),
  );
  return kept ? summaryOf(cube.name, kept) : cube.name;
}

const needsItem = ({ filter, by }: FigureQuery): boolean =>
  filter.class !== undefined || by.includes('item-class');

function whereSegments(segments: readonly Segment[], value: (one: unknown) => string): string {
  const each = segments.map(({ kind, days, hours }) => {
    if (hours) {
      const [from, to] = hours.map((at) => new Date(at)) as [Date, Date];
      const day = (at: Date, shift: number): string =>
        new Date(at.getTime() + shift * 86_400_000).toISOString().slice(0, 10);
      return `(b.kind = '${kind}' and b.day between ${value(day(from, -2))}::date and ${value(day(to, 2))}::date and b.start_at >= ${value(from)} and b.start_at < ${value(to)})`;
    }
    const [first, next] = days ?? ['', ''];
    return `(b.kind = '${kind}' and b.day >= ${value(first)}::date and b.day < ${value(next)}::date)`;
  });
  return each.length === 0 ? 'false' : `(${each.join(' or ')})`;
}

function whereFilter(filter: FigureFilter, value: (one: unknown) => string): string[] {
  return Object.entries(filter).flatMap(([name, key]) =>
    key === undefined ? [] : [`${name === 'class' ? 'i.class' : `b.${name}`} = ${value(key)}`],
  );
}

function groupOf(row: Row, { by, inputs }: FigureQuery): FigureGroup {
  return {
    keys: by.map((_, i) => row.keys[i] ?? ''),
    sums: Object.fromEntries(inputs.map((name, i) => [name, row.sums[i] ?? '0'])),
    sources: Object.fromEntries(SOURCES.map((name, i) => [name, row.sources[i] ?? 0])),
    durations: row.durations,
    startAt: row.start_at?.getTime() ?? null,
    endAt: row.end_at?.getTime() ?? null,
  };
}
