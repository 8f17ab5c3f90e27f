/** Jobs on Redis, which is killed, emptied, or not there: what has to be done stands in PostgreSQL. */
import { io, type Socket } from 'socket.io-client';
import { loopRoutes, orderRoutes, scheduleRoutes, SOCKET_NAMESPACE } from '@takt/contracts';
import { CoreProcess } from './core-process';
import { freshDatabase, type TestDatabase } from './database';
import { findRedis, TestRedis } from './redis';
import { bakery, orderOf } from './shop';
import { until } from './until';

const path = findRedis();
const withRedis = path === null ? describe.skip : describe;
const LIMIT_MS = 60_000;

let redis: TestRedis;
let database: TestDatabase;
let core: CoreProcess;
let api: Awaited<ReturnType<CoreProcess['api']>>;
let socket: Socket;

/** Orders something. @returns whether a plan holds it */
async function order(): Promise<() => Promise<boolean>> {
  const { id } = await orderOf(api, 'pin', '3');
  const [line] = (await api.call(orderRoutes.get, { params: { order: id } })).lines;
  const [workOrder] = line?.workOrders ?? [];
  return async () => {
    const rows = await database.query(
      `select 1 from operation where work_order = $1 and planned_start_at is not null`,
      [workOrder],
    );
    return rows.length > 0;
  };
}

const jobsAnswer = async (): Promise<boolean> =>
  (await api.call(loopRoutes.status)).parts.some(({ part, ok }) => part === 'jobs' && ok);

async function start(): Promise<void> {
  core = await CoreProcess.start({ DATABASE_URL: database.url, REDIS_URL: redis.url, SOLVE_MS: '50' });
  api = await core.api();
}

withRedis('Redis', () => {
  beforeAll(async () => {
    redis = await TestRedis.at(path ?? '');
    await redis.start();
    database = await freshDatabase();
    await start();
    await bakery(api);
  }, LIMIT_MS);
  afterEach(() => socket?.disconnect());
  afterAll(async () => {
    await core?.end();
    await redis?.remove();
    await database?.drop();
  });

  it(
    'killed: orders are taken, screens are told, and the plan follows when it is back, empty',
    async () => {
      await until(await order(), LIMIT_MS);
      const told: string[] = [];
      socket = io(`${core.url}${SOCKET_NAMESPACE}`, {
        auth: { token: await core.adminToken() },
        transports: ['websocket'],
      });
      socket.onAny((name: string) => told.push(name));
      await new Promise((done) => socket.once('welcome', done));
      await redis.kill();
      const planned = await order();
      await until(() => told.includes('order.changed'), LIMIT_MS);
      await until(async () => !(await jobsAnswer()), LIMIT_MS);
      expect(await core.isReady()).toBe(true);
      expect(await planned()).toBe(false);
      await redis.start();
      await until(planned, LIMIT_MS);
      expect(await jobsAnswer()).toBe(true);
    },
    2 * LIMIT_MS,
  );

  it(
    'emptied while a plan is asked for: it is made all the same',
    async () => {
      const asked = await order();
      await redis.flush();
      const next = await order();
      await redis.flush();
      await until(async () => (await asked()) && (await next()), LIMIT_MS);
      const { items } = await api.call(scheduleRoutes.list);
      expect(items.length).toBeGreaterThan(1);
    },
    2 * LIMIT_MS,
  );

  it(
    'absent when core starts and when it ends: core serves, plans as soon as it is there, and ends in order',
    async () => {
      await redis.kill();
      expect(await core.end('SIGTERM')).toEqual({ code: 0, signal: null });
      await start();
      expect(await core.isReady()).toBe(true);
      const planned = await order();
      await redis.start();
      await until(planned, LIMIT_MS);
    },
    2 * LIMIT_MS,
  );
});
