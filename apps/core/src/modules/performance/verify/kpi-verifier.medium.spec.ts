import type { EventName, EventPayload } from '@takt/contracts';
import { startCore, type TestCore } from '../../../../test/core';
import { nightShopSql, type NightShop } from '../../../../test/night-shop';
import { until } from '../../../../test/until';
import { Database } from '../../../platform/database';
import { RollUpService } from '../roll-up/roll-up.service';
import { KpiVerifier } from './kpi-verifier';

// New York puts the clock forward, Sydney back; Shanghai goes from one month into the next.
const SHOPS: readonly NightShop[] = [
  { plant: 'shanghai', zone: 'Asia/Shanghai', around: '2026-03-31T16:00:00Z', seed: 1 },
  { plant: 'spring', zone: 'America/New_York', around: '2026-03-08T06:30:00Z', seed: 2 },
  { plant: 'autumn', zone: 'Australia/Sydney', around: '2026-04-04T16:00:00Z', seed: 3 },
];

// Days of a factory are much for a busy machine.
jest.setTimeout(120_000);

let core: TestCore;
beforeAll(async () => {
  core = await startCore({ CLOCK_START: '2026-04-08T00:00:00Z' });
});
afterAll(() => core.stop());

const rollUp = () => core.running.app.get(RollUpService);
/** Rows of days that are over. */
const stored = async (plant: string): Promise<string[]> =>
  (
    await core.database.query<{ line: string }>(
      `select concat_ws(' ', cube, kind, day, key, line, station, item, customer, worker, step, sums, durations, sources) as line from kpi_bucket
       where plant = $1 and kind <> 'month' and day < '2026-04-07' order by 1`,
      [plant],
    )
  ).map(({ line }) => line);
/** Nobody replans, and everything has been told: a plan that is published meanwhile would be in one sum and not in the other. */
const heard = async (): Promise<boolean> =>
  (await core.database.query('select from replan_request where taken_at is null')).length === 0 &&
  (await core.database.query('select from outbox where dispatched_at is null')).length === 0;
const verify = async (plant: string) => {
  await until(heard);
  return core.running.app.get(Database).write(plant, async (tx) => {
    await rollUp().settle(tx);
    return core.running.app.get(KpiVerifier).verify(tx);
  });
};

/** Changes the past and tells of it, as the modules do. */
async function late<N extends EventName>(
  plant: string,
  sql: string,
  name: N,
  payload: EventPayload<N>,
): Promise<void> {
  await core.database.query(sql);
  await core.running.app.get(Database).write(plant, async (tx) => tx.announce(name, payload));
}

describe.each(SHOPS)('three days and nights in $zone around $around', ({ plant, zone, around, seed }) => {
  const at = (hours: number): string => new Date(Date.parse(around) + hours * 3_600_000).toISOString();

  beforeAll(async () => {
    await core.database.query(nightShopSql({ plant, zone, around, seed }));
    await rollUp().catchUp(plant);
  });

  it('every stored sum is what the raw tables say', async () => {
    const { differences, compared } = await verify(plant);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(2000);
  });

  it('what comes late restates what it touches; nothing is computed from scratch, and everything as if it were', async () => {
    const station = { station: 's1', line: 'l1', fromAt: at(-12), toAt: at(-6), why: 'late' };
    await late(
      plant,
      `update state_interval set state = 'running', reason = null where plant = '${plant}' and station = 's1' and start_at between '${at(-12)}' and '${at(-6)}'`,
      'history.restated',
      station,
    );
    await late(
      plant,
      `update attendance set out_at = out_at + interval '37 minutes' where plant = '${plant}' and worker = 'w2' and in_at < '${at(0)}'`,
      'worker.badged',
      { worker: 'w2', direction: 'out', station: null, line: null, at: at(-30), expected: true },
    );
    await late(
      plant,
      `update shipment set qty = 10 where plant = '${plant}' and "order" = 'O1'`,
      'order.shipped',
      { order: 'O1', line: 1, qty: '10', complete: true, at: at(0) },
    );
    await late(
      plant,
      `insert into stock_movement (plant, id, kind, item, place, qty, unit, value, occurred_at, recorded_at, source, note) values ('${plant}', gen_random_uuid(), 'receipt', 'raw', 'raw', 5, 'pcs', 12.5, '${at(-20)}', '${at(90)}', 't', '')`,
      'stock.moved',
      { item: 'raw', kind: 'receipt', place: 'raw', qty: '5', at: at(-20) },
    );
    await late(
      plant,
      `insert into shift_exception (plant, id, kind, start_at, end_at, note, revision) values ('${plant}', gen_random_uuid(), 'closed', '${at(10)}', '${at(19)}', '', 1)`,
      'shift.changed',
      { line: null, station: null, worker: null, kind: 'closed', id: 'x', fromAt: at(10), toAt: at(19) },
    );
    await late(
      plant,
      `insert into stock_movement (plant, id, kind, item, place, qty, unit, value, occurred_at, recorded_at, source, note) values ('${plant}', gen_random_uuid(), 'receipt', 'raw', 'raw', 1, 'pcs', 2.5, '2024-11-15T12:00:00Z', '${at(90)}', 't', '')`,
      'stock.moved',
      { item: 'raw', kind: 'receipt', place: 'raw', qty: '1', at: '2024-11-15T12:00:00Z' },
    );
    await core.database.query(
      `update state_interval set end_at = '${at(60)}' where plant = '${plant}' and station = 's1' and coalesce(end_at, 'infinity') > '${at(60)}'`,
    );
    // A state that is told after days lasts until now, and one that nobody ended not for ever.
    for (const [start, end] of [
      [at(60), null],
      ['2025-06-05T00:00:00Z', at(-60)],
    ] as const) {
      const silent = { station: 's1', line: 'l1', fromAt: start, toAt: start, why: 'delayed' };
      await late(
        plant,
        `insert into state_interval (plant, station, start_at, end_at, state) values ('${plant}', 's1', '${start}', ${end === null ? 'null' : `'${end}'`}, 'unknown')`,
        'history.restated',
        silent,
      );
    }
    await until(heard);
    await rollUp().catchUp(plant);
    const { differences, months } = await verify(plant);
    expect(differences).toEqual([]);
    // Of the months in between nothing is known: they are not looked at.
    expect(months.filter((month) => month < '2026')).toEqual(['2024-11', '2025-06', '2025-07']);
    expect(months.length).toBeGreaterThan(1);
    const [restated] = await core.database.query<{ n: number; reasons: string[] }>(
      'select count(*)::int as n, array_agg(distinct reason) as reasons from kpi_restatement where plant = $1',
      [plant],
    );
    expect(restated?.n).toBeGreaterThan(5);
    for (const reason of ['late messages of s1', 'exception: closed', 'receipt of raw', 'badge of w2'])
      expect(restated?.reasons.join()).toContain(reason);
    const incremental = await stored(plant);
    await core.database.query(`delete from kpi_bucket where plant = '${plant}'`);
    await core.database.query(`delete from kpi_cursor where plant = '${plant}'`);
    await rollUp().catchUp(plant);
    expect(await stored(plant)).toEqual(incremental);
  });
});
