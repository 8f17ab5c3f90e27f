import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import Redis from 'ioredis';
import { freePort } from '../src/platform/embedded';

/** Where redis-server, or valkey-server, is; null when none is installed. */
export function findRedis(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  const names = ['redis-server', 'valkey-server'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync) ?? null;
}

/** A Redis of a test's own, which keeps nothing on disk: who kills it has taken everything from it. */
export class TestRedis {
  private child: ChildProcess | null = null;
  private readonly folder = mkdtempSync(join(tmpdir(), 'takt-redis-'));

  private constructor(
    private readonly path: string,
    private readonly port: number,
  ) {}

  /** A place for one; it is not started. */
  static async at(path: string): Promise<TestRedis> {
    return new TestRedis(path, await freePort(0));
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it, empty. */
  async start(): Promise<void> {
    const options = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', this.folder];
    this.child = spawn(this.path, ['--port', String(this.port), ...options], { stdio: 'ignore' });
    await this.ask((redis) => redis.ping());
  }

  /** Forgets everything and goes on. */
  async flush(): Promise<void> {
    await this.ask((redis) => redis.flushall());
  }

  /** Ends it as a power failure does. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
  }

  /** Ends it and removes what it had. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ask(question: (redis: Redis) => Promise<unknown>): Promise<void> {
    const redis = new Redis(this.url, { retryStrategy: () => 50, maxRetriesPerRequest: 200 });
    redis.on('error', () => undefined); // it is not there yet
    await question(redis);
    redis.disconnect();
  }
}
