import { isDeviceChannel, parseTopic } from '@takt/contracts';
import type { Client } from 'aedes';
import { DeferredAcks } from './deferred-acks';
import type { DeviceIdentity } from './device-auth';
import { publishFault } from './device-rules';
import type { Settle } from './message-source';

/** The longest PUBLISH that is read here, without its fixed header. */
export const DIRECT_BYTES = 4096;
/**
 * So often the broker sees a PUBLISH of each connection: its keep-alive of a second or more, with the half of it that
 * MQTT grants, then never takes a device that speaks for one that is gone.
 */
const BROKER_SEES_MS = 250;
/** Beyond so many that are not stored yet a connection is read at the pace of the broker: nobody floods the others away. */
const UNDER_WAY_MAX = 100;
/** Topics that are remembered of a connection. */
const TOPICS_MAX = 1000;

/** Takes a message of a device that has logged in, under a topic of its own. */
export type Receive = (topic: string, payload: Buffer, settle: Settle) => void;

/**
 * Short messages of one connection, read without the broker: it would look for subscribers that device messages never
 * have, and that costs more than all that core does with them. Only what is beyond doubt is read here, QoS 1 under a
 * topic of the device's own station; the broker sees everything else, and one PUBLISH now and then.
 * @see MQTT 3.1.1, 3.3 and 4.6
 */
export class DirectPublishes {
  private readonly topics = new Set<string>();
  private readonly acks: DeferredAcks;
  private brokerSawMs = -Infinity;
  private underWay = 0;

  constructor(
    private readonly client: Client,
    private readonly receive: Receive,
  ) {
    this.acks = new DeferredAcks((bytes) => {
      if (!client.closed) client.conn.write(bytes);
    });
  }

  /**
   * Reads a PUBLISH.
   * @param identity who speaks
   * @param from where the topic's length stands in the chunk
   * @param end where the packet ends
   * @returns false: the broker has to see it
   */
  take(identity: DeviceIdentity, chunk: Buffer, from: number, end: number): boolean {
    // Who sends too much, or does not read its acknowledgements, is made to wait by the broker.
    if (this.underWay >= UNDER_WAY_MAX || this.client.conn.writableNeedDrain) return false;
    if (end === chunk.length && this.brokerIsDue()) return false;
    const topicAt = from + 2;
    if (topicAt > end) return false;
    const idAt = topicAt + chunk.readUInt16BE(from);
    if (idAt + 2 > end) return false;
    const topic = chunk.toString('latin1', topicAt, idAt);
    const messageId = chunk.readUInt16BE(idAt);
    if (messageId === 0 || !this.isOwn(identity, topic)) return false;
    const acknowledge = this.acks.later(messageId);
    this.underWay += 1;
    this.receive(topic, chunk.subarray(idAt + 2, end), (error) => {
      this.underWay -= 1;
      if (error === null) acknowledge();
      else this.client.close();
    });
    return true;
  }

  /** Sends the acknowledgements that are due, before one that the broker sends: they keep the order of their messages. */
  flush(): void {
    this.acks.flush();
  }

  /** The last message of a chunk is the broker's from time to time. */
  private brokerIsDue(): boolean {
    const now = performance.now();
    if (now - this.brokerSawMs < BROKER_SEES_MS) return false;
    this.brokerSawMs = now;
    return true;
  }

  /** A topic of one of the device's own stations, and a channel on which devices speak. */
  private isOwn(identity: DeviceIdentity, topic: string): boolean {
    if (this.topics.has(topic)) return true;
    const address = parseTopic(topic);
    if (address === null || !isDeviceChannel(address.channel) || publishFault(identity, topic) !== null)
      return false;
    if (this.topics.size < TOPICS_MAX) this.topics.add(topic);
    return true;
  }
}
