import { TOPIC_ID_PATTERN } from './scalar';

/** First two levels of every Takt topic. */
export const TOPIC_ROOT = 'takt/v1';

/** Channels on which devices speak. */
export const DEVICE_CHANNELS = [
  'status',
  'state',
  'count',
  'measure',
  'alarm',
  'scan',
  'badge',
  'report',
  'andon',
  'ack',
] as const;
const CHANNELS: ReadonlySet<string> = new Set(DEVICE_CHANNELS);
/** A channel on which devices speak. */
export type DeviceChannel = (typeof DEVICE_CHANNELS)[number];

/** Channel on which core speaks to a device. */
export const COMMAND_CHANNEL = 'command';

/** Where a device message belongs. */
export interface TopicAddress {
  readonly plant: string;
  readonly line: string;
  readonly station: string;
  readonly channel: string;
}

/** Builds a topic: `takt/v1/{plant}/{line}/{station}/{channel}`. The only place where one is put together. */
export function topicOf(address: TopicAddress): string {
  return `${TOPIC_ROOT}/${address.plant}/${address.line}/${address.station}/${address.channel}`;
}

/** Subscription filter for one channel, or all, of every station. */
export function topicFilter(channel: DeviceChannel | '+' = '+'): string {
  return `${TOPIC_ROOT}/+/+/+/${channel}`;
}

/** One expression instead of a check for each part: every message comes through here, twice. */
const ADDRESS = new RegExp(
  `^${TOPIC_ROOT}/(${TOPIC_ID_PATTERN})/(${TOPIC_ID_PATTERN})/(${TOPIC_ID_PATTERN})/([^/]*)$`,
);

/**
 * Takes a topic apart.
 * @returns the address, or null when it is not of the form `takt/v1/{plant}/{line}/{station}/{channel}` with valid ids
 */
export function parseTopic(topic: string): TopicAddress | null {
  const [, plant, line, station, channel] = ADDRESS.exec(topic) ?? [];
  if (plant === undefined || line === undefined || station === undefined || channel === undefined)
    return null;
  return { plant, line, station, channel };
}

/** Is this a channel on which devices may speak? */
export function isDeviceChannel(channel: string): channel is DeviceChannel {
  return CHANNELS.has(channel);
}
