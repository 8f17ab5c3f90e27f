import type { Distribution, Sources } from '@takt/kpi';
import type { Amount } from '@takt/production';

/** Dimensions of the rows of figures. */
export const DIMS = ['line', 'station', 'item', 'customer', 'worker', 'step'] as const;
/** Dimension of a row. */
export type Dim = (typeof DIMS)[number];
/** Keys by dimension; absent ones are empty. */
export type Dims = Readonly<Partial<Record<Exclude<Dim, 'step'>, string>>> & { readonly step?: number };

/** The finest bucket of a row. */
export interface Bucket {
  readonly startAt: number;
  readonly endAt: number;
  readonly day: string;
  readonly hour: string | null;
  readonly shift: string | null;
}

/** One row of the finest grain. */
export interface FinestRow {
  readonly bucket: Bucket;
  readonly dims: Dims;
  readonly sums: Readonly<Record<string, Amount>>;
  readonly durations?: Distribution;
  readonly sources: Sources;
}
