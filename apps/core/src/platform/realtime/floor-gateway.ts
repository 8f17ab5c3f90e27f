import { Inject, Injectable, Logger } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Namespace, Socket } from 'socket.io';
import { v7 as uuid } from 'uuid';
import { clientEventAccess, clientEvents, isRefusal, roomOf, type ClientEventName } from '@takt/contracts';
import { Clock } from '../clock';
import { languageOf, withContext, type Caller, type RequestContext } from '../context';
import { Database } from '../database';
import { demandOneEach, discover, type Discovered } from '../discovery';
import { faultsOf, ProblemException, problemOf, tell } from '../errors';
import { SOCKET } from './on-socket.decorator';
import { TokenAuth, type AcceptedToken } from '../auth';

const BEAT_MS = 5000;
const REVALIDATE_MS = 20_000;

interface SocketData {
  caller: Caller;
  token: string;
  expiresAt: number;
  checkedAt: number;
}

/** Rooms of a caller: its stations, its line, or the plant. One level only, so that each event arrives once. */
export function roomsOf(caller: Caller): string[] {
  if (caller.stations !== null && caller.stations.length > 0 && caller.rights !== 'board')
    return caller.stations.map((station) => roomOf.station(caller.plant, station));
  if (caller.line !== null) return [roomOf.line(caller.plant, caller.line)];
  return [roomOf.plant(caller.plant)];
}

/** Lets clients in, puts them into their rooms, beats, answers their events, and cuts those whose log-in has ended. */
@Injectable()
export class FloorGateway {
  private readonly logger = new Logger('floor');
  private handlers = new Map<string, Discovered<string>>();
  private readonly timers: NodeJS.Timeout[] = [];
  private version = '';

  constructor(
    private readonly auth: TokenAuth,
    private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /**
   * Begins to serve a namespace.
   * @param version of the product, told to every client
   * @throws Error when a client event has no handler, or two
   */
  serve(namespace: Namespace, version: string): void {
    this.version = version;
    const found = discover<string>(this.discovery, this.scanner, SOCKET);
    const names = Object.keys(clientEvents).filter((name) => name !== 'heartbeat');
    this.handlers = demandOneEach('client event', names, found);
    namespace.use((socket, next) => void this.admit(socket, next));
    namespace.on('connection', (socket) => void this.welcome(socket));
    this.timers.push(
      setInterval(
        () => namespace.local.emit('beat', { now: this.clock.iso(), rate: this.clock.rate }),
        BEAT_MS,
      ),
    );
    this.timers.push(setInterval(() => void this.revalidate(namespace), BEAT_MS));
  }

  /** Stops beating. */
  stop(): void {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
  }

  private async admit(socket: Socket, next: (error?: Error) => void): Promise<void> {
    try {
      const token = (socket.handshake.auth as { token?: unknown }).token;
      const text = typeof token === 'string' ? token : undefined;
      const accepted = await this.auth.authenticate(text);
      if (!accepted) return next(this.refusal('auth.invalid', socket));
      this.remember(socket, accepted, text ?? '');
      next();
    } catch (error) {
      this.logger.warn({ err: error }, 'a socket could not be admitted');
      next(this.refusal('service.unavailable', socket));
    }
  }

  private refusal(code: 'auth.invalid' | 'service.unavailable', socket: Socket): Error {
    const problem = problemOf(
      code,
      { part: 'PostgreSQL' },
      languageOf(socket.handshake.headers['accept-language']),
    );
    return Object.assign(new Error(code), { data: problem });
  }

  private remember(socket: Socket, { caller, expiresAt }: AcceptedToken, token: string): void {
    const data: SocketData = { caller, token, expiresAt, checkedAt: this.clock.real() };
    Object.assign(socket.data as object, data);
  }

  private async welcome(socket: Socket): Promise<void> {
    const { caller } = socket.data as SocketData;
    for (const name of Object.keys(clientEvents) as ClientEventName[])
      socket.on(name, (payload: unknown, reply: unknown) => void this.answer(socket, name, payload, reply));
    const rooms = roomsOf(caller);
    if (caller.session !== null) await socket.join(`session:${caller.session}`);
    await socket.join(rooms);
    try {
      // Read after joining: what is told meanwhile has a higher version, so that nothing is missed in between.
      const rows = await this.database.read(caller.plant, (tx) =>
        tx.query<{ room: string; version: string }>(
          'select room, version from room_version where room = any($1)',
          [rooms],
        ),
      );
      const versions = new Map(rows.map(({ room, version }) => [room, Number(version)]));
      socket.emit('welcome', {
        rooms: Object.fromEntries(rooms.map((room) => [room, versions.get(room) ?? 0])),
        now: this.clock.iso(),
        rate: this.clock.rate,
        coreVersion: this.version,
      });
    } catch {
      socket.disconnect(true);
    }
  }

  private async answer(
    socket: Socket,
    name: ClientEventName,
    payload: unknown,
    reply: unknown,
  ): Promise<void> {
    const { caller } = socket.data as SocketData;
    const language = languageOf(socket.handshake.headers['accept-language']);
    const send = typeof reply === 'function' ? (reply as (answer: unknown) => void) : () => undefined;
    if (!clientEventAccess[name].includes(caller.rights))
      return send({
        ok: false,
        problem: problemOf('auth.forbidden', { roles: clientEventAccess[name].join(', ') }, language),
      });
    const parsed = clientEvents[name].safeParse(payload);
    if (!parsed.success) {
      const [first] = faultsOf(parsed.error, payload, name, language);
      const facts = first ? tell(first) : {};
      return send({ ok: false, problem: problemOf('request.invalid', facts, language) });
    }
    if (name === 'heartbeat') return send({ ok: true, now: this.clock.iso(), rate: this.clock.rate });
    try {
      const result = await withContext(this.contextOf(socket, name, parsed.data), async () =>
        this.handlers.get(name)?.call(parsed.data, caller),
      );
      if (isRefusal(result))
        return send({ ok: false, problem: problemOf(result.code, result.facts, language) });
      send({ ok: true, result });
    } catch (error) {
      const code = error instanceof ProblemException ? error.code : 'request.failed';
      if (code === 'request.failed') this.logger.error({ event: name, err: error }, 'a client event failed');
      send({
        ok: false,
        problem: problemOf(code, error instanceof ProblemException ? error.facts : { trace: '' }, language),
      });
    }
  }

  private contextOf(socket: Socket, name: string, payload: object): RequestContext {
    const { caller } = socket.data as SocketData;
    const language = languageOf(socket.handshake.headers['accept-language']);
    return {
      caller,
      action: `SOCKET ${name}`,
      detail: payload as Record<string, unknown>,
      address: socket.handshake.address,
      language,
      idempotencyKey: null,
      fingerprint: null,
      ifMatch: null,
      traceId: uuid(),
      marks: new Set(),
    };
  }

  /** Cuts sockets whose token has expired or was revoked; each is asked for every 20 s. */
  private async revalidate(namespace: Namespace): Promise<void> {
    const now = this.clock.real();
    for (const socket of namespace.sockets.values()) {
      const data = socket.data as SocketData;
      if (data.expiresAt > now && now - data.checkedAt < REVALIDATE_MS) continue;
      data.checkedAt = now;
      try {
        if (data.expiresAt > now && (await this.auth.authenticate(data.token))) continue;
      } catch {
        continue; // the database is away: nobody is logged out for that
      }
      socket.emit('goodbye', { code: 'auth.invalid' });
      socket.disconnect(true);
    }
  }
}
