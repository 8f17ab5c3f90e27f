import { z } from 'zod';
import { ProcessLimit } from './item';
import { listQuery, pageOf } from './list';
import { ReleasedLots } from './released-lots';
import { allow } from './role';
import { route } from './route';
import { Id, Instant, Note, PositiveQuantity, Quantity, ReasonText, TopicId, named } from './scalar';
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
