import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { authRoutes } from '@takt/contracts';
import type { BrokerPorts } from '../src/platform/mqtt';
import { apiAt, type TestCore } from './core';

const ROOT = join(__dirname, '../../..');
const PASSWORD = randomBytes(12).toString('hex');
const SECRET = randomUUID() + randomUUID();

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

interface Ready {
  readonly url: string;
  readonly ports: BrokerPorts | null;
}

/** Core in a process of its own, as it is in a factory: it can be killed. */
export class CoreProcess {
  readonly ended: Promise<Ended>;
  private output = '';
  private addresses: Ready | null = null;
  private token: string | null = null;

  private constructor(private readonly child: ChildProcess) {
    this.ended = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal })));
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  /** Begins a core and waits for nothing. Log-ins of earlier cores on the same database stay good. */
  static begin(settings: Readonly<Record<string, string>>): CoreProcess {
    const child = fork(join(ROOT, 'apps/core/bin/run.mjs'), ['apps/core/src/main'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
      env: {
        PATH: process.env['PATH'],
        LOG_LEVEL: 'warn',
        PORT: '0',
        MQTT_PORT: '0',
        MQTT_WS_PORT: '0',
        ADMIN_PASSWORD: PASSWORD,
        TAKT_SECRET: SECRET,
        ...(process.env['REDIS_URL'] ? { REDIS_URL: process.env['REDIS_URL'] } : {}),
        ...settings,
      },
    });
    return new CoreProcess(child);
  }

  /** Starts a core. @throws Error with its last words when it does not become ready */
  static async start(settings: Readonly<Record<string, string>>): Promise<CoreProcess> {
    const core = CoreProcess.begin(settings);
    await core.ready();
    return core;
  }

  /** What it has said, on stdout and stderr. */
  get said(): string {
    return this.output;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get url(): string {
    return this.addresses?.url ?? '';
  }

  get mqttUrl(): string {
    return `mqtt://127.0.0.1:${this.mqttPort}`;
  }

  /** Port of its broker, as a setting. */
  get mqttPort(): string {
    return String(this.addresses?.ports?.mqtt ?? 0);
  }

  /** Waits until it serves. */
  async ready(): Promise<void> {
    this.addresses = await new Promise<Ready>((done, fail) => {
      this.child.once('message', (message) => done(message as Ready));
      void this.ended.then(({ code, signal }) =>
        fail(new Error(`core ended with ${code ?? signal}:\n${this.output}`)),
      );
    });
  }

  /** The API as the administrator. */
  async api(): Promise<Pick<TestCore, 'call' | 'send'>> {
    const api = apiAt(this.url, () => this.token);
    this.token = await this.adminToken();
    return api;
  }

  /** A log-in of the administrator. */
  async adminToken(): Promise<string> {
    const body = { login: 'admin', password: PASSWORD };
    return (await apiAt(this.url, () => null).call(authRoutes.login, { body })).token;
  }

  /** Is it ready, as a supervisor of processes asks? */
  async isReady(): Promise<boolean> {
    if (this.child.exitCode !== null) throw new Error(`core has ended:\n${this.output}`);
    // who does not answer is not ready
    return fetch(`${this.url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  /** Sends a signal, unless it has ended, and waits for its end. */
  end(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }
}
