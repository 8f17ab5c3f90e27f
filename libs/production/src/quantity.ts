import { refuse, WHOLE_UNITS, type Refusal } from '@takt/contracts';
import { Decimal } from 'decimal.js';
import { MILLION } from './millionths';
import { mostMillionths } from './most-meant';

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

const isWhole = (unit: string): boolean => WHOLE_UNITS.includes(unit);

/** The next quantity that can be made in a unit: whole pieces are rounded up, weights and lengths keep six decimals. */
export function roundUpTo(unit: string, amount: Amount): Exact {
  return new Exact(amount).toDecimalPlaces(isWhole(unit) ? 0 : 6, Decimal.ROUND_UP);
}

/**
 * Checks a quantity that somebody enters: there is no half a piece. Every order, report and movement of people is checked here.
 * @param item whose quantity it is
 * @param qty signed or not
 * @param rule `left`: what then lies there; a fraction that leaves whole pieces puts an older one right. `code` of the refusal
 * @returns `quantity.fraction` (or `code`) {item, qty, unit} · null
 */
export function checkWhole(
  item: { readonly id: string; readonly unit: string },
  qty: Amount,
  rule: { readonly left?: Amount; readonly code?: 'quantity.fraction' | 'order.fraction' } = {},
): Refusal | null {
  const { left = qty, code = 'quantity.fraction' } = rule;
  const whole = new Exact(qty).isInteger() || new Exact(left).isInteger();
  if (whole || !isWhole(item.unit)) return null;
  return refuse(code, { item: item.id, qty: decimalText(qty), unit: item.unit });
}

/** The most that can be meant where so much is expected, as decimal text: {@link mostMillionths}. */
export function mostMeant(expected: Amount): string {
  const millionths = new Exact(expected).times(MILLION).round().toNumber();
  return decimalText(new Exact(mostMillionths(millionths)).dividedBy(MILLION));
}
