import { randomBytes } from 'node:crypto';
import {
  COMMAND_CHANNEL,
  PAYLOAD_MAX_BYTES,
  deviceMessages,
  topicOf,
  type DeviceChannel,
  type DeviceMessage,
} from '@takt/contracts';

/** Where a device stands. */
export interface StationAddress {
  readonly plant: string;
  readonly line: string;
  readonly station: string;
}

/** What a device says on a channel, without the envelope. */
export type Said<C extends DeviceChannel> = Omit<DeviceMessage<C>, 'boot' | 'seq' | 'at'>;

/** A message as it goes to the broker. `key` is what it is known by: station, boot, seq. */
export interface Outgoing {
  readonly key: string;
  /** topic up to the station */
  readonly root: string;
  readonly boot: string;
  readonly seq: number;
  readonly topic: string;
  readonly payload: string;
  /** the broker keeps it for who subscribes later: status only */
  readonly retain: boolean;
}

const BOOT_BYTES = 9;

/** A new name for a start of a device. */
export const newBoot = (): string => randomBytes(BOOT_BYTES).toString('base64url');

/**
 * Gives what a station says its envelope: the boot, the next number of this boot, the time of the device. Every message gets one
 * number, whatever becomes of it; with plant, line and station they are the key under which core stores it once.
 */
export class Voice {
  private next = 0;

  /**
   * @param address where the device stands
   * @param now its clock, epoch ms
   * @param boot name of this start; a new one unless told
   */
  constructor(
    readonly address: StationAddress,
    private readonly now: () => number,
    readonly boot: string = newBoot(),
  ) {}

  /**
   * Makes the next message.
   * @param at when it happened, epoch ms; now unless told
   * @throws Error when the contract would refuse it: a fault of the device, not of the line
   */
  say<C extends DeviceChannel>(channel: C, said: Said<C>, at = Math.round(this.now())): Outgoing {
    const { boot } = this;
    const message = deviceMessages[channel].parse({ ...said, boot, seq: this.next, at });
    const payload = JSON.stringify(message);
    if (Buffer.byteLength(payload) > PAYLOAD_MAX_BYTES)
      throw new Error(
        `A message on ${channel} has ${Buffer.byteLength(payload)} bytes. Maybe send it in several parts.`,
      );
    const seq = this.next++;
    const topic = topicOf({ ...this.address, channel });
    const root = rootOf(topic);
    return { key: `${root} ${boot} ${seq}`, root, boot, seq, topic, payload, retain: channel === 'status' };
  }

  /** Topic on which core speaks to the station. */
  get commandTopic(): string {
    return topicOf({ ...this.address, channel: COMMAND_CHANNEL });
  }
}

const rootOf = (topic: string): string => topic.slice(0, topic.lastIndexOf('/'));
