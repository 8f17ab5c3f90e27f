import { z } from 'zod';
import { listQuery, pageOf } from './list';
import { allow } from './role';
import { route } from './route';
import { Id, Instant, Note, TopicId } from './scalar';

/** What may cause a replan. */
export const TRIGGER_KINDS = [
  'order-created',
  'order-changed',
  'order-cancelled',
  'work-order-created',
  'station-down',
  'station-recovered',
  'worker-absent',
  'worker-present',
  'material-late',
  'material-received',
  'delay',
  'scrap',
  'shift-changed',
  'master-data',
  'hold',
  'manual',
  'move',
  'revert',
  'start-up',
  'progress',
] as const;
/** One of {@link TRIGGER_KINDS}. */
export const TriggerKind = z.enum(TRIGGER_KINDS);
/** Kind of a trigger. */
export type TriggerKind = z.infer<typeof TriggerKind>;

/** Why a plan was made: what happened, to what, when. */
export const Trigger = z.object({
  kind: TriggerKind,
  at: Instant,
  subject: z.string().describe('id of the station, order line, worker, item …'),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
/** Why a plan was made. */
export type Trigger = z.infer<typeof Trigger>;

/** Life of a schedule version. */
export const SCHEDULE_STATUSES = ['draft', 'published', 'superseded', 'discarded'] as const;
/** One of {@link SCHEDULE_STATUSES}. */
export const ScheduleStatus = z.enum(SCHEDULE_STATUSES);
/** Status of a schedule version. */
export type ScheduleStatus = z.infer<typeof ScheduleStatus>;

/** What a plan is worth, so that versions can be compared. */
export const ScheduleFigures = z.object({
  score: z.number(),
  lateLines: z.number().int(),
  lateSec: z.number(),
  changeoverSec: z.number(),
  overtimeSec: z.number(),
  movedOperations: z.number().int(),
  unplaced: z.number().int(),
  operations: z.number().int(),
  endAt: Instant.nullable(),
  utilisation: z
    .number()
    .nullable()
    .describe('planned run time over working time until the end of the next shift, 0 to 1'),
});
/** What a plan is worth. */
export type ScheduleFigures = z.infer<typeof ScheduleFigures>;

/** One planned operation. The changeover lasts from startAt to runStartAt. */
export const ScheduleEntry = z.object({
  operation: Id,
  workOrder: Id,
  item: Id,
  station: TopicId,
  startAt: Instant,
  runStartAt: Instant,
  endAt: Instant,
  dueAt: Instant,
  late: z.boolean(),
  fixed: z.enum(['running', 'frozen', 'pinned']).nullable(),
});
/** One planned operation. */
export type ScheduleEntry = z.infer<typeof ScheduleEntry>;

/** One version of the plan. */
export const ScheduleVersion = z.object({
  version: z.number().int().describe('grows by one per plant'),
  base: z.number().int().nullable().describe('the version it was made from'),
  status: ScheduleStatus,
  triggers: z.array(Trigger),
  createdAt: Instant,
  publishedAt: Instant.nullable(),
  publishedBy: z.string().nullable(),
  figures: ScheduleFigures,
  solveMs: z.number().int(),
});
/** One version of the plan. */
export type ScheduleVersion = z.infer<typeof ScheduleVersion>;

/** Where an operation was or will be. */
export const Slot = z.object({ station: TopicId, startAt: Instant, endAt: Instant });
/** Where an operation was or will be. */
export type Slot = z.infer<typeof Slot>;

/** What happened to one operation between two versions. */
export const ScheduleChange = z.object({
  operation: Id,
  workOrder: Id,
  item: Id,
  from: Slot.nullable().describe('null: it was not planned'),
  to: Slot.nullable().describe('null: it is not planned any more'),
  kind: z.enum(['added', 'removed', 'earlier', 'later', 'station', 'resized']),
});
/** What happened to one operation between two versions. */
export type ScheduleChange = z.infer<typeof ScheduleChange>;

/** An operation that no plan can place, with the reason. */
export const Unplaced = z.object({
  operation: Id,
  reason: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
/** An operation that no plan can place. */
export type Unplaced = z.infer<typeof Unplaced>;

const BindingLink = z.object({
  kind: z.string(),
  subject: z.string(),
  fromAt: Instant.nullable(),
  untilAt: Instant.nullable(),
});

/** Why an operation stands where it stands. */
export const Explanation = z.object({ operation: Id, chain: z.array(BindingLink) });
/** Why an operation stands where it stands. */
export type Explanation = z.infer<typeof Explanation>;

/** A work order that the plan in force finishes late, and what binds it. */
export const LateWork = z.object({
  workOrder: Id,
  operation: Id.describe('the one that ends last'),
  line: TopicId.nullable().describe('on which it ends'),
  lateSec: z.number(),
  binding: BindingLink.describe('what holds it back first, apart from its own operations'),
  station: TopicId.nullable().describe('the station that is busy or does not work, where that binds it'),
});
/** A work order that the plan finishes late. */
export type LateWork = z.infer<typeof LateWork>;

const VersionParams = z.strictObject({ version: z.coerce.number().int().min(1) });

/** Schedules. */
export const scheduleRoutes = {
  list: route({
    method: 'GET',
    path: '/schedules',
    access: allow.anyone,
    summary: 'Versions, newest first',
    query: listQuery(
      ['status', 'trigger'],
      ['version'],
      { status: SCHEDULE_STATUSES, trigger: TRIGGER_KINDS },
      '-version',
    ),
    reply: pageOf(ScheduleVersion),
  }),
  current: route({
    method: 'GET',
    path: '/schedules/current',
    access: allow.anyone,
    summary: 'The published plan',
    query: z.strictObject({ line: TopicId.optional(), from: Instant.optional(), to: Instant.optional() }),
    reply: z.object({
      schedule: ScheduleVersion.nullable(),
      entries: z.array(ScheduleEntry),
      unplaced: z.array(Unplaced),
      frozenUntil: Instant,
    }),
  }),
  late: route({
    method: 'GET',
    path: '/schedules/current/late',
    access: allow.anyone,
    summary: 'What the published plan finishes late, the latest first, and what binds it',
    query: z.strictObject({ line: TopicId.optional() }),
    reply: z.array(LateWork),
  }),
  get: route({
    method: 'GET',
    path: '/schedules/:version',
    access: allow.anyone,
    summary: 'A version with its entries',
    params: VersionParams,
    reply: z.object({
      schedule: ScheduleVersion,
      entries: z.array(ScheduleEntry),
      unplaced: z.array(Unplaced),
    }),
    errors: ['thing.unknown'],
  }),
  diff: route({
    method: 'GET',
    path: '/schedules/:version/diff',
    access: allow.anyone,
    summary: 'What differs from its base, or from another version',
    params: VersionParams,
    query: z.strictObject({ against: z.coerce.number().int().min(1).optional() }),
    reply: z.object({
      version: z.number().int(),
      against: z.number().int().nullable(),
      changes: z.array(ScheduleChange),
      before: ScheduleFigures.nullable(),
      after: ScheduleFigures,
    }),
    errors: ['thing.unknown'],
  }),
  replan: route({
    method: 'POST',
    path: '/schedules',
    access: allow.leads,
    summary: 'Plan now: publish at once, or as a draft to look at',
    status: 202,
    body: z.strictObject({ publish: z.boolean().default(true), note: Note.default('') }),
    reply: z.object({ queued: z.boolean() }),
  }),
  publish: route({
    method: 'POST',
    path: '/schedules/:version/publish',
    access: allow.leads,
    summary: 'Publish a draft; refused when another version was published since its base',
    params: VersionParams,
    reply: ScheduleVersion,
    errors: ['thing.unknown', 'schedule.stale', 'schedule.not-draft'],
  }),
  revert: route({
    method: 'POST',
    path: '/schedules/:version/revert',
    access: allow.leads,
    summary: 'Return to an earlier version as far as what has run since allows: a new version',
    params: VersionParams,
    body: z.strictObject({ note: Note.default('') }),
    reply: ScheduleVersion,
    errors: ['thing.unknown', 'schedule.stale'],
  }),
  whatIf: route({
    method: 'POST',
    path: '/schedules/what-if',
    access: allow.leads,
    summary: 'What would happen: an order, overtime, a station down. Nothing is published',
    body: z.strictObject({
      order: z
        .strictObject({ item: Id, qty: z.number().int().min(1).max(1_000_000), dueAt: Instant })
        .optional(),
      down: z.strictObject({ station: TopicId, untilAt: Instant }).optional(),
      extra: z.strictObject({ line: TopicId, startAt: Instant, endAt: Instant }).optional(),
    }),
    reply: z.object({
      before: ScheduleFigures,
      after: ScheduleFigures,
      changes: z.array(ScheduleChange),
      finishAt: Instant.nullable(),
    }),
    errors: ['reference.unknown', 'item.no-routing'],
  }),
  explain: route({
    method: 'GET',
    path: '/operations/:operation/explain',
    access: allow.anyone,
    summary: 'Why here, why not earlier; of what has ended, why it began then',
    params: z.strictObject({ operation: Id }),
    reply: Explanation,
    errors: ['thing.unknown', 'schedule.not-planned'],
  }),
} as const;
