/** Arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Middle value, of an even number the mean of the two in the middle; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * How far a result is above the best known value, in percent; 0 when both are 0, undefined when only the best known is 0
 * or there is none.
 */
export function gapPercent(result: number, bestKnown: number | undefined): number | undefined {
  if (bestKnown === undefined) return undefined;
  if (bestKnown === 0) return result === 0 ? 0 : undefined;
  return (100 * (result - bestKnown)) / bestKnown;
}
