import { z } from 'zod';
import { allow } from './role';
import { route } from './route';
import { listQuery, pageOf } from './list';
import { Currency, Id, Instant, Language, TimeZone, TopicId, named } from './scalar';

/** A plant (ISA-95 site): one factory with its own people, stations, calendar and figures. */
export const Plant = z.object({
  id: TopicId,
  ...named,
  timeZone: TimeZone,
  currency: Currency,
  language: Language,
  frozenSec: z
    .number()
    .int()
    .min(0)
    .max(604_800)
    .describe('nothing that starts sooner than this from now moves by itself'),
  toleranceSec: z
    .number()
    .int()
    .min(0)
    .max(86_400)
    .describe('deviation of an operation from the plan that is still on plan'),
  ackWithinSec: z
    .number()
    .int()
    .min(30)
    .max(86_400)
    .describe('a notice not acknowledged after this is escalated'),
  costing: z.enum(['standard', 'moving-average']),
  revision: z.number().int(),
});
/** A plant. */
export type Plant = z.infer<typeof Plant>;

/** A line (ISA-95 work centre): stations that share a calendar and a supervisor. */
export const Line = z.object({
  id: TopicId,
  ...named,
  position: z.number().int().min(0).max(999).describe('order on screens'),
  shiftPattern: Id.nullable(),
  revision: z.number().int(),
});
/** A line. */
export type Line = z.infer<typeof Line>;

/** Who counts pieces at a station: its machine, or the people there. */
export const CountSource = z.enum(['machine', 'terminal']);

/** How people tell what they made: pieces on a keypad, or what the counter of the machine shows. */
export const ReportBy = z.enum(['keypad', 'counter']);
/** How people tell what they made. */
export type ReportBy = z.infer<typeof ReportBy>;

/** A station (ISA-95 work unit): does one operation at a time. */
export const Station = z.object({
  id: TopicId,
  line: TopicId,
  ...named,
  position: z.number().int().min(0).max(999),
  capabilities: z
    .array(Id)
    .max(40)
    .describe('what it can do; routings may name a capability instead of stations'),
  changeover: Id.nullable().describe('id of the changeover matrix'),
  countSource: CountSource,
  reportBy: ReportBy.default('keypad').describe(
    'counter: for machines without a signal, start and end are read',
  ),
  microstopSec: z.number().int().min(0).max(3600).describe('shorter stops need no reason'),
  silentSec: z.number().int().min(5).max(86_400).describe('no message for this long: state unknown'),
  costPerHour: z.number().min(0).max(100_000).default(0),
  active: z.boolean(),
  revision: z.number().int(),
});
/** A station. */
export type Station = z.infer<typeof Station>;

/** Why a machine stopped, a piece was scrapped, work paused or an order is late. */
export const ReasonKind = z.enum(['stop', 'scrap', 'pause', 'rework', 'adjustment', 'late']);
/** Kind of a reason. */
export type ReasonKind = z.infer<typeof ReasonKind>;

/** A reason code with its names; `planned` stops count as planned downtime. */
export const Reason = z.object({
  id: Id,
  kind: ReasonKind,
  ...named,
  planned: z.boolean(),
  capabilities: z
    .array(Id)
    .max(40)
    .default([])
    .describe('asked for at stations that can do one of these; none: at every station'),
  position: z.number().int().min(0).max(999),
  active: z.boolean(),
  revision: z.number().int(),
});
/** A reason code. */
export type Reason = z.infer<typeof Reason>;

const PlantParams = z.strictObject({ plant: TopicId });
const LineParams = z.strictObject({ line: TopicId });
const StationParams = z.strictObject({ station: TopicId });
const ReasonParams = z.strictObject({ reason: Id });

/** The plant of the caller, and plants for administrators. */
export const plantRoutes = {
  current: route({
    method: 'GET',
    path: '/plants/current',
    access: allow.anyone,
    summary: 'The plant of the caller',
    reply: Plant,
  }),
  list: route({
    method: 'GET',
    path: '/plants',
    access: allow.people,
    summary: 'Plants the caller may enter',
    reply: z.array(Plant),
  }),
  create: route({
    method: 'POST',
    path: '/plants',
    access: allow.admins,
    summary: 'Set up a plant; the caller is its administrator, with the same log-in',
    status: 201,
    body: z.strictObject(Plant.omit({ revision: true }).shape),
    reply: Plant,
    errors: ['thing.exists'],
  }),
  update: route({
    method: 'PUT',
    path: '/plants/:plant',
    access: allow.admins,
    summary: 'Change a plant',
    ifMatch: true,
    params: PlantParams,
    body: z.strictObject(Plant.omit({ id: true, revision: true }).shape),
    reply: Plant,
    errors: ['thing.unknown', 'revision.stale'],
  }),
} as const;

/** Lines. */
export const lineRoutes = {
  list: route({
    method: 'GET',
    path: '/lines',
    access: allow.anyone,
    summary: 'Lines',
    reply: z.array(Line),
  }),
  put: route({
    method: 'PUT',
    path: '/lines/:line',
    access: allow.admins,
    summary: 'Create or change a line',
    params: LineParams,
    body: z.strictObject(Line.omit({ id: true, revision: true }).shape),
    reply: Line,
    errors: ['reference.unknown', 'revision.stale'],
  }),
  remove: route({
    method: 'DELETE',
    path: '/lines/:line',
    access: allow.admins,
    summary: 'Delete a line without stations',
    status: 204,
    params: LineParams,
    reply: z.void(),
    errors: ['thing.unknown', 'thing.in-use'],
  }),
} as const;

/** Stations. */
export const stationRoutes = {
  list: route({
    method: 'GET',
    path: '/stations',
    access: allow.anyone,
    summary: 'Stations',
    query: listQuery(['line', 'active', 'capability'], ['position', 'id']),
    reply: pageOf(Station),
  }),
  get: route({
    method: 'GET',
    path: '/stations/:station',
    access: allow.anyone,
    summary: 'A station',
    params: StationParams,
    reply: Station,
    errors: ['thing.unknown'],
  }),
  put: route({
    method: 'PUT',
    path: '/stations/:station',
    access: allow.admins,
    summary: 'Create or change a station',
    params: StationParams,
    body: z.strictObject(Station.omit({ id: true, revision: true }).shape),
    reply: Station,
    errors: ['reference.unknown', 'routing.invalid', 'revision.stale'],
  }),
  remove: route({
    method: 'DELETE',
    path: '/stations/:station',
    access: allow.admins,
    summary: 'Delete a station that nothing uses',
    status: 204,
    params: StationParams,
    reply: z.void(),
    errors: ['thing.unknown', 'thing.in-use'],
  }),
} as const;

/** Reason codes. */
export const reasonRoutes = {
  list: route({
    method: 'GET',
    path: '/reasons',
    access: allow.anyone,
    summary: 'Reason codes',
    reply: z.array(Reason),
  }),
  put: route({
    method: 'PUT',
    path: '/reasons/:reason',
    access: allow.admins,
    summary: 'Create or change a reason',
    params: ReasonParams,
    body: z.strictObject(Reason.omit({ id: true, revision: true }).shape),
    reply: Reason,
    errors: ['revision.stale'],
  }),
} as const;

/** The clock. */
export const clockRoutes = {
  read: route({
    method: 'GET',
    path: '/clock',
    access: 'public',
    summary: 'Time and rate of the factory clock',
    reply: z.object({ now: Instant, rate: z.number(), version: z.string() }),
  }),
} as const;
