import type { HandoverStation } from '@takt/contracts';
import { MILLION, millionths } from '@takt/production';

const KINDS = ['good', 'scrap', 'rework'] as const;

/** Pieces that came to a station after a shift was handed over, or were taken back. */
export interface MadeSince {
  readonly station: string;
  readonly kind: (typeof KINDS)[number];
  /** below 0 where some were taken back */
  readonly qty: number;
}

/**
 * What people have entered since a shift was handed over.
 * @param then stations as they were handed over
 * @param now as they are
 */
export function madeSince(
  then: readonly HandoverStation[],
  now: readonly HandoverStation[],
): readonly MadeSince[] {
  return now.flatMap((row) => {
    const before = then.find(({ station }) => station === row.station);
    return KINDS.map((kind) => ({
      ...{ station: row.station, kind },
      qty: (millionths(row[kind]) - millionths(before?.[kind])) / MILLION,
    })).filter(({ qty }) => qty !== 0);
  });
}
