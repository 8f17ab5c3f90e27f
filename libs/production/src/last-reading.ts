import type { CounterReading, ReportType } from '@takt/contracts';

/** What a report says of a counter. Quantities are decimal text. */
export interface ReadReport {
  readonly type: ReportType;
  readonly station: string;
  readonly good: string;
  readonly scrap: string;
  readonly rework: string;
  readonly reading: CounterReading | null;
}

/**
 * Where the counter of a station stood when an operation was reported last there.
 * @param reports of the operation that stand, as they happened
 * @param station the station
 * @returns null: not known, for nothing was reported there, or the last pieces were keyed in: whoever reads it next says where it stands
 */
export function lastReading(reports: readonly ReadReport[], station: string): number | null {
  const last = reports.findLast(
    ({ type, station: at, good, scrap, rework }) =>
      at === station && (type === 'start' || [good, scrap, rework].some((qty) => Number(qty) > 0)),
  );
  return last?.reading?.to ?? null;
}
