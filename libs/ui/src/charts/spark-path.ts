/** A sparkline as SVG paths in a box of 100 × 100. */
export interface SparkPath {
  /** lines; values that are missing break it */
  readonly line: string;
  /** the last value that is there */
  readonly last: { readonly x: number; readonly y: number } | undefined;
  /** height of the target line */
  readonly target: number | undefined;
}

const round = (value: number) => Math.round(value * 100) / 100;

/**
 * Lays a trend out.
 * @param values values at equal steps; null where there is none
 * @param target drawn as a line, and kept inside the box
 */
export function sparkPath(values: readonly (number | null)[], target?: number): SparkPath {
  const known = values.filter((value): value is number => value !== null);
  if (known.length === 0) return { line: '', last: undefined, target: undefined };
  const all = target === undefined ? known : [...known, target];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const y = (value: number) => round(high === low ? 50 : 95 - ((value - low) / (high - low)) * 90);
  const x = (at: number) => round(values.length === 1 ? 50 : (at / (values.length - 1)) * 100);
  let line = '';
  let last: SparkPath['last'];
  let joined = false;
  values.forEach((value, at) => {
    if (value === null) {
      joined = false;
      return;
    }
    last = { x: x(at), y: y(value) };
    line += `${joined ? 'L' : 'M'}${last.x} ${last.y}`;
    joined = true;
  });
  return { line, last, target: target === undefined ? undefined : y(target) };
}
