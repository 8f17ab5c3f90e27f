import {
  SOCKET_NAMESPACE,
  type ClientEvent,
  type ClientEventName,
  type ServerEvent,
  type ServerEventName,
  type VersionedEventName,
} from '@takt/contracts';
import { io, type Socket } from 'socket.io-client';
import type { ClockReading, FactoryClock } from '../clock/factory-clock';
import type { ConnectionFacts } from './connection';
import { eventResources } from './event-resources';
import { RoomVersions } from './room-versions';

/** What the socket tells the app. */
export interface SocketListener {
  /** a versioned event arrived in sequence, or after a gap */
  event<N extends VersionedEventName>(name: N, payload: ServerEvent<N>): void;
  /** something may have been missed: fetch what is on the screen */
  missed(): void;
  /** core is of this version */
  coreVersion(version: string): void;
  /** core ended the log-in */
  logInEnded(code: string): void;
}

/** What the socket needs of its surroundings. */
export interface SocketSurroundings {
  /** where core is: empty for the same server */
  readonly origin: string;
  readonly clock: FactoryClock;
  /** milliseconds from a clock that only goes forward */
  readonly steady: () => number;
  /** version of this app, for the supervisor of the installation */
  readonly clientVersion: string;
  /** entries that wait on this device for the connection */
  readonly queued: () => number;
}

const HEARTBEAT_MS = 5_000;
const ANSWER_MS = 8_000;
const AGAIN_MS = 2_000;
const versionedEvents = Object.keys(eventResources) as VersionedEventName[];

type Answer = { readonly ok: boolean; readonly problem?: unknown };

/** The socket to core: rooms and their versions, the factory clock, signs of life. */
export class FloorSocket {
  private socket: Socket | undefined;
  private readonly versions = new RoomVersions();
  private heardAt: number | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  /**
   * @param surroundings address, clocks, version
   * @param listener who is told
   */
  constructor(
    private readonly surroundings: SocketSurroundings,
    private readonly listener: SocketListener,
  ) {}

  /**
   * Connects, and connects again whenever the connection is lost.
   * @param token of who is logged in
   */
  start(token: string): void {
    this.stop();
    const socket = io(`${this.surroundings.origin}${SOCKET_NAMESPACE}`, {
      auth: { token },
      transports: ['websocket', 'polling'],
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
      forceNew: true,
    });
    this.socket = socket;
    this.listen(socket);
    this.timer = setInterval(() => void this.beat(), HEARTBEAT_MS);
  }

  /** Cuts the connection. */
  stop(): void {
    clearInterval(this.timer);
    this.socket?.disconnect();
    this.socket = undefined;
    this.heardAt = undefined;
  }

  /** What is known about the connection now. */
  facts(): ConnectionFacts {
    return {
      connected: this.socket?.connected ?? false,
      silentMs: this.heardAt === undefined ? undefined : this.surroundings.steady() - this.heardAt,
    };
  }

  /**
   * Sends an event and waits for the answer.
   * @param name of the contract
   * @param payload of the contract
   * @returns the answer; undefined when none came in 8 s or there is no connection
   */
  async send<N extends ClientEventName>(name: N, payload: ClientEvent<N>): Promise<Answer | undefined> {
    if (!this.socket?.connected) return undefined;
    try {
      const answer = (await this.socket.timeout(ANSWER_MS).emitWithAck(name, payload)) as Answer;
      this.heard();
      return answer;
    } catch {
      return undefined;
    }
  }

  private heard(): void {
    this.heardAt = this.surroundings.steady();
  }

  private beat(): Promise<Answer | undefined> {
    return this.send('heartbeat', {
      sentAt: Date.now(),
      queued: Math.min(this.surroundings.queued(), 100_000),
      clientVersion: this.surroundings.clientVersion,
    });
  }

  private listen(socket: Socket): void {
    const on = <N extends ServerEventName>(name: N, take: (payload: ServerEvent<N>) => void) =>
      socket.on(name as string, (payload: ServerEvent<N>) => {
        this.heard();
        take(payload);
      });
    const tick = (reading: ClockReading) => this.surroundings.clock.set(reading);

    on('welcome', (welcome) => {
      tick(welcome);
      this.listener.coreVersion(welcome.coreVersion);
      if (this.versions.join(welcome.rooms)) this.listener.missed();
      void this.beat();
    });
    on('beat', tick);
    on('goodbye', ({ code }) => this.listener.logInEnded(code));
    for (const name of versionedEvents) on(name, (payload) => this.arrive(name, payload));
    socket.on('connect_error', (error: Error & { data?: { code?: unknown } }) => {
      const code = error.data?.code;
      if (typeof code === 'string' && code.startsWith('auth.')) this.listener.logInEnded(code);
      else if (!socket.active) this.again(socket);
    });
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') this.again(socket);
    });
  }

  /** socket.io does not come back by itself when core itself said no: it may have said so while it was starting. */
  private again(socket: Socket): void {
    setTimeout(() => {
      if (this.socket === socket) socket.connect();
    }, AGAIN_MS);
  }

  private arrive<N extends VersionedEventName>(name: N, payload: ServerEvent<N>): void {
    const { room, version } = payload as { room: string; version: number };
    const arrival = this.versions.arrive(room, version);
    if (arrival === 'old') return;
    this.listener.event(name, payload);
    if (arrival === 'gap') this.listener.missed();
  }
}
