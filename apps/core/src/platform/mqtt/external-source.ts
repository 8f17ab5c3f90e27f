import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import mqtt, { type IClientOptions, type IPublishPacket, type MqttClient } from 'mqtt';
import { COMMAND_CHANNEL, topicFilter, type PartHealth } from '@takt/contracts';
import type { Clock } from '../clock';
import { DeferredAcks } from './deferred-acks';
import { InFlight, type InFlightLimits } from './in-flight';
import { MessageSource, type Envelope, type Intake, type PublishOptions } from './message-source';

const KIB = 1024;
const IN_FLIGHT: InFlightLimits = { messages: 20_000, bytes: 48 * KIB * KIB };
/** What the broker may send before it is acknowledged; brokers of MQTT 3.1.1 have a setting of their own for it. */
const RECEIVE_WINDOW = 5000;
const PACKET_MAX_BYTES = 4 * KIB * KIB;
/** How long the broker keeps what arrives while no core is there. */
const SESSION_SEC = 7 * 86_400;
const RECONNECT_MS = 1000;
/** The broker does not speak MQTT 5: by the code of version 3.1.1, and by that of version 5. */
const WRONG_VERSION = new Set([1, 132]);

/** An external broker, and how this process is known there. */
export interface ExternalAddress {
  readonly url: string;
  /** fixed: the broker keeps what is not acknowledged for this name */
  readonly clientId: string;
  /** several processes share the messages among them */
  readonly shared: boolean;
}

/** Told instead of "handled": the message is acknowledged later, by us. */
const LATER = new Error('acknowledged after the commit');

/**
 * Any MQTT broker. The PUBACK to it follows the commit: messages are taken as they come, and acknowledged together when
 * their batch is stored. What was not acknowledged comes again after a reconnection, as the session outlives it.
 */
export class ExternalSource extends MessageSource {
  private readonly logger = new Logger('mqtt');
  private readonly inFlight: InFlight;
  private readonly acks = new DeferredAcks((bytes) => void this.client?.stream.write(bytes));
  private client: MqttClient | null = null;
  private subscribed = false;
  private reading = false;

  override readonly ports = null;

  constructor(
    private readonly address: ExternalAddress,
    private readonly clock: Pick<Clock, 'now'>,
    limits: InFlightLimits = IN_FLIGHT,
  ) {
    super();
    this.inFlight = new InFlight(limits);
  }

  override open(intake: Intake): Promise<void> {
    this.reading = true;
    const client = this.connect({
      clientId: this.address.clientId,
      clean: false,
      properties: {
        sessionExpiryInterval: SESSION_SEC,
        receiveMaximum: RECEIVE_WINDOW,
        maximumPacketSize: PACKET_MAX_BYTES,
      },
    });
    client.handleMessage = (packet, next) => this.receive(intake, packet, next);
    client.on('connect', () => this.subscribe(client));
    client.on('close', () => {
      this.subscribed = false;
      this.acks.renew();
    });
    return Promise.resolve();
  }

  override async publish(
    topic: string,
    payload: string,
    { retain = false }: PublishOptions = {},
  ): Promise<void> {
    // A process that does not read speaks under a name of its own.
    const client = this.client ?? this.connect({ clientId: `takt-${randomUUID()}`, clean: true });
    await client.publishAsync(topic, payload, { qos: 1, retain });
  }

  override pause(): void {
    this.inFlight.close();
  }

  override async close(): Promise<void> {
    await new Promise((done) => setImmediate(done)); // acknowledgements of the last commit go out first
    await this.client?.endAsync(true);
    this.client = null;
  }

  override health(): PartHealth {
    const ok =
      this.client === null ? !this.reading : this.client.connected && (this.subscribed || !this.reading);
    return { part: 'broker', ok, detail: ok ? 'connected' : `${hostOf(this.address.url)} does not answer` };
  }

  private connect(options: IClientOptions): MqttClient {
    const client = mqtt.connect(this.address.url, {
      protocolVersion: 5,
      keepalive: 30,
      reconnectPeriod: RECONNECT_MS,
      reconnectOnConnackError: true,
      resubscribe: false,
      queueQoSZero: false,
      ...options,
    });
    this.client = client;
    client.on('error', (error) => {
      if (WRONG_VERSION.has(Number((error as { code?: unknown }).code))) {
        client.options.protocolVersion = 4;
        delete client.options.properties;
      } else this.logger.warn({ err: error.message }, 'the broker does not answer');
    });
    return client;
  }

  private subscribe(client: MqttClient): void {
    this.acks.renew();
    const filter = `${this.address.shared ? '$share/takt/' : ''}${topicFilter()}`;
    // rh 1: what the broker retains is sent to a new subscription only
    client.subscribe(filter, { qos: 1, rh: 1 }, (error, granted) => {
      this.subscribed = !error && granted?.every(({ qos }) => qos < 128) === true;
      if (!this.subscribed && client.connected)
        this.logger.error({ filter, err: error?.message }, 'the broker refuses the subscription');
    });
  }

  private receive(intake: Intake, packet: IPublishPacket, next: (error?: Error) => void): void {
    if (packet.topic.endsWith(`/${COMMAND_CHANNEL}`)) return next(); // our own words
    const envelope = this.envelope(packet);
    const bytes = envelope.payload.length;
    const acknowledge = packet.qos > 0 ? this.acks.later(packet.messageId ?? 0) : () => undefined;
    this.inFlight.enter(bytes);
    intake(envelope, (error) => {
      this.inFlight.leave(bytes);
      if (error === null) acknowledge(); // else the broker sends it again on the next connection
    });
    if (this.inFlight.open) next(LATER);
    else this.inFlight.whenOpen(() => next(LATER));
  }

  private envelope(packet: IPublishPacket): Envelope {
    const { payload } = packet;
    const content = typeof payload === 'string' ? Buffer.from(payload) : payload;
    return {
      topic: packet.topic,
      payload: content,
      bytes: content.length,
      receivedAt: this.clock.now(),
      arrivedMs: performance.now(),
      plant: null,
      retained: packet.retain,
      foreign: null,
    };
  }
}

function hostOf(url: string): string {
  return new URL(url).host; // without the password
}
