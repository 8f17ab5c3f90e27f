import type { Server as HttpServer } from 'node:http';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { createAdapter as postgresAdapter } from '@socket.io/postgres-adapter';
import { createAdapter as redisAdapter } from '@socket.io/redis-streams-adapter';
import Redis from 'ioredis';
import { Pool } from 'pg';
import { Server, type Namespace } from 'socket.io';
import { SOCKET_NAMESPACE, type ServerEvent, type ServerEventName } from '@takt/contracts';
import { ENV, type Env } from '../../env';
import { DATABASE_URL, KEEP_ALIVE } from '../database';

const MESSAGE_MAX_BYTES = 65_536;
const POOL = 2;
const EMIT_ONLY_PATH = '/emit-only';

/**
 * The socket server. Screens are told things only by the relay of the outbox, through here. Where several processes
 * share the work, an adapter carries what one emits to the clients of the others.
 */
@Injectable()
export class Realtime {
  private readonly logger = new Logger('realtime');
  private server: Server | null = null;
  private pool: Pool | null = null;
  private redis: Redis | null = null;

  constructor(
    @Inject(ENV) private readonly env: Env,
    @Inject(DATABASE_URL) private readonly databaseUrl: string,
  ) {}

  /**
   * Opens the server.
   * @param http the HTTP server that clients reach; absent in a process that only emits
   */
  async open(http?: HttpServer): Promise<Namespace> {
    this.server = new Server(http ?? undefined, {
      path: http ? '/socket.io' : EMIT_ONLY_PATH,
      serveClient: false,
      transports: ['websocket'],
      maxHttpBufferSize: MESSAGE_MAX_BYTES,
      pingInterval: 10_000,
      pingTimeout: 10_000,
      allowRequest: (request, decide) =>
        decide(null, this.originAllowed(request.headers.origin, request.headers.host)),
      ...(await this.adapter()),
    });
    return this.server.of(SOCKET_NAMESPACE);
  }

  /** Tells a room something. Never throws: the write it tells of is committed already. */
  emit<N extends ServerEventName>(
    room: string,
    event: N,
    payload: ServerEvent<N> | Record<string, unknown>,
  ): void {
    try {
      const namespace = this.server?.of(SOCKET_NAMESPACE);
      // Where this process serves everybody it knows that a room is empty: nothing is put into words for nobody.
      if (this.env.ROLE === 'all' && namespace?.adapter.rooms.has(room) !== true) return;
      namespace?.to(room).emit(event, payload);
    } catch (error) {
      this.logger.error({ event, room, err: error }, 'a push could not be sent; clients will see the gap');
    }
  }

  /** Cuts every socket of a log-in, on every process, after telling why. */
  cut(session: string, code: string): void {
    const room = this.server?.of(SOCKET_NAMESPACE).to(`session:${session}`);
    room?.emit('goodbye', { code });
    room?.disconnectSockets(true);
  }

  /** Closes all sockets. */
  async close(): Promise<void> {
    // The HTTP server is closed by Nest; closing it here twice would fail. Clients of other processes stay where they are.
    await this.server?.of(SOCKET_NAMESPACE).local.disconnectSockets(true);
    this.server?.engine?.close();
    for (const namespace of ['/', SOCKET_NAMESPACE]) await this.server?.of(namespace).adapter.close();
    await this.pool?.end().catch(() => undefined);
    this.redis?.disconnect();
  }

  private originAllowed(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined) return true;
    try {
      return new URL(origin).host === host || this.env.ALLOWED_ORIGINS.includes(origin);
    } catch {
      return false;
    }
  }

  /** One process needs no adapter; several share Redis streams or, without Redis, PostgreSQL. */
  private async adapter(): Promise<{ adapter?: never }> {
    if (this.env.ROLE === 'all') return {};
    if (this.env.REDIS_URL !== undefined) {
      this.redis = new Redis(this.env.REDIS_URL, { maxRetriesPerRequest: null });
      this.redis.on('error', (error) => this.logger.warn({ err: error.message }, 'Redis does not answer'));
      return { adapter: redisAdapter(this.redis) as never };
    }
    this.pool = new Pool({
      connectionString: this.databaseUrl,
      max: POOL,
      application_name: 'takt-push',
      ...KEEP_ALIVE,
    });
    this.pool.on('error', (error) => this.logger.warn({ err: error.message }, 'PostgreSQL does not answer'));
    // Of processes that start at once, one makes the table; "if not exists" alone lets two try.
    await this.pool.query(
      `begin; select pg_advisory_xact_lock(hashtextextended('socket_io_attachments', 0));
       create table if not exists socket_io_attachments (id bigserial unique, created_at timestamptz default now(), payload bytea); commit`,
    );
    return { adapter: postgresAdapter(this.pool) as never };
  }
}
