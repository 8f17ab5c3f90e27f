import type { Operation } from '@takt/contracts';

/** Six decimals, as core keeps them. */
const MILLIONTHS = 1_000_000;

/**
 * How many good pieces of an operation are more than its target: made on purpose, or the same report entered twice.
 * @param operation what was reported so far
 * @param more what is about to be reported, in the unit of the item
 * @returns 0: not more
 */
export function overTarget(
  { qtyGood, qtyTarget }: Pick<Operation, 'qtyGood' | 'qtyTarget'>,
  more: string | number = 0,
): number {
  const [good, target, added] = [qtyGood, qtyTarget, more].map((qty) => Math.round(Number(qty) * MILLIONTHS));
  return Math.max(0, (good as number) + (added as number) - (target as number)) / MILLIONTHS;
}
