import { Decimal } from 'decimal.js';

/** Exact decimals, wide enough for a quantity times a unit value (12 + 6 digits each). */
export const Exact = Decimal.clone({ precision: 40 });
/** An exact decimal. */
export type Exact = Decimal;
/** Anything an exact decimal is made from: decimal text, a number, another decimal. */
export type Amount = Decimal.Value;

/** Decimal text as the contracts have it: six decimals at most, half up, no exponent, no trailing zeros, no `-0`. */
export function decimalText(amount: Amount): string {
  const rounded = new Exact(amount).toDecimalPlaces(6, Decimal.ROUND_HALF_UP);
  return rounded.isZero() ? '0' : rounded.toFixed();
}

/** The exact sum of amounts; 0 of none. */
export function sum(amounts: readonly Amount[]): Exact {
  return amounts.reduce<Exact>((total, amount) => total.plus(amount), new Exact(0));
}

/** The amount, or 0 when it is negative. */
export function notBelowZero(amount: Amount): Exact {
  return Exact.max(0, amount);
}

/** Units that come in whole pieces; all others may be split. */
const WHOLE_UNITS: ReadonlySet<string> = new Set(['pcs', 'pc', 'ea', '件', '个', '盒', 'box', 'set', '套']);

/** The next quantity that can be made in a unit: whole pieces are rounded up, weights and lengths keep six decimals. */
export function roundUpTo(unit: string, amount: Amount): Exact {
  return new Exact(amount).toDecimalPlaces(WHOLE_UNITS.has(unit) ? 0 : 6, Decimal.ROUND_UP);
}
