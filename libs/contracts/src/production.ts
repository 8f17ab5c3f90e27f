import { z } from 'zod';
import { form } from './form-words';
import { ProcessLimit } from './item';
import { listQuery, pageOf } from './list';
import { ReleasedLots } from './released-lots';
import { allow } from './role';
import { route } from './route';
import { Id, Instant, Note, PositiveQuantity, Quantity, ReasonText, TopicId, Uuid, named } from './scalar';
import {
  OPERATION_STATUSES,
  OperationStatus,
  WORK_ORDER_STATUSES,
  WorkOrderKind,
  WorkOrderStatus,
} from './work-status';

/** One routing step of a work order at one station. Its id is `<work order>.<number>`, such as `WO-1017.20`. */
export const Operation = z.object({
  id: Id,
  workOrder: Id,
  no: z.number().int(),
  ...named,
  item: Id,
  itemName: z.string(),
  itemNameZh: z.string().optional(),
  family: Id.nullable(),
  skill: Id.nullable(),
  status: OperationStatus,
  holdReason: z.string().nullable(),
  qtyTarget: Quantity,
  qtyGood: Quantity,
  qtyScrap: Quantity,
  qtyRework: Quantity,
  unit: z.string(),
  station: TopicId.nullable().describe('planned, or where it runs or ran'),
  eligible: z.array(TopicId),
  runSecPerUnit: z.number(),
  setupSec: z.number().int(),
  plannedStartAt: Instant.nullable(),
  plannedEndAt: Instant.nullable(),
  predictedEndAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  workers: z.array(Id),
  pinned: z.boolean(),
  dueAt: Instant,
  customer: z.string().nullable(),
  customerZh: z.string().optional(),
  limits: z.array(ProcessLimit),
  instruction: z.string(),
  instructionZh: z.string(),
  revision: z.number().int(),
});
/** One routing step of a work order. */
export type Operation = z.infer<typeof Operation>;

/** Work order: make this item, this quantity. */
export const WorkOrder = z.object({
  id: Id,
  item: Id,
  qty: Quantity,
  kind: WorkOrderKind,
  status: WorkOrderStatus,
  order: Id.nullable(),
  orderLine: z.number().int().nullable(),
  parent: Id.nullable().describe('the work order this one reworks or feeds'),
  releaseAt: Instant,
  dueAt: Instant,
  weight: z.number().int(),
  lot: Id.nullable().describe('the lot it produces'),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  operations: z.array(Operation),
  revision: z.number().int(),
});
/** Work order. */
export type WorkOrder = z.infer<typeof WorkOrder>;

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
    lot: Id.optional().describe('lot of the material used, where it is scanned'),
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

const OperationParams = z.strictObject({ operation: Id });

/** Work orders. */
export const workOrderRoutes = {
  list: route({
    method: 'GET',
    path: '/work-orders',
    access: allow.anyone,
    summary: 'Work orders',
    query: listQuery(['status', 'item', 'order', 'kind', 'line'], ['dueAt', 'id', 'releaseAt'], {
      status: WORK_ORDER_STATUSES,
      kind: WorkOrderKind.options,
    }),
    reply: pageOf(WorkOrder.omit({ operations: true })),
  }),
  get: route({
    method: 'GET',
    path: '/work-orders/:workOrder',
    access: allow.anyone,
    summary: 'A work order with its operations',
    params: z.strictObject({ workOrder: Id }),
    reply: WorkOrder,
    errors: ['thing.unknown'],
  }),
  create: route({
    method: 'POST',
    path: '/work-orders',
    access: allow.planners,
    summary: 'Release a work order to stock, or take one over that was worked on elsewhere (kind import)',
    status: 201,
    body: z.strictObject({
      id: Id.optional().describe('kind import: its number there; else Takt gives one'),
      kind: z
        .enum(['make-to-stock', 'import'])
        .default('make-to-stock')
        .describe('import: history, which is not planned and consumes nothing'),
      operations: z
        .array(z.number().int())
        .min(1)
        .max(99)
        .optional()
        .describe('kind import: only these numbers of the routing'),
      item: Id,
      qty: PositiveQuantity,
      dueAt: Instant,
      releaseAt: Instant.optional(),
      weight: z.number().int().min(1).max(100).default(1),
    }),
    reply: WorkOrder.extend({ released: ReleasedLots }).describe(
      'the first of the work orders, and all of them',
    ),
    errors: [
      'reference.unknown',
      'item.no-routing',
      'item.inactive',
      'quantity.fraction',
      'thing.exists',
      'routing.invalid',
      'bom.cycle',
    ],
  }),
  cancel: route({
    method: 'POST',
    path: '/work-orders/:workOrder/cancel',
    access: allow.planners,
    summary: 'Cancel what has not started; what has been made stays',
    ifMatch: true,
    params: z.strictObject({ workOrder: Id }),
    body: z.strictObject({ reason: Note.default('') }),
    reply: WorkOrder,
    errors: ['thing.unknown', 'work-order.closed', 'revision.stale'],
  }),
} as const;

/** Operations. */
export const operationRoutes = {
  list: route({
    method: 'GET',
    path: '/operations',
    access: allow.anyone,
    summary:
      'Operations; a station asks for its queue with filter=station:…,status:ready|running|paused|waiting',
    query: listQuery(
      ['station', 'line', 'status', 'workOrder', 'item', 'skill'],
      ['plannedStartAt', 'dueAt', 'id'],
      { status: OPERATION_STATUSES },
    ),
    reply: pageOf(Operation),
  }),
  get: route({
    method: 'GET',
    path: '/operations/:operation',
    access: allow.anyone,
    summary: 'An operation',
    params: OperationParams,
    reply: Operation,
    errors: ['thing.unknown'],
  }),
  pin: route({
    method: 'POST',
    path: '/operations/:operation/pin',
    access: allow.leads,
    summary: 'Keep an operation at its station and time, or let it go',
    ifMatch: true,
    params: OperationParams,
    body: z.strictObject({ pinned: z.boolean() }),
    reply: Operation,
    errors: ['thing.unknown', 'operation.illegal-step', 'revision.stale'],
  }),
  move: route({
    method: 'POST',
    path: '/operations/:operation/move',
    access: allow.leads,
    summary: 'Move an operation by hand: answered at once, published as a new version',
    ifMatch: true,
    params: OperationParams,
    body: z.strictObject({ station: TopicId, startAt: Instant, evenFrozen: z.boolean().default(false) }),
    reply: Operation,
    errors: [
      'thing.unknown',
      'operation.illegal-step',
      'operation.wrong-station',
      'schedule.frozen',
      'schedule.infeasible',
      'revision.stale',
    ],
  }),
  assign: route({
    method: 'POST',
    path: '/operations/:operation/workers',
    access: allow.leads,
    summary: 'Assign people to an operation',
    ifMatch: true,
    params: OperationParams,
    body: z.strictObject({ workers: z.array(Id).max(20) }),
    reply: Operation,
    errors: [
      'thing.unknown',
      'reference.unknown',
      'worker.unskilled',
      'operation.illegal-step',
      'revision.stale',
    ],
  }),
  release: route({
    method: 'POST',
    path: '/operations/:operation/release',
    access: allow.leads,
    summary: 'Release an operation from its hold',
    ifMatch: true,
    params: OperationParams,
    body: z.strictObject({ note: ReasonText }),
    reply: Operation,
    errors: ['thing.unknown', 'operation.illegal-step', 'revision.stale'],
  }),
} as const;

/** Reports. */
export const reportRoutes = {
  list: route({
    method: 'GET',
    path: '/reports',
    access: allow.anyone,
    summary: 'Reports',
    query: listQuery(
      ['operation', 'workOrder', 'station', 'type', 'worker', 'from', 'to'],
      ['at', 'recordedAt'],
      { type: ReportType.options },
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
