import { refuse, type Refusal } from '@takt/contracts';
import { decimalText, sum } from './quantity';
import { isHistory } from './report-rules';
import type { ReportContext } from './report-facts';

/** Whoever reported so long ago may have left, and cannot scan or enter anything anew; factory time. */
const AT_HAND_MS = 5 * 60_000;
/** Two reports that say the same and lie no further apart may be one that was entered twice; factory time. */
export const REPEAT_MS = 60_000;

/**
 * Does the person who reports still stand there? Then what is wrong is refused, to be put right at once. What comes later, from an
 * outbox that was offline, from history, or from a device that nobody looks at, is kept, and raised where it is doubtful.
 * @param source of the report
 * @param at when it is said to have happened, epoch ms
 * @param now epoch ms
 */
export function isAtHand(source: ReportContext['source'], at: number, now: number): boolean {
  return !isHistory(source) && source !== 'machine' && Math.abs(now - at) <= AT_HAND_MS;
}

/** What of a report tells it from another. Quantities decimal text, instants epoch ms. */
export interface Told {
  readonly station: string;
  readonly good: string;
  readonly scrap: string;
  readonly rework: string;
  readonly source: ReportContext['source'];
  readonly at: number;
}

/**
 * Looks whether a report says the same as another one of its operation within a minute: when the answer is long in coming, people
 * enter what they did once more. One piece at a time is counted like that, and history says what it says.
 * @param report the report
 * @param others reports of its operation that stand
 * @returns `report.repeated` {operation, station, qty, sec}, never to refuse by: nobody knows here, or null
 */
export function checkRepeated(operation: string, report: Told, others: readonly Told[]): Refusal | null {
  const qty = sum([report.good, report.scrap, report.rework]);
  if (qty.lessThanOrEqualTo(1) || isHistory(report.source)) return null;
  const same = others.find(
    (other) =>
      other.station === report.station &&
      !isHistory(other.source) &&
      [other.good, other.scrap, other.rework].join() === [report.good, report.scrap, report.rework].join() &&
      Math.abs(other.at - report.at) <= REPEAT_MS,
  );
  if (!same) return null;
  const sec = Math.round(Math.abs(same.at - report.at) / 1000);
  return refuse('report.repeated', { operation, station: report.station, qty: decimalText(qty), sec });
}
