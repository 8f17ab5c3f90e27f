/** One cause and what it cost. */
export interface Cause {
  readonly key: string;
  readonly amount: number;
  readonly count: number;
}

/** A cause with its share and the share of all causes up to it, 0 to 1. */
export interface RankedCause extends Cause {
  readonly share: number;
  readonly cumulative: number;
}

/**
 * Adds up what each cause cost, the greatest first.
 * @param facts causes and amounts in any order; amounts of 0 or less are left out
 */
export function rankCauses(
  facts: Iterable<{ readonly key: string; readonly amount: number }>,
): readonly RankedCause[] {
  const sums = new Map<string, { amount: number; count: number }>();
  for (const { key, amount } of facts) {
    if (!(amount > 0)) continue;
    const sum = sums.get(key) ?? { amount: 0, count: 0 };
    sums.set(key, { amount: sum.amount + amount, count: sum.count + 1 });
  }
  const causes = [...sums].map(([key, sum]) => ({ key, ...sum }));
  causes.sort((a, b) => b.amount - a.amount || (a.key < b.key ? -1 : 1));
  const total = causes.reduce((sum, { amount }) => sum + amount, 0);
  let so = 0;
  return causes.map((cause) => {
    so += cause.amount;
    return { ...cause, share: cause.amount / total, cumulative: so / total };
  });
}
