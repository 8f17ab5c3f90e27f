import { isUtf8 } from 'node:buffer';
import {
  deviceMessages,
  isDeviceChannel,
  PAYLOAD_MAX_BYTES,
  topicOf,
  type DeviceChannel,
  type DeviceMessage,
  type QuarantineReason,
} from '@takt/contracts';
import { effectiveTime } from '@takt/telemetry';
import type { Envelope } from '../../platform/mqtt';
import type { PlantDirectory } from './plant-directory';

/** A message that is understood. */
export interface Accepted {
  readonly plant: string;
  readonly line: string;
  readonly station: string;
  readonly channel: DeviceChannel;
  readonly boot: string;
  readonly seq: number;
  /** clock of the device, epoch ms; before 2000: 2000, the device did not know the time */
  readonly clockAt: number;
  /** when it happened, epoch ms */
  readonly at: number;
  readonly receivedAt: number;
  readonly message: DeviceMessage;
  /** payload as it came */
  readonly text: string;
}

/** A message that is put into quarantine. */
export interface Refused {
  /** `*`: of no plant that there is */
  readonly plant: string;
  readonly topic: string;
  readonly reason: QuarantineReason;
  /** what is wrong, with names and values */
  readonly detail: string;
  readonly payload: Buffer;
  readonly bytes: number;
  readonly receivedAt: number;
}

/** What became of an envelope. `unknown`: its plant or station is not known, or not yet. */
export type Decoded =
  | { readonly kind: 'accepted'; readonly accepted: Accepted }
  | { readonly kind: 'refused' | 'unknown'; readonly refused: Refused };

const NO_CLOCK_MS = Date.UTC(2000, 0, 1);
const VALUE_MAX = 200;

/** Anybody's plant: messages of a plant that does not exist. */
export const NO_PLANT = '*';

const shown = (value: unknown): string => {
  const text =
    typeof value === 'string' ? `"${value}"` : typeof value === 'object' ? 'an object' : String(value);
  return text.slice(0, VALUE_MAX);
};

function valueAt(message: unknown, path: readonly PropertyKey[]): unknown {
  let value = message;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

interface Fault {
  readonly reason: QuarantineReason;
  readonly detail: string;
}

function parseJson(payload: Buffer): { value: unknown; text: string } | Fault {
  if (!isUtf8(payload)) return { reason: 'not-json', detail: 'the bytes are not UTF-8' };
  const text = payload.toString('utf8');
  try {
    return { value: JSON.parse(text) as unknown, text };
  } catch (error) {
    return { reason: 'not-json', detail: (error as Error).message.slice(0, VALUE_MAX) };
  }
}

type Content = { readonly message: DeviceMessage; readonly text: string };

function parseMessage(channel: DeviceChannel, payload: Buffer): Content | Fault {
  const json = parseJson(payload);
  if ('reason' in json) return json;
  const parsed = deviceMessages[channel].safeParse(json.value);
  if (parsed.success) return { message: parsed.data, text: json.text };
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  const value = shown(valueAt(json.value, path));
  return {
    reason: 'invalid-field',
    detail: `${path.join('.') || 'message'}: ${issue?.message ?? ''} (${value})`,
  };
}

/**
 * Looks into an envelope: may the sender speak there, is the station known, is the message well-formed, can its time be
 * right? Nothing is thrown: what is not accepted has a reason.
 */
export function decode(envelope: Envelope, directory: PlantDirectory): Decoded {
  const { topic, payload, bytes, receivedAt } = envelope;
  const address = directory.address(topic);
  const named = address && directory.hasPlant(address.plant) ? address.plant : NO_PLANT;
  const plant = envelope.plant ?? named;
  const refuse = ({ reason, detail }: Fault, kind: 'refused' | 'unknown' = 'refused'): Decoded => ({
    kind,
    refused: { plant, topic, reason, detail, payload, bytes, receivedAt },
  });
  if (envelope.foreign !== null) return refuse({ reason: 'unknown-topic', detail: envelope.foreign });
  if (!address)
    return refuse({
      reason: 'unknown-topic',
      detail: 'not takt/v1/{plant}/{line}/{station}/{channel} with valid ids',
    });
  if (bytes > PAYLOAD_MAX_BYTES)
    return refuse({
      reason: 'too-large',
      detail: `${bytes} bytes, at most ${PAYLOAD_MAX_BYTES} are allowed`,
    });
  if (!directory.hasPlant(address.plant))
    return refuse({ reason: 'unknown-plant', detail: `there is no plant ${address.plant}` }, 'unknown');
  const place = directory.find(address.plant, address.station);
  if (place?.line !== address.line) {
    const where = place
      ? `${address.station} stands on line ${place.line}`
      : `there is no station ${address.station}`;
    return refuse(
      { reason: 'unknown-station', detail: `${where}, line ${address.line} was named` },
      'unknown',
    );
  }
  const { channel } = address;
  if (!isDeviceChannel(channel))
    return refuse({
      reason: 'unknown-channel',
      detail: `devices do not speak on ${channel.slice(0, VALUE_MAX)}`,
    });
  const content = parseMessage(channel, payload);
  if ('reason' in content) return refuse(content);
  const { message, text } = content;
  const time = effectiveTime(message.at, receivedAt);
  if (time === null)
    return refuse({ reason: 'clock-ahead', detail: `at ${message.at} is more than 24 h after the receipt` });
  const { boot, seq } = message;
  const clockAt = Math.max(NO_CLOCK_MS, message.at);
  // a last will was written when the connection began: it counts at its receipt, unless the broker has kept it since
  const will = 'online' in message && !message.online && !envelope.retained;
  const at = will ? receivedAt : time.at;
  const { line, station } = address;
  return {
    kind: 'accepted',
    accepted: {
      plant: address.plant,
      line,
      station,
      channel,
      boot,
      seq,
      clockAt,
      at,
      receivedAt,
      message,
      text,
    },
  };
}

/** An accepted message that has to go into quarantine after all. */
export function refusedOf(accepted: Accepted, reason: QuarantineReason, detail: string): Refused {
  const { plant, line, station, channel, text, receivedAt } = accepted;
  const payload = Buffer.from(text);
  const topic = topicOf({ plant, line, station, channel });
  return { plant, topic, reason, detail, payload, bytes: payload.length, receivedAt };
}
