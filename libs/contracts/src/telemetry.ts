import { z } from 'zod';
import { MACHINE_STATES, QuarantineReason } from './device-message';
import { listQuery, pageOf } from './list';
import { allow } from './role';
import { route } from './route';
import { Id, Instant, Note, TopicId, Uuid } from './scalar';

/** State of a station as Takt knows it: what the device said, or `unknown` when it is silent. */
export const STATION_STATES = [...MACHINE_STATES, 'unknown'] as const;
/** One of {@link STATION_STATES}. */
export const StationState = z.enum(STATION_STATES);
/** State of a station. */
export type StationState = z.infer<typeof StationState>;

/** A station as it is now. */
export const StationLive = z.object({
  station: TopicId,
  line: TopicId,
  state: StationState,
  stateSince: Instant.nullable(),
  reason: Id.nullable(),
  online: z.boolean().nullable().describe('null: never heard of'),
  lastMessageAt: Instant.nullable(),
  goodShift: z.number().describe('pieces counted by the machine since the shift began'),
  scrapShift: z.number(),
  measures: z.record(z.string(), z.number()).describe('last values'),
  alarms: z.array(
    z.object({ code: z.string(), severity: z.string(), since: Instant, text: z.string().nullable() }),
  ),
  openStop: Uuid.nullable(),
  version: z.number().int().describe('grows with every change of this station'),
});
/** A station as it is now. */
export type StationLive = z.infer<typeof StationLive>;

/** An interval in which a station was in one state. */
export const StateInterval = z.object({
  station: TopicId,
  state: StationState,
  reason: Id.nullable(),
  startAt: Instant,
  endAt: Instant.nullable(),
  operation: Id.nullable(),
});
/** An interval in which a station was in one state. */
export type StateInterval = z.infer<typeof StateInterval>;

/** A stop: a station was stopped or in fault longer than its micro-stop limit. */
export const Stop = z.object({
  id: Uuid,
  station: TopicId,
  line: TopicId,
  state: StationState,
  startAt: Instant,
  endAt: Instant.nullable(),
  reason: Id.nullable().describe(
    'of the plant; null: not explained, or the device named one that the plant does not know',
  ),
  note: z
    .string()
    .describe('what a person wrote; before that, the reason that the device named and nobody knows'),
  explainedBy: Id.nullable(),
  explainedAt: Instant.nullable(),
  operation: Id.nullable(),
});
/** A stop. */
export type Stop = z.infer<typeof Stop>;

/** A message that was not accepted. */
export const QuarantineEntry = z.object({
  id: Uuid,
  topic: z.string(),
  reason: QuarantineReason,
  detail: z.string(),
  payload: z.string().describe('text; base64 when it is not UTF-8'),
  encoding: z.enum(['text', 'base64']),
  bytes: z.number().int(),
  receivedAt: Instant,
  times: z.number().int().describe('how often it came; a message that is sent again is one entry'),
  lastAt: Instant,
  resolvedAt: Instant.nullable(),
});
/** A message that was not accepted. */
export type QuarantineEntry = z.infer<typeof QuarantineEntry>;

/**
 * What core has committed of a device's boot: everything up to `seq`, and what lies above it in `above`, as inclusive
 * ranges. A gateway keeps the rest and sends it again.
 */
export const Watermark = z.object({
  station: TopicId,
  boot: z.string(),
  seq: z.number().int(),
  above: z.array(z.tuple([z.number().int(), z.number().int()])),
  committedAt: Instant,
  gaps: z.number().int(),
});
/** Commit watermark. */
export type Watermark = z.infer<typeof Watermark>;

/** Stations as they are, their past, their stops. */
export const telemetryRoutes = {
  live: route({
    method: 'GET',
    path: '/live',
    access: allow.anyone,
    summary: 'Stations as they are now',
    query: z.strictObject({ line: TopicId.optional() }),
    reply: z.array(StationLive),
  }),
  states: route({
    method: 'GET',
    path: '/stations/:station/states',
    access: allow.anyone,
    summary: 'State intervals in a window (31 days at most)',
    params: z.strictObject({ station: TopicId }),
    query: z.strictObject({ from: Instant, to: Instant }),
    reply: z.array(StateInterval),
    errors: ['thing.unknown', 'station.window'],
  }),
  measures: route({
    method: 'GET',
    path: '/stations/:station/measures',
    access: allow.anyone,
    summary: 'Measurements in a window, newest first',
    params: z.strictObject({ station: TopicId }),
    query: z.strictObject({
      from: Instant,
      to: Instant,
      name: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(10_000).default(1000),
    }),
    reply: z.array(z.object({ at: Instant, name: z.string(), value: z.number() })),
    errors: ['thing.unknown'],
  }),
  stops: route({
    method: 'GET',
    path: '/stops',
    access: allow.anyone,
    summary: 'Stops; unexplained ones with filter=explained:no',
    query: listQuery(['station', 'line', 'explained', 'reason', 'from', 'to', 'open'], ['startAt']),
    reply: pageOf(Stop),
  }),
  explainStop: route({
    method: 'POST',
    path: '/stops/:stop/explain',
    access: allow.floor,
    summary: 'Give a stop its reason',
    params: z.strictObject({ stop: Uuid }),
    body: z.strictObject({
      commandId: Uuid,
      reason: Id,
      note: Note.default(''),
      worker: Id.optional(),
      replace: z.boolean().default(false),
    }),
    reply: Stop,
    errors: ['thing.unknown', 'reference.unknown', 'stop.open'],
  }),
  quarantine: route({
    method: 'GET',
    path: '/quarantine',
    access: allow.office,
    summary: 'Messages that were not accepted',
    query: listQuery(['reason', 'resolved', 'topic'], ['receivedAt'], {
      reason: QuarantineReason.options,
    }),
    reply: pageOf(QuarantineEntry),
  }),
  resolveQuarantine: route({
    method: 'POST',
    path: '/quarantine/:entry/resolve',
    access: allow.admins,
    summary: 'Try the message again (retry) or put it aside (dismiss)',
    params: z.strictObject({ entry: Uuid }),
    body: z.strictObject({ action: z.enum(['retry', 'dismiss']) }),
    reply: QuarantineEntry,
    errors: ['thing.unknown'],
  }),
  watermarks: route({
    method: 'GET',
    path: '/devices/watermarks',
    access: allow.anyone,
    summary: 'Commit watermark by station and boot',
    query: z.strictObject({ station: TopicId.optional() }),
    reply: z.array(Watermark),
  }),
} as const;
