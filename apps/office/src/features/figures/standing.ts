import type { KpiDefinition, KpiValue } from '@takt/contracts';
import { NOT_ANNUALISED } from '@takt/kpi';

/**
 * What there is to say about a value: `value` it holds · `thin` it holds, but much of its input is missing · `nothing` nothing fell into
 * the window that it measures · `no-data` nothing was heard at all. None of them is zero.
 */
export type Standing = 'value' | 'thin' | 'nothing' | 'no-data';

/** Less of the input than this is not enough to judge by. */
export const ENOUGH = 0.6;

/** Is the value stated for a year, where such a figure is? */
export const isAnnual = ({ note }: Pick<KpiValue, 'note'>): boolean => note !== NOT_ANNUALISED;

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

/** How far a value can be relied on. */
export function standingOf({ value, completeness }: Pick<KpiValue, 'value' | 'completeness'>): Standing {
  if (value === null) return completeness === 0 ? 'no-data' : 'nothing';
  return completeness < ENOUGH ? 'thin' : 'value';
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
