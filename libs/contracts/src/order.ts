import { z } from 'zod';
import { form } from './form-words';
import { HappenedAt } from './inventory';
import { listQuery, pageOf } from './list';
import { allow } from './role';
import { route } from './route';
import { Id, Instant, Note, PositiveQuantity, Quantity, Uuid } from './scalar';

/** Life of an order line. */
export const ORDER_LINE_STATUSES = [
  'open',
  'in-production',
  'ready',
  'part-shipped',
  'shipped',
  'cancelled',
] as const;
/** One of {@link ORDER_LINE_STATUSES}. */
export const OrderLineStatus = z.enum(ORDER_LINE_STATUSES);
/** Status of an order line. */
export type OrderLineStatus = z.infer<typeof OrderLineStatus>;

/** How an order line stands against its promise now. */
export const OrderRisk = z.enum(['on-time', 'at-risk', 'late', 'unplanned', 'done']);
/** How an order line stands against its promise. */
export type OrderRisk = z.infer<typeof OrderRisk>;

/** Line of a customer order. Requested, committed, forecast and actual dates are separate facts. */
export const OrderLine = z.object({
  order: Id,
  line: z.number().int().min(1).max(999),
  item: Id,
  qty: Quantity,
  qtyFromStock: Quantity.describe('covered by stock when it was netted'),
  qtyReady: Quantity.describe('finished and reserved for this line'),
  qtyShipped: Quantity,
  requestedAt: Instant.describe('when the customer wants it'),
  committedAt: Instant.nullable().describe('the first promise: on-time delivery is measured against it'),
  latestCommittedAt: Instant.nullable().describe('the promise as moved since'),
  forecastAt: Instant.nullable().describe('when the published plan finishes it'),
  shippedAt: Instant.nullable().describe('when the last piece left'),
  status: OrderLineStatus,
  risk: OrderRisk,
  workOrders: z.array(Id),
  note: z.string(),
});
/** Line of a customer order. */
export type OrderLine = z.infer<typeof OrderLine>;

/** Customer order. */
export const Order = z.object({
  id: Id,
  customer: Id,
  channel: Id.describe('office, api, or the shop it came through'),
  channelRevision: z.number().int().min(0),
  receivedAt: Instant,
  lines: z.array(OrderLine),
  revision: z.number().int(),
});
/** Customer order. */
export type Order = z.infer<typeof Order>;

/** A line as it is ordered. */
export const NewOrderLine = z.strictObject({
  item: Id,
  qty: PositiveQuantity,
  requestedAt: Instant,
  note: Note.default(''),
});
/** An order as it is entered. Without an id Takt gives one. */
export const NewOrder = z.strictObject({
  id: Id.optional(),
  customer: Id,
  lines: z.array(NewOrderLine).min(1).max(100),
});
/** An order as it is entered. */
export type NewOrder = z.infer<typeof NewOrder>;

/** What keeps a line from being promised: the first operation that finds no place in the plan. */
export const QuoteObstacle = z.object({
  item: Id.describe('what the operation makes: the item, or a part of it'),
  operationNo: z.number().int().describe('operation of its routing'),
  reason: z
    .string()
    .describe(
      '`no_interval`: never enough working time in one piece, `no_people`, `no_time`, … as in schedules',
    ),
  horizonAt: Instant.describe('until when the plan looks ahead'),
});
/** What keeps a line from being promised. */
export type QuoteObstacle = z.infer<typeof QuoteObstacle>;

/** Promise for a line: earliest date from real load, with what binds it. */
export const QuoteLine = z.object({
  item: Id,
  qty: Quantity,
  qtyFromStock: Quantity,
  promiseAt: Instant.nullable().describe('null: cannot be promised within the horizon'),
  obstacle: QuoteObstacle.nullable().describe('why it cannot be promised; null: it can'),
  requestedAt: Instant,
  onTime: z.boolean(),
  binding: z.string().describe('what decides the date: stock, a station, a material'),
  displaced: z.number().int().describe('order lines that would become later'),
});
/** Promise for a line. */
export type QuoteLine = z.infer<typeof QuoteLine>;

const OrderParams = z.strictObject({ order: Id });
const LineParams = z.strictObject({ order: Id, line: z.coerce.number().int().min(1).max(999) });

/** What lines that somebody orders may be refused for. */
export const ORDERED_FAULTS = [
  'reference.unknown',
  'item.no-routing',
  'item.not-sold',
  'item.inactive',
  'order.fraction',
  'order.date',
] as const;

/** What an order may be refused for beside, when work for it is made. */
export const MADE_FAULTS = ['routing.invalid', 'bom.cycle'] as const;

/** Customer orders. */
export const orderRoutes = {
  list: route({
    method: 'GET',
    path: '/orders',
    access: allow.office,
    summary: 'Order lines with their dates and risk; the urgent first',
    query: listQuery(
      ['status', 'risk', 'customer', 'item', 'channel', 'order'],
      ['urgency', 'requestedAt', 'committedAt', 'receivedAt', 'order'],
      { status: ORDER_LINE_STATUSES, risk: OrderRisk.options },
    ),
    reply: pageOf(OrderLine.extend({ customer: Id, channel: Id, receivedAt: Instant })),
  }),
  get: route({
    method: 'GET',
    path: '/orders/:order',
    access: allow.office,
    summary: 'An order',
    params: OrderParams,
    reply: Order,
    errors: ['thing.unknown'],
  }),
  create: route({
    method: 'POST',
    path: '/orders',
    access: allow.planners,
    summary: 'Enter an order: stock is netted, a promise is given, the plan follows',
    status: 201,
    body: NewOrder,
    reply: Order,
    errors: ['thing.exists', ...ORDERED_FAULTS, ...MADE_FAULTS],
  }),
  quote: route({
    method: 'POST',
    path: '/orders/quote',
    access: allow.office,
    summary: 'When could it be had? Nothing is committed',
    body: NewOrder,
    reply: z.object({ lines: z.array(QuoteLine), scheduleVersion: z.number().int(), tookMs: z.number() }),
    errors: ORDERED_FAULTS,
  }),
  changeLine: route({
    method: 'PATCH',
    path: '/orders/:order/lines/:line',
    access: allow.planners,
    ifMatch: true,
    summary: 'Change quantity, wish date or promise; started work is kept',
    params: LineParams,
    body: z
      .strictObject({
        qty: PositiveQuantity.optional(),
        requestedAt: Instant.optional(),
        latestCommittedAt: Instant.optional(),
        note: Note.optional(),
      })
      .refine(
        (change) => Object.values(change).some((value) => value !== undefined),
        form('something to change'),
      ),
    reply: Order,
    errors: [
      'thing.unknown',
      'order.closed',
      'order.below-shipped',
      'item.no-routing',
      'item.inactive',
      'order.fraction',
      'order.date',
      'revision.stale',
    ],
  }),
  cancelLine: route({
    method: 'POST',
    path: '/orders/:order/lines/:line/cancel',
    access: allow.planners,
    ifMatch: true,
    summary: 'Cancel a line; work that has begun goes on to stock',
    params: LineParams,
    body: z.strictObject({ reason: Note.default('') }),
    reply: Order,
    errors: ['thing.unknown', 'order.closed', 'revision.stale'],
  }),
  ship: route({
    method: 'POST',
    path: '/orders/:order/lines/:line/ship',
    access: ['operator', 'lead', 'planner', 'admin', 'terminal'],
    status: 201,
    summary: 'Ship what is ready, first-expired-first-out',
    params: LineParams,
    body: z.strictObject({
      commandId: Uuid,
      qty: PositiveQuantity.optional().describe('at most what is open; all that is ready when absent'),
      at: HappenedAt,
    }),
    reply: Order,
    errors: [
      'thing.unknown',
      'order.closed',
      'order.above-open',
      'order.nothing-to-ship',
      'quantity.fraction',
      'movement.date',
      'stock.short',
      'lot.expired',
      'idempotency.mismatch',
    ],
  }),
} as const;
