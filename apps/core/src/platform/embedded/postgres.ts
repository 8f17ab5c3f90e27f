import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { databasePlace, type DatabasePlace } from './binaries';
import { freePort } from './free-port';
import { alive, answers, isPostgres, OWNER, readPidFile, sleep } from './server-process';

const DATABASE = 'takt';
const START_TIMEOUT_MS = 30_000;
/** After a crash old server processes may hold the data for some seconds; a wrong setting never heals. */
const START_ATTEMPTS = 25;
const PORT_FROM = 54_330;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: '128MB',
  max_wal_size: '2GB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_min_messages: 'warning',
  autovacuum_naptime: '20s',
};

/** A running embedded database. */
export interface EmbeddedPostgres {
  /** address for its owner */
  readonly url: string;
  /** was it running already, left behind by a core that was killed? */
  readonly adopted: boolean;
  /** Ends it in an orderly way, waiting for its last write. */
  stop(): Promise<void>;
}

/** Starts, adopts, watches and stops the PostgreSQL that comes with the packages. Data lie below the data folder. */
export class PostgresLauncher {
  private readonly place: DatabasePlace;
  private readonly home: string;
  private readonly data: string;
  private child: ChildProcess | null = null;
  private port = 0;
  private stopping = false;
  private started = false;

  /**
   * @param dataDir data folder of the installation
   * @param say where progress and faults are told
   */
  constructor(
    dataDir: string,
    private readonly say: (line: string) => void = () => undefined,
  ) {
    const absolute = resolve(dataDir);
    mkdirSync(absolute, { recursive: true, mode: 0o755 });
    this.place = databasePlace(absolute, createHash('sha256').update(absolute).digest('hex').slice(0, 12));
    this.home = join(this.place.base, 'postgres');
    this.data = join(this.home, 'data');
  }

  /**
   * Starts the database, or takes over one that still runs on this data after its core was killed.
   * @throws Error when it does not come up within 30 s; the log's last lines are in the message
   */
  async start(): Promise<EmbeddedPostgres> {
    this.prepareHome();
    const password = this.password();
    if (!existsSync(join(this.data, 'PG_VERSION'))) await this.initialise();
    const adopted = await this.adopt(password);
    if (!adopted) await this.launch(password);
    await this.createDatabase(password);
    const url = `postgres://${OWNER}:${password}@127.0.0.1:${this.port}/${DATABASE}`;
    return { url, adopted, stop: () => this.stop() };
  }

  /** Lets the server run on without watching it: it belongs to somebody else. */
  leave(): void {
    this.stopping = true;
  }

  private prepareHome(): void {
    mkdirSync(this.home, { recursive: true, mode: 0o700 });
    if (this.place.user) chownSync(this.home, this.place.user.uid, this.place.user.gid);
    chmodSync(this.home, 0o700);
  }

  /** The owner's password lies beside the data it opens, readable for the owner alone. */
  private password(): string {
    const file = join(this.home, 'password');
    if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (this.place.user) chownSync(file, this.place.user.uid, this.place.user.gid);
    return readFileSync(file, 'utf8').trim();
  }

  private spawnTool(name: string, args: readonly string[], stdio: 'pipe' | number): ChildProcess {
    const as = this.place.user ? { uid: this.place.user.uid, gid: this.place.user.gid } : {};
    const env = { LC_ALL: 'C', TZ: 'UTC', HOME: this.home };
    return spawn(join(this.place.bin, name), args, {
      ...as,
      env,
      cwd: this.home,
      detached: true,
      stdio: ['ignore', stdio, stdio],
    });
  }

  private async initialise(): Promise<void> {
    this.say('creating the database');
    // Made beside its place and moved there when complete: a first start that is interrupted begins anew.
    const fresh = `${this.data}.new`;
    rmSync(fresh, { recursive: true, force: true });
    const args = [
      '-D',
      fresh,
      '-U',
      OWNER,
      '-A',
      'scram-sha-256',
      `--pwfile=${join(this.home, 'password')}`,
      '-E',
      'UTF8',
      '--no-locale',
      '--no-instructions',
    ];
    const child = this.spawnTool('initdb', args, 'pipe');
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const code = await new Promise<number | null>((done, fail) =>
      child.once('exit', done).once('error', fail),
    );
    if (code !== 0)
      throw new Error(`The embedded database could not be created (initdb ${code}):\n${output.slice(-2000)}`);
    renameSync(fresh, this.data);
  }

  /** Takes over a server that a killed core left behind: the port is asked, the pid file alone proves nothing. */
  private async adopt(password: string): Promise<boolean> {
    const found = readPidFile(this.data);
    if (!found || !(found.port > 0)) return false;
    for (let attempt = 0; attempt < 5; attempt++) {
      if (await answers(found.port, password, this.data)) {
        this.port = found.port;
        this.say(`took over the running database on port ${found.port}`);
        void this.watchAdopted(password);
        return true;
      }
      if (!alive(found.pid)) return false;
      await sleep(300);
    }
    return false;
  }

  private async launch(password: string): Promise<void> {
    this.port ||= await freePort(PORT_FROM);
    const deadline = performance.now() + START_TIMEOUT_MS;
    for (let attempt = 0; attempt < START_ATTEMPTS && performance.now() < deadline; attempt++) {
      this.spawnServer(password);
      const child = this.child;
      while (child?.exitCode === null && child.signalCode === null && performance.now() < deadline) {
        if (await answers(this.port, password, this.data)) return;
        await sleep(50);
      }
      if (await this.clearStale(password)) return;
      await sleep(300);
    }
    throw new Error(
      `The embedded database did not start. Its last words:\n${this.lastWords()}\nMaybe the disk is full or another program uses its memory.`,
    );
  }

  /**
   * A server that ended at once usually found the pid file of one that was killed. When that process lives and answers,
   * it is ours after all; when the number belongs to another program by now, the file is stale and goes.
   * @returns whether a server answers
   */
  private async clearStale(password: string): Promise<boolean> {
    const found = readPidFile(this.data);
    if (found && found.port > 0 && (await answers(found.port, password, this.data))) {
      this.port = found.port;
      return true;
    }
    if (found && (!alive(found.pid) || !isPostgres(found.pid)))
      rmSync(join(this.data, 'postmaster.pid'), { force: true });
    this.port = await freePort(this.port);
    return false;
  }

  private spawnServer(password: string): void {
    const log = openSync(join(this.home, 'log'), 'a', 0o600);
    const settings = Object.entries({ ...SETTINGS, port: String(this.port) }).flatMap(([key, value]) => [
      '-c',
      `${key}=${value}`,
    ]);
    this.child = this.spawnTool('postgres', ['-D', this.data, ...settings], log);
    closeSync(log);
    const child = this.child;
    child.unref();
    child.once('exit', () => {
      if (this.child === child) void this.restart(password);
    });
  }

  /** Somebody killed the server: it is started again on the same port, so that connections find it. */
  private async restart(password: string): Promise<void> {
    await sleep(200);
    if (this.stopping || !this.started) return;
    this.say('the database ended by itself; starting it again');
    await this.launch(password).catch((error: unknown) => this.say(String(error)));
  }

  private async watchAdopted(password: string): Promise<void> {
    const pid = readPidFile(this.data)?.pid ?? 0;
    this.started = true;
    while (!this.stopping && alive(pid)) await sleep(500);
    if (!this.stopping) await this.restart(password);
  }

  private async createDatabase(password: string): Promise<void> {
    const client = new Client({
      host: '127.0.0.1',
      port: this.port,
      user: OWNER,
      password,
      database: 'postgres',
    });
    await client.connect();
    try {
      const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
      if (rowCount === 0) await client.query(`create database ${DATABASE}`);
    } finally {
      await client.end();
    }
    this.started = true;
  }

  private lastWords(): string {
    try {
      return readFileSync(join(this.home, 'log'), 'utf8').trimEnd().split('\n').slice(-6).join('\n');
    } catch {
      return '(no log)';
    }
  }

  private async stop(): Promise<void> {
    this.stopping = true;
    const pid = readPidFile(this.data)?.pid;
    if (pid === undefined || !alive(pid)) return;
    // SIGINT is the fast shutdown: sessions are ended, everything committed is on disk.
    process.kill(pid, 'SIGINT');
    const deadline = performance.now() + 15_000;
    while (alive(pid) && performance.now() < deadline) await sleep(30);
  }
}
