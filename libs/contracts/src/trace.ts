import { z } from 'zod';
import { formIssue } from './form-words';
import { Lot, Place } from './inventory';
import { Check, Hold } from './quality';
import { allow } from './role';
import { route } from './route';
import { DecimalText, Id, Instant, Quantity, TopicId, Uuid, named } from './scalar';

/** Kinds of things that material passes through: lot → work order → lot → order line. */
export const TRACE_KINDS = ['lot', 'work-order', 'order-line'] as const;
/** One of {@link TRACE_KINDS}. */
export const TraceKind = z.enum(TRACE_KINDS);
/** Kind of a thing that material passes through. */
export type TraceKind = z.infer<typeof TraceKind>;

const point = {
  kind: TraceKind,
  id: z.string().describe('of an order line: <order>/<line>'),
};

/** A thing that material passed through. */
export const TraceThing = z.object({
  ...point,
  item: Id.nullable(),
  itemName: z.string().nullable(),
  itemNameZh: z.string().nullable(),
  at: Instant.nullable().describe('lot: made or received; work order: begun; order line: shipped'),
  expiresAt: Instant.nullable(),
  supplierLot: z.string().nullable(),
  customer: Id.nullable(),
  customerName: z.string().nullable(),
  customerNameZh: z.string().nullable(),
});
/** A thing that material passed through. */
export type TraceThing = z.infer<typeof TraceThing>;

/** Material that went from one thing into another. */
export const TraceLink = z.object({
  direction: z.enum(['back', 'forward']),
  depth: z.number().int().min(1).describe('distance from where the trace began'),
  from: z.object(point),
  to: z.object(point),
  item: Id,
  qty: DecimalText.describe('net of what was taken back'),
  unit: z.string(),
  firstAt: Instant,
});
/** Material that went from one thing into another. */
export type TraceLink = z.infer<typeof TraceLink>;

/** What was measured of a parameter while an operation ran. */
export const MeasureSummary = z.object({
  operation: Id,
  station: TopicId,
  parameter: z.string(),
  count: z.number().int(),
  min: z.number(),
  mean: z.number(),
  max: z.number(),
  limitMin: z.number().nullable(),
  limitMax: z.number().nullable(),
  outside: z.number().int().describe('values outside the limits'),
  firstAt: Instant,
  lastAt: Instant,
});
/** What was measured of a parameter while an operation ran. */
export type MeasureSummary = z.infer<typeof MeasureSummary>;

/** What happened in an operation of a work order that the trace goes through. */
export const TracedOperation = z.object({
  operation: Id,
  workOrder: Id,
  no: z.number().int(),
  ...named,
  good: Quantity,
  scrap: Quantity,
  rework: Quantity,
  runs: z.array(
    z.object({
      station: TopicId,
      startAt: Instant,
      endAt: Instant.nullable(),
      workers: z.array(Id),
    }),
  ),
  claimed: z
    .array(z.object({ report: Uuid, lot: Id }))
    .describe(
      'lots that reports named although they cannot have been used as they are known: nobody knows yet which was',
    ),
  measures: z.array(MeasureSummary),
  checks: z.array(Check),
  holds: z.array(Hold),
});
/** What happened in an operation. */
export type TracedOperation = z.infer<typeof TracedOperation>;

/** One delivery to call back. */
export const RecallLine = z.object({
  order: Id,
  line: z.number().int(),
  customer: Id,
  customerName: z.string(),
  customerNameZh: z.string().nullable(),
  item: Id,
  itemName: z.string(),
  itemNameZh: z.string().nullable(),
  lot: Id,
  qty: DecimalText,
  unit: z.string(),
  shippedAt: Instant,
});
/** One delivery to call back. */
export type RecallLine = z.infer<typeof RecallLine>;

/** Stock that has to be blocked with a recall. */
export const RecallStock = z.object({
  item: Id,
  itemName: z.string(),
  itemNameZh: z.string().nullable(),
  lot: Id,
  place: Place,
  qty: DecimalText,
  unit: z.string(),
});
/** Stock that has to be blocked with a recall. */
export type RecallStock = z.infer<typeof RecallStock>;

const RecallQuery = z.strictObject({
  lots: z
    .string()
    .min(1)
    .max(1000)
    .transform((text, context) => {
      const lots = [...new Set(text.split(','))];
      if (lots.length <= 40 && lots.every((lot) => Id.safeParse(lot).success)) return lots;
      context.addIssue(formIssue('up to 40 lots, with commas between them'));
      return z.NEVER;
    })
    .describe('lots, with commas between them'),
});

/** Where something came from, and who got it. */
export const traceRoutes = {
  trace: route({
    method: 'GET',
    path: '/trace/:kind/:id',
    access: allow.anyone,
    summary:
      'From a lot, work order or order line (<order>:<line>) back to all it came from and forward to all who got it',
    params: z.strictObject({ kind: TraceKind, id: Id }),
    query: z.strictObject({ direction: z.enum(['back', 'forward', 'both']).default('both') }),
    reply: z.object({
      start: TraceThing,
      things: z.array(TraceThing),
      links: z.array(TraceLink),
      operations: z.array(TracedOperation),
      complete: z.boolean().describe('false: there is more than one answer holds'),
    }),
    errors: ['thing.unknown'],
  }),
  recall: route({
    method: 'GET',
    path: '/recalls',
    access: allow.anyone,
    summary: 'Every order line that got any of the lots, and what of them is still here',
    query: RecallQuery,
    reply: z.object({
      deliveries: z.array(RecallLine),
      stock: z.array(RecallStock),
      lots: z.array(Lot.shape.id),
    }),
    errors: ['thing.unknown'],
  }),
  recallSheet: route({
    method: 'GET',
    path: '/recalls/excel',
    access: allow.anyone,
    summary: 'The recall list as an Excel file, in the language of the caller',
    raw: 'download',
    query: RecallQuery,
    reply: z.any(),
    errors: ['thing.unknown'],
  }),
} as const;
