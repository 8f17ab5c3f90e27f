import {
  createPostgresBackend,
  Queue as RedisQueue,
  runMigrations,
  withBackend,
  Worker as RedisWorker,
  type Job,
  type Queue,
  type Worker,
} from 'bullmq';
import { Client, Pool } from 'pg';
import { KEEP_ALIVE } from '../database';
import type { Env } from '../../env';

/** Makes queues and workers on whatever carries the jobs. */
export interface QueueFactory {
  readonly kind: 'postgres' | 'redis';
  queue(name: string): Queue;
  worker(name: string, process: (job: Job) => Promise<void>, concurrency: number): Worker;
  close(): Promise<void>;
}

/** Finished jobs that are kept for a look. */
const KEEP = { removeOnComplete: { count: 200 }, removeOnFail: { count: 500 } } as const;

/** How long a worker waits for a store that was away before it looks again. */
const RETRY_MS = 1000;

const SCHEMA = 'bullmq';
const POOL = 6;

/** BullMQ on PostgreSQL: one pool for all queues, its own schema beside ours. */
async function onPostgres(url: string, onError: (error: Error) => void): Promise<QueueFactory> {
  const migration = new Client({ connectionString: url, application_name: 'takt-jobs-migration' });
  await migration.connect();
  await runMigrations(migration, SCHEMA).finally(() => migration.end());
  const pool = new Pool({
    connectionString: url,
    max: POOL,
    application_name: 'takt-jobs',
    options: `-c search_path=${SCHEMA}`,
    ...KEEP_ALIVE,
  });
  pool.on('error', onError);
  const backend = withBackend(createPostgresBackend);
  const connection = pool as never;
  return {
    kind: 'postgres',
    queue: (name) => new backend.Queue(name, { connection, defaultJobOptions: KEEP }) as unknown as Queue,
    worker: (name, process, concurrency) =>
      new backend.Worker(name, process, { connection, concurrency }) as unknown as Worker,
    close: () => pool.end(),
  };
}

/** BullMQ on Redis or Valkey. */
function onRedis(url: string): QueueFactory {
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  const connection = {
    host: hostname,
    port: Number(port || 6379),
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    ...(pathname.length > 1 ? { db: Number(pathname.slice(1)) } : {}),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
    maxRetriesPerRequest: null,
  };
  const prefix = 'takt';
  return {
    kind: 'redis',
    queue: (name) =>
      new RedisQueue(name, {
        connection: { ...connection, enableOfflineQueue: false },
        prefix,
        defaultJobOptions: KEEP,
      }),
    worker: (name, process, concurrency) =>
      new RedisWorker(name, process, { connection, prefix, concurrency, runRetryDelay: RETRY_MS }),
    close: async () => undefined,
  };
}

/** Jobs on Redis when REDIS_URL is set, else on PostgreSQL. */
export function queueFactory(
  env: Pick<Env, 'REDIS_URL'>,
  databaseUrl: string,
  onError: (error: Error) => void,
): Promise<QueueFactory> {
  return env.REDIS_URL === undefined
    ? onPostgres(databaseUrl, onError)
    : Promise.resolve(onRedis(env.REDIS_URL));
}
