import { addSums, distributionOf, type Contribution, type Sources } from '@takt/kpi';
import { Exact, type Amount } from '@takt/production';
import type { Bucket, FinestRow, Dims } from './finest-row';

type Source = keyof Sources;
type Named = Readonly<Record<string, Amount>>;

interface Draft {
  readonly bucket: Bucket;
  readonly dims: Dims;
  readonly sums: Named[];
  readonly durations: number[];
  readonly sources: Partial<Record<Source, number>>;
}

const SOURCES: readonly string[] = ['machine', 'terminal', 'api', 'back-fill', 'import'] satisfies Source[];

/** A source as figures count it; what a device or a person at a screen told counts as typed in. */
export function sourceOf(source: string | null): Source {
  if (source === 'device') return 'machine';
  if (source === 'office') return 'api';
  return SOURCES.includes(source ?? '') ? (source as Source) : 'terminal';
}

const bucketOf = ({ startAt, endAt, day, hour, shift }: Bucket): Bucket => ({
  startAt,
  endAt,
  day,
  hour,
  shift,
});

/** Collects what facts add to rows. */
export class RowBook {
  private readonly drafts = new Map<string, Draft>();

  /** Adds what a fact adds to a cell. */
  add({ cell, sums }: Contribution, dims: Dims, source: Source | null = null): void {
    this.put(cell, dims, sums as Named, source);
  }

  /** Adds sums to a bucket. */
  put(bucket: Bucket, dims: Dims, sums: Named, source: Source | null = null): void {
    const draft = this.draft(bucket, dims);
    draft.sums.push(sums);
    if (source !== null) draft.sources[source] = (draft.sources[source] ?? 0) + 1;
  }

  /** Adds a duration in seconds to a bucket. */
  lasted(bucket: Bucket, dims: Dims, sec: number): void {
    this.draft(bucket, dims).durations.push(sec);
  }

  /** The rows so far. */
  rows(): FinestRow[] {
    return [...this.drafts.values()].map(({ bucket, dims, sums, sources, durations }) => ({
      bucket,
      dims,
      sums: addSums(sums) as Named,
      sources,
      ...(durations.length === 0 ? {} : { durations: distributionOf(durations) }),
    }));
  }

  private draft(bucket: Bucket, dims: Dims): Draft {
    const { line = '', station = '', item = '', customer = '', worker = '', step = 0 } = dims;
    const key = [bucket.startAt, line, station, item, customer, worker, step].join('\n');
    const known = this.drafts.get(key);
    if (known) return known;
    const draft: Draft = { bucket: bucketOf(bucket), dims, sums: [], durations: [], sources: {} };
    this.drafts.set(key, draft);
    return draft;
  }
}

/** Seconds since the epoch, exact to the millisecond. */
export function epochSec(instant: number): Exact {
  return new Exact(instant).div(1000);
}
