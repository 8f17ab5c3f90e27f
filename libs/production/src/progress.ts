import { afterWorking, type TimeSet } from '@takt/calendar';
import { Exact, notBelowZero, sum } from './quantity';
import type { OperationFacts } from './report-facts';

/** Pieces that an operation is still to make; what is scrapped or set aside for rework has been made. ≥ 0 */
export function toGo({
  qtyTarget,
  qtyGood,
  qtyScrap,
  qtyRework,
}: Pick<OperationFacts, 'qtyTarget' | 'qtyGood' | 'qtyScrap' | 'qtyRework'>): Exact {
  return notBelowZero(new Exact(qtyTarget).minus(sum([qtyGood, qtyScrap, qtyRework])));
}

/**
 * Working seconds that an operation still needs: what is not yet made (good, scrap or rework) at the run time of its
 * station. An operation in progress counts for what is left of it, never at full length. 0 when done or cancelled.
 */
export function remainingRunSec(operation: OperationFacts, runSecPerUnit: number): number {
  if (operation.status === 'done' || operation.status === 'cancelled') return 0;
  return toGo(operation).times(runSecPerUnit).ceil().toNumber();
}

/**
 * When an operation will be done if it goes on from now at its planned pace, through the working time of its station.
 * @param operation running, or about to start
 * @param runSecPerUnit run time of one unit on its station
 * @param work working time of the station
 * @param now epoch ms
 * @returns epoch ms, or null when the working time known does not suffice
 */
export function predictEnd(
  operation: OperationFacts,
  runSecPerUnit: number,
  work: TimeSet,
  now: number,
): number | null {
  if (operation.endedAt !== null) return operation.endedAt;
  return afterWorking(work, now, remainingRunSec(operation, runSecPerUnit) * 1000);
}
