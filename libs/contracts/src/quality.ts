import { z } from 'zod';
import { form } from './form-words';
import { CaptureKind } from './instruction';
import { listQuery, pageOf } from './list';
import { allow } from './role';
import { route } from './route';
import { DecimalText, Id, Instant, Note, PositiveQuantity, ReasonText, TopicId, Uuid, named } from './scalar';

/** One thing that a person checked or typed in while working, kept with the lot. It is only added to. */
export const Check = z.object({
  id: Uuid,
  operation: Id,
  workOrder: Id,
  lot: Id.describe('the lot that the work order makes'),
  step: z.number().int().nullable().describe('number of the step of the instruction; null: beside it'),
  name: z.string(),
  kind: CaptureKind,
  value: z.string().describe('as it was typed; numbers with a decimal point'),
  unit: z.string().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  within: z.boolean().describe('false: outside the limits; the operation was put on hold'),
  worker: Id.nullable(),
  station: TopicId.nullable(),
  at: Instant,
  recordedAt: Instant,
  note: z.string(),
});
/** One thing that a person checked. */
export type Check = z.infer<typeof Check>;

/**
 * A check as it is sent, with its name and, for numbers, its limits. Without limits those of the operation of that name count. Where the
 * step of the instruction asks for something, its name, kind, unit and limits count.
 */
export const NewCheck = z
  .strictObject({
    commandId: Uuid,
    name: z.string().trim().min(1).max(60).describe('what was checked, such as oven_c'),
    kind: CaptureKind.default('number'),
    value: z.string().trim().min(1).max(500).describe('yes-no: yes is good; choice: the name of the answer'),
    unit: z.string().trim().max(12).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    step: z.number().int().min(1).max(999).optional(),
    worker: Id.optional(),
    station: TopicId.optional(),
    at: Instant.optional(),
    note: Note.default(''),
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    message: form('the lower limit lies above the upper'),
    path: ['min'],
  });
/** A check as it is sent. */
export type NewCheck = z.infer<typeof NewCheck>;

/** Something that may not go on until somebody releases it. */
export const Hold = z.object({
  id: Uuid,
  kind: z.enum(['operation', 'lot']),
  operation: Id.nullable(),
  station: TopicId.nullable(),
  item: Id.nullable(),
  lot: Id.nullable(),
  qty: DecimalText.nullable().describe('lot: how much was blocked'),
  reason: z.string(),
  wording: z
    .object({ name: z.string(), nameZh: z.string().optional() })
    .nullable()
    .describe(
      'the reason with what people call what was measured or asked; null: it is in the words of a person',
    ),
  heldAt: Instant,
  heldBy: z.string().nullable(),
  releasedAt: Instant.nullable(),
  releasedBy: z.string().nullable(),
  note: z.string(),
});
/** Something that may not go on until somebody releases it. */
export type Hold = z.infer<typeof Hold>;

const LotParams = z.strictObject({ lot: Id });

/** Checks and holds. */
export const qualityRoutes = {
  checks: route({
    method: 'GET',
    path: '/checks',
    access: allow.anyone,
    summary: 'What was checked',
    query: listQuery(
      ['operation', 'workOrder', 'lot', 'within', 'name', 'worker', 'from', 'to'],
      ['at', 'recordedAt'],
    ),
    reply: pageOf(Check),
  }),
  words: route({
    method: 'GET',
    path: '/checks/words',
    access: allow.anyone,
    summary: 'What people call what is measured and checked, and the answers to choose from',
    reply: z.array(z.object({ id: z.string(), ...named })),
  }),
  check: route({
    method: 'POST',
    path: '/operations/:operation/checks',
    access: allow.floor,
    summary: 'Record a check; outside its limits the operation is put on hold',
    status: 201,
    params: z.strictObject({ operation: Id }),
    body: NewCheck,
    reply: Check,
    errors: ['thing.unknown', 'reference.unknown', 'check.invalid', 'idempotency.mismatch'],
  }),
  holds: route({
    method: 'GET',
    path: '/holds',
    access: allow.anyone,
    summary: 'Operations and lots on hold; the open ones with filter=open:yes',
    query: listQuery(['kind', 'open', 'station', 'operation', 'lot'], ['heldAt'], {
      kind: Hold.shape.kind.options,
    }),
    reply: pageOf(Hold),
  }),
  holdOperation: route({
    method: 'POST',
    path: '/operations/:operation/hold',
    access: allow.floor,
    summary: 'Put an operation on hold',
    status: 201,
    params: z.strictObject({ operation: Id }),
    body: z.strictObject({ reason: ReasonText, at: Instant.optional() }),
    reply: Hold,
    errors: ['thing.unknown', 'operation.illegal-step', 'auth.forbidden'],
  }),
  holdLot: route({
    method: 'POST',
    path: '/lots/:lot/hold',
    access: allow.floor,
    summary: 'Block a lot: what is there of it goes to quarantine, and nobody may take it',
    status: 201,
    params: LotParams,
    body: z.strictObject({ commandId: Uuid, reason: ReasonText, qty: PositiveQuantity.optional() }),
    reply: Hold,
    errors: ['thing.unknown', 'stock.short', 'idempotency.mismatch'],
  }),
  releaseLot: route({
    method: 'POST',
    path: '/lots/:lot/release',
    access: allow.leads,
    summary: 'Release a blocked lot: what is in quarantine of it goes back to where it lay',
    status: 201,
    params: LotParams,
    body: z.strictObject({ commandId: Uuid, note: ReasonText }),
    reply: z.array(Hold),
    errors: ['thing.unknown', 'hold.none'],
  }),
} as const;
