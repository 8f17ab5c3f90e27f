import { z } from 'zod';
import { ReportType } from './report';
import { Id, QTY_MAX, Uuid } from './scalar';
import type { DeviceChannel } from './topic';

/** Largest payload of a device message in bytes. */
export const PAYLOAD_MAX_BYTES = 65_536;
/** A device clock may be ahead of core by this much at most, in ms. */
export const CLOCK_AHEAD_MAX_MS = 86_400_000;
/** Counters roll over at this value. */
export const COUNTER_MODULUS = 4_294_967_296;

/** Neither the character NUL nor half a surrogate pair: no database stores those. */
const storable = (value: string): boolean => !value.includes('\u0000') && !/\p{Surrogate}/u.test(value);
const text = (max: number) =>
  z.string().max(max).refine(storable, 'neither the character NUL nor half a surrogate pair');
const Boot = text(64).min(1);
const Code = text(64).min(1);
const Counter = z
  .number()
  .int()
  .min(0)
  .max(COUNTER_MODULUS - 1);
const Pieces = z.number().int().min(0).max(QTY_MAX);

/**
 * What every device message carries: `boot` (new at each device start), `seq` (from 0, +1 per message of that boot),
 * `at` (device clock, epoch ms). With plant, line and station they are the idempotency key.
 */
const envelope = {
  boot: Boot,
  seq: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  at: z.number().int().min(0).max(8.64e15),
};

/** State of a machine or worker station as it reports it. */
export const MACHINE_STATES = [
  'running',
  'idle',
  'setup',
  'stopped',
  'fault',
  'maintenance',
  'cleaning',
] as const;
/** One of {@link MACHINE_STATES}. */
export const MachineState = z.enum(MACHINE_STATES);
/** State a device may report. */
export type MachineState = z.infer<typeof MachineState>;

/** Kinds of help. */
export const AndonKind = z.enum(['material', 'maintenance', 'quality', 'supervisor']);
/** Kind of help. */
export type AndonKind = z.infer<typeof AndonKind>;

/** Payloads by channel, device to core. Unknown fields are kept with the message but not read. */
export const deviceMessages = {
  status: z.object({
    ...envelope,
    online: z.boolean(),
    model: text(80).optional(),
    firmware: text(80).optional(),
  }),
  state: z.object({ ...envelope, state: MachineState, reason: Code.optional() }),
  count: z.object({ ...envelope, good: Counter, scrap: Counter }),
  measure: z.object({
    ...envelope,
    values: z
      .record(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), z.number())
      .refine(
        (values) => Object.keys(values).length > 0 && Object.keys(values).length <= 200,
        '1 to 200 values',
      ),
  }),
  alarm: z.object({
    ...envelope,
    code: Code,
    severity: z.enum(['info', 'warning', 'critical']),
    active: z.boolean(),
    text: text(500).optional(),
  }),
  scan: z.object({ ...envelope, code: text(500).min(1), symbology: text(40).optional() }),
  badge: z.object({ ...envelope, badge: Code, direction: z.enum(['in', 'out']) }),
  report: z.object({
    ...envelope,
    operation: Id,
    type: ReportType,
    good: Pieces.optional(),
    scrap: Pieces.optional(),
    rework: Pieces.optional(),
    scrapReason: Code.optional(),
    pauseReason: Code.optional(),
    workers: z.array(Id).max(20).optional(),
    setupSec: z.number().int().min(0).max(604_800).optional(),
    lot: Id.optional(),
    commandId: Uuid,
  }),
  andon: z.object({
    ...envelope,
    kind: AndonKind,
    action: z.enum(['call', 'answer', 'resolve']),
    callId: Uuid,
    worker: Id.optional(),
  }),
  ack: z.object({ ...envelope, id: Uuid, ok: z.boolean(), error: text(500).optional() }),
} as const satisfies Record<DeviceChannel, z.ZodType>;

/** Payload of a channel. */
export type DeviceMessage<C extends DeviceChannel = DeviceChannel> = z.infer<(typeof deviceMessages)[C]>;

/** Commands, core to device, on the channel `command`; answered on `ack` with the same id. */
export const DeviceCommand = z.discriminatedUnion('type', [
  z.object({
    id: Uuid,
    type: z.literal('load-operation'),
    operation: Id.nullable(),
    item: Id.nullable(),
    qty: z.number().nullable(),
    next: Id.nullable(),
    scheduleVersion: z.number().int(),
  }),
  z.object({ id: Uuid, type: z.literal('message'), text: z.string(), textZh: z.string().optional() }),
  z.object({
    id: Uuid,
    type: z.literal('andon-light'),
    light: z.enum(['off', 'green', 'yellow', 'red', 'blue']),
    flash: z.boolean(),
  }),
]);
/** Command to a device. */
export type DeviceCommand = z.infer<typeof DeviceCommand>;

/** Why a message was not accepted. It is acknowledged to the broker, kept whole in quarantine and counted. */
export const QUARANTINE_REASONS = [
  'not-json',
  'too-large',
  'unknown-topic',
  'unknown-plant',
  'unknown-station',
  'unknown-channel',
  'invalid-field',
  'clock-ahead',
  'implausible-count',
  'different-payload',
  'rejected-report',
] as const;
/** One of {@link QUARANTINE_REASONS}. */
export const QuarantineReason = z.enum(QUARANTINE_REASONS);
/** Why a message was not accepted. */
export type QuarantineReason = z.infer<typeof QuarantineReason>;
