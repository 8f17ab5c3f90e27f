import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import type { Watermark } from '@takt/contracts';
import { BackOff } from './back-off';
import { MemoryOutbox, type Outbox } from './outbox';
import type { Outgoing } from './voice';

/**
 * When a message counts as confirmed: at the PUBACK (the broker is core's own, which acknowledges what is stored), or by core's
 * commit watermark, told with {@link Link.confirm} (any broker: what lies above the watermark is kept and sent again).
 */
export type Confirmation = 'puback' | 'watermark';

/** What core has committed of a boot, as its commit watermark tells. */
export type Committed = Pick<Watermark, 'seq' | 'above'>;

/** How a device reaches the broker. */
export interface LinkOptions {
  /** `mqtt://…`, `mqtts://…` or `ws://…` */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly outbox?: Outbox;
  readonly confirmation?: Confirmation;
  /** messages that may be under way at once */
  readonly window?: number;
  /**
   * Behind any broker: what core has not committed after so long is sent again. A broker that lost its sessions acknowledges
   * what nobody hears until core has subscribed again.
   */
  readonly resendSec?: number;
  readonly keepaliveSec?: number;
  /** topics that are listened to, at QoS 1 */
  readonly topics?: readonly string[];
  /** made anew for each connection: what the broker says when it breaks */
  readonly will?: () => Outgoing;
  /** made anew for each connection: the first thing said */
  readonly birth?: () => Outgoing;
  readonly onMessage?: (topic: string, payload: Buffer) => void;
  /** tells when the connection is there, is gone, or is refused (wrong password, revoked) */
  readonly onChange?: (state: 'open' | 'lost' | 'refused') => void;
  readonly backOff?: BackOff;
}

const WINDOW = 100;
const RESEND_SEC = 15;
const KEEPALIVE_SEC = 15;
const CONNECT_TIMEOUT_MS = 10_000;
const GOODBYE_MS = 2_000;
/** CONNACK: wrong name or password, not allowed. */
const REFUSED = [4, 5];

/**
 * A connection to the broker that stores and forwards: what is sent is kept until it is confirmed, and sent again, in order, after
 * each loss. Everything goes at QoS 1. It connects for as long as it is open; nothing that the broker does makes it fail.
 */
export class Link {
  private readonly outbox: Outbox;
  private readonly backOff: BackOff;
  private client: MqttClient | null = null;
  private connected = false;
  private closed = true;
  private timer: NodeJS.Timeout | undefined;
  private resending: NodeJS.Timeout | undefined;
  /** behind any broker: key of what was sent and is not committed → when, monotonic ms */
  private readonly sentAt = new Map<string, number>();
  private toSend: Outgoing[] = [];
  private sent = 0;
  private underWay = 0;
  private lastWill: Outgoing | null = null;

  constructor(private readonly options: LinkOptions) {
    this.outbox = options.outbox ?? new MemoryOutbox();
    this.backOff = options.backOff ?? new BackOff();
  }

  /** how many messages are not confirmed */
  get waiting(): number {
    return this.outbox.size;
  }

  /** Is the broker there? */
  get online(): boolean {
    return this.connected;
  }

  /** Connects, and goes on connecting until it is closed. */
  open(): void {
    this.closed = false;
    if (this.options.confirmation === 'watermark')
      this.resending = setInterval(() => this.resend(), this.resendMs / 2);
    this.connect();
  }

  /** Sends a message, now or when the broker is there again. */
  send(message: Outgoing): void {
    this.outbox.add(message);
    if (!this.connected) return;
    this.toSend.push(message);
    this.pump();
  }

  /**
   * Core has everything of a station's boot up to a number, and what lies in ranges above it: it need not be kept.
   * @param root topic up to the station
   */
  confirm(root: string, boot: string, { seq, above }: Committed): void {
    const has = (one: number): boolean => one <= seq || above.some(([from, to]) => from <= one && one <= to);
    for (const message of this.outbox.waiting())
      if (message.root === root && message.boot === boot && has(message.seq)) {
        this.outbox.remove(message.key);
        this.sentAt.delete(message.key);
      }
  }

  /** Waits until everything is confirmed. @returns false when the time was too short */
  async drained(timeoutMs: number): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    while (this.outbox.size > 0) {
      if (performance.now() > deadline) return false;
      await new Promise((done) => setTimeout(done, 5));
    }
    return true;
  }

  /** Says goodbye and disconnects. What is not confirmed stays in the outbox. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    clearTimeout(this.timer);
    clearInterval(this.resending);
    const { client } = this;
    if (this.connected && this.lastWill) {
      this.send(this.lastWill);
      this.lastWill = null;
      await this.drained(GOODBYE_MS);
    }
    this.client = null;
    this.connected = false;
    if (client) await client.endAsync().catch(() => undefined);
    this.outbox.close();
  }

  private connect(): void {
    const { url, username, password, will, keepaliveSec = KEEPALIVE_SEC } = this.options;
    const last = will?.() ?? null;
    const settings: IClientOptions = {
      username,
      password,
      clean: true,
      reconnectPeriod: 0,
      resubscribe: false,
      connectTimeout: CONNECT_TIMEOUT_MS,
      keepalive: keepaliveSec,
      ...(last
        ? { will: { topic: last.topic, payload: Buffer.from(last.payload), qos: 1, retain: true } }
        : {}),
    };
    const client = mqtt.connect(url, settings);
    this.client = client;
    let refused = false;
    client.on('connect', () => this.listen(client, last));
    client.on('message', (topic, payload) => this.options.onMessage?.(topic, payload));
    client.on(
      'error',
      (error) => (refused ||= REFUSED.includes((error as { code?: unknown }).code as number)),
    );
    client.on('close', () => this.lost(client, refused));
  }

  /** Who is born listens already, so the topics come first; a refused one leaves a device that cannot be commanded. */
  private listen(client: MqttClient, will: Outgoing | null): void {
    const { topics = [] } = this.options;
    if (topics.length === 0) return this.begin(client, will);
    client.subscribe([...topics], { qos: 1 }, () => this.begin(client, will));
  }

  /** The will of a connection that broke is told by us as well: a broker that died with it would leave a gap in the numbers. */
  private begin(client: MqttClient, will: Outgoing | null): void {
    if (client !== this.client) return;
    this.backOff.reset();
    const waiting = this.outbox.waiting();
    const first = [this.lastWill, this.options.birth?.() ?? null].filter((message) => message !== null);
    for (const message of first) this.outbox.add(message);
    this.lastWill = will;
    this.toSend = [
      ...waiting.filter(({ retain }) => retain),
      ...first,
      ...waiting.filter(({ retain }) => !retain),
    ];
    this.sent = 0;
    this.underWay = 0;
    this.sentAt.clear();
    this.connected = true;
    this.options.onChange?.('open');
    this.pump();
  }

  private lost(client: MqttClient, refused: boolean): void {
    client.end(true);
    if (client !== this.client) return;
    const was = this.connected;
    this.client = null;
    this.connected = false;
    if (refused) this.options.onChange?.('refused');
    else if (was) this.options.onChange?.('lost');
    if (this.closed) return;
    this.timer = setTimeout(() => this.connect(), this.backOff.pauseMs());
  }

  private get resendMs(): number {
    return (this.options.resendSec ?? RESEND_SEC) * 1000;
  }

  /** Sends again what the broker took and core does not have. */
  private resend(): void {
    if (!this.connected) return;
    const sentBefore = performance.now() - this.resendMs;
    for (const message of this.outbox.waiting()) {
      const at = this.sentAt.get(message.key);
      if (at === undefined || at > sentBefore) continue;
      this.sentAt.delete(message.key); // it waits for its turn, once
      this.toSend.push(message);
    }
    this.pump();
  }

  private pump(): void {
    const { client } = this;
    const window = this.options.window ?? WINDOW;
    while (client && this.underWay < window && this.sent < this.toSend.length)
      this.publish(client, this.toSend[this.sent++]!);
    if (this.sent < this.toSend.length && this.sent < window) return;
    this.toSend = this.toSend.slice(this.sent);
    this.sent = 0;
  }

  private publish(client: MqttClient, { key, topic, payload, retain }: Outgoing): void {
    this.underWay += 1;
    if (this.options.confirmation === 'watermark') this.sentAt.set(key, performance.now());
    client.publish(topic, payload, { qos: 1, retain }, (error) => {
      if (error || client !== this.client) return;
      this.underWay -= 1;
      if ((this.options.confirmation ?? 'puback') === 'puback') this.outbox.remove(key);
      this.pump();
    });
  }
}
