import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { reportRoutes, telemetryRoutes, workOrderRoutes, type Report } from '@takt/contracts';
import { readProductionLog } from '../../../devices/replay/production-log';
import { playMachines, playOrders, replay } from '../../../devices/replay/replay';
import { setUpShop } from '../../../devices/replay/set-up';
import { idsFor, shopOf } from '../../../devices/replay/shop';
import { Api } from '../../../devices/kit';
import { startCore, type TestCore } from './core';
import { until } from './until';

const ZONE = 'Europe/Amsterdam';
const file = join(process.env['TAKT_DATA'] ?? '', 'real-log/production-log.csv');
const isThere = process.env['TAKT_DATA'] !== undefined && existsSync(file);
/** every eighth work order is enough in passing; TAKT_REPLAY_SHARE=1 plays the whole log */
const SHARE = Number(process.env['TAKT_REPLAY_SHARE'] ?? '8');
const csv = isThere ? someOrders(readFileSync(file, 'utf8')) : '';

function someOrders(text: string): string {
  const [header, ...lines] = text.trim().split('\n');
  const orders = [...new Set(lines.map((line) => line.split(',')[0]))];
  const kept = new Set(orders.filter((_, i) => i % SHARE === 0));
  return [header, ...lines.filter((line) => kept.has(line.split(',')[0]))].join('\n');
}

/** The file as a spreadsheet reads it: no code of the replay is used. */
interface Row {
  readonly work_order: string;
  readonly operation: string;
  readonly station: string;
  readonly worker: string;
  readonly report_type: string;
  readonly qty: number;
  readonly isRework: boolean;
  readonly minutes: number;
  readonly from: number;
  readonly to: number;
}

function rowsOf(text: string): Row[] {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const row = Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell]));
    const instant = (name: string) => DateTime.fromISO(row[name] ?? '', { zone: ZONE }).toMillis();
    return {
      ...(row as unknown as Row),
      qty: Number(row['qty_completed']),
      isRework: row['rework'] === 'Y',
      minutes: Number(row['duration_min']),
      from: instant('start'),
      to: instant('complete'),
    };
  });
}

function sums<T>(
  list: readonly T[],
  key: (one: T) => string,
  value: (one: T) => number,
): Record<string, number> {
  const result: Record<string, number> = {};
  for (const one of list) result[key(one)] = (result[key(one)] ?? 0) + value(one);
  return result;
}

/** Minutes in which a person was at two or more things at once: all minutes less those of which at least one was worked. */
function overlaps(list: readonly { who: string; from: number; to: number }[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const who of new Set(list.map((one) => one.who))) {
    const own = list.filter((one) => one.who === who).sort((a, b) => a.from - b.from);
    let [worked, all, until_] = [0, 0, -Infinity];
    for (const { from, to } of own) {
      all += to - from;
      worked += Math.max(0, to - Math.max(from, until_));
      until_ = Math.max(until_, to);
    }
    result[who] = (all - worked) / 60_000;
  }
  return result;
}

const minutes = ({ startAt, at }: Report): number => (Date.parse(at) - Date.parse(startAt ?? at)) / 60_000;

const title = 'the log of a real shop, played';
(isThere ? describe : describe.skip)(isThere ? title : `${title} (TAKT_DATA names no folder with it)`, () => {
  let core: TestCore;
  let kept: Report[];
  const rows = rowsOf(csv);
  const shop = shopOf(isThere ? readProductionLog(csv, ZONE) : []);
  const stationIds = idsFor(rows.map(({ station }) => station));
  const idOf = ({ station }: { station: string }) => stationIds.get(station) ?? '?';
  const nameOf = new Map(
    shop.parts.flatMap(({ id, operations }) => operations.map(({ no, name }) => [`${id} ${no}`, name])),
  );
  const partOf = new Map(shop.orders.map(({ id, part }) => [id, part]));
  const operationOf = ({ workOrder, operation }: Report): string =>
    `${workOrder} ${nameOf.get(`${partOf.get(workOrder)} ${operation.split('.').at(-1)}`)}`;

  async function reports(): Promise<Report[]> {
    const all: Report[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await core.call(reportRoutes.list, {
        query: { limit: 200, ...(cursor ? { cursor } : {}) },
      });
      all.push(...page.items);
      cursor = page.nextCursor;
    }
    return all;
  }

  const options = async () => {
    const api = new Api({ url: core.url, token: core.admin });
    const { line, username, password } = await setUpShop(api, shop);
    const url = `mqtt://127.0.0.1:${core.mqttPort}`;
    return { plant: 'main', line, shop, api, mqtt: { url, username, password }, tell: () => undefined };
  };

  beforeAll(async () => {
    // the log ends in March 2012; states are derived of what is no older than the retention: of its last days
    core = await startCore({ CLOCK_START: '2012-06-20T12:00:00Z', RETENTION_DAYS: '90' });
    expect(await replay(await options())).toMatchObject({ orders: shop.orders.length, reports: rows.length });
    kept = await reports();
  }, 400_000);
  afterAll(() => core.stop(), 120_000);

  it('has every report once, also when it is played twice', async () => {
    expect(kept.length).toBe(rows.length);
    const again = await options();
    await playMachines(again);
    await playOrders({ ...again, shop: { ...shop, orders: shop.orders.slice(0, 5) } });
    expect((await reports()).length).toBe(rows.length);
  }, 120_000);

  it('has the quantities of every operation', () => {
    const key = ({ work_order, operation }: Row) => `${work_order} ${operation}`;
    const pick = (rework: boolean) => rows.filter(({ isRework }) => isRework === rework);
    const good = kept.filter(({ rework }) => Number(rework) === 0);
    expect(nonZero(sums(good, operationOf, ({ good: qty }) => Number(qty)))).toEqual(
      nonZero(sums(pick(false), key, ({ qty }) => qty)),
    );
    expect(nonZero(sums(kept, operationOf, ({ rework }) => Number(rework)))).toEqual(
      nonZero(sums(pick(true), key, ({ qty }) => qty)),
    );
    expect(kept.every(({ scrap }) => scrap === '0')).toBe(true);
  });

  it('has the set-up and run minutes of every station', () => {
    for (const [type, work] of [
      ['S', 'setup'],
      ['D', 'run'],
      ['B', 'other'],
    ]) {
      const told = rows.filter(({ report_type }) => report_type === type);
      const recorded = kept.filter((report) => report.work === work);
      expect(sums(recorded, ({ station }) => station, minutes)).toEqual(
        sums(told, idOf, ({ from, to }) => (to - from) / 60_000),
      );
      // its own column of minutes knows no summer time: the one stretch in that night is an hour shorter on the clock
      const nights = told.filter(({ from, to, minutes: column }) => column !== (to - from) / 60_000);
      for (const { work_order, minutes: column } of nights)
        expect([work_order, column]).toEqual(['WO-0101', 420]);
    }
  });

  it('has the lead time of every work order', async () => {
    for (const id of new Set(rows.map(({ work_order }) => work_order))) {
      const own = rows.filter(({ work_order }) => work_order === id);
      const { startedAt, endedAt, status } = await core.call(workOrderRoutes.get, {
        params: { workOrder: id },
      });
      expect([id, status, Date.parse(startedAt ?? ''), Date.parse(endedAt ?? '')]).toEqual([
        ...[id, 'done'],
        ...[Math.min(...own.map(({ from }) => from)), Math.max(...own.map(({ to }) => to))],
      ]);
    }
  });

  it('has what each person did at the same time', () => {
    const recorded = kept.map(({ workers, startAt, at }) => ({
      who: workers[0] ?? '',
      from: Date.parse(startAt ?? ''),
      to: Date.parse(at),
    }));
    const told = rows.map(({ worker, from, to }) => ({ who: worker, from, to }));
    expect(overlaps(recorded)).toEqual(overlaps(told));
    expect(Object.values(overlaps(told)).filter((min) => min > 0).length).toBeGreaterThan(0);
  });

  it('has the states that the machines told over MQTT', async () => {
    const last = rows.filter(({ report_type, from, to }) => report_type === 'D' && to > from).at(-1);
    const midnight = DateTime.fromMillis(last?.from ?? 0, { zone: ZONE }).startOf('day');
    const day = { from: midnight.toISO() ?? '', to: midnight.plus({ days: 1 }).toISO() ?? '' };
    const station = last ? idOf(last) : '';
    const runs = rows.filter((row) => idOf(row) === station && row.report_type === 'D');
    const told = unionMin(runs, Date.parse(day.from), Date.parse(day.to));
    expect(told).toBeGreaterThan(0);
    const running = async () => {
      const intervals = await core.call(telemetryRoutes.states, { params: { station }, query: day });
      return unionMin(
        intervals
          .filter(({ state }) => state === 'running')
          .map(({ startAt, endAt }) => ({ from: Date.parse(startAt), to: Date.parse(endAt ?? day.to) })),
        Date.parse(day.from),
        Date.parse(day.to),
      );
    };
    await until(async () => (await running()) === told);
    expect(await running()).toBe(told);
  }, 60_000);
});

const nonZero = (all: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== 0));

/** Minutes of a window in which at least one of the intervals holds. */
function unionMin(list: readonly { from: number; to: number }[], from: number, to: number): number {
  const clipped = list
    .map((one) => ({ who: '', from: Math.max(from, one.from), to: Math.min(to, one.to) }))
    .filter((one) => one.to > one.from);
  const all = clipped.reduce((sum, one) => sum + (one.to - one.from) / 60_000, 0);
  return all - (overlaps(clipped)[''] ?? 0);
}
