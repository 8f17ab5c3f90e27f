import type { Operation } from '@takt/contracts';
import { MILLION, millionths } from './millionths';
import { mostMillionths } from './most-meant';

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
  const over = millionths(qtyGood) + millionths(more) - millionths(qtyTarget);
  return Math.max(0, over) / MILLION;
}

/** What was reported of an operation so far. */
type Reported = Pick<Operation, 'qtyGood' | 'qtyScrap' | 'qtyRework' | 'qtyTarget'>;

/**
 * How many more pieces core takes for an operation: far more than its target is a digit too many.
 * @param operation what was reported so far
 * @returns good, scrap and rework together, in the unit of the item; 0: none
 */
export function mostMore({ qtyGood, qtyScrap, qtyRework, qtyTarget }: Reported): number {
  const before = [qtyGood, qtyScrap, qtyRework].reduce((sum, qty) => sum + millionths(qty), 0);
  return Math.max(0, mostMillionths(millionths(qtyTarget)) - before) / MILLION;
}
