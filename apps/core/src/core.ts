import { join, resolve } from 'node:path';
import { DiscoveryService, MetadataScanner, NestFactory, type NestApplication } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger as PinoLogger } from 'nestjs-pino';
import { migrations } from '../migrations';
import { AppModule } from './app.module';
import type { Env } from './env';
import { FirstStart, type FirstLogin } from './modules/access';
import { IngestService } from './modules/telemetry';
import { Clock } from './platform/clock';
import { restoreClock } from './platform/clock/restore';
import { migrate } from './platform/database';
import {
  freePort,
  lockCore,
  PostgresLauncher,
  signingSecret,
  type CoreLock,
  type EmbeddedPostgres,
} from './platform/embedded';
import { addEdge, demandEveryRoute, Readiness } from './platform/http';
import { Leader } from './platform/leader';
import { MessageSource, type BrokerPorts } from './platform/mqtt';
import { OutboxRelay } from './platform/outbox';
import { Jobs, Ticker } from './platform/queue';
import { FloorGateway, Realtime } from './platform/realtime';
import { projectRoot, VERSION } from './version';

/** A core that runs. */
export interface RunningCore {
  /** address of HTTP and sockets; a process in another role than `all` and `api` answers for health and metrics alone */
  readonly url: string;
  /** ports of the embedded broker; null in a process without one */
  readonly ports: BrokerPorts | null;
  /** address of the database for its owner */
  readonly databaseUrl: string;
  /** the first administrator, when this start made one */
  readonly firstLogin: FirstLogin | null;
  readonly app: NestExpressApplication;
  /** Finishes what is under way and ends. */
  stop(): Promise<void>;
  /** Ends only what would live on after this process: the embedded database. What was not finished is as after a crash. */
  abandon(): Promise<void>;
}

/** What is told while core starts. */
export type Say = (line: string) => void;

/** Something that has to be ended, the last begun first. */
interface Open {
  readonly name: string;
  close(): Promise<unknown> | unknown;
}

/** Starts and stops the parts of core in their order. */
export class Core {
  private readonly open: Open[] = [];
  private lock: CoreLock | null = null;
  private postgres: EmbeddedPostgres | null = null;

  constructor(
    private readonly env: Env,
    private readonly say: Say = () => undefined,
    private readonly onFatal: (error: Error) => void = () => undefined,
  ) {}

  /**
   * Starts core in its role.
   * @throws EnvFault, SecondCore, or an Error that says what could not be started
   */
  async start(): Promise<RunningCore> {
    try {
      return await this.startParts();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  private async startParts(): Promise<RunningCore> {
    const dataDir = resolve(projectRoot(), this.env.DATA_DIR);
    const databaseUrl = this.env.DATABASE_URL ?? (await this.embeddedDatabase(dataDir));
    const done = await migrate(databaseUrl, migrations);
    if (done.length > 0) this.say(`database brought up to date (${done.length} steps)`);
    const clock = new Clock(
      this.env.CLOCK_RATE,
      this.env.CLOCK_START === undefined ? undefined : Date.parse(this.env.CLOCK_START),
    );
    const secret = signingSecret(dataDir, this.env.TAKT_SECRET);
    const app = await NestFactory.create<NestExpressApplication>(
      AppModule.with({ env: this.env, clock, databaseUrl, secret }),
      {
        bufferLogs: true,
        rawBody: true,
        bodyParser: false,
        abortOnError: false,
      },
    );
    app.useLogger(app.get(PinoLogger));
    this.open.push({ name: 'application', close: () => app.close() });
    await restoreClock(app, clock, this.open, { told: this.env.CLOCK_START !== undefined, say: this.say });
    addEdge(app, { version: VERSION, webFolder: join(projectRoot(), 'dist/web'), serves: this.serves });
    app.setGlobalPrefix('api/v1');
    await app.init();
    demandEveryRoute(app.get(DiscoveryService), app.get(MetadataScanner));
    await this.startWork(app);
    const firstLogin = this.serves ? await app.get(FirstStart).run() : null;
    const url = await this.listen(app);
    const { ports } = app.get(MessageSource);
    return {
      ...{ url, ports, databaseUrl, firstLogin, app },
      stop: () => this.stop(),
      abandon: async () => this.postgres?.stop(),
    };
  }

  private async embeddedDatabase(dataDir: string): Promise<string> {
    const launcher = new PostgresLauncher(dataDir, this.say);
    const postgres: EmbeddedPostgres = await launcher.start();
    try {
      this.lock = await lockCore(postgres.url, dataDir, this.onFatal);
    } catch (error) {
      // The database belongs to the other core: it is left running.
      launcher.leave();
      throw error;
    }
    this.postgres = postgres;
    this.open.push({ name: 'database', close: () => postgres.stop() });
    this.open.push({ name: 'lock', close: () => this.lock?.release() });
    return postgres.url;
  }

  /** Does this process serve people and shops? */
  private get serves(): boolean {
    return this.env.ROLE === 'all' || this.env.ROLE === 'api';
  }

  private async startWork(app: NestExpressApplication): Promise<void> {
    const { ROLE: role } = this.env;
    const jobs = app.get(Jobs);
    await jobs.open();
    this.open.push({ name: 'jobs', close: () => jobs.close() });
    const { serves } = this;
    const realtime = app.get(Realtime);
    const gateway = app.get(FloorGateway);
    const namespace = await realtime.open(
      serves ? (app as unknown as NestApplication).getHttpServer() : undefined,
    );
    this.open.push({ name: 'sockets', close: () => realtime.close() });
    if (serves) {
      gateway.serve(namespace, VERSION);
      this.open.push({ name: 'heartbeat', close: () => gateway.stop() });
    }
    if (role === 'all' || role === 'worker') this.startLeading(app, jobs);
    if (role === 'all' || role === 'ingest') await this.startIngest(app);
  }

  private async startIngest(app: NestExpressApplication): Promise<void> {
    const source = app.get(MessageSource);
    const ingest = app.get(IngestService);
    await ingest.open();
    this.open.push({
      name: 'ingest',
      close: async () => {
        source.pause();
        await ingest.drain();
        await source.close();
      },
    });
    await source.open((envelope, settle) => ingest.accept(envelope, settle));
    app.get(Readiness).add(async () => source.health());
  }

  private startLeading(app: NestExpressApplication, jobs: Jobs): void {
    const leader = app.get(Leader);
    const relay = app.get(OutboxRelay);
    const ticker = app.get(Ticker);
    relay.open();
    leader.add(relay);
    leader.add(ticker);
    jobs.work();
    leader.start();
    this.open.push({
      name: 'relay',
      close: async () => {
        await ticker.drain();
        await relay.idle();
        await leader.stop();
      },
    });
  }

  private async listen(app: NestExpressApplication): Promise<string> {
    const port = this.env.PORT === 0 ? 0 : await freePort(this.env.PORT, this.env.HOST);
    await app.listen(port, this.env.HOST);
    const address = (app as unknown as NestApplication).getHttpServer().address() as { port: number };
    const host = this.env.HOST === '0.0.0.0' || this.env.HOST === '::' ? 'localhost' : this.env.HOST;
    return `http://${host}:${address.port}`;
  }

  private async stop(): Promise<void> {
    for (const part of this.open.splice(0).reverse()) {
      try {
        await part.close();
      } catch (error) {
        this.say(`${part.name} did not end well: ${String(error)}`);
      }
    }
  }
}
