import { z } from 'zod';
import { formIssue } from './form-words';
import { Cursor, pageLimit, pageOf } from './list';
import { allow } from './role';
import { route } from './route';
import { Id, Instant, Name, Note, TopicId, Uuid } from './scalar';

/** Dimensions by which a figure can be broken down. */
export const KPI_DIMENSIONS = [
  'plant',
  'line',
  'station',
  'item',
  'item-class',
  'customer',
  'worker',
  'hour',
  'shift',
  'day',
  'week',
  'month',
] as const;
/** One of {@link KPI_DIMENSIONS}. */
export const KpiDimension = z.enum(KPI_DIMENSIONS);
/** Dimension of a figure. */
export type KpiDimension = z.infer<typeof KpiDimension>;

/** Basis of on-time delivery. */
export const OtdBasis = z.enum(['requested', 'committed', 'latest']);
/** Basis of on-time delivery. */
export type OtdBasis = z.infer<typeof OtdBasis>;

/** Where the inputs of a value came from, as shares from 0 to 1. */
export const ProvenanceSplit = z.object({
  machine: z.number(),
  terminal: z.number(),
  backFill: z.number(),
  import: z.number(),
});
/** Where the inputs of a value came from, as shares from 0 to 1. */
export type ProvenanceSplit = z.infer<typeof ProvenanceSplit>;

/** Definition of a figure, as data. */
export const KpiDefinition = z.object({
  id: Id,
  version: z.number().int(),
  name: z.string(),
  nameZh: z.string(),
  formula: z.string(),
  formulaZh: z.string(),
  unit: z.string().describe('%, turns, days, pcs, min, …'),
  better: z.enum(['higher', 'lower']),
  dimensions: z.array(KpiDimension),
  headline: z.boolean(),
});
/** Definition of a figure. */
export type KpiDefinition = z.infer<typeof KpiDefinition>;

/** Value of a figure in a window, for one bucket of the break-down, computed from whole hours. `value` null: n/a, the denominator is empty. */
export const KpiValue = z.object({
  kpi: Id,
  version: z.number().int(),
  from: Instant,
  to: Instant,
  bucket: z.record(z.string(), z.string()).describe('dimension → key; empty: the whole'),
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number(),
  inputs: z.record(z.string(), z.number()),
  completeness: z.number().min(0).max(1),
  provenance: ProvenanceSplit.nullable(),
  note: z.string().nullable().describe('not annualised below 28 days, performance above 100 %, …'),
});
/** Value of a figure. */
export type KpiValue = z.infer<typeof KpiValue>;

/** Kinds of facts behind a figure. */
export const KPI_FACT_KINDS = [
  'order-line',
  'movement',
  'report',
  'count',
  'state',
  'attendance',
  'stop',
  'schedule',
  'plan',
  'work-order',
  'notice',
  'order',
  'opening',
] as const;

/** An order, movement or machine event behind a value. */
export const KpiFact = z.object({
  kind: z.enum(KPI_FACT_KINDS),
  id: z.string(),
  at: Instant,
  title: z.string(),
  counts: z.enum(['hit', 'miss', 'part']),
  adds: z
    .record(z.string(), z.number())
    .describe(
      'input of the figure → what this adds to it; over all facts they sum to the inputs of the value',
    ),
  numerator: z
    .number()
    .nullable()
    .describe(
      'over all facts they sum to the numerator of the value; null: it is a product, only its inputs are sums',
    ),
  denominator: z
    .number()
    .nullable()
    .describe('likewise; of an average over time 0, for that is divided by the length of the window'),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
/** An order, movement or machine event behind a value. */
export type KpiFact = z.infer<typeof KpiFact>;

/** How a value stands against its target: met, missed by at most 5 % of it, missed by more; none without value or target. */
export const KpiLight = z.enum(['green', 'amber', 'red', 'none']);
/** How a value stands against its target. */
export type KpiLight = z.infer<typeof KpiLight>;

/** Target of a figure in a plant. */
export const KpiTarget = z.object({ kpi: Id, value: z.number(), setAt: Instant, setBy: Name });
/** Target of a figure in a plant. */
export type KpiTarget = z.infer<typeof KpiTarget>;

/** What a person wants others to know who look at figures of that time. */
export const KpiAnnotation = z.object({
  id: Uuid,
  kpi: Id.nullable().describe('null: of all figures'),
  at: Instant,
  text: z.string(),
  writtenAt: Instant,
  writtenBy: Name,
});
/** Note at a time in the figures. */
export type KpiAnnotation = z.infer<typeof KpiAnnotation>;

/** A figure of a closed hour or day that changed because of a late or corrected fact, as it was and as it is since. */
export const KpiRestatement = z.object({
  id: Uuid,
  restatedAt: Instant,
  reason: z.string().describe('what came late or was corrected, with its id'),
  from: Instant,
  to: Instant,
  bucket: z.record(z.string(), z.string()).describe('dimension → key'),
  before: z
    .number()
    .nullable()
    .describe(
      'null: n/a; also of averages over time, which depend on what was there before, and of lead times',
    ),
  after: z.number().nullable().describe('likewise'),
  change: z
    .record(z.string(), z.number())
    .describe('input → what was added to it; of an area under a level what it grew by within the bucket'),
});
/** A restated figure. */
export type KpiRestatement = z.infer<typeof KpiRestatement>;

const Window = {
  from: Instant.describe(
    'midnight of the plant means the begin of that production day; other instants are widened to whole hours, and to whole days where a figure is kept by the day (stock, promises)',
  ),
  to: Instant.describe('exclusive, likewise'),
  line: TopicId.optional(),
  station: TopicId.optional(),
  item: Id.optional(),
  class: Id.optional(),
  customer: Id.optional(),
  worker: Id.optional(),
  basis: OtdBasis.optional().describe('of the on-time figures alone; the first promise when absent'),
};
const KpiParams = z.strictObject({ kpi: Id });
const Breakdown = {
  ...Window,
  by: z
    .string()
    .max(60)
    .default('')
    .transform((text, context) => {
      const dimensions = z
        .array(KpiDimension)
        .max(2)
        .safeParse(text === '' ? [] : text.split(','));
      if (dimensions.success && new Set(dimensions.data).size === dimensions.data.length)
        return dimensions.data;
      context.addIssue(
        formIssue('one or two different ones of {choices}', {
          facts: { choices: KPI_DIMENSIONS.join(', ') },
        }),
      );
      return z.NEVER;
    })
    .describe('up to two dimensions, the outer first, with a comma between them'),
};
/** What every reading of a figure may be refused for. */
const READING_FAULTS = ['thing.unknown', 'kpi.window', 'kpi.dimension', 'kpi.basis'] as const;
/** Figures that are told together with another one. */
const beside = z
  .array(z.object({ definition: KpiDefinition, total: KpiValue }))
  .describe('figures that are told together with it: days of inventory with turns');
const Standing = {
  target: z.number().nullable().optional(),
  light: KpiLight.optional(),
};

/** Figures. */
export const kpiRoutes = {
  definitions: route({
    method: 'GET',
    path: '/kpis',
    access: allow.anyone,
    summary: 'Definitions of the figures',
    reply: z.array(KpiDefinition),
  }),
  value: route({
    method: 'GET',
    path: '/kpis/:kpi',
    access: allow.anyone,
    summary: 'A figure in a window, broken down by dimensions, with the window before for comparison',
    params: KpiParams,
    query: z.strictObject({ ...Breakdown, compare: z.enum(['none', 'previous']).default('previous') }),
    reply: z.object({
      definition: KpiDefinition,
      total: KpiValue,
      previous: KpiValue.nullable(),
      buckets: z.array(KpiValue),
      beside,
      ...Standing,
    }),
    errors: READING_FAULTS,
  }),
  export: route({
    method: 'GET',
    path: '/kpis/:kpi/export',
    access: allow.office,
    summary: 'A figure in a window, broken down by dimensions, as CSV',
    raw: 'download',
    params: KpiParams,
    query: z.strictObject(Breakdown),
    reply: z.string().describe('text/csv, UTF-8 with byte order mark, one line a bucket'),
    errors: READING_FAULTS,
  }),
  headline: route({
    method: 'GET',
    path: '/kpis/headline',
    access: allow.anyone,
    summary: 'The four figures of the manager with trend',
    query: z.strictObject(Window),
    reply: z.array(
      z.object({
        definition: KpiDefinition,
        total: KpiValue,
        previous: KpiValue.nullable(),
        trend: z.array(KpiValue),
        beside,
        ...Standing,
      }),
    ),
    errors: ['thing.unknown', 'kpi.window'],
  }),
  facts: route({
    method: 'GET',
    path: '/kpis/:kpi/facts',
    access: allow.office,
    summary: 'The very orders, movements and events behind a figure',
    params: KpiParams,
    query: z.strictObject({
      ...Window,
      kind: z.enum(KPI_FACT_KINDS).optional().describe('facts of this kind alone'),
      limit: pageLimit(100),
      cursor: Cursor.optional(),
    }),
    reply: pageOf(KpiFact),
    errors: READING_FAULTS,
  }),
  distribution: route({
    method: 'GET',
    path: '/kpis/:kpi/distribution',
    access: allow.anyone,
    summary: 'How the durations of a lead time are spread, in bins; empty for figures without durations',
    params: KpiParams,
    query: z.strictObject(Window),
    reply: z.array(
      z.object({
        fromSec: z.number(),
        toSec: z.number().nullable().describe('null: and everything above'),
        count: z.number().int(),
      }),
    ),
    errors: READING_FAULTS,
  }),
  restatements: route({
    method: 'GET',
    path: '/kpis/:kpi/restatements',
    access: allow.office,
    summary:
      'Closed hours and days whose figure changed since, newest first, with the value as it was and the reason',
    params: KpiParams,
    query: z.strictObject({
      from: Instant,
      to: Instant,
      limit: pageLimit(100),
      cursor: Cursor.optional(),
    }),
    reply: pageOf(KpiRestatement),
    errors: ['thing.unknown', 'kpi.window'],
  }),
  targets: route({
    method: 'GET',
    path: '/kpis/targets',
    access: allow.anyone,
    summary: 'Targets of the plant',
    reply: z.array(KpiTarget),
  }),
  setTarget: route({
    method: 'PUT',
    path: '/kpis/:kpi/target',
    access: allow.managers,
    summary: 'Set the target of a figure',
    params: KpiParams,
    body: z.strictObject({ value: z.number().min(-1e12).max(1e12) }),
    reply: KpiTarget,
    errors: ['thing.unknown', 'kpi.target'],
  }),
  removeTarget: route({
    method: 'DELETE',
    path: '/kpis/:kpi/target',
    access: allow.managers,
    summary: 'Remove the target of a figure',
    status: 204,
    params: KpiParams,
    reply: z.void(),
    errors: ['thing.unknown'],
  }),
  annotations: route({
    method: 'GET',
    path: '/kpis/annotations',
    access: allow.anyone,
    summary: 'Notes at times in a window, of one figure and of all; 1,000 at most',
    query: z.strictObject({ from: Instant, to: Instant, kpi: Id.optional() }),
    reply: z.array(KpiAnnotation),
    errors: ['kpi.window', 'thing.unknown'],
  }),
  annotate: route({
    method: 'POST',
    path: '/kpis/annotations',
    access: allow.office,
    summary:
      'Write a note at a time in the figures: what has been; what is planned belongs into the calendar of shifts',
    status: 201,
    body: z.strictObject({
      kpi: Id.nullable().default(null),
      at: Instant.describe('not ahead of now'),
      text: Note.min(1),
    }),
    reply: KpiAnnotation,
    errors: ['reference.unknown', 'kpi.note-ahead'],
  }),
  removeAnnotation: route({
    method: 'DELETE',
    path: '/kpis/annotations/:annotation',
    access: allow.office,
    summary: 'Remove a note',
    status: 204,
    params: z.strictObject({ annotation: Uuid }),
    reply: z.void(),
    errors: ['thing.unknown'],
  }),
} as const;
