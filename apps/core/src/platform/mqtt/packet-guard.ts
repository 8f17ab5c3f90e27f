/** A PUBLISH that was longer than the parser may see. */
export interface OversizePublish {
  readonly topic: string;
  /** beginning of the payload, as much as is kept */
  readonly payload: Buffer;
  /** length of the whole payload */
  readonly bytes: number;
  readonly qos: number;
  /** null with QoS 0 */
  readonly messageId: number | null;
}

/** What a guard lets through, and whom it tells. */
export interface GuardRules {
  /** longest packet that is let through, without its fixed header */
  readonly passBytes: number;
  /** how much of a longer PUBLISH is kept */
  readonly keepBytes: number;
  /** may this connection publish yet? */
  mayPublish(): boolean;
  /** a longer PUBLISH has begun: until it has passed, the connection sends nothing else */
  begun(): void;
  /** a longer PUBLISH has passed */
  passed(publish: OversizePublish): void;
  /** something that no honest client sends; the connection has to be cut */
  violated(what: string): void;
  /** longest PUBLISH, without its fixed header, that is offered to {@link direct} */
  readonly directBytes: number;
  /**
   * Takes a short PUBLISH with QoS 1 that is whole, so that the parser need not see it. It is not asked for one that came behind
   * something that the parser sees in the same chunk: order stays.
   * @param from where the topic's length stands
   * @param end where the packet ends
   * @returns false: the parser has to see it
   */
  direct(chunk: Buffer, from: number, end: number): boolean;
}

const PUBLISH = 3;
/** PUBLISH with QoS 1 that the broker does not have to keep; bit 3 says that it is sent again. */
const PLAIN_PUBLISH = 0x32;
const SENT_AGAIN = 0x08;
const LENGTH_BYTES_MAX = 4;
const NOTHING = Buffer.alloc(0);

interface Header {
  /** bytes of the fixed header */
  readonly size: number;
  readonly length: number;
}

/**
 * Reads a fixed header.
 * @returns null when it is not complete; 'malformed' when the length has more than four bytes
 * @see MQTT 3.1.1, 2.2.3
 */
function headerAt(chunk: Buffer, at: number): Header | null | 'malformed' {
  let length = 0;
  for (let i = 0; i < LENGTH_BYTES_MAX; i++) {
    const byte = chunk[at + 1 + i];
    if (byte === undefined) return null;
    length += (byte & 0x7f) * 128 ** i;
    if (byte < 0x80) return { size: 2 + i, length };
  }
  return 'malformed';
}

/** A long packet on its way through. */
interface Passing {
  readonly flags: number;
  readonly length: number;
  left: number;
  readonly kept: Buffer[];
  keptBytes: number;
}

/**
 * Stands between a socket and the MQTT parser, which collects a packet whole before it looks at it. Packets up to
 * a length are let through untouched, but for those that are taken directly. Of a longer PUBLISH the beginning is kept and
 * the rest is let go by, so that an announced length costs nothing and the messages behind it are still heard.
 */
export class PacketGuard {
  private held = NOTHING;
  private through = 0;
  private long: Passing | null = null;
  private broken = false;

  constructor(private readonly rules: GuardRules) {}

  /**
   * Takes what came from the socket.
   * @returns what the parser may see; null: nothing
   */
  filter(chunk: Buffer): Buffer | null {
    if (this.broken) return null;
    const data = this.held.length > 0 ? Buffer.concat([this.held, chunk]) : chunk;
    this.held = NOTHING;
    const clean: Buffer[] = [];
    let from = 0;
    let at = 0;
    while (at < data.length && !this.broken) {
      if (this.long) {
        at = from = this.swallow(this.long, data, at);
        continue;
      }
      if (this.through > 0) {
        const step = Math.min(this.through, data.length - at);
        this.through -= step;
        at += step;
        continue;
      }
      const header = headerAt(data, at);
      if (header !== null && header !== 'malformed' && header.length <= this.rules.passBytes) {
        const body = at + header.size;
        const end = body + header.length;
        if (this.isShort(data[at], header)) {
          if (end > data.length) break;
          if (from === at && clean.length === 0 && this.rules.direct(data, body, end)) {
            at = from = end;
            continue;
          }
        }
        at += header.size;
        this.through = header.length;
        continue;
      }
      clean.push(data.subarray(from, at));
      at = from = this.special(header, data, at);
    }
    if (this.broken) return null;
    if (from === 0 && at === data.length && clean.length === 0) return data;
    clean.push(data.subarray(from, at));
    // The beginning of a short one waits for its end: a copy, for the chunk is long.
    if (at < data.length) this.held = Buffer.from(data.subarray(at));
    const rest = clean.filter((part) => part.length > 0);
    if (rest.length === 0) return null;
    return rest.length === 1 ? (rest[0] ?? null) : Buffer.concat(rest);
  }

  private isShort(first: number | undefined, { length }: Header): boolean {
    return ((first ?? 0) & ~SENT_AGAIN) === PLAIN_PUBLISH && length <= this.rules.directBytes;
  }

  /** A header that is not complete, not well-formed, or announces too much. @returns where to go on */
  private special(header: Header | null | 'malformed', data: Buffer, at: number): number {
    if (header === null) {
      this.held = Buffer.from(data.subarray(at));
      return data.length;
    }
    if (header === 'malformed') return this.violate('a length of more than four bytes', data);
    const flags = data[at] ?? 0;
    if (flags >> 4 !== PUBLISH || !this.rules.mayPublish())
      return this.violate(`a packet of ${header.length} bytes`, data);
    this.long = { flags, length: header.length, left: header.length, kept: [], keptBytes: 0 };
    this.rules.begun();
    return at + header.size;
  }

  private violate(what: string, data: Buffer): number {
    this.broken = true;
    this.rules.violated(what);
    return data.length;
  }

  private swallow(long: Passing, data: Buffer, at: number): number {
    const step = Math.min(long.left, data.length - at);
    const keep = Math.min(step, this.rules.keepBytes - long.keptBytes);
    if (keep > 0) {
      // a copy: the chunk must not stay in memory for the part that is kept
      long.kept.push(Buffer.from(data.subarray(at, at + keep)));
      long.keptBytes += keep;
    }
    long.left -= step;
    if (long.left === 0) this.finish(long);
    return at + step;
  }

  private finish(long: Passing): void {
    this.long = null;
    const body = Buffer.concat(long.kept);
    const qos = (long.flags >> 1) & 3;
    const topicBytes = body.readUInt16BE(0);
    const payloadAt = 2 + topicBytes + (qos > 0 ? 2 : 0);
    if (payloadAt > body.length || qos > 1) {
      this.violate(qos > 1 ? 'a long packet with QoS 2' : 'a topic longer than its packet', body);
      return;
    }
    this.rules.passed({
      topic: body.toString('utf8', 2, 2 + topicBytes),
      payload: body.subarray(payloadAt),
      bytes: long.length - payloadAt,
      qos,
      messageId: qos > 0 ? body.readUInt16BE(2 + topicBytes) : null,
    });
  }
}
