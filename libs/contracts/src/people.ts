import { z } from 'zod';
import { formIssue } from './form-words';
import { listQuery, pageOf } from './list';
import { allow } from './role';
import { route } from './route';
import { Day, Id, Instant, Language, Name, Note, TimeOfDay, TopicId, Uuid, named } from './scalar';

/** A skill a worker holds, perhaps until a day. */
export const WorkerSkill = z.object({ skill: Id, expiresOn: Day.nullable() });
/** A skill a worker holds. */
export type WorkerSkill = z.infer<typeof WorkerSkill>;

/** A person who works in the plant. */
export const Worker = z.object({
  id: Id,
  name: Name,
  nameZh: Name.optional(),
  line: TopicId.nullable().describe('home line'),
  crew: Id.nullable().describe('crew of the shift pattern: early, late, …'),
  badge: Id.nullable(),
  language: Language,
  skills: z.array(WorkerSkill).max(60),
  ratePerHour: z.number().min(0).max(100_000).default(0),
  active: z.boolean(),
  revision: z.number().int(),
});
/** A worker. */
export type Worker = z.infer<typeof Worker>;

/** A skill that operations ask for. */
export const Skill = z.object({ id: Id, ...named, revision: z.number().int() });
/** A skill. */
export type Skill = z.infer<typeof Skill>;

/** One shift of a weekly pattern, in the plant's wall-clock time; an end at or before the start is on the next day. */
export const PatternShift = z.object({
  crew: Id.describe('code of the shift and of the crew that works it: early, late, night'),
  ...named,
  weekdays: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    .max(7)
    .describe('1 Monday … 7 Sunday: the day on which the shift opens'),
  start: TimeOfDay,
  end: TimeOfDay,
  breaks: z.array(z.object({ start: TimeOfDay, end: TimeOfDay })).max(12),
});
/** One shift of a weekly pattern. */
export type PatternShift = z.infer<typeof PatternShift>;

/** Shift pattern: the shifts of a normal week. */
export const ShiftPattern = z.object({
  id: Id,
  ...named,
  shifts: z.array(PatternShift).max(60),
  revision: z.number().int(),
});
/** Shift pattern. */
export type ShiftPattern = z.infer<typeof ShiftPattern>;

/**
 * What differs from the pattern: `closed` (line or station does not work), `extra` (works beside the pattern), `overtime`
 * (may be opened by the scheduler at a price), `maintenance` (station, planned downtime), `absence` (worker).
 */
export const ExceptionKind = z.enum(['closed', 'extra', 'overtime', 'maintenance', 'absence']);
/** Kind of an exception. */
export type ExceptionKind = z.infer<typeof ExceptionKind>;

/** An exception from the shift pattern. Exactly one of line, station, worker is given, or none: the whole plant. */
export const ShiftException = z.object({
  id: Uuid,
  kind: ExceptionKind,
  line: TopicId.nullable(),
  station: TopicId.nullable(),
  worker: Id.nullable(),
  startAt: Instant,
  endAt: Instant,
  note: Note,
  revision: z.number().int(),
});
/** An exception from the shift pattern. */
export type ShiftException = z.infer<typeof ShiftException>;

/** One shift as it falls on a date: with its working intervals and the people expected and present. */
export const ShiftInstance = z.object({
  line: TopicId,
  crew: Id,
  ...named,
  day: Day.describe('the day on which it opens; a night shift belongs to it whole'),
  startAt: Instant,
  endAt: Instant,
  work: z.array(z.object({ startAt: Instant, endAt: Instant })),
  rostered: z.array(Id),
  present: z.array(Id),
});
/** One shift as it falls on a date. */
export type ShiftInstance = z.infer<typeof ShiftInstance>;

/** What a badge at a terminal says: comes, leaves for a break, is back from it, leaves. */
export const BadgeDirection = z.enum(['in', 'break', 'back', 'out']);
/** What a badge says. */
export type BadgeDirection = z.infer<typeof BadgeDirection>;

/**
 * Presence of a worker, from badge to badge; a break ends one (`closedBy` is `break`), and whoever is back begins the next. `station` is where the first badge was read. A badge out without one in is a
 * presence of no length: `outAt` equals `inAt`.
 */
export const Attendance = z.object({
  id: Uuid,
  worker: Id,
  station: TopicId.nullable(),
  line: TopicId.nullable(),
  inAt: Instant,
  outAt: Instant.nullable(),
  source: z.enum(['device', 'terminal', 'office', 'import']),
  closedBy: z.enum(['badge', 'break', 'shift-end', 'office']).nullable(),
});
/** Presence of a worker. */
export type Attendance = z.infer<typeof Attendance>;

/** A worker as it is sent: a skill stands there once. */
const NewWorker = z
  .strictObject(Worker.omit({ id: true, revision: true }).shape)
  .superRefine(({ skills }, context) => {
    for (const [i, { skill }] of skills.entries())
      if (skills.findIndex((one) => one.skill === skill) < i)
        context.addIssue(formIssue('a skill stands there once', { path: ['skills', i, 'skill'] }));
  });

const NewException = z.strictObject(ShiftException.omit({ id: true, revision: true }).shape);

/** Workers and skills. */
export const workerRoutes = {
  list: route({
    method: 'GET',
    path: '/workers',
    access: allow.anyone,
    summary: 'Workers; badges and pay are shown to those who look after them',
    query: listQuery(['line', 'crew', 'skill', 'active'], ['id', 'name']),
    reply: pageOf(Worker),
  }),
  put: route({
    method: 'PUT',
    path: '/workers/:worker',
    access: allow.leads,
    summary: 'Create or change a worker',
    params: z.strictObject({ worker: Id }),
    body: NewWorker,
    reply: Worker,
    errors: ['reference.unknown', 'thing.exists', 'revision.stale'],
  }),
  skills: route({
    method: 'GET',
    path: '/skills',
    access: allow.anyone,
    summary: 'Skills',
    reply: z.array(Skill),
  }),
  putSkill: route({
    method: 'PUT',
    path: '/skills/:skill',
    access: allow.planners,
    summary: 'Create or change a skill',
    params: z.strictObject({ skill: Id }),
    body: z.strictObject({ ...named }),
    reply: Skill,
    errors: ['revision.stale'],
  }),
} as const;

const Window = z.strictObject({ from: Instant, to: Instant, line: TopicId.optional() });

/** Shift patterns, exceptions, and the shifts that follow from them. */
export const shiftRoutes = {
  patterns: route({
    method: 'GET',
    path: '/shift-patterns',
    access: allow.anyone,
    summary: 'Shift patterns',
    reply: z.array(ShiftPattern),
  }),
  putPattern: route({
    method: 'PUT',
    path: '/shift-patterns/:pattern',
    access: allow.planners,
    summary: 'Create or change a shift pattern; the plan follows',
    params: z.strictObject({ pattern: Id }),
    body: z.strictObject(ShiftPattern.omit({ id: true, revision: true }).shape),
    reply: ShiftPattern,
    errors: ['shift.overlap', 'shift.invalid', 'revision.stale'],
  }),
  list: route({
    method: 'GET',
    path: '/shifts',
    access: allow.anyone,
    summary: 'Shifts in a window (31 days at most), with roster and presence',
    query: Window,
    reply: z.array(ShiftInstance),
    errors: ['shift.window'],
  }),
  exceptions: route({
    method: 'GET',
    path: '/shift-exceptions',
    access: allow.anyone,
    summary: 'Exceptions in a window, those of the whole plant among them',
    query: Window,
    reply: z.array(ShiftException),
    errors: ['shift.window'],
  }),
  addException: route({
    method: 'POST',
    path: '/shift-exceptions',
    access: allow.leads,
    summary: 'Add overtime, a closure, maintenance or an absence; the plan follows',
    status: 201,
    body: NewException,
    reply: ShiftException,
    errors: ['reference.unknown', 'shift.invalid'],
  }),
  removeException: route({
    method: 'DELETE',
    path: '/shift-exceptions/:exception',
    access: allow.leads,
    summary: 'Remove an exception; the plan follows',
    status: 204,
    params: z.strictObject({ exception: Uuid }),
    reply: z.void(),
    errors: ['thing.unknown'],
  }),
} as const;

/** Attendance. */
export const attendanceRoutes = {
  list: route({
    method: 'GET',
    path: '/attendance',
    access: allow.office,
    summary: 'Who was here in a window (31 days at most)',
    query: Window,
    reply: z.array(Attendance),
    errors: ['attendance.window'],
  }),
  present: route({
    method: 'GET',
    path: '/attendance/present',
    access: allow.anyone,
    summary: 'Who is here now; who is on a break has a presence that the break has ended',
    reply: z.array(Attendance),
  }),
  badge: route({
    method: 'POST',
    path: '/attendance',
    access: allow.floor,
    summary: 'Badge in or out, for a break or back from it',
    status: 201,
    body: z.strictObject({
      commandId: Uuid,
      worker: Id,
      direction: BadgeDirection,
      station: TopicId.optional(),
      at: Instant,
    }),
    reply: Attendance,
    errors: ['reference.unknown', 'attendance.absent', 'idempotency.mismatch', 'auth.forbidden'],
  }),
} as const;
