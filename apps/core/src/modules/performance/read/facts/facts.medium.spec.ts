import {
  isRefusal,
  type InputOf,
  type KpiFact,
  type kpiRoutes,
  type KpiValue,
  type OtdBasis,
} from '@takt/contracts';
import { KPIS, type Kpi } from '@takt/kpi';
import { startCore, type TestCore } from '../../../../../test/core';
import { nightShopSql } from '../../../../../test/night-shop';
import { until } from '../../../../../test/until';
import { Database, type Tx } from '../../../../platform/database';
import { StockFacts } from '../../cube/stock.facts';
import { RollUpService } from '../../roll-up/roll-up.service';
import { FactService } from '../fact.service';
import { FigureService, type AskedFigure } from '../figure.service';

// Days of a factory are much for a busy machine.
jest.setTimeout(120_000);

const PLANT = 'lived';
const MIDNIGHT = Date.parse('2026-03-31T16:00:00Z');
const HOUR = 3_600_000;
/** Far from those that core publishes meanwhile. */
const VERSION = 1000;
const at = (hours: number): string => new Date(MIDNIGHT + hours * HOUR).toISOString();
/** Half of what is written lies ahead: promises, plans, states that are to come. */
const NOW = at(5.3);

let core: TestCore;
beforeAll(async () => {
  core = await startCore({ CLOCK_START: NOW });
  await core.database.query(
    nightShopSql({ plant: PLANT, zone: 'Asia/Shanghai', around: at(0), seed: 5 }) + plansSql(),
  );
  await core.running.app.get(RollUpService).catchUp(PLANT);
});
afterAll(() => core.stop());

/** Two plans: shifts that kept the first more or less, what is still to be done, and by how far the second moved it. */
function plansSql(): string {
  const quoted = (...values: (string | number)[]): string =>
    `(${values.map((one) => `'${one}'`).join(', ')})`;
  const entries = [0, 1, 2, 3, 4, 5].flatMap((order) =>
    [10, 20].map((no, i) => {
      const begin = -20 + order * 7 + i * 3;
      return quoted(
        PLANT,
        VERSION,
        `W${order}.${no}`,
        `W${order}`,
        'finished',
        i ? 's2' : 's1',
        at(begin),
        at(begin + 0.5),
        at(begin + 4),
        at(30),
      );
    }),
  );
  const shifts = [
    ['early', -18],
    ['late', -10],
    ['night', -2],
    ['early', 6],
  ] as const;
  return `
    insert into schedule_version (plant, version, status, triggers, created_at, published_at, figures, solve_ms, changes, unplaced) values ('${PLANT}', ${VERSION}, 'published', '[]', '${at(-30)}', '${at(-30)}', '{}', 0, '[]', '[]');
    insert into schedule_entry (plant, version, operation, work_order, item, station, start_at, run_start_at, end_at, due_at) values ${entries.join(', ')};
    insert into shift_baseline (plant, line, shift, start_at, end_at, version) values ${shifts.map(([crew, begin]) => quoted(PLANT, 'l1', `${begin}/${crew}`, at(begin), at(begin + 8), VERSION)).join(', ')};
    update operation set started_at = work_order.started_at, ended_at = work_order.ended_at from work_order where operation.plant = '${PLANT}' and work_order.plant = '${PLANT}' and work_order.id = operation.work_order;
    update operation set started_at = '${at(-19.9)}', ended_at = '${at(-16.1)}' where plant = '${PLANT}' and id = 'W0.10';
    insert into kpi_plan_move (plant, published_at, version, station, line, sums) values
      ('${PLANT}', '${at(-8)}', ${VERSION + 1}, 's1', 'l1', '{"comparedOps": "6", "shiftedWeightedSec": "1800", "frozenOps": "2", "frozenMovedOps": "1", "stationChangedOps": "1"}'),
      ('${PLANT}', '${at(-8)}', ${VERSION + 1}, 's2', 'l1', '{"comparedOps": "5", "shiftedWeightedSec": "60.5", "frozenOps": "1"}');`;
}

type Query = Partial<InputOf<typeof kpiRoutes.facts>['query']>;
interface Asked {
  readonly name: string;
  readonly kpi: Kpi;
  readonly query: Query & { readonly from: string; readonly to: string };
}

const DAY = { from: at(-24), to: at(0) };
const WINDOWS = [
  ['the days', { from: at(-48), to: at(72) }],
  ['a day', DAY],
  ['today', { from: at(0), to: at(24) }],
  ['some hours', { from: at(-7.5), to: at(8) }],
] as const;
/** Longer than the plant has been there. */
const TWO_MONTHS = ['two months', { from: at(-60 * 24), to: at(24) }] as const;
const FILTERS = [
  ['line', { line: 'l1' }],
  ['station', { station: 's1' }],
  ['item', { item: 'finished' }],
  ['customer', { customer: 'c1' }],
  ['worker', { worker: 'w1' }],
] as const;
const BASES: readonly OtdBasis[] = ['requested', 'committed', 'latest'];

/** Every window, every filter that the figure has, every basis. */
function questionsOf(kpi: Kpi): Asked[] {
  const { id, dimensions } = kpi.definition;
  const filters = FILTERS.filter(([name]) => dimensions.includes(name));
  const windows = /^(inventory|days|wip)/.test(id) ? [...WINDOWS, TWO_MONTHS] : WINDOWS;
  const asked = [
    ...windows.map(([name, query]) => ({ name, kpi, query })),
    ...filters.map(([name, filter]) => ({ name: `a day of one ${name}`, kpi, query: { ...DAY, ...filter } })),
  ];
  if (!id.startsWith('ot')) return asked;
  return asked.flatMap(({ name, query }) =>
    BASES.map((basis) => ({ name: `${name}, ${basis}`, kpi, query: { ...query, basis } })),
  );
}

const askedOf = ({ kpi, query: { from, to, basis, ...filter } }: Asked): AskedFigure => ({
  kpi: kpi.definition.id,
  from,
  to,
  basis,
  filter,
  by: [],
});

async function valueOf(tx: Tx, asked: Asked): Promise<KpiValue> {
  const answer = await core.running.app.get(FigureService).figure(tx, askedOf(asked), false);
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.facts)}`);
  return answer.total;
}

/** All facts, page by page. */
async function factsOf(tx: Tx, asked: Asked, kind?: KpiFact['kind']): Promise<KpiFact[]> {
  const all: KpiFact[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await core.running.app
      .get(FactService)
      .facts(tx, askedOf(asked), { limit: 40, cursor, kind });
    if (isRefusal(page)) throw new Error(`${page.code} ${JSON.stringify(page.facts)}`);
    all.push(...page.items);
    if (page.nextCursor === null) return all;
    cursor = page.nextCursor;
  }
}

/** Everything has been told and counted, and the figures stay as they are meanwhile. */
async function settled<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  await until(
    async () =>
      (await core.database.query('select from replan_request where taken_at is null')).length === 0 &&
      (await core.database.query('select from outbox where dispatched_at is null')).length === 0,
  );
  return core.running.app.get(Database).write(PLANT, async (tx) => {
    await core.running.app.get(RollUpService).settle(tx);
    return work(tx);
  });
}

const total = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0);
/** By how much a sum misses what it should be; amounts come as floating point numbers. */
const missing = (sum: number, expected: number): number =>
  Math.abs(sum - expected) <= 1e-9 * Math.max(1, Math.abs(expected)) ? 0 : expected - sum;
/** Averages over time are divided by the length of the window, which is no fact. */
const PER_TIME: readonly string[] = ['wip-orders', 'wip-hours', 'wip-value'];

describe.each(KPIS.map((kpi) => [kpi.definition.id, kpi] as const))('the facts behind %s', (id, kpi) => {
  it('add up to its numerator and denominator', async () => {
    let weighed = 0;
    await settled(async (tx) => {
      for (const asked of questionsOf(kpi)) {
        const [value, facts] = [await valueOf(tx, asked), await factsOf(tx, asked)];
        const about = `${id}, ${asked.name}`;
        expect(new Set(facts.map(({ kind, id: own, at: when }) => `${kind} ${own} ${when}`)).size).toBe(
          facts.length,
        );
        const sorted = [...facts].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
        expect(facts.map(({ at: when }) => when)).toEqual(sorted.map(({ at: when }) => when));
        const sums = (of: (fact: KpiFact) => number | null | undefined): number =>
          total(facts.map((fact) => of(fact) ?? 0));
        const off = [
          ...kpi.inputs.map((name) => [
            name,
            missing(
              sums(({ adds }) => adds[name]),
              value.inputs[name] ?? 0,
            ),
          ]),
          ...(kpi.counted === null
            ? []
            : [
                [
                  'numerator',
                  missing(
                    sums(({ numerator }) => numerator),
                    value.numerator,
                  ),
                ],
                [
                  'denominator',
                  missing(
                    sums(({ denominator }) => denominator),
                    PER_TIME.includes(id) ? 0 : value.denominator,
                  ),
                ],
              ]),
        ];
        expect([about, ...off.filter(([, amount]) => amount !== 0)]).toEqual([about]);
        weighed += facts.length;
      }
    });
    expect(weighed).toBeGreaterThan(0);
  });
});

it('of one kind alone are those of it among all', async () => {
  const kpi = KPIS.find(({ definition }) => definition.id === 'availability') as Kpi;
  const asked = { name: 'the days', kpi, query: { from: at(-48), to: at(72) } };
  const [all, stops] = await settled(
    async (tx) => [await factsOf(tx, asked), await factsOf(tx, asked, 'stop')] as const,
  );
  expect(stops.length).toBeGreaterThan(0);
  expect(stops.length).toBeLessThan(all.length);
  expect(stops).toEqual(all.filter(({ kind }) => kind === 'stop'));
});

it('a promise that is still ahead is neither kept nor missed', async () => {
  for (const basis of BASES) {
    const kpi = KPIS.find(({ definition }) => definition.id === 'otd') as Kpi;
    const asked = { name: basis, kpi, query: { from: at(-48), to: at(72), basis } };
    const [value, facts] = await settled(
      async (tx) => [await valueOf(tx, asked), await factsOf(tx, asked)] as const,
    );
    expect(facts.filter(({ at: due }) => due > NOW)).toEqual([]);
    const count = (counts: KpiFact['counts']) => facts.filter((fact) => fact.counts === counts).length;
    expect([count('hit'), count('miss'), count('part')]).toEqual([
      value.numerator,
      value.denominator - value.numerator,
      0,
    ]);
    const [ahead] = await core.database.query<{ n: number }>(
      `select count(*)::int as n from order_line where plant = $1 and status <> 'cancelled' and ${basis === 'latest' ? 'latest_committed' : basis}_at > $2`,
      [PLANT, NOW],
    );
    expect(ahead?.n).toBeGreaterThan(0);
  }
});

describe('stock over a time in which the plant was not yet there', () => {
  const kpiOf = (id: string) => KPIS.find(({ definition }) => definition.id === id) as Kpi;
  const [name, query] = TWO_MONTHS;
  const DAY_SEC = 86_400;

  it('is averaged from the first movement on, and turns of less than 28 days are not those of a year', async () => {
    const { turns, days, direct } = await settled(async (tx) => {
      const [row] = await tx.query<{ sec: number; average: number; used: number }>(
        `select c.sec, sum(m.value * extract(epoch from c.as_of - m.occurred_at))::float8 / c.sec as average,
           sum(case when m.kind in ('shipment', 'return') then -m.value end)::float8 as used
         from stock_movement m cross join (select k.as_of, extract(epoch from k.as_of - (select min(occurred_at) from stock_movement where plant = $1))::float8 as sec
           from kpi_cursor k where k.plant = $1) c where m.plant = $1 and m.occurred_at < c.as_of group by c.sec, c.as_of`,
        [PLANT],
      );
      const [one, other] = ['inventory-turns', 'days-of-inventory'].map((id) => ({
        name,
        kpi: kpiOf(id),
        query,
      })) as [Asked, Asked];
      return { turns: await valueOf(tx, one), days: await valueOf(tx, other), direct: row };
    });
    const { sec, average, used } = direct as { sec: number; average: number; used: number };
    expect(sec).toBeLessThan(3 * DAY_SEC);
    expect([missing(turns.denominator, average), missing(turns.numerator, used), turns.note]).toEqual([
      0,
      0,
      'not-annualised',
    ]);
    expect([
      missing(days.numerator, (average * sec) / DAY_SEC),
      missing(days.denominator, used),
      days.note,
    ]).toEqual([0, 0, days.value === null ? null : 'few-days']);
  });

  it('has no days before it, and its days stand beside its turns', async () => {
    const asked = { ...askedOf({ name, kpi: kpiOf('inventory-turns'), query }), by: ['day'] as const };
    const [answer, { value }] = await settled(
      async (tx) =>
        [
          await core.running.app.get(FigureService).figure(tx, asked, true),
          await valueOf(tx, { name, kpi: kpiOf('days-of-inventory'), query }),
        ] as const,
    );
    if (isRefusal(answer)) throw new Error(answer.code);
    const [first] = await core.database.query<{ day: string }>(
      `select min(occurred_at at time zone 'Asia/Shanghai')::date::text as day from stock_movement where plant = $1`,
      [PLANT],
    );
    expect(answer.buckets[0]?.bucket['day']).toBe(first?.day);
    expect([answer.previous?.value, answer.beside.map(({ definition }) => definition.id)]).toEqual([
      null,
      ['days-of-inventory'],
    ]);
    expect(missing(answer.beside[0]?.total.value ?? NaN, value ?? NaN)).toBe(0);
  });

  it('does not begin with what was booked long before and taken back', async () => {
    const asked = { name, kpi: kpiOf('inventory-turns'), query };
    const copy = (
      changes: string,
    ) => `insert into stock_movement select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'command_id', null, ${changes}))).*
      from stock_movement m where m.plant = $1`;
    const [before, after] = await settled(async (tx) => {
      const first = await valueOf(tx, asked);
      const [wrong] = await tx.query<{ id: string }>(
        `${copy(`'occurred_at', m.occurred_at - interval '10 days'`)} order by m.occurred_at limit 1 returning id`,
        [PLANT],
      );
      await tx.query(`${copy(`'reverses', m.id, 'qty', -m.qty, 'value', -m.value`)} and m.id = $2`, [
        PLANT,
        wrong?.id,
      ]);
      return [first, await valueOf(tx, asked)] as const;
    });
    expect(before.denominator).toBeGreaterThan(0);
    expect(after).toEqual(before);
  });

  it('does not begin with what was booked days late', async () => {
    const facts = core.running.app.get(StockFacts);
    const [prompt, late] = await settled(async (tx) => {
      const first = await facts.firstMovementAt(tx);
      await tx.query(
        `insert into stock_movement select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'command_id', null,
           'occurred_at', m.occurred_at - interval '29 days'))).* from stock_movement m where m.plant = $1 order by m.occurred_at limit 1`,
        [PLANT],
      );
      return [first, await facts.firstMovementAt(tx)] as const;
    });
    expect(prompt).not.toBeNull();
    expect(late).toBe(prompt);
  });
});
