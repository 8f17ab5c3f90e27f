import { COMMAND_CHANNEL, parseTopic } from '@takt/contracts';
import type { DeviceIdentity } from './device-auth';

/** Topic up to the station, or null when it is not one of ours. */
function rootOf(topic: string): { root: string; channel: string } | null {
  const address = parseTopic(topic);
  if (!address) return null;
  return { root: topic.slice(0, topic.lastIndexOf('/')), channel: address.channel };
}

/**
 * May a device publish under a topic? Only below its own stations, and not on the channel on which it is spoken to.
 * @returns why not; null: it may
 */
export function publishFault({ plant, device, roots }: DeviceIdentity, topic: string): string | null {
  const place = rootOf(topic);
  if (!place) return `${plant}/${device} spoke under ${topic.slice(0, 200)}, which is no topic of a station`;
  if (!roots.has(place.root)) return `${plant}/${device} may not speak under ${place.root}`;
  if (place.channel === COMMAND_CHANNEL) return `${plant}/${device} may not command`;
  return null;
}

/** May a device subscribe to a filter? Only to the commands of its own stations, each by its full topic. */
export function maySubscribe({ roots }: DeviceIdentity, filter: string): boolean {
  const place = rootOf(filter);
  return place !== null && place.channel === COMMAND_CHANNEL && roots.has(place.root);
}
