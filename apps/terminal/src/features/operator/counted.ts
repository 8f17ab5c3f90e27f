import type { CounterReading } from '@takt/contracts';

/** The largest counter that is read: nine digits. */
export const READING_MAX = 999_999_999;

/** What was read and keyed in, as text; empty: nothing yet. */
export interface ReadIn {
  readonly from: string;
  readonly to: string;
  readonly scrap: string;
  readonly rework: string;
}

/** What follows from a reading: pieces, or why there are none. `back`: the counter went back; `more`: more scrap than it counted. */
export type Counted =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'back'; readonly before: number }
  | { readonly kind: 'more'; readonly count: number }
  | { readonly kind: 'counted'; readonly good: number; readonly reading: CounterReading };

/**
 * What the counter says was made: the difference, less scrap and rework.
 * @param read as it was keyed in
 * @param last where the counter stood at the report before; undefined: not known
 */
export function countedBy(read: ReadIn, last: number | undefined): Counted {
  if (read.from === '' || read.to === '') return { kind: 'incomplete' };
  const [from, to] = [Number(read.from), Number(read.to)];
  if (last !== undefined && from < last) return { kind: 'back', before: last };
  if (to < from) return { kind: 'back', before: from };
  const good = to - from - Number(read.scrap || 0) - Number(read.rework || 0);
  return good < 0 ? { kind: 'more', count: to - from } : { kind: 'counted', good, reading: { from, to } };
}
