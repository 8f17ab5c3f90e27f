import { Exact } from '@takt/production';
import { distributionOf, percentile, type Distribution } from '../distribution';
import {
  defined,
  type Counted,
  type Evaluation,
  type Golden,
  type Kpi,
  type KpiFacts,
  type Wording,
} from '../kpi';

const HOUR_SEC = 3600;

const hoursAt = (durations: Distribution, share: number): number =>
  (percentile(durations, share) ?? 0) / HOUR_SEC;

function evaluate({ durations = distributionOf([]) }: KpiFacts): Evaluation {
  const { count, sum, values } = durations;
  const found = {
    p50: hoursAt(durations, 0.5),
    p85: hoursAt(durations, 0.85),
    p95: hoursAt(durations, 0.95),
  };
  return {
    value: count === 0 ? null : found.p50,
    numerator: sum / HOUR_SEC,
    denominator: count,
    inputs: count === 0 ? { count } : { count, mean: sum / HOUR_SEC / count, ...found },
    note: values === null ? 'sketched' : null,
  };
}

function counted({ durations = distributionOf([]) }: KpiFacts): Counted {
  return { numerator: new Exact(durations.sum).div(HOUR_SEC), denominator: new Exact(durations.count) };
}

const hours = (...list: number[]): KpiFacts => ({
  sums: {},
  durations: distributionOf(list.map((one) => one * HOUR_SEC)),
});

const golden: readonly Golden[] = [
  { name: 'the middle of 2, 4, 6, 8, 10 h', facts: hours(10, 2, 8, 4, 6), expected: '6.0' },
  { name: 'between the middle two of 2, 4, 6, 9 h', facts: hours(9, 2, 4, 6), expected: '5.0' },
  { name: 'none ended', facts: hours(), expected: 'n/a' },
];

/** A lead time: its value is P50, its inputs hold P50, P85, P95, the mean and the count, in hours. */
export function leadTimeKpi(wording: Omit<Wording, 'unit' | 'better'>): Kpi {
  const definition = defined({ ...wording, unit: 'h', better: 'lower' });
  return {
    definition,
    inputs: [],
    fromStates: false,
    bases: [],
    mayExceed: false,
    evaluate,
    counted,
    golden,
  };
}
