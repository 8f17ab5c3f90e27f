import { z } from 'zod';
import { pageOf } from './list';
import { allow } from './role';
import { route } from './route';
import { Id, Instant, TopicId } from './scalar';

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

/** Value of a figure in a window, for one bucket of the break-down. `value` null: n/a, the denominator is empty. */
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

/** An order, movement or machine event behind a value. */
export const KpiFact = z.object({
  kind: z.enum(['order-line', 'movement', 'report', 'state', 'attendance', 'stop', 'schedule']),
  id: z.string(),
  at: Instant,
  title: z.string(),
  counts: z.enum(['hit', 'miss', 'part']),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
/** An order, movement or machine event behind a value. */
export type KpiFact = z.infer<typeof KpiFact>;

const Window = {
  from: Instant,
  to: Instant,
  line: TopicId.optional(),
  station: TopicId.optional(),
  item: Id.optional(),
  class: Id.optional(),
  worker: Id.optional(),
  basis: OtdBasis.optional(),
};
const KpiParams = z.strictObject({ kpi: Id });

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
    query: z.strictObject({
      ...Window,
      by: z
        .string()
        .max(60)
        .default('')
        .transform((text) => (text === '' ? [] : text.split(',')))
        .pipe(z.array(KpiDimension).max(2)),
      compare: z.enum(['none', 'previous']).default('previous'),
    }),
    reply: z.object({
      definition: KpiDefinition,
      total: KpiValue,
      previous: KpiValue.nullable(),
      buckets: z.array(KpiValue),
    }),
    errors: ['thing.unknown', 'kpi.window'],
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
      }),
    ),
    errors: ['kpi.window'],
  }),
  facts: route({
    method: 'GET',
    path: '/kpis/:kpi/facts',
    access: allow.office,
    summary: 'The very orders, movements and events behind a figure',
    params: KpiParams,
    query: z.strictObject({
      ...Window,
      limit: z.coerce.number().int().min(1).max(500).default(100),
      cursor: z.string().max(200).optional(),
    }),
    reply: pageOf(KpiFact),
    errors: ['thing.unknown', 'kpi.window'],
  }),
} as const;
