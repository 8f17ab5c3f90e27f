import type { KpiDefinition, KpiValue } from '@takt/contracts';
import { isAnnual } from '@takt/kpi';

/**
 * Values over time that can be drawn on one axis: where some are stated for a year, the others are left out.
 * @param values by time
 * @returns the values, null where there is none; whether they are stated for a year
 */
export function overTime(values: readonly (KpiValue | undefined)[]): {
  readonly annual: boolean;
  readonly values: (number | null)[];
} {
  const annual = values.some((each) => each !== undefined && each.value !== null && isAnnual(each));
  const drawn = (each: KpiValue | undefined) =>
    each !== undefined && isAnnual(each) === annual ? each.value : null;
  return { annual, values: values.map(drawn) };
}

/** Against the period before: how much, and whether that is better. */
export interface Comparison {
  readonly difference: number;
  readonly trend: 'better' | 'worse' | 'same';
}

/**
 * Compares a value with the one before; undefined where one of them is missing.
 * @param now value
 * @param before value of the period before
 * @param better which direction is better
 */
export function compare(
  now: number | null,
  before: number | null | undefined,
  better: KpiDefinition['better'],
): Comparison | undefined {
  if (now === null || before === null || before === undefined) return undefined;
  const difference = now - before;
  const same = Math.abs(difference) < 1e-9;
  const up = difference > 0 === (better === 'higher');
  return { difference, trend: same ? 'same' : up ? 'better' : 'worse' };
}
