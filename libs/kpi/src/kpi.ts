import type { KpiDefinition, KpiDimension, OtdBasis } from '@takt/contracts';
import { Exact, type Amount } from '@takt/production';
import type { Distribution } from './distribution';
import { input, type InputName, type Sums } from './input';

/** What must be said beside a value; screens have a sentence for each. */
export type KpiNote = 'not-annualised' | 'few-days' | 'above-100' | 'sketched' | 'stock-below-zero';

/** What a figure is computed from: everything of one bucket or window. */
export interface KpiFacts {
  readonly sums: Sums;
  /** length of the window, where averages over time are taken */
  readonly windowSec?: Amount;
  /** for on-time delivery; the first promise when absent */
  readonly basis?: OtdBasis;
  /** durations in seconds, for lead times */
  readonly durations?: Distribution;
  /** the sums by operation, for products over operations */
  readonly parts?: readonly Sums[];
}

/** A computed figure. `value` null: n/a, for the denominator is empty, or what the note says makes it mean nothing. */
export interface Evaluation {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  /** what it was computed from, by name */
  readonly inputs: Readonly<Record<string, number>>;
  readonly note: KpiNote | null;
}

/** Numerator and denominator of a figure, exact. */
export interface Counted {
  readonly numerator: Exact;
  readonly denominator: Exact;
}

/** An example that holds to the digit. */
export interface Golden {
  readonly name: string;
  readonly facts: KpiFacts;
  /** the value with so many digits as are stated, or n/a */
  readonly expected: string;
}

/** A figure: definition as data, pure function, examples. */
export interface Kpi {
  readonly definition: KpiDefinition;
  /** inputs that it reads */
  readonly inputs: readonly InputName[];
  /** its time comes from machine states, so that silence makes it incomplete */
  readonly fromStates: boolean;
  /** the dates that it may be measured against, the headline's among them; empty: there is one way to compute it */
  readonly bases: readonly OtdBasis[];
  /** a sensible target may lie above 100 %: planned times are no limit */
  readonly mayExceed: boolean;
  readonly evaluate: (facts: KpiFacts) => Evaluation;
  /** numerator and denominator alone, each a sum over the facts and perhaps a constant of the window; null: they are products */
  readonly counted: ((facts: KpiFacts) => Counted) | null;
  readonly golden: readonly Golden[];
}

/** Dimensions of facts that happen at a station. */
export const STATION_DIMENSIONS: KpiDimension[] = [
  'plant',
  'line',
  'station',
  'item',
  'item-class',
  'hour',
  'shift',
  'day',
  'week',
  'month',
];
/** Dimensions of facts that belong to orders. */
export const ORDER_DIMENSIONS: KpiDimension[] = [
  'plant',
  'item',
  'item-class',
  'customer',
  'day',
  'week',
  'month',
];
/** Dimensions of whole orders: they are of many items. */
export const WHOLE_ORDER_DIMENSIONS: KpiDimension[] = ['plant', 'customer', 'day', 'week', 'month'];
/** Dimensions of facts that belong to people. */
export const PEOPLE_DIMENSIONS: KpiDimension[] = [
  'plant',
  'line',
  'worker',
  'hour',
  'shift',
  'day',
  'week',
  'month',
];
/** Dimensions of stock. */
export const STOCK_DIMENSIONS: KpiDimension[] = ['plant', 'item', 'item-class', 'day', 'week', 'month'];
/** Dimensions of plans. */
export const PLAN_DIMENSIONS: KpiDimension[] = ['plant', 'line', 'station', 'shift', 'day', 'week', 'month'];

/** The words of a figure. */
export type Wording = Pick<
  KpiDefinition,
  'id' | 'name' | 'nameZh' | 'formula' | 'formulaZh' | 'unit' | 'better' | 'dimensions'
> &
  Partial<Pick<KpiDefinition, 'version' | 'headline'>>;

/** Definition with its defaults: version 1, no headline. */
export function defined(wording: Wording): KpiDefinition {
  return { version: 1, headline: false, ...wording };
}

/** How to compute. */
export interface Ratio {
  readonly wording: Wording;
  readonly inputs: readonly InputName[];
  /** Σ numerator from summed inputs */
  readonly numerator: (get: (name: InputName) => Exact, facts: KpiFacts) => Exact;
  /** Σ denominator from summed inputs; 0: n/a */
  readonly denominator: (get: (name: InputName) => Exact, facts: KpiFacts) => Exact;
  /** value = numerator / denominator · scale; 100 for %, 1 when absent */
  readonly scale?: number;
  readonly fromStates?: boolean;
  readonly bases?: readonly OtdBasis[];
  readonly mayExceed?: boolean;
  /** the numerator is a product of sums, so that no fact has a share of its own */
  readonly product?: boolean;
  readonly note?: (value: Exact, facts: KpiFacts) => KpiNote | null;
  /** why the two make no value that means anything; null: they do */
  readonly meaningless?: (counted: Counted) => KpiNote | null;
  readonly golden: readonly Golden[];
}

/** The inputs of a figure as plain numbers, by name. */
export function inputsOf(names: readonly InputName[], sums: Sums): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, input(sums, name).toNumber()]));
}

/** A figure that is a numerator over a denominator, each from summed inputs: percentages are never averaged. */
export function ratio(given: Ratio): Kpi {
  const counted = (facts: KpiFacts): Counted => {
    const get = (name: InputName) => input(facts.sums, name);
    return { numerator: given.numerator(get, facts), denominator: given.denominator(get, facts) };
  };
  const evaluate = (facts: KpiFacts): Evaluation => {
    const { numerator, denominator } = counted(facts);
    const odd = given.meaningless?.({ numerator, denominator }) ?? null;
    const none = odd !== null || denominator.isZero();
    const value = none ? null : numerator.div(denominator).times(given.scale ?? 1);
    return {
      value: value && value.toNumber(),
      numerator: numerator.toNumber(),
      denominator: denominator.toNumber(),
      inputs: inputsOf(given.inputs, facts.sums),
      note: value === null ? odd : (given.note?.(value, facts) ?? null),
    };
  };
  const {
    wording,
    inputs,
    golden,
    fromStates = false,
    product = false,
    bases = [],
    mayExceed = false,
  } = given;
  return {
    definition: defined(wording),
    inputs,
    fromStates,
    bases,
    mayExceed,
    evaluate,
    golden,
    counted: product ? null : counted,
  };
}

/**
 * What one fact, or some of them, contribute to numerator and denominator: over all facts of a window these sum to those of its value.
 * @param kpi the figure
 * @param facts what the fact adds, with length of window and basis as for the value
 * @returns null: the figure is a product
 */
export function contributionTo(kpi: Pick<Kpi, 'counted'>, facts: KpiFacts): Counted | null {
  if (kpi.counted === null) return null;
  const own = kpi.counted(facts);
  // What is there without any fact, as the length of the window, is no fact's.
  const { durations: _, parts: __, ...window } = facts;
  const none = kpi.counted({ ...window, sums: {} });
  return {
    numerator: own.numerator.minus(none.numerator),
    denominator: own.denominator.minus(none.denominator),
  };
}
