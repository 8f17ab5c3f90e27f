import { randomUUID } from 'node:crypto';
import readWorkbook from 'read-excel-file/node';
import {
  API_PREFIX,
  attendanceRoutes,
  kpiRoutes,
  workerRoutes,
  plantRoutes,
  type InputOf,
  type KpiDimension,
  type KpiValue,
  type RequestOf,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { staffedLine, workerBody } from '../../../test/people';
import { bakery, orderOf, report, putItem, step, stocked } from '../../../test/shop';
import { until } from '../../../test/until';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { Ending, Interrupted } from '../../platform/queue';
import { FigureRepository } from './read/figure.repository';
import { KpiVerifier } from './verify/kpi-verifier';
import { RollUpService } from './roll-up/roll-up.service';

// Days of a factory are much for a busy machine.
jest.setTimeout(120_000);

let core: TestCore;
let operation: string;

const at = (time: string, day = '04'): string => `2026-03-${day}T${time}+08:00`;
const clockTo = (instant: string): void => core.running.app.get(Clock).resumeAt(Date.parse(instant));
const catchUp = () => core.running.app.get(RollUpService).catchUp('main');
type Query = Partial<InputOf<typeof kpiRoutes.value>['query']> & { by?: KpiDimension[] };
const figure = (kpi: string, query: Query = {}) =>
  core.call(kpiRoutes.value, {
    params: { kpi },
    query: {
      from: at('00:00:00'),
      to: at('00:00:00', '05'),
      ...query,
      by: (query.by ?? []).join(','),
    } as NonNullable<RequestOf<typeof kpiRoutes.value>['query']>,
  });
const badge = (worker: string, direction: 'in' | 'out', time: string) =>
  core.call(attendanceRoutes.badge, { body: { commandId: randomUUID(), worker, direction, at: at(time) } });
const percent = ({ value }: KpiValue): string => (value === null ? 'n/a' : value.toFixed(3));

/** States of station `cell-1` as its machine would have told them: [state, from, to, reason]. */
async function states(rows: readonly (readonly [string, string, string, string?])[]): Promise<void> {
  for (const [state, from, to, reason] of rows)
    await core.database.query(
      `insert into state_interval (plant, station, start_at, end_at, state, reason, operation) values ('main', 'cell-1', $1, $2, $3, $4, $5)
       on conflict (plant, station, start_at) do update set end_at = excluded.end_at, state = excluded.state`,
      [at(from), at(to), state, reason ?? null, operation],
    );
}

beforeAll(async () => {
  core = await startCore({ CLOCK_START: at('00:00:00') });
  const { id: _, revision: __, ...plant } = await core.call(plantRoutes.current);
  await core.call(
    plantRoutes.update,
    { params: { plant: 'main' }, body: { ...plant, timeZone: 'Asia/Shanghai' } },
    { ifMatch: 1 },
  );
  await staffedLine(core, 'cell');
  await core.database.query(`update station set count_source = 'machine' where id = 'cell-1'`);
  await putItem(core, 'bolt', {
    routing: [step(10, ['cell-1'], { stations: [{ station: 'cell-1', runSecPerUnit: 30, setupSec: 0 }] })],
  });
  await bakery(core);
  await orderOf(core, 'bolt', '800', { requestedAt: at('12:00:00') });
  const [found] = await core.database.query<{ id: string }>('select id from operation');
  operation = found?.id ?? '';
});
afterAll(() => core.stop());

describe('the shift of the golden example', () => {
  beforeAll(async () => {
    await states([
      ['setup', '06:00', '06:30'],
      ['running', '06:30', '10:00'],
      ['idle', '10:00', '10:30'],
      ['running', '10:30', '11:50'],
      ['fault', '11:50', '12:30'],
      ['running', '12:30', '14:00'],
    ]);
    await core.database.query(
      `insert into count_minute (plant, station, minute_at, good, scrap) values ('main', 'cell-1', $1, 343, 7), ('main', 'cell-1', $2, 343, 7)`,
      [at('09:00'), at('13:59')],
    );
    clockTo(at('14:40:00'));
    await catchUp();
  });

  it.each([
    ['availability', '84.444'],
    ['performance', '92.105'],
    ['quality', '98.000'],
    ['oee', '76.222'],
    ['nee', '82.240'],
    ['mttr', '40.000'],
  ])('has its %s to the digit', async (kpi, expected) => {
    const { total } = await figure(kpi);
    expect([percent(total), total.completeness, total.provenance?.machine]).toEqual([expected, 1, 1]);
  });

  it('belongs to the shift, the hours and the day; their parts sum to the whole', async () => {
    const { buckets: shifts } = await figure('oee', { by: ['shift'] });
    expect(shifts.map((one) => [one.bucket.shift, one.denominator])).toEqual([
      ['2026-03-04T06:00/early', 27_000],
    ]);
    const { buckets: hours, total } = await figure('oee', { by: ['hour', 'station'] });
    expect(
      hours.map((one) => [one.bucket.hour?.slice(11), one.bucket.station, one.denominator / 60]),
    ).toEqual(
      [6, 7, 8, 9, 10, 11, 12, 13].map((hour) => [
        `${String(hour).padStart(2, '0')}:00+08:00`,
        'cell-1',
        hour === 10 ? 30 : 60,
      ]),
    );
    expect(hours.reduce((sum, one) => sum + one.numerator, 0)).toBe(total.numerator);
  });

  it('leads to its states and counts on both sides, hits and misses', async () => {
    const { items } = await core.call(kpiRoutes.facts, {
      params: { kpi: 'oee' },
      query: { from: at('00:00:00'), to: at('00:00:00', '05'), station: 'cell-1', limit: 4 },
    });
    expect(items.map(({ kind, counts, values }) => [kind, counts, values.durationSec])).toEqual([
      ['count', 'miss', undefined],
      ['state', 'hit', 5400],
      ['stop', 'miss', 2400],
      ['state', 'hit', 4800],
    ]);
  });

  it('has stops that together are its downtime, the short ones without a stop of their own', async () => {
    const query = { from: at('00:00:00'), to: at('00:00:00', '05') };
    const { items } = await core.call(kpiRoutes.facts, {
      params: { kpi: 'availability' },
      query: { ...query, kind: 'stop' },
    });
    expect(items.map(({ denominator, values }) => [denominator, values['stop']])).toEqual([[2400, null]]);
  });

  it('is restated by what comes late: the new figure everywhere, the old one kept with its reason', async () => {
    clockTo(at('16:00:00'));
    await catchUp();
    // the fault was over ten minutes earlier
    await core.database.query(`delete from state_interval where start_at = $1`, [at('12:30')]);
    await states([
      ['fault', '11:50', '12:20'],
      ['running', '12:20', '14:00'],
    ]);
    await core.running.app.get(Database).write('main', async (tx) => {
      tx.announce('history.restated', {
        station: 'cell-1',
        line: 'cell',
        fromAt: at('11:50:00'),
        toAt: at('12:30:00'),
        why: 'late',
      });
    });
    const restated = {
      params: { kpi: 'availability' },
      query: { from: at('00:00:00'), to: at('00:00:00', '05') },
    };
    await until(async () => {
      await catchUp();
      return (await core.call(kpiRoutes.restatements, restated)).items.length > 0;
    });
    const { items } = await core.call(kpiRoutes.restatements, restated);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      from: new Date(at('12:00:00')).toISOString(),
      reason: 'late messages of cell-1',
      bucket: { line: 'cell', station: 'cell-1', item: 'bolt' },
      before: 50,
      change: { downSec: -600, faultSec: -600, productionSec: 600, runSec: 600 },
    });
    expect(items[0]?.after).toBeCloseTo(66.667, 3);
    const pieces = await core.call(kpiRoutes.restatements, { ...restated, params: { kpi: 'quality' } });
    expect(pieces.items).toEqual([]);
    for (const by of [[], ['shift'], ['day'], ['month'], ['hour']] as KpiDimension[][]) {
      const { total, buckets } = await figure('availability', { by });
      expect(total.numerator).toBe(390 * 60);
      if (by.length > 0) expect(buckets.reduce((sum, one) => sum + one.numerator, 0)).toBe(390 * 60);
    }
  });
});

describe('order lines', () => {
  it('that are overdue and open are misses on the day of their promise', async () => {
    const { total } = await figure('otd', { basis: 'requested' });
    expect([total.numerator, total.denominator, total.value]).toEqual([0, 1, 0]);
    const { items } = await core.call(kpiRoutes.facts, {
      params: { kpi: 'otd' },
      query: { from: at('00:00:00'), to: at('00:00:00', '05'), basis: 'requested' },
    });
    expect(items.map(({ kind, counts, values }) => [kind, counts, values['station']])).toEqual([
      ['order-line', 'miss', null],
    ]);
    const [workOrder] = await core.database.query<{ id: string }>(
      `select work_order as id from operation where id = $1`,
      [operation],
    );
    const ended = (endedAt: string | null) =>
      core.database.query('update operation set station = $2, ended_at = $3 where work_order = $1', [
        workOrder?.id,
        'cell-1',
        endedAt,
      ]);
    await ended(at('13:00:00'));
    const { items: finished } = await core.call(kpiRoutes.facts, {
      params: { kpi: 'otd' },
      query: { from: at('00:00:00'), to: at('00:00:00', '05'), basis: 'requested', kind: 'order-line' },
    });
    await ended(null);
    expect(finished.map(({ values }) => values['station'])).toEqual(['cell-1']);
  });
});

it('screens hear of the last change, too, when it came soon after they were told', async () => {
  const told = async () =>
    (await core.database.query(`select from outbox where name = 'kpi.changed'`)).length;
  const real = jest.spyOn(core.running.app.get(Clock), 'real');
  const change = async (good: number) => {
    await core.database.query(
      `insert into count_minute (plant, station, minute_at, good, scrap) values ('main', 'cell-1', $1, $2, 0) on conflict (plant, station, minute_at) do update set good = $2`,
      [at('07:30'), good],
    );
    await core.running.app.get(Database).write('main', async (tx) => {
      tx.announce('history.restated', {
        station: 'cell-1',
        line: 'cell',
        fromAt: at('07:30:00'),
        toAt: at('07:31:00'),
        why: 'late',
      });
    });
    const counted = () =>
      core.call(kpiRoutes.value, {
        params: { kpi: 'quality' },
        query: { from: at('00:00:00'), to: at('00:00:00', '05') },
      });
    await until(async () => {
      await catchUp();
      return (await counted()).total.inputs['goodQty'] === 686 + good;
    });
  };
  const begin = Date.now() + 60_000;
  real.mockReturnValue(begin);
  await change(1);
  const first = await told();
  await change(2);
  expect(await told()).toBe(first);
  real.mockReturnValue(begin + 6000);
  await catchUp();
  expect(await told()).toBe(first + 1);
  await change(0);
  real.mockRestore();
});

describe('beside the figures', () => {
  it('a target lights them by rule', async () => {
    await core.call(kpiRoutes.setTarget, { params: { kpi: 'quality' }, body: { value: 99 } });
    expect(await figure('quality')).toMatchObject({ target: 99, light: 'amber' });
    expect(await core.call(kpiRoutes.targets)).toMatchObject([{ kpi: 'quality', value: 99 }]);
    await core.call(kpiRoutes.removeTarget, { params: { kpi: 'quality' } });
    expect(await figure('quality')).toMatchObject({ target: null, light: 'none' });
    expect((await core.send(kpiRoutes.removeTarget, { params: { kpi: 'quality' } })).body.code).toBe(
      'thing.unknown',
    );
  });

  it('a target lies where its figure can', async () => {
    const set = (kpi: string, value: number) =>
      core.send(kpiRoutes.setTarget, { params: { kpi }, body: { value } });
    for (const value of [500, -5])
      expect(await set('oee', value)).toMatchObject({
        status: 422,
        body: { code: 'kpi.target', facts: { kpi: 'oee', value, unit: '%', least: 0, most: 100 } },
      });
    expect((await set('magic', 5)).body.code).toBe('thing.unknown');
  });

  it('notes are of what has been', async () => {
    const { status, body } = await core.send(kpiRoutes.annotate, {
      body: { at: '2099-01-01T00:00:00Z', text: 'bearing' },
    });
    expect([status, body.code]).toEqual([422, 'kpi.note-ahead']);
    expect(body.detail).toMatch(/^No note can stand at 2099-01-01T00:00:00Z: it is 20/);
  });

  it('notes are kept at their time', async () => {
    const note = await core.call(kpiRoutes.annotate, { body: { at: at('12:00:00'), text: 'bearing' } });
    const query = { from: at('00:00:00'), to: at('00:00:00', '05'), kpi: 'oee' };
    expect(await core.call(kpiRoutes.annotations, { query })).toEqual([note]);
    await core.call(kpiRoutes.removeAnnotation, { params: { annotation: note.id } });
    expect(await core.call(kpiRoutes.annotations, { query })).toEqual([]);
  });

  it('a file for Excel says the same, a line a bucket', async () => {
    const text = await core.call(kpiRoutes.export, {
      params: { kpi: 'quality' },
      query: { from: at('00:00:00'), to: at('00:00:00', '05'), by: 'day' },
    });
    const [head, day, total] = text.split('\r\n');
    expect(head).toContain('kpi,version,day,from,to,unit,value');
    expect(day).toContain('quality,1,2026-03-04,');
    expect(total?.split(',')[6]).toBe('98');
  });

  it('the headline is read in one statement', async () => {
    const all = jest.spyOn(core.running.app.get(FigureRepository), 'all');
    const reply = await core.call(kpiRoutes.headline, {
      query: { from: at('00:00:00'), to: at('00:00:00', '05') },
    });
    expect([reply.length, all.mock.calls.length]).toEqual([4, 1]);
    expect(reply.map(({ beside }) => beside.map(({ definition }) => definition.id))).toEqual([
      ['days-of-inventory'],
      [],
      [],
      [],
    ]);
    all.mockRestore();
  });

  it('Prometheus hears of today and of four weeks', async () => {
    const text = await (await fetch(`${core.url}/metrics`)).text();
    expect(text).toMatch(/takt_kpi_value\{plant="main",kpi="oee",window="day"\} 76\.2/);
    expect(text).toMatch(/takt_kpi_value\{plant="main",kpi="oee",window="28d"\} 76\.2/);
  });

  it('refuses dimensions that a figure does not have, windows that are none, and figures that there are not', async () => {
    const from = at('00:00:00');
    const asked = async (kpi: string, query: { by?: string; to?: string }) =>
      (
        await core.send(kpiRoutes.value, {
          params: { kpi },
          query: { from, to: at('00:00:00', '05'), ...query },
        })
      ).body.code;
    expect(await asked('otd', { by: 'station' })).toBe('kpi.dimension');
    expect(await asked('otd', { to: from })).toBe('kpi.window');
    expect(await asked('magic', {})).toBe('thing.unknown');
  });

  it('a basis is of figures of deliveries alone; the headline leaves it out of the others', async () => {
    const query = { from: at('00:00:00'), to: at('00:00:00', '05'), basis: 'latest' as const };
    for (const route of [kpiRoutes.value, kpiRoutes.facts, kpiRoutes.export, kpiRoutes.distribution])
      expect((await core.send(route, { params: { kpi: 'oee' }, query })).body).toMatchObject({
        code: 'kpi.basis',
        facts: { kpi: 'oee', basis: 'latest', figures: 'otd, otif-line, otd-order, otif' },
      });
    expect((await core.send(kpiRoutes.value, { params: { kpi: 'otd' }, query })).status).toBe(200);
    expect((await core.send(kpiRoutes.headline, { query })).status).toBe(200);
  });

  it.each(['line', 'station', 'item', 'class', 'customer', 'worker'] as const)(
    'refuses a %s that there is not',
    async (name) => {
      const query = { from: at('00:00:00'), to: at('00:00:00', '05'), [name]: 'nope' };
      const kpi = {
        line: 'oee',
        station: 'oee',
        item: 'otd',
        class: 'otd',
        customer: 'otd',
        worker: 'output-per-employee',
      }[name];
      const replies = [
        await core.send(kpiRoutes.value, { params: { kpi }, query }),
        await core.send(kpiRoutes.facts, { params: { kpi }, query }),
        await core.send(kpiRoutes.headline, { query }),
      ];
      for (const { status, body } of replies) {
        expect([status, body.code]).toEqual([404, 'thing.unknown']);
        expect([body.detail, body.hint]).toEqual([
          expect.stringContaining('nope'),
          expect.stringMatching(/^Maybe/),
        ]);
      }
    },
  );
});

describe('reports', () => {
  const file = async (path: string, language = 'en') => {
    const reply = await fetch(`${core.url}${API_PREFIX}/figure-reports/${path}`, {
      headers: { authorization: `Bearer ${core.admin}`, 'accept-language': language },
    });
    return {
      status: reply.status,
      type: reply.headers.get('content-type'),
      bytes: Buffer.from(await reply.arrayBuffer()),
    };
  };
  const sheets = async (path: string, language?: string) => readWorkbook((await file(path, language)).bytes);

  const COMMON = {
    en: ['Stations', 'Stops by reason', 'Scrap by reason', 'Lines that missed their promise'],
    'zh-CN': ['工位', '按原因的停机', '按原因的报废', '未按承诺交付的订单行'],
  };
  it.each([
    { span: 'day', language: 'en', names: ['Figures', ...COMMON.en], name: 'OEE' },
    { span: 'day', language: 'zh-CN', names: ['指标', ...COMMON['zh-CN']], name: '设备综合效率 (OEE)' },
    { span: 'month', language: 'en', names: ['Figures', 'Day by day', ...COMMON.en], name: 'OEE' },
  ])('of a $span in $language say what the pages say', async ({ span, language, names, name }) => {
    const tables = await sheets(`${span}/xlsx?day=2026-03-04`, language);
    expect(tables.map(({ sheet }) => sheet)).toEqual(names);
    const row = tables[0]?.data.find(([first]) => first === name);
    const { total } = await figure(
      'oee',
      span === 'month' ? { from: at('00:00:00', '01'), to: '2026-04-01T00:00:00+08:00' } : {},
    );
    expect(row?.slice(0, 3)).toEqual([name, total.value, '%']);
    const beneath = tables[0]?.data.map(([first]) => first);
    expect(beneath).toContainEqual(
      language === 'en'
        ? expect.stringMatching(/: Nothing that this figure measures fell into the window\.$/)
        : expect.stringMatching(/：此期间没有可计入该指标的事项。$/),
    );
    const stations = tables.find(({ sheet }) => sheet === names[names.length - 4]);
    expect(stations?.data.length).toBeGreaterThan(2);
  });

  it('list all downtime that OEE counts, short stops as one row', async () => {
    const query = { from: at('00:00:00'), to: at('00:00:00', '05'), kind: 'stop' as const, limit: 500 };
    const { items } = await core.call(kpiRoutes.facts, { params: { kpi: 'availability' }, query });
    const stops = (await sheets('day/xlsx?day=2026-03-04')).find(({ sheet }) => sheet === 'Stops by reason');
    const minutes = (stops?.data ?? []).map((row) => row[2]).filter((cell) => typeof cell === 'number');
    const told = minutes.reduce((sum, cell) => sum + Number(cell), 0);
    expect(told).toBeGreaterThan(0);
    expect(told).toBeCloseTo(items.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0) / 60, 1);
  });

  it('have shifts side by side, and n/a where there is nothing to measure', async () => {
    const [figures] = await sheets('shift/xlsx?day=2026-03-04&line=cell');
    expect(figures?.data[1]?.slice(0, 3)).toEqual(['Figure', 'Unit', '06:00 early']);
    expect(figures?.data[1]?.at(-1)).toBe('Day');
    const { buckets } = await figure('oee', { by: ['shift'] });
    expect(figures?.data.find(([first]) => first === 'OEE')?.[2]).toBe(buckets[0]?.value);
    expect(figures?.data.flat()).toContain('n/a');
  });

  it('are PDF, too, with the glyphs that they need alone', async () => {
    const { type, bytes } = await file('day/pdf?day=2026-03-04', 'zh-CN');
    expect([type, bytes.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);
    expect(bytes.toString('latin1')).toContain('NotoSansSC');
    expect(bytes.length).toBeLessThan(500_000);
  });

  it('of a line that there is not are refused', async () => {
    expect((await file('day/pdf?day=2026-03-04&line=ghost')).status).toBe(422);
    expect((await file('week/pdf?day=2026-03-04')).status).toBe(400);
  });
});

describe('verification', () => {
  /** Nobody replans, and everything has been told: a plan that is published meanwhile is in one sum before it is in the other. */
  const told = async () =>
    (await core.database.query('select from replan_request where taken_at is null')).length === 0 &&
    (await core.database.query('select from outbox where dispatched_at is null')).length === 0;
  const verify = async () => {
    await until(told);
    return core.running.app.get(Database).write('main', async (tx) => {
      await core.running.app.get(RollUpService).settle(tx);
      return core.running.app.get(KpiVerifier).verify(tx);
    });
  };

  it('finds every stored sum in the raw tables, by SQL of its own', async () => {
    await stocked(core, 'flour', '1000');
    await stocked(core, 'dough', '50');
    await orderOf(core, 'cake', '20', { requestedAt: at('17:00:00') });
    clockTo(at('18:00:00'));
    const [workOrder] = await core.database.query<{ id: string }>(
      `select id from work_order where item = 'cake'`,
    );
    const worker = 'W1';
    await core.call(workerRoutes.put, {
      params: { worker },
      body: workerBody({ name: worker, line: 'bakery' }),
    });
    await badge(worker, 'in', '15:00:00');
    for (const [no, type, time, more] of [
      [10, 'start', '16:00:00', { station: 'oven-1' }],
      [10, 'quantity', '16:20:00', { good: '12', scrap: '1', scrapReason: 'burnt' }],
      [10, 'complete', '16:40:00', { good: '7' }],
      [20, 'start', '16:30:00', { station: 'packer' }],
      [20, 'complete', '17:10:00', { good: '19' }],
    ] as const)
      await report(core, `${workOrder?.id}.${no}`, type, { at: at(time), workers: [worker], ...more });
    await badge(worker, 'out', '17:30:00');
    await catchUp();
    await until(async () => (await verify()).differences.length === 0, 60_000);
    const { differences, compared } = await verify();
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(200);
    const bins = await core.call(kpiRoutes.distribution, {
      params: { kpi: 'manufacturing-lead-time' },
      query: { from: at('00:00:00'), to: at('00:00:00', '05') },
    });
    expect(bins.filter(({ count }) => count > 0)).toEqual([{ fromSec: 3600, toSec: 4500, count: 1 }]);
    expect((await figure('manufacturing-lead-time')).total.denominator).toBe(1);
  });

  it('names the bucket of a sum that is wrong', async () => {
    await core.database.query(
      `update kpi_bucket set sums = jsonb_set(sums, '{productionSec}', '"1"') where cube = 'station' and kind = 'shift' and sums ? 'productionSec'`,
    );
    expect((await verify()).differences).toEqual([
      {
        ...{ cube: 'station', kind: 'shift', day: '2026-03-04', name: 'productionSec' },
        ...{ bucket: '2026-03-04T06:00/early cell cell-1 bolt', expected: '23400', stored: '1' },
      },
    ]);
  });
});

it('a receipt that is booked late restates its day: by how much the stock over time grew', async () => {
  clockTo(at('12:00:00', '06'));
  await catchUp();
  await stocked(core, 'flour', '3', { at: at('18:00:00') });
  const asked = {
    params: { kpi: 'inventory-turns-raw' },
    query: { from: at('00:00:00'), to: at('00:00:00', '05') },
  };
  const restated = async () =>
    (await core.call(kpiRoutes.restatements, asked)).items.filter(({ bucket }) => bucket['item'] === 'flour');
  await until(async () => {
    await catchUp();
    return (await restated()).length > 0;
  });
  const [last] = await restated();
  const day = {
    from: new Date(at('00:00:00')).toISOString(),
    to: new Date(at('00:00:00', '05')).toISOString(),
  };
  expect(last).toMatchObject({ ...day, before: null, after: null, change: { stockAreaRaw: 3 * 6 * 3600 } });
  expect(last?.reason).toContain('flour');
  expect(Object.keys(last?.change ?? {}).filter((name) => /Change|Moment/.test(name))).toEqual([]);
});

it('when core ends, counting is left for the next start: what waits is marked as before', async () => {
  core.running.app.get(Ending).begin();
  const mark = `insert into kpi_mark (plant, kind, subject, from_at, to_at, reason) values ('main', 'station', 'cell-1', $1, $2, 'late')`;
  await core.database.query(mark, [at('08:00:00'), at('09:00:00')]);
  await expect(catchUp()).rejects.toBeInstanceOf(Interrupted);
  expect(await core.database.query(`select subject from kpi_mark where reason = 'late'`)).toEqual([
    { subject: 'cell-1' },
  ]);
});
