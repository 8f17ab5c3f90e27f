import type { Duplex } from 'node:stream';
import { Logger } from '@nestjs/common';
import { Aedes, type AuthenticateError, type Client, type PublishPacket } from 'aedes';
import { PAYLOAD_MAX_BYTES, type PartHealth } from '@takt/contracts';
import type { Clock } from '../clock';
import { BrokerListener, type ListenAddress } from './broker-listener';
import type { DeviceAuth, DeviceIdentity } from './device-auth';
import { maySubscribe, publishFault } from './device-rules';
import { guardConnection } from './guarded-connection';
import { DIRECT_BYTES, DirectPublishes } from './direct-publishes';
import { InFlight, type InFlightLimits } from './in-flight';
import {
  MessageSource,
  type BrokerPorts,
  type Envelope,
  type Intake,
  type PublishOptions,
  type Settle,
} from './message-source';
import { PacketGuard, type OversizePublish } from './packet-guard';

const KIB = 1024;
/** A payload of the allowed length with its topic. */
const PACKET_PASS_BYTES = PAYLOAD_MAX_BYTES + KIB;
/** How much of a payload that is too long is kept for quarantine. */
const PACKET_KEEP_BYTES = KIB * KIB + KIB;
const IN_FLIGHT: InFlightLimits = { messages: 20_000, bytes: 48 * KIB * KIB };
/** A long packet has to be through after this time. */
const LONG_PACKET_MS = 60_000;
const CONNECT_MS = 10_000;
/** Packets that a client may send before it has been let in. */
const EARLY_PACKETS = 500;
/** Where the broker delivers device messages: nobody listens, for core has them already. */
const NOWHERE = 'takt-stored';
const NOTHING = Buffer.alloc(0);
const SERVER_UNAVAILABLE = 3;
const BAD_CREDENTIALS = 4;

const refusal = (message: string, returnCode: number): AuthenticateError =>
  Object.assign(new Error(message), { returnCode });

const pubAck = (messageId: number): Buffer => Buffer.from([0x40, 2, messageId >> 8, messageId & 0xff]);

/**
 * The broker in this process. The PUBACK of a message follows its commit: aedes asks before it acknowledges, and waits.
 * Devices hear commands only; what they say is not forwarded to anyone. Sessions are not kept: what a device has to hear,
 * core says again.
 */
export class EmbeddedSource extends MessageSource {
  private readonly logger = new Logger('mqtt');
  private readonly broker: Aedes;
  private readonly listener = new BrokerListener((connection) => this.attach(connection));
  private readonly inFlight: InFlight;
  /** name under which each connection has logged in, or is about to */
  private readonly sessions = new Map<Client, string>();
  /** outlives the session: the last will is published after it */
  private readonly identities = new WeakMap<Client, DeviceIdentity>();
  private readonly direct = new WeakMap<Client, DirectPublishes>();
  private intake: Intake | null = null;
  private opened: BrokerPorts | null = null;

  constructor(
    private readonly address: ListenAddress,
    private readonly auth: DeviceAuth,
    private readonly clock: Pick<Clock, 'now'>,
    limits: InFlightLimits = IN_FLIGHT,
  ) {
    super();
    this.inFlight = new InFlight(limits);
    this.broker = new Aedes({
      connectTimeout: CONNECT_MS,
      queueLimit: EARLY_PACKETS,
      maxClientsIdLength: 200,
      preConnect: (_client, packet, done) => {
        packet.clean = true;
        done(null, true);
      },
      authenticate: (client, username, password, done) =>
        void this.admit(client, username ?? '', password?.toString('utf8') ?? '').then((fault) =>
          done(fault, fault === null),
        ),
      authorizePublish: (client, packet, done) => this.receive(client, packet, done),
      authorizeSubscribe: (client, subscription, done) => {
        const identity = this.identities.get(client);
        done(null, identity && maySubscribe(identity, subscription.topic) ? subscription : null);
      },
    });
    auth.onRevoked((plant, device) => this.cut(`${plant}/${device}`));
  }

  override get ports(): BrokerPorts | null {
    return this.opened;
  }

  override async open(intake: Intake): Promise<void> {
    this.intake = intake;
    await this.broker.listen();
    this.opened = await this.listener.open(this.address);
  }

  override publish(topic: string, payload: string, { retain = false }: PublishOptions = {}): Promise<void> {
    const packet: PublishPacket = { cmd: 'publish', topic, payload, qos: 1, retain, dup: false };
    return new Promise((done, fail) =>
      this.broker.publish(packet, (error?: Error) => (error ? fail(error) : done())),
    );
  }

  override pause(): void {
    this.inFlight.close();
  }

  override async close(): Promise<void> {
    await new Promise((done) => setImmediate(done)); // acknowledgements of the last commit go out first
    this.intake = null; // last wills of connections that core cuts are no news
    this.opened = null;
    await this.listener.close();
    await new Promise<void>((done) => this.broker.close(() => done()));
  }

  override health(): PartHealth {
    const ok = this.opened !== null;
    return { part: 'broker', ok, detail: ok ? `${this.sessions.size} devices connected` : 'not open' };
  }

  private attach(connection: Duplex): void {
    const guard = new PacketGuard({
      passBytes: PACKET_PASS_BYTES,
      keepBytes: PACKET_KEEP_BYTES,
      mayPublish: () => client.connected && this.identities.has(client),
      begun: () => {
        deadline = setTimeout(() => connection.destroy(), LONG_PACKET_MS);
      },
      passed: (publish) => {
        clearTimeout(deadline);
        this.receiveLong(client, publish);
      },
      violated: (what) => {
        this.logger.warn({ client: client.id, what }, 'a connection was cut');
        connection.destroy();
      },
      directBytes: DIRECT_BYTES,
      direct: (chunk, from, end) => {
        const identity = client.connected ? this.identities.get(client) : undefined;
        return identity !== undefined && direct.take(identity, chunk, from, end);
      },
    });
    let deadline: NodeJS.Timeout | undefined;
    guardConnection(connection, guard, this.inFlight);
    const client = this.broker.handle(connection);
    const direct = new DirectPublishes(client, (topic, payload, settle) =>
      this.hear(client, topic, payload, settle),
    );
    this.direct.set(client, direct);
    connection.once('close', () => {
      clearTimeout(deadline);
      this.sessions.delete(client);
    });
  }

  /** Lets a device in. @returns why not; null: welcome */
  private async admit(client: Client, username: string, password: string): Promise<AuthenticateError | null> {
    // known before the answer, so that a revocation meanwhile finds it
    this.sessions.set(client, username);
    const identity = await this.auth.authenticate(username, password).catch(() => undefined);
    if (identity === undefined) return refusal('the database is away', SERVER_UNAVAILABLE);
    if (identity === null) return refusal('unknown device or wrong password', BAD_CREDENTIALS);
    // Each device has client ids of its own: nobody can push another one out by using its id.
    (client as { id: string }).id = `${username}:${client.id}`;
    this.identities.set(client, identity);
    return client.closed ? refusal('revoked', BAD_CREDENTIALS) : null;
  }

  private receive(client: Client | null, packet: PublishPacket, done: Settle): void {
    const payload = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
    const envelope = this.envelope(client, packet.topic, payload);
    if (envelope === null) return done(new Error('not logged in'));
    packet.topic = NOWHERE;
    packet.payload = NOTHING;
    packet.retain = false;
    this.take(envelope, (error) => {
      if (client) this.direct.get(client)?.flush();
      done(error);
    });
  }

  /** A message under a topic of the device's own. */
  private hear(client: Client, topic: string, payload: Buffer, settle: Settle): void {
    const identity = this.identities.get(client);
    if (!identity) return settle(new Error('not logged in'));
    this.take(this.envelopeOf(identity, topic, payload, null), settle);
  }

  private receiveLong(client: Client, publish: OversizePublish): void {
    const envelope = this.envelope(client, publish.topic, publish.payload);
    if (envelope === null) return;
    this.take({ ...envelope, bytes: publish.bytes }, (error) => {
      this.direct.get(client)?.flush();
      if (error || client.closed) client.close();
      else if (publish.messageId !== null) client.conn.write(pubAck(publish.messageId));
    });
  }

  private envelope(client: Client | null, topic: string, payload: Buffer): Envelope | null {
    const identity = client && this.identities.get(client);
    return identity ? this.envelopeOf(identity, topic, payload, publishFault(identity, topic)) : null;
  }

  private envelopeOf(
    { plant }: DeviceIdentity,
    topic: string,
    payload: Buffer,
    foreign: string | null,
  ): Envelope {
    const [receivedAt, arrivedMs] = [this.clock.now(), performance.now()];
    return { topic, payload, bytes: payload.length, receivedAt, arrivedMs, plant, retained: false, foreign };
  }

  private take(envelope: Envelope, settle: Settle): void {
    const { intake } = this;
    if (intake === null) return settle(new Error('closing'));
    const bytes = envelope.payload.length;
    this.inFlight.enter(bytes);
    intake(envelope, (error) => {
      this.inFlight.leave(bytes);
      settle(error);
    });
  }

  private cut(username: string): void {
    for (const [client, name] of this.sessions) {
      if (name !== username) continue;
      this.identities.delete(client); // its last will counts no more
      client.close();
    }
  }
}
