import type { KpiDefinition, KpiValue } from '@takt/contracts';

/** One cell: its value, and how strongly it asks for attention, 0 to 1. */
export interface HeatCell {
  readonly value: number | null;
  readonly strength: number;
}

/** A figure by station and time. */
export interface Heat {
  /** begins of the hours or days, ISO 8601 */
  readonly times: readonly string[];
  /** stations; each with a cell for every time */
  readonly rows: readonly { readonly station: string; readonly cells: readonly HeatCell[] }[];
}

/** What tells a step from the others: days and months of lines whose shifts begin at different hours are the same ones. */
const stepKey = ({ bucket, from }: KpiValue): string => bucket['day'] ?? bucket['month'] ?? from;

/**
 * Lays a figure that is broken down by station and time out as a table. The worst value is the strongest.
 * @param buckets values by station and time in any order
 * @param better which direction is better
 */
export function heatOf(buckets: readonly KpiValue[], better: KpiDefinition['better']): Heat {
  const begins = new Map(buckets.map((each) => [stepKey(each), each.from]));
  const steps = [...begins].sort(([, a], [, b]) => Date.parse(a) - Date.parse(b));
  const known = buckets.flatMap(({ value }) => (value === null ? [] : [value]));
  const low = Math.min(...known);
  const high = Math.max(...known);
  const strength = (value: number) => {
    if (high === low) return 0;
    const share = (value - low) / (high - low);
    return better === 'higher' ? 1 - share : share;
  };
  const stations = new Map<string, Map<string, number | null>>();
  for (const each of buckets) {
    const station = each.bucket['station'] ?? '';
    stations.set(station, (stations.get(station) ?? new Map()).set(stepKey(each), each.value));
  }
  const rows = [...stations].map(([station, values]) => ({
    station,
    cells: steps.map(([key]): HeatCell => {
      const value = values.get(key) ?? null;
      return { value, strength: value === null ? 0 : strength(value) };
    }),
  }));
  return {
    times: steps.map(([, from]) => from),
    rows: rows.sort((a, b) => (a.station < b.station ? -1 : 1)),
  };
}
