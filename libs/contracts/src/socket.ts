import { z } from 'zod';
import { BadgeDirection } from './people';
import { AndonCall } from './andon';
import { Notice } from './notice';
import { allow, type CallerKind } from './role';
import { Id, Instant, TopicId, Uuid } from './scalar';
import { ScheduleChange, Trigger } from './schedule';
import { StationLive } from './telemetry';

/** Namespace of the sockets. */
export const SOCKET_NAMESPACE = '/floor';

/**
 * Rooms. A client is in one level only, so that it gets each event once: an operator terminal in the rooms of its
 * stations, a supervisor or board in the room of its line, an office page in the room of the plant.
 */
export const roomOf = {
  plant: (plant: string) => `plant:${plant}`,
  line: (plant: string, line: string) => `line:${plant}:${line}`,
  station: (plant: string, station: string) => `station:${plant}:${station}`,
} as const;

/** On every server event: the room it was sent to and the room's version, which grows by one. A gap means: fetch. */
const sent = { room: z.string(), version: z.number().int() };

/** Server → client. */
export const serverEvents = {
  welcome: z.object({
    rooms: z.record(z.string(), z.number().int()).describe('room → version at the moment of joining'),
    now: Instant,
    rate: z.number(),
    coreVersion: z
      .string()
      .describe('version of core: an app of another one looks for its own newer version'),
  }),
  'schedule.changed': z.object({
    ...sent,
    scheduleVersion: z.number().int(),
    triggers: z.array(Trigger),
    changes: z.array(ScheduleChange).max(2000),
    by: z.string(),
  }),
  'operation.changed': z.object({
    ...sent,
    operation: Id,
    workOrder: Id,
    station: TopicId.nullable(),
    status: z.string(),
  }),
  'station.changed': z.object({ ...sent, stations: z.array(StationLive) }),
  'stop.changed': z.object({
    ...sent,
    stop: Uuid,
    station: TopicId,
    open: z.boolean(),
    explained: z.boolean(),
  }),
  'andon.changed': z.object({ ...sent, call: AndonCall }),
  'notice.raised': z.object({ ...sent, notice: Notice }),
  'notice.changed': z.object({ ...sent, notice: Notice }),
  'attendance.changed': z.object({
    ...sent,
    worker: Id,
    direction: BadgeDirection,
    station: TopicId.nullable(),
  }),
  'order.changed': z.object({ ...sent, order: Id, line: z.number().int().nullable() }),
  'stock.changed': z.object({ ...sent, items: z.array(Id) }),
  'kpi.changed': z.object({ ...sent, kpis: z.array(Id) }),
  'plant.changed': z.object({ ...sent, kind: z.string(), id: z.string() }),
  beat: z
    .object({ now: Instant, rate: z.number() })
    .describe('heartbeat every 5 s: no beat for 10 s means delayed'),
  goodbye: z
    .object({ code: z.string() })
    .describe('the log-in was revoked or has expired; the connection is cut'),
} as const;

/** Name of a server event. */
export type ServerEventName = keyof typeof serverEvents;
/** Payload of a server event. */
export type ServerEvent<N extends ServerEventName = ServerEventName> = z.infer<(typeof serverEvents)[N]>;

/** Names of the events that carry a room and a version. */
export type VersionedEventName = Exclude<ServerEventName, 'welcome' | 'beat' | 'goodbye'>;

/** Client → server; each is answered with `{ok: true}` or `{ok: false, problem}`. */
export const clientEvents = {
  'notice.acknowledge': z.strictObject({
    notice: Uuid,
    commandId: Uuid,
    worker: Id.optional(),
    at: Instant.optional(),
  }),
  heartbeat: z.strictObject({
    sentAt: z.number().int(),
    queued: z.number().int().min(0).max(100_000),
    clientVersion: z.string().max(40),
  }),
} as const;
/** Who may send which client event: the same as at the route that does the same. */
export const clientEventAccess: Readonly<Record<keyof typeof clientEvents, readonly CallerKind[]>> = {
  'notice.acknowledge': allow.floor,
  heartbeat: allow.anyone,
};
/** Name of a client event. */
export type ClientEventName = keyof typeof clientEvents;
/** Payload of a client event. */
export type ClientEvent<N extends ClientEventName = ClientEventName> = z.infer<(typeof clientEvents)[N]>;
