/** Up to so many values a distribution keeps each; beyond it is a sketch. */
export const EXACT_MAX = 10_000;
/** Relative error of a percentile of a sketch. */
export const SKETCH_ERROR = 0.01;

/**
 * A distribution of durations ≥ 0. Exact up to {@link EXACT_MAX} values, then counts in buckets that grow by a constant factor, so
 * that every percentile is within {@link SKETCH_ERROR} of the exact one. What it is depends on its values alone,
 * not on the order in which they came or were merged.
 * @see DDSketch: Masson, Rim & Lee 2019
 */
export interface Distribution {
  readonly count: number;
  readonly sum: number;
  /** sorted; null: sketched */
  readonly values: readonly number[] | null;
  /** bucket → count, sorted by bucket; bucket null holds the zeros */
  readonly buckets: readonly (readonly [bucket: number | null, count: number])[];
}

const GROWTH = Math.log((1 + SKETCH_ERROR) / (1 - SKETCH_ERROR));

const bucketOf = (value: number): number | null => (value > 0 ? Math.ceil(Math.log(value) / GROWTH) : null);
const middleOf = (bucket: number | null): number =>
  bucket === null ? 0 : (2 * Math.exp(bucket * GROWTH)) / (1 + Math.exp(GROWTH));

function sketch(values: readonly number[]): Distribution['buckets'] {
  return mergeBuckets(values.map((value) => [bucketOf(value), 1] as const));
}

function mergeBuckets(parts: Distribution['buckets']): Distribution['buckets'] {
  const counts = new Map<number | null, number>();
  for (const [bucket, count] of parts) counts.set(bucket, count + (counts.get(bucket) ?? 0));
  return [...counts].sort(([a], [b]) => (a ?? -Infinity) - (b ?? -Infinity));
}

/** A distribution of some values ≥ 0. */
export function distributionOf(values: readonly number[]): Distribution {
  const sum = [...values].sort((a, b) => a - b).reduce((total, value) => total + value, 0);
  return values.length <= EXACT_MAX
    ? { count: values.length, sum, values: [...values].sort((a, b) => a - b), buckets: [] }
    : { count: values.length, sum, values: null, buckets: sketch(values) };
}

/** Puts distributions together. */
export function mergeDistributions(all: readonly Distribution[]): Distribution {
  const exact = all.flatMap((one) => (one.values === null ? [] : [one.values]));
  const count = all.reduce((total, one) => total + one.count, 0);
  if (exact.length === all.length) return distributionOf(exact.flat());
  const buckets = mergeBuckets([...sketch(exact.flat()), ...all.flatMap((one) => one.buckets)]);
  return { count, sum: all.reduce((total, one) => total + one.sum, 0), values: null, buckets };
}

/** The value that has a whole rank, within {@link SKETCH_ERROR}. */
function ranked(buckets: Distribution['buckets'], rank: number): number {
  let reached = 0;
  for (const [bucket, count] of buckets) {
    reached += count;
    if (reached > rank) return middleOf(bucket);
  }
  return middleOf(buckets.at(-1)?.[0] ?? null);
}

/**
 * A percentile by linear interpolation between the two ranks around it (as SQL's `percentile_cont`): exactly, or of a sketch within
 * {@link SKETCH_ERROR} of the exact one, since both ranks are.
 * @param share 0 … 1: 0.85 for P85
 * @returns null for no values
 */
export function percentile(distribution: Distribution, share: number): number | null {
  const { count, values, buckets } = distribution;
  if (count === 0) return null;
  const rank = share * (count - 1);
  const at = (whole: number): number => (values === null ? ranked(buckets, whole) : values[whole]);
  const [low, high] = [at(Math.floor(rank)), at(Math.ceil(rank))];
  return low + (high - low) * (rank - Math.floor(rank));
}

/** How many durations lie from one length to below another. */
export interface HistogramBin {
  readonly from: number;
  /** null: and everything above */
  readonly to: number | null;
  readonly count: number;
}

/** Widths of bins in seconds that a person counts in: quarters of an hour up to weeks. */
const WIDTHS = [
  900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400, 172_800, 604_800, 1_209_600, 2_419_200,
] as const;

/**
 * A distribution in bins of one width, the last of which takes what is beyond P95; the counts sum to that of the distribution. Of a sketch
 * a value may be counted in the bin beside its own, for it is known within {@link SKETCH_ERROR}.
 * @param most bins, 2 …
 * @returns none for no values
 */
export function histogramOf(distribution: Distribution, most: number): HistogramBin[] {
  const reach = percentile(distribution, 0.95) ?? 0;
  if (distribution.count === 0) return [];
  const width = WIDTHS.find((each) => reach / each < most - 1) ?? Math.ceil(reach / (most - 1));
  const bins = Math.floor(reach / width) + 1;
  const counts = Array.from({ length: bins + 1 }, () => 0);
  const put = (value: number, count: number): void => {
    counts[Math.min(bins, Math.floor(value / width))] += count;
  };
  for (const value of distribution.values ?? []) put(value, 1);
  for (const [bucket, count] of distribution.buckets) put(middleOf(bucket), count);
  const all = counts.map((count, i) => ({ from: i * width, to: i === bins ? null : (i + 1) * width, count }));
  return all.at(-1)?.count === 0 ? all.slice(0, -1) : all;
}
