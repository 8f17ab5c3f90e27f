import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../src/platform/embedded';
import { OWNER, readPidFile } from '../src/platform/embedded/server-process';
import { CoreProcess } from './core-process';
import { databaseOf, type OwnedDatabase } from './database';

/** Where the tests' brokers listen, apart from those of a product that runs beside them. */
const MQTT_FROM = 21_000;

/** An installation as `npm start` makes it: database and broker embedded, everything in one folder. */
export class Installation {
  private core: CoreProcess | null = null;

  private constructor(
    readonly folder: string,
    private readonly mqttPort: number,
  ) {}

  static async make(): Promise<Installation> {
    const folder = mkdtempSync(join(tmpdir(), 'takt-installation-'));
    chmodSync(folder, 0o755); // the database's user reads its data there
    return new Installation(folder, await freePort(MQTT_FROM));
  }

  /** The settings of its core. */
  get settings(): Readonly<Record<string, string>> {
    return { DATA_DIR: this.folder, MQTT_PORT: String(this.mqttPort), REDIS_URL: '' };
  }

  /** Starts its core. @param more further settings */
  async start(more: Readonly<Record<string, string>> = {}): Promise<CoreProcess> {
    this.core = CoreProcess.begin({ ...this.settings, ...more });
    await this.core.ready();
    return this.core;
  }

  /** Its database, which has to run. */
  get database(): OwnedDatabase {
    const password = readFileSync(join(this.folder, 'postgres/password'), 'utf8').trim();
    const port = readPidFile(join(this.folder, 'postgres/data'))?.port ?? 0;
    return databaseOf(`postgres://${OWNER}:${password}@127.0.0.1:${port}/takt`);
  }

  /** Process of its database; undefined when it has ended in order. */
  get databasePid(): number | undefined {
    return readPidFile(join(this.folder, 'postgres/data'))?.pid;
  }

  /** Kills the database as a power failure does. */
  killDatabase(): void {
    process.kill(this.databasePid ?? 0, 'SIGKILL');
  }

  /** Ends it and removes everything. */
  async remove(): Promise<void> {
    await this.core?.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
