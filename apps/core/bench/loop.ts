/**
 * `npm run bench:loop`: machine event → document of a floor screen, at rest and with socket clients and messages of other
 * machines; order → replanned and shown on every screen that the plan changes. Screens are pages of a real Chromium.
 * Options: `--seconds 60 --rate 1000 --machines 200 --sockets 200 --orders 20 --operations 500,2000 --only events|orders
 * --seed 1`, `--profile FOLDER` for a CPU profile of core, and `--blind` for orders without a browser: until they are published, on a
 * machine that is too small or too busy for it. The browser is `TAKT_CHROMIUM`.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loopRoutes } from '@takt/contracts';
import { Client } from 'pg';
import { Api } from './api';
import { benchmark, say } from './benchmark';
import { makePlant } from './ingest-plant';
import { LoopEvents, type EventFigures } from './loop-events';
import { LoopOrders, type OrderSample } from './loop-orders';
import { quantile } from './machine';
import { Part } from './part';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '1000' },
    machines: { type: 'string', default: '200' },
    sockets: { type: 'string', default: '200' },
    orders: { type: 'string', default: '20' },
    operations: { type: 'string', default: '500,2000' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string' },
    blind: { type: 'boolean', default: false },
  },
});
const [seconds, rate, machines, sockets, orders, seed] = [
  options.seconds,
  options.rate,
  options.machines,
  options.sockets,
  options.orders,
  options.seed,
].map(Number) as [number, number, number, number, number, number];

/** What is wished for, at the 99th percentile. */
const GOAL = { eventMs: 100, orderMs: 1500 } as const;

const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
const ms = (value: number): string => `${Math.round(value)} ms`.padStart(7);
const spread = (list: readonly number[]): string => {
  const all = sorted(list);
  return `p50 ${ms(quantile(all, 0.5))}  p99 ${ms(quantile(all, 0.99))}  max ${ms(all.at(-1) ?? NaN)}`;
};
const p99 = (list: readonly number[]): number => quantile(sorted(list), 0.99);
const share = (value: number, goal: number): string =>
  `${(value / goal).toFixed(2)} × the goal of ${goal} ms`;

/** A core with a database of its own, until the work is done. */
async function withCore(
  { folder, url, name }: { folder: string; url: string; name: string },
  work: (api: Api, mqttPort: number, parts: { database: Client; core: Part }) => Promise<void>,
): Promise<void> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const databaseUrl = new URL(url);
  databaseUrl.pathname = `/${name}`;
  const own = join(folder, name);
  mkdirSync(own);
  const password = randomUUID();
  const core = Part.core({
    databaseUrl: databaseUrl.toString(),
    folder: own,
    password,
    profile: options.profile,
  });
  const database = new Client({ connectionString: databaseUrl.toString() });
  try {
    const { url: address, ports } = await core.next<{ url: string; ports: { mqtt: number } }>();
    await database.connect();
    await database.query(`set takt.plant = '*'`);
    await work(await Api.logIn(address, password), ports.mqtt, { database, core });
  } finally {
    await database.end();
    await core.stop();
  }
}

const stepsOf = (steps: EventFigures['steps']): string =>
  steps
    .flatMap(({ step, p50Ms, p99Ms }) =>
      p50Ms === null ? [] : [`${step} ${p50Ms.toFixed(1)}/${p99Ms?.toFixed(1)}`],
    )
    .join(', ');

function eventRows(name: string, { operator, board, lost }: EventFigures, rest?: EventFigures): void {
  const ratio = (now: readonly number[], before: readonly number[] | undefined): string =>
    before === undefined ? '' : `  ${(p99(now) / p99(before)).toFixed(1)} × at rest`;
  say(`  ${name}, ${operator.length} events${lost > 0 ? `, ${lost} not shown` : ''}`);
  say(
    `    operator    ${spread(operator)}  ${share(p99(operator), GOAL.eventMs)}${ratio(operator, rest?.operator)}`,
  );
  say(`    supervisor  ${spread(board)}  ${share(p99(board), GOAL.eventMs)}${ratio(board, rest?.board)}`);
}

async function events(folder: string, url: string, executable: string): Promise<void> {
  const [load, listeners] = [Part.start('ingest-load.js'), Part.start('loop-sockets.js')];
  try {
    await withCore({ folder, url, name: 'loop_events' }, async (api, mqttPort) => {
      const clients = await makePlant(api, machines + 1);
      const own = clients.pop();
      if (own === undefined) return;
      const parts = { api, mqttPort, load, sockets: listeners, executable };
      const bench = await LoopEvents.open(parts, { seconds, rate, sockets, seed }, own);
      const rest = await bench.atRest();
      const busy = await bench.underLoad(clients);
      await bench.close();
      say('\nmachine event → document of a floor screen');
      eventRows('at rest', rest);
      eventRows(`${sockets} socket clients, ${rate} messages/s`, busy, rest);
      say(`    of which    ${stepsOf(busy.steps)} ms (p50/p99)`);
      say(
        `    load        ${Math.round(busy.load?.perSec ?? 0)} acknowledged/s, PUBACK p50 ${busy.load?.p50.toFixed(1)} ms, p99 ${busy.load?.p99.toFixed(1)} ms; ${Math.round(busy.pushesPerSec)} pushes/s`,
      );
    });
  } finally {
    await load.stop();
    await listeners.stop();
  }
}

function orderRows(open: number, list: readonly OrderSample[], watched: number): void {
  const row = (name: string, pick: (one: OrderSample) => number): void =>
    say(`    ${name.padEnd(11)} ${spread(list.map(pick))}`);
  const screens = sorted(list.map(({ screens: n }) => n));
  say(
    `  ${open} open operations, ${list.length} orders; ${quantile(screens, 0.5)} of ${watched} screens changed (median)`,
  );
  row('accepted', ({ acceptedMs }) => acceptedMs);
  row('solving', ({ solveMs }) => solveMs);
  row('published', ({ publishedMs }) => publishedMs);
  if (watched > 0) {
    const shown = list.map(({ shownMs }) => shownMs);
    say(`    shown       ${spread(shown)}  ${share(p99(shown), GOAL.orderMs)}`);
  }
  say(
    `    processor   ${ms(list.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / list.length)} of core an order, its search with it`,
  );
}

async function replans(folder: string, url: string, executable: string | null): Promise<void> {
  await withCore({ folder, url, name: 'loop_orders' }, async (api, _port, parts) => {
    const bench = await LoopOrders.open({ api, ...parts }, executable, seed);
    say('\norder → replanned and shown on every screen that the plan changes');
    for (const operations of options.operations.split(',').map(Number)) {
      await bench.fill(operations);
      const open = await bench.open();
      const list: OrderSample[] = [];
      for (let i = 0; i < orders; i++) list.push(await bench.sample());
      orderRows(open, list, bench.watched);
    }
    const { steps } = await api.call(loopRoutes.status);
    say(`  of which    ${stepsOf(steps)} ms (p50/p99)`);
    await bench.close();
  });
}

const executable = process.env['TAKT_CHROMIUM'];
benchmark(
  `load       ${machines} machines, ${sockets} socket clients, Chromium and core on the same machine, seed ${seed}`,
  async ({ folder, url }) => {
    if (options.blind) return replans(folder, url, null);
    if (!executable) throw new Error('No browser. Maybe TAKT_CHROMIUM is not set to the path of a Chromium.');
    if (options.only !== 'orders') await events(folder, url, executable);
    if (options.only !== 'events') await replans(folder, url, executable);
  },
);
