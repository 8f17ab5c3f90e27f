import { refuse, type CounterReading, type Refusal } from '@takt/contracts';
import { sum } from './quantity';

/**
 * Checks what was read from a counter against what was reported with it: it never goes back, neither within a report nor since the
 * one before, and what it counted is good, scrap or rework.
 * @param reading as it is sent
 * @param made good, scrap and rework of the report, decimal text
 * @param last where it stood before; null: not known
 * @returns `report.reading-back` · `report.reading-sum`, or null
 */
export function checkReading(
  { from, to }: CounterReading,
  made: readonly string[],
  last: number | null,
): Refusal | null {
  if (to < from) return refuse('report.reading-back', { reading: to, before: from });
  if (last !== null && from < last) return refuse('report.reading-back', { reading: from, before: last });
  const counted = to - from;
  const total = sum(made);
  return total.equals(counted)
    ? null
    : refuse('report.reading-sum', { counted, from, to, reported: total.toString() });
}
