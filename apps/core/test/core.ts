import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathOf, type Problem, type ReplyOf, type RequestOf, type Route } from '@takt/contracts';
import { Core, type RunningCore } from '../src/core';
import { readEnv } from '../src/env';
import { freshDatabase, type TestDatabase } from './database';

/** How a request is sent. */
export interface CallOptions {
  readonly token?: string | null;
  readonly ifMatch?: number | string;
  readonly key?: string;
  readonly language?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a refusal says, beside the fields of the reply. */
type Fault = Partial<Pick<Problem, 'code' | 'facts' | 'faults' | 'detail' | 'hint' | 'traceId'>>;

/** What came back. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** A core under test with its database, reached over HTTP. */
export interface TestCore {
  readonly running: RunningCore;
  readonly database: TestDatabase;
  readonly url: string;
  /** TCP port of the broker that core takes messages from, on the loopback */
  readonly mqttPort: number;
  /** token of the administrator */
  readonly admin: string;
  /** Sends a request and gives back whatever comes. */
  send<R extends Route>(
    route: R,
    request?: RequestOf<R>,
    options?: CallOptions,
  ): Promise<Answer<ReplyOf<R> & Fault>>;
  /** Sends a request that has to succeed. */
  call<R extends Route>(route: R, request?: RequestOf<R>, options?: CallOptions): Promise<ReplyOf<R>>;
  stop(): Promise<void>;
}

const PASSWORD = randomBytes(12).toString('hex');

/** Client of the API at an address. */
export function apiAt(url: string, defaultToken: () => string | null) {
  const send = async <R extends Route>(
    route: R,
    request: RequestOf<R> = {},
    options: CallOptions = {},
  ): Promise<Answer<ReplyOf<R> & Fault>> => {
    const token = options.token === undefined ? defaultToken() : options.token;
    const reply = await fetch(`${url}${pathOf(route, request)}`, {
      method: route.method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
        ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
        ...(options.language === undefined ? {} : { 'accept-language': options.language }),
        ...options.headers,
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
    const text = await reply.text();
    const json = (reply.headers.get('content-type') ?? '').includes('json');
    return {
      status: reply.status,
      body: (text === '' ? undefined : json ? JSON.parse(text) : text) as never,
      headers: reply.headers,
    };
  };
  const call = async <R extends Route>(
    route: R,
    request: RequestOf<R> = {},
    options: CallOptions = {},
  ): Promise<ReplyOf<R>> => {
    const { status, body } = await send(route, request, options);
    if (status >= 400) throw new Error(`${route.method} ${route.path}: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  return { send, call };
}

/**
 * Starts core in this process on a database of its own.
 * @param settings further settings, as environment variables
 */
export async function startCore(settings: Readonly<Record<string, string>> = {}): Promise<TestCore> {
  const database = await freshDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'takt-core-'));
  const env = readEnv({
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    PORT: '0',
    MQTT_PORT: '0',
    MQTT_WS_PORT: '0',
    DATABASE_POOL: '6',
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    ADMIN_PASSWORD: PASSWORD,
    TAKT_SECRET: randomUUID() + randomUUID(),
    ...(process.env['REDIS_URL'] ? { REDIS_URL: process.env['REDIS_URL'] } : {}),
    // A broker from outside keeps a session for each name.
    ...(process.env['MQTT_URL']
      ? { MQTT_URL: process.env['MQTT_URL'], MQTT_CLIENT_ID: `takt-${randomUUID().slice(0, 8)}` }
      : {}),
    ...settings,
  });
  const running = await new Core(env, () => undefined).start();
  const url = running.url ?? '';
  let admin: string | null = null;
  const api = apiAt(url, () => admin);
  const { authRoutes } = await import('@takt/contracts');
  admin = (
    await api.call(authRoutes.login, { body: { login: 'admin', password: PASSWORD } }, { token: null })
  ).token;
  return {
    running,
    database,
    url,
    mqttPort: running.ports?.mqtt ?? Number(new URL(env.MQTT_URL ?? '').port),
    admin,
    ...api,
    stop: async () => {
      await running.stop();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
