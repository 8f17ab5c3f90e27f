import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LoggerModule } from 'nestjs-pino';
import { ENV, type Env } from '../env';
import { AccessGuard } from './auth';
import { Clock } from './clock';
import { appOptions, Database, DATABASE_URL, IngestLane, type Entity } from './database';
import { SIGNING_SECRET } from './embedded';
import { ProblemFilter } from './errors';
import { IdempotencyStore, Readiness, RouteInterceptor } from './http';
import { Leader } from './leader';
import { logOptions } from './log';
import { MetricsModule } from './metrics';
import { DeviceAuth, EmbeddedSource, ExternalSource, MessageSource } from './mqtt';
import { OutboxRelay } from './outbox';
import { Ending, Jobs, Ticker } from './queue';
import { FloorGateway, Realtime } from './realtime';

/** What the platform is started with. */
export interface PlatformOptions {
  readonly env: Env;
  readonly clock: Clock;
  /** address of PostgreSQL for its owner */
  readonly databaseUrl: string;
  /** signs log-ins */
  readonly secret: string;
  readonly entities: readonly Entity[];
}

/** The broker in this process, or the one that MQTT_URL names. */
function messageSource(env: Env, auth: DeviceAuth, clock: Clock): MessageSource {
  const { HOST: host, MQTT_PORT: port, MQTT_WS_PORT: wsPort, MQTT_URL: url } = env;
  if (url === undefined) return new EmbeddedSource({ host, port, wsPort }, auth, clock);
  return new ExternalSource({ url, clientId: env.MQTT_CLIENT_ID, shared: env.ROLE === 'ingest' }, clock);
}

/** Technology without business: database, outbox, jobs, sockets, errors, log, measurements. */
@Global()
@Module({})
export class PlatformModule {
  static with({ env, clock, databaseUrl, secret, entities }: PlatformOptions): DynamicModule {
    const services = [
      Database,
      IngestLane,
      IdempotencyStore,
      Readiness,
      Jobs,
      Ticker,
      Ending,
      Realtime,
      FloorGateway,
      OutboxRelay,
    ];
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        MetricsModule,
        LoggerModule.forRoot(logOptions(env)),
        ThrottlerModule.forRoot({
          throttlers: [{ ttl: 60_000, limit: env.REQUESTS_PER_MIN }],
          getTracker: (request) => String(request['headers']?.authorization ?? request['ip']),
        }),
        TypeOrmModule.forRoot({
          ...appOptions({ url: databaseUrl, pool: env.DATABASE_POOL }, entities),
          retryAttempts: 3,
          retryDelay: 500,
        }),
      ],
      providers: [
        { provide: ENV, useValue: env },
        { provide: Clock, useValue: clock },
        { provide: DATABASE_URL, useValue: databaseUrl },
        { provide: SIGNING_SECRET, useValue: secret },
        { provide: Leader, useFactory: () => new Leader(databaseUrl) },
        { provide: MessageSource, useFactory: messageSource, inject: [ENV, DeviceAuth, Clock] },
        ...services,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: ThrottlerGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: RouteInterceptor },
      ],
      exports: [ENV, Clock, DATABASE_URL, SIGNING_SECRET, Leader, MessageSource, ...services],
    };
  }
}
