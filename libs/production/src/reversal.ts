import { refuse, type ReportType, type Refusal } from '@takt/contracts';
import { Exact, decimalText, notBelowZero, sum } from './quantity';
import type { OperationFacts } from './report-facts';

/** A report as it is kept, as far as taking it back needs it. */
export interface KeptReport {
  readonly id: string;
  readonly type: ReportType;
  readonly good: string;
  readonly scrap: string;
  readonly rework: string;
  /** the report that this one takes back */
  readonly reverses: string | null;
  readonly reversedBy: string | null;
}

/** The counter-entry of a report and the operation afterwards. */
export interface ReversalOutcome {
  /** to be subtracted wherever the report was added; ≥ 0 */
  readonly good: string;
  readonly scrap: string;
  readonly rework: string;
  readonly operation: OperationFacts;
}

function statusAfter(operation: OperationFacts, type: ReportType, others: number): Partial<OperationFacts> {
  if (type === 'complete' && operation.status === 'done') return { status: 'paused', endedAt: null };
  const begun = operation.status === 'running' || operation.status === 'paused';
  if (type === 'start' && begun && others === 0) return { status: 'ready', startedAt: null };
  return {};
}

/**
 * Decides to take a report back: its quantities are subtracted; a taken back completion leaves the operation paused, a taken back
 * start leaves it ready when nothing else was reported. The old report stays visible. Pauses keep the status as it is.
 * @param operation as it is
 * @param report the one to take back
 * @param others how many other reports of the operation stand (neither reversed nor reversals)
 * @param next the operation that goes on with its pieces; absent: none
 * @returns `operation.illegal-step` when the report was taken back already or is itself a counter-entry · `report.used` when the next
 * operation has gone on with its pieces
 */
export function decideReversal(
  operation: OperationFacts,
  report: KeptReport,
  others: number,
  next?: Pick<OperationFacts, 'qtyGood' | 'qtyScrap' | 'qtyRework'>,
): ReversalOutcome | Refusal {
  if (report.reversedBy !== null || report.reverses !== null) {
    const reason = report.reverses === null ? 'taken-back' : 'counter-entry';
    const facts = { operation: operation.id, status: 'reversed', step: 'reverse' };
    return refuse('operation.illegal-step', { ...facts, reason });
  }
  const less = (total: string, part: string) => decimalText(notBelowZero(new Exact(total).minus(part)));
  const left = less(operation.qtyGood, report.good);
  const used = next ? sum([next.qtyGood, next.qtyScrap, next.qtyRework]) : new Exact(0);
  // what went on before it was told, as history may, is no worse afterwards
  if (used.greaterThan(left) && !used.greaterThan(operation.qtyGood))
    return refuse('report.used', { operation: operation.id, used: decimalText(used), left });
  return {
    good: report.good,
    scrap: report.scrap,
    rework: report.rework,
    operation: {
      ...operation,
      qtyGood: left,
      qtyScrap: less(operation.qtyScrap, report.scrap),
      qtyRework: less(operation.qtyRework, report.rework),
      ...statusAfter(operation, report.type, others),
    },
  };
}
