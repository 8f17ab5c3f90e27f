import { z } from 'zod';
import { form } from './form-words';
import { listQuery, pageOf } from './list';
import { Operation } from './production';
import { allow } from './role';
import { route } from './route';
import { Id, Instant, Note, Quantity, ReasonText, TopicId, Uuid } from './scalar';

/** What a report says happened. */
export const ReportType = z.enum(['start', 'pause', 'resume', 'complete', 'quantity']);
/** What a report says happened. */
export type ReportType = z.infer<typeof ReportType>;

/** Where a fact came from. */
export const Provenance = z.enum(['machine', 'terminal', 'api', 'back-fill', 'import']);
/** Where a fact came from. */
export type Provenance = z.infer<typeof Provenance>;

/** What a reported stretch of work was: production, set-up, or other work on the operation. */
export const WorkKind = z.enum(['run', 'setup', 'other']);
/** What a reported stretch of work was. */
export type WorkKind = z.infer<typeof WorkKind>;

/** History that a report may call itself: typed in later, or taken over from another system. */
export const History = z.enum(['back-fill', 'import']);
/** History that a report may call itself. */
export type History = z.infer<typeof History>;

/** What people read from the counter of a machine without a signal: where it stood, and where it stands; pieces are the difference. */
export const CounterReading = z.object({
  from: z
    .number()
    .int()
    .min(0)
    .max(999_999_999)
    .describe('where it stood at the report before, or at the start'),
  to: z.number().int().min(0).max(999_999_999).describe('where it stands; at the start: the same'),
});
/** What people read from a counter. */
export type CounterReading = z.infer<typeof CounterReading>;

/** One report: what was done on an operation. `commandId` makes it idempotent. */
export const NewReport = z
  .strictObject({
    commandId: Uuid,
    operation: Id,
    type: ReportType,
    station: TopicId.optional(),
    good: Quantity.optional(),
    scrap: Quantity.optional(),
    rework: Quantity.optional(),
    scrapReason: Id.optional(),
    pauseReason: Id.optional(),
    workers: z.array(Id).max(20).optional().describe('who did it; the person logged in when absent'),
    setupSec: z
      .number()
      .int()
      .min(0)
      .max(604_800)
      .optional()
      .describe('set-up time within the reported time, where it is known'),
    reading: z
      .strictObject(CounterReading.shape)
      .optional()
      .describe('good, scrap and rework are what it counted'),
    lot: Id.optional().describe(
      'lot of the material used, where it is scanned; refused when it cannot be, or kept and raised when it is told minutes later',
    ),
    at: Instant.describe('when it happened; with startAt: when it ended'),
    startAt: Instant.optional().describe(
      'a stretch of work told as a whole: it began then; stretches of one operation may overlap, one per person',
    ),
    work: WorkKind.optional().describe('with startAt: what the stretch was; run when absent'),
    source: History.optional().describe(
      'history: its own times are kept, and order, station and waiting are noted instead of refused; import is for planners and administrators',
    ),
    note: Note.optional(),
  })
  .refine(({ startAt, at }) => startAt === undefined || Date.parse(startAt) <= Date.parse(at), {
    message: form('a stretch of work ends after it began'),
    path: ['startAt'],
  });
/** A report as it is sent. */
export type NewReport = z.infer<typeof NewReport>;

/**
 * What was accepted but deserves a look. `after-cancel`: made after the cancellation; `above-target`: more than ordered; `clock`: the
 * instant was moved into start … now; `other-station`: not the planned one; `out-of-order`: history that the live rules would have
 * refused; `lot`: the lot that was named cannot have been used as it is known, so stock is open; `repeated`: says the same as another
 * one within a minute.
 */
export const REPORT_FLAGS = [
  'after-cancel',
  'above-target',
  'clock',
  'other-station',
  'out-of-order',
  'lot',
  'repeated',
] as const;
/** One of {@link REPORT_FLAGS}. */
export const ReportFlag = z.enum(REPORT_FLAGS);
/** What was accepted but deserves a look. */
export type ReportFlag = z.infer<typeof ReportFlag>;

/** A report as it is kept. */
export const Report = z.object({
  id: Uuid,
  commandId: Uuid,
  operation: Id,
  workOrder: Id,
  station: TopicId,
  type: ReportType,
  good: Quantity,
  scrap: Quantity,
  rework: Quantity,
  scrapReason: Id.nullable(),
  pauseReason: Id.nullable(),
  workers: z.array(Id),
  setupSec: z.number().int().nullable(),
  reading: CounterReading.nullable(),
  lot: Id.nullable().describe('lot of the material that was said to have been used, whatever was booked'),
  flags: z.array(ReportFlag).describe('accepted, but deserves a look'),
  at: Instant,
  startAt: Instant.nullable().describe('a stretch of work told as a whole began then'),
  work: WorkKind.nullable().describe('what the stretch was'),
  recordedAt: Instant,
  source: Provenance,
  reverses: Uuid.nullable().describe('the report that this one takes back'),
  reversedBy: Uuid.nullable(),
  note: z.string(),
});
/** A report as it is kept. */
export type Report = z.infer<typeof Report>;

/** Reports. */
export const reportRoutes = {
  list: route({
    method: 'GET',
    path: '/reports',
    access: allow.anyone,
    summary: 'Reports',
    query: listQuery(
      ['operation', 'workOrder', 'station', 'type', 'worker', 'flag', 'from', 'to'],
      ['at', 'recordedAt'],
      { type: ReportType.options, flag: REPORT_FLAGS },
    ),
    reply: pageOf(Report),
  }),
  create: route({
    method: 'POST',
    path: '/reports',
    access: allow.floor,
    summary: 'Start, pause, resume, complete, or report good and scrap in one action',
    status: 201,
    body: NewReport,
    reply: z.object({ report: Report, operation: Operation }),
    errors: [
      'thing.unknown',
      'operation.illegal-step',
      'operation.wrong-station',
      'operation.station-busy',
      'operation.waiting',
      'operation.held',
      'quantity.fraction',
      'report.too-much',
      'report.nothing',
      'report.scrap-reason',
      'report.lot',
      'report.reading-back',
      'report.reading-sum',
      'report.conflict',
      'reference.unknown',
      'auth.forbidden',
    ],
  }),
  reverse: route({
    method: 'POST',
    path: '/reports/:report/reverse',
    access: allow.floor,
    summary: 'Take a report back: the old one stays visible, figures are restated',
    status: 201,
    params: z.strictObject({ report: Uuid }),
    body: z.strictObject({ commandId: Uuid, reason: ReasonText }),
    reply: z.object({ report: Report, operation: Operation }),
    errors: ['thing.unknown', 'operation.illegal-step', 'report.conflict', 'report.used', 'auth.forbidden'],
  }),
} as const;
