import { z } from 'zod';
import { form } from './form-words';
import { listQuery, pageOf } from './list';
import { RECEIPT_FAULTS } from './receipt-fault';
import { allow } from './role';
import { route } from './route';
import {
  DecimalText,
  Id,
  Instant,
  Money,
  MoneyFromZero,
  Note,
  PositiveQuantity,
  QTY_MAX,
  ReasonText,
  Uuid,
} from './scalar';

/** Where stock lies. */
export const PLACES = ['raw', 'wip', 'finished', 'quarantine'] as const;
/** One of {@link PLACES}. */
export const Place = z.enum(PLACES);
/** Where stock lies. */
export type Place = z.infer<typeof Place>;

/** Kinds of movement of the stock ledger. */
export const MOVEMENT_KINDS = [
  'opening',
  'receipt',
  'issue',
  'backflush',
  'wip-in',
  'wip-out',
  'completion',
  'scrap',
  'rework',
  'transfer',
  'shipment',
  'return',
  'adjustment',
] as const;
/** One of {@link MOVEMENT_KINDS}. */
export const MovementKind = z.enum(MOVEMENT_KINDS);
/** Kind of a movement. */
export type MovementKind = z.infer<typeof MovementKind>;

/** One line of the stock ledger: append-only; stock and value at any instant are sums over it. */
export const Movement = z.object({
  id: Uuid,
  kind: MovementKind,
  item: Id,
  lot: Id.nullable(),
  place: Place,
  qty: DecimalText.describe('positive into the place, negative out of it'),
  unit: z.string(),
  value: Money.describe('in the currency of the plant, same sign as the quantity'),
  occurredAt: Instant,
  recordedAt: Instant,
  operation: Id.nullable(),
  workOrder: Id.nullable(),
  order: Id.nullable(),
  orderLine: z.number().int().nullable(),
  worker: Id.nullable(),
  source: z.string().describe('who or what recorded it'),
  reverses: Uuid.nullable(),
  corrects: Uuid.nullable()
    .optional()
    .describe('the movement whose value this one restates; its quantity is 0'),
  note: z.string(),
});
/** One line of the stock ledger. */
export type Movement = z.infer<typeof Movement>;

/** A traceable quantity of an item. */
export const Lot = z.object({
  id: Id,
  item: Id,
  madeAt: Instant,
  expiresAt: Instant.nullable(),
  workOrder: Id.nullable(),
  supplierLot: z.string().nullable(),
  onHand: DecimalText,
  reserved: DecimalText,
  place: Place,
});
/** A lot. */
export type Lot = z.infer<typeof Lot>;

/** Stock of an item at a place at an instant. */
export const StockLevel = z.object({
  item: Id,
  place: Place,
  unit: z.string(),
  onHand: DecimalText,
  reserved: DecimalText,
  available: DecimalText,
  value: Money,
  nextExpiryAt: Instant.nullable(),
  negative: z.boolean().describe('below zero: something was not recorded'),
});
/** Stock of an item at a place. */
export type StockLevel = z.infer<typeof StockLevel>;

/** Expected receipt of a bought item. */
export const Supply = z.object({
  id: Uuid,
  item: Id,
  qty: DecimalText,
  expectedAt: Instant,
  receivedAt: Instant.nullable(),
  note: z.string(),
});
/** Expected receipt of a bought item. */
export type Supply = z.infer<typeof Supply>;

/** When what people book happened. */
export const HappenedAt = Instant.optional().describe(
  'when it happened; now when absent. At most 366 days back; what lies ahead by up to 24 h, as clocks may, happened now',
);

/** The lot that a count, a transfer or a write-off is about; every item is kept in lots. */
export const NamedLot = Id.optional().describe(
  'absent only for what lies there without one: below zero, or from before',
);

/** What every movement by hand may be refused for. */
export const BOOKING_FAULTS = [
  'reference.unknown',
  'movement.date',
  'quantity.fraction',
  'idempotency.mismatch',
] as const;

/** Stock, lots, movements, supplies. */
export const inventoryRoutes = {
  stock: route({
    method: 'GET',
    path: '/stock',
    access: allow.anyone,
    summary: 'Stock and value by item and place, now or at an instant',
    query: z.strictObject({
      at: Instant.optional().describe(
        'now when absent; what lies ahead by up to 24 h, as clocks may, is now',
      ),
      item: Id.optional(),
      place: Place.optional(),
    }),
    reply: z.object({ at: Instant, levels: z.array(StockLevel), value: Money }),
    errors: ['thing.unknown', 'stock.ahead'],
  }),
  movements: route({
    method: 'GET',
    path: '/movements',
    access: allow.office,
    summary: 'The stock ledger',
    query: listQuery(
      ['item', 'lot', 'kind', 'place', 'workOrder', 'order', 'from', 'to'],
      ['occurredAt', 'recordedAt'],
      { kind: MOVEMENT_KINDS, place: PLACES },
    ).omit({ q: true }),
    reply: pageOf(Movement),
    errors: ['thing.unknown'],
  }),
  lots: route({
    method: 'GET',
    path: '/lots',
    access: allow.anyone,
    summary: 'Lots, first to expire first',
    query: listQuery(['id', 'item', 'place', 'workOrder'], ['expiresAt', 'madeAt', 'id'], { place: PLACES }),
    reply: pageOf(Lot),
  }),
  receive: route({
    method: 'POST',
    path: '/movements/receipts',
    access: allow.floor,
    summary: 'Receive bought material into a lot',
    status: 201,
    body: z.strictObject({
      commandId: Uuid,
      item: Id,
      qty: PositiveQuantity,
      lot: Id.optional().describe('absent: it gets a lot of its own, L-1001 …'),
      supplierLot: z.string().max(64).optional(),
      expiresAt: Instant.optional(),
      unitCost: MoneyFromZero.optional(),
      supply: Uuid.optional(),
      at: HappenedAt,
      note: Note.optional(),
    }),
    reply: Movement,
    errors: [...BOOKING_FAULTS, 'lot.other-item', ...RECEIPT_FAULTS],
  }),
  adjust: route({
    method: 'POST',
    path: '/movements/adjustments',
    access: allow.leads,
    summary: 'Correct a count, with a reason',
    status: 201,
    body: z.strictObject({
      commandId: Uuid,
      item: Id,
      lot: NamedLot,
      place: Place.exclude(['wip']).describe('work in progress moves by reports'),
      qty: DecimalText.refine((qty) => Number(qty) !== 0, form('not 0'))
        .refine((qty) => Math.abs(Number(qty)) <= QTY_MAX, form(`at most ${QTY_MAX}`))
        .describe('difference, signed'),
      reason: ReasonText,
      at: HappenedAt,
    }),
    reply: Movement,
    errors: [
      ...BOOKING_FAULTS,
      'lot.other-item',
      'lot.expired',
      'stock.short',
      'stock.lot-needed',
      'stock.odd-place',
      'count.too-much',
    ],
  }),
  reverse: route({
    method: 'POST',
    path: '/movements/:movement/reverse',
    access: allow.leads,
    summary: 'Take a movement back by its counter-entry',
    status: 201,
    params: z.strictObject({ movement: Uuid }),
    body: z.strictObject({ commandId: Uuid, reason: ReasonText }),
    reply: Movement,
    errors: ['thing.unknown', 'thing.exists', 'movement.bound', 'movement.used', 'idempotency.mismatch'],
  }),
  supplies: route({
    method: 'GET',
    path: '/supplies',
    access: allow.anyone,
    summary: 'Expected receipts',
    query: listQuery(['item', 'open'], ['expectedAt']),
    reply: pageOf(Supply),
  }),
  expect: route({
    method: 'POST',
    path: '/supplies',
    access: allow.planners,
    summary: 'Announce a receipt',
    status: 201,
    body: z.strictObject({ item: Id, qty: PositiveQuantity, expectedAt: Instant, note: Note.default('') }),
    reply: Supply,
    errors: ['reference.unknown', 'quantity.fraction'],
  }),
  postpone: route({
    method: 'PATCH',
    path: '/supplies/:supply',
    access: allow.planners,
    summary: 'Move an expected receipt; the plan follows',
    params: z.strictObject({ supply: Uuid }),
    body: z.strictObject({ expectedAt: Instant.optional(), qty: PositiveQuantity.optional() }),
    reply: Supply,
    errors: ['thing.unknown', 'quantity.fraction'],
  }),
} as const;
