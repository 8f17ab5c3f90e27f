/** Quantities have six decimals: sums of them in millionths are exact without exact decimals, which are too heavy for screens. */
export const MILLION = 1_000_000;

/**
 * A quantity in millionths of its unit.
 * @param qty decimal text or a number; absent or empty: 0
 */
export function millionths(qty: string | number | undefined): number {
  return Math.round(Number(qty ?? 0) * MILLION);
}
