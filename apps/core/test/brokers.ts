import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Aedes } from 'aedes';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { freePort } from '../src/platform/embedded';

/** A broker that is not part of core. */
export interface TestBroker {
  readonly url: string;
  /** Ends it as a power failure does, and starts it again on the same port with what it had on disk, or without it. */
  restart(options?: { readonly sessionsLost: boolean }): Promise<void>;
  stop(): Promise<void>;
}

/** Where mosquitto is; null when it is not installed. */
export function findMosquitto(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, 'mosquitto')).find((path) => existsSync(path)) ?? null;
}

/** mosquitto on a port of its own, set up as the README asks. */
export async function startMosquitto(path: string): Promise<TestBroker> {
  const folder = mkdtempSync(join(tmpdir(), 'takt-mosquitto-'));
  const port = await freePort(0);
  const config = join(folder, 'mosquitto.conf');
  writeFileSync(
    config,
    [
      `listener ${port} 127.0.0.1`,
      'allow_anonymous true',
      'persistence true',
      `persistence_location ${folder}/`,
      'autosave_interval 1',
      'autosave_on_changes true',
      'max_inflight_messages 1000',
      'max_queued_messages 0',
      'set_tcp_nodelay true',
      ...(process.getuid?.() === 0 ? ['user root'] : []),
    ].join('\n'),
  );
  const begin = async () => {
    const child = spawn(path, ['-c', config], { stdio: 'ignore' });
    await reachable(`mqtt://127.0.0.1:${port}`);
    return child;
  };
  let child = await begin();
  const end = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done();
      child.once('exit', () => done());
      child.kill(signal);
    });
  return {
    url: `mqtt://127.0.0.1:${port}`,
    restart: async ({ sessionsLost } = { sessionsLost: false }) => {
      await end('SIGKILL');
      if (sessionsLost) rmSync(join(folder, 'mosquitto.db'), { force: true });
      child = await begin();
    },
    stop: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A plain broker of MQTT 3.1.1 that keeps nothing and lets everybody do everything. */
export async function startPlainBroker(): Promise<TestBroker> {
  let port = 0;
  const begin = async () => {
    const broker = await Aedes.createBroker();
    const server = createServer((socket) => broker.handle(socket));
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
    return async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      await new Promise<void>((done) => broker.close(() => done()));
      await closed;
    };
  };
  let end = await begin();
  return {
    url: `mqtt://127.0.0.1:${port}`,
    restart: async () => {
      await end();
      end = await begin();
    },
    stop: () => end(),
  };
}

async function reachable(url: string): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (performance.now() < deadline) {
    const client = mqtt.connect(url, { reconnectPeriod: 0, connectTimeout: 500 });
    const ok = await new Promise<boolean>((done) => {
      client.once('connect', () => done(true));
      client.once('error', () => done(false));
      client.once('close', () => done(false));
    });
    await client.endAsync(true);
    if (ok) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${url} does not answer`);
}

/** Connects a client and waits until it is let in. @throws Error when it is refused */
export async function connectClient(url: string, options: IClientOptions = {}): Promise<MqttClient> {
  const client = mqtt.connect(url, { reconnectPeriod: 200, ...options });
  await new Promise<void>((done, fail) => {
    client.once('connect', () => done());
    client.once('error', (error) => {
      client.end(true);
      fail(error);
    });
  });
  return client;
}
