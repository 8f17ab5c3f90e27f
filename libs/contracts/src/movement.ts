import { z } from 'zod';
import { form } from './form-words';
import { BOOKING_FAULTS, HappenedAt, Movement, NamedLot, Place } from './inventory';
import { allow } from './role';
import { route } from './route';
import { DecimalText, Id, Instant, Money, Note, PositiveQuantity, ReasonText, Uuid } from './scalar';

const commanded = { commandId: Uuid, at: HappenedAt };

/**
 * A time during which stock was below zero: something was consumed that had not been received. It stays visible until a receipt or a
 * count explains it, and 31 days longer; a receipt that is booked for the time before leaves nothing of it.
 */
export const StockException = z.object({
  item: Id,
  place: Place,
  lot: Id.nullable(),
  unit: z.string(),
  qty: DecimalText.describe('what lies there now; below 0 until it is mended'),
  value: Money.describe('of what lies there now'),
  from: Instant.describe('since when it was below zero'),
  until: Instant.nullable().describe('when it was mended; null: not yet'),
  lowest: DecimalText.describe('below 0: the least at any instant of that time'),
  movement: Uuid.nullable().describe('of the movements that took from it in that time, the one written last'),
  recordedAt: Instant.nullable().describe(
    'when that was written: later than it happened where a machine told it late',
  ),
});
/** A time during which stock was below zero. */
export type StockException = z.infer<typeof StockException>;

/** What was thrown away of an item in a window, net of what was taken back. */
export const Waste = z.object({
  item: Id,
  unit: z.string(),
  qtyExpired: DecimalText.describe('stock that passed its shelf life'),
  valueExpired: Money,
  qtyScrapped: DecimalText.describe('stock written off by hand'),
  valueScrapped: Money,
  qtyInWork: DecimalText.describe('pieces scrapped by reports, as pieces of the product'),
  valueInWork: Money,
});
/** What was thrown away of an item. */
export type Waste = z.infer<typeof Waste>;

/** Movements by hand beside receipts and counts, and what stock says about itself. */
export const movementRoutes = {
  transfer: route({
    method: 'POST',
    path: '/movements/transfers',
    access: allow.leads,
    summary: 'Move stock from one place to another: two lines with the same value',
    status: 201,
    body: z
      .strictObject({
        ...commanded,
        item: Id,
        lot: NamedLot,
        from: Place,
        to: Place,
        qty: PositiveQuantity,
        reason: Note.default(''),
      })
      .refine(({ from, to }) => from !== to, { message: form('another place than from'), path: ['to'] })
      .refine(({ from, to }) => from !== 'wip' && to !== 'wip', {
        message: form('work in progress moves by reports'),
        path: ['from'],
      }),
    reply: z.array(Movement),
    errors: [
      ...BOOKING_FAULTS,
      'lot.other-item',
      'lot.expired',
      'stock.short',
      'stock.lot-needed',
      'stock.odd-place',
    ],
  }),
  giveBack: route({
    method: 'POST',
    path: '/movements/returns',
    access: allow.floor,
    summary: 'A customer sends goods back: into quarantine, at the value at which they left',
    status: 201,
    body: z.strictObject({
      ...commanded,
      order: Id,
      line: z.number().int().min(1).max(999),
      lot: Id.optional().describe('the lot that comes back; the one that left last when absent'),
      qty: PositiveQuantity,
      reason: ReasonText,
    }),
    reply: z.array(Movement),
    errors: [
      ...BOOKING_FAULTS,
      'lot.other-item',
      'return.nothing-shipped',
      'return.lot',
      'return.before-shipment',
      'return.too-much',
    ],
  }),
  issue: route({
    method: 'POST',
    path: '/movements/issues',
    access: allow.floor,
    summary: 'Consume material for a work order beyond what its bill of materials says',
    status: 201,
    body: z.strictObject({
      ...commanded,
      workOrder: Id,
      operation: Id.optional(),
      item: Id,
      lot: Id.optional().describe('scanned: taken first, whatever its date'),
      qty: PositiveQuantity,
      reason: Note.default('').describe(
        'needed for what the work order does not consume by its own materials',
      ),
    }),
    reply: z.array(Movement),
    errors: [
      ...BOOKING_FAULTS,
      'lot.other-item',
      'stock.short',
      'work-order.closed',
      'issue.own-product',
      'lot.expired',
      'issue.operation',
      'issue.unplanned',
      'issue.too-much',
    ],
  }),
  scrap: route({
    method: 'POST',
    path: '/movements/scraps',
    access: allow.leads,
    summary: 'Write stock off: damaged, lost, spoilt',
    status: 201,
    body: z.strictObject({
      ...commanded,
      item: Id,
      lot: NamedLot,
      place: Place.exclude(['wip']),
      qty: PositiveQuantity,
      reason: ReasonText,
    }),
    reply: z.array(Movement),
    errors: [...BOOKING_FAULTS, 'lot.other-item', 'lot.expired', 'stock.short', 'stock.lot-needed'],
  }),
  exceptions: route({
    method: 'GET',
    path: '/stock/exceptions',
    access: allow.anyone,
    summary:
      'When stock was below zero: what still is first, then what has been mended or told late in the last 31 days',
    reply: z.array(StockException),
  }),
  waste: route({
    method: 'GET',
    path: '/stock/waste',
    access: allow.office,
    summary: 'What was thrown away in a window, by item: expired, written off, scrapped in work',
    query: z.strictObject({ from: Instant, to: Instant }),
    reply: z.object({ items: z.array(Waste), value: Money }),
    errors: ['stock.window'],
  }),
} as const;
