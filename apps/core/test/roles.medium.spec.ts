import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import {
  deviceRoutes,
  orderRoutes,
  scheduleRoutes,
  SOCKET_NAMESPACE,
  telemetryRoutes,
  type ServerEvent,
} from '@takt/contracts';
import { Core, type RunningCore } from '../src/core';
import { readEnv } from '../src/env';
import { connectClient, findMosquitto, startMosquitto, startPlainBroker, type TestBroker } from './brokers';
import { startCore, type TestCore } from './core';
import { makeDevice, TestDevice } from './device';
import { bakery, inDays } from './shop';
import { until } from './until';

const SECRET = 'c0ffee11decade22facade33beefed44';

const mosquitto = findMosquitto();
/** Messages are shared among several processes by the broker: one of MQTT 3.1.1 cannot. */
const withMosquitto = mosquitto === null ? it.skip : it;

let broker: TestBroker;
let api: TestCore;
let others: RunningCore[] = [];
const ended: (() => Promise<unknown>)[] = [];
const folder = mkdtempSync(join(tmpdir(), 'takt-roles-'));
beforeAll(async () => {
  broker = mosquitto === null ? await startPlainBroker() : await startMosquitto(mosquitto);
  const shared = { TAKT_SECRET: SECRET, MQTT_URL: broker.url.replace('//', '//takt:secret@') };
  api = await startCore({ ...shared, ROLE: 'api' });
  const settings = {
    ...{ NODE_ENV: 'test', LOG_LEVEL: 'error', PORT: '0', DATABASE_POOL: '6', DATA_DIR: folder },
    ...{ DATABASE_URL: api.database.url, ...shared },
    ...(process.env['REDIS_URL'] ? { REDIS_URL: process.env['REDIS_URL'] } : {}),
  };
  const start = (more: Record<string, string>) => new Core(readEnv({ ...settings, ...more })).start();
  others = await Promise.all([
    start({ ROLE: 'worker', BROKER_FILES_DIR: join(folder, 'broker') }),
    start({ ROLE: 'ingest', MQTT_CLIENT_ID: 'takt-ingest-1' }),
  ]);
  await bakery(api);
});
afterAll(async () => {
  for (const end of ended) await end();
  await Promise.all(others.map((one) => one.stop()));
  await api.stop();
  await broker.stop();
  rmSync(folder, { recursive: true, force: true });
});

withMosquitto('what a machine says to one process is seen on the screens of another', async () => {
  const client = await connectClient(broker.url);
  const seen: ServerEvent<'station.changed'>[] = [];
  const socket = io(`${api.url}${SOCKET_NAMESPACE}`, {
    transports: ['websocket'],
    auth: { token: api.admin },
  });
  ended.push(
    async () => void socket.disconnect(),
    () => client.endAsync(true),
  );
  socket.on('station.changed', (event: ServerEvent<'station.changed'>) => seen.push(event));
  await new Promise<void>((done, fail) => socket.once('connect', done).once('connect_error', fail));
  const machine = new TestDevice(client, 'bakery');
  await until(async () => {
    await machine.send('oven-1', 'state', { state: 'running' });
    const live = await api.call(telemetryRoutes.live);
    return live.some(({ station, state }) => station === 'oven-1' && state === 'running');
  });
  await until(() => JSON.stringify(seen).includes('oven-1'));
});

it('what is ordered at one process is planned by another', async () => {
  await api.call(orderRoutes.create, {
    body: { id: 'ROLE-1', customer: 'acme', lines: [{ item: 'pin', qty: '3', requestedAt: inDays(2) }] },
  });
  await until(async () => (await api.call(scheduleRoutes.list)).items.length > 0, 30_000);
});

it('processes that serve nobody say how they are, and nothing else', async () => {
  for (const { url } of others) {
    const get = async (path: string): Promise<number> => (await fetch(`${url}${path}`)).status;
    expect([await get('/healthz'), await get('/readyz'), await get('/metrics')]).toEqual([200, 200, 200]);
    expect([await get('/api/v1/clock'), await get('/api/docs'), await get('/')]).toEqual([404, 404, 404]);
  }
});

it('the worker keeps the accounts of the broker', async () => {
  const file = (name: string): string => {
    try {
      return readFileSync(join(folder, 'broker', name), 'utf8');
    } catch {
      return '';
    }
  };
  const { username } = await makeDevice(api, 'gateway', ['oven-1']);
  await until(() => file('passwords').includes(`${username}:$7$`));
  expect(file('passwords')).toMatch(/^takt:\$7\$/);
  expect(file('acl')).toContain(`user ${username}\ntopic write takt/v1/main/bakery/oven-1/+`);
  await api.call(deviceRoutes.revoke, { params: { device: 'gateway' } });
  await until(() => !file('passwords').includes(username));
});

it('a process that ends leaves the screens of the others alone', async () => {
  const socket = io(`${api.url}${SOCKET_NAMESPACE}`, {
    transports: ['websocket'],
    auth: { token: api.admin },
  });
  ended.push(async () => void socket.disconnect());
  await new Promise<void>((done, fail) => socket.once('connect', done).once('connect_error', fail));
  let cut = false;
  socket.once('disconnect', () => (cut = true));
  await Promise.all(others.splice(0).map((one) => one.stop()));
  await new Promise((done) => socket.timeout(5000).emit('heartbeat', {}, done));
  expect([socket.connected, cut]).toEqual([true, false]);
});
