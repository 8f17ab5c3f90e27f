import { refuse, type Refusal, type WorkOrderKind, type WorkOrderStatus } from '@takt/contracts';
import { mayStep } from './life-cycle';
import { operationLife, workOrderLife } from './lives';
import { Exact, decimalText, notBelowZero, type Amount } from './quantity';
import type { OperationFacts } from './report-facts';

/** What a cancellation ends. */
export interface Cancellation {
  /** operations that become cancelled; `running`: people or machines are at it and must be told */
  readonly operations: readonly {
    readonly id: string;
    readonly station: string | null;
    readonly running: boolean;
  }[];
  /** something was made already: it stays where it is, as stock */
  readonly begun: boolean;
}

/**
 * Cancels a work order: every operation that is not done ends; what has been made stays.
 * @param id for the refusal
 * @param status of the work order
 * @param operations all of them
 * @returns `work-order.closed` {workOrder, status} when it is done or cancelled
 */
export function decideCancellation(
  id: string,
  status: WorkOrderStatus,
  operations: readonly OperationFacts[],
): Cancellation | Refusal {
  if (!mayStep(workOrderLife, status, 'cancel'))
    return refuse('work-order.closed', { workOrder: id, status });
  return {
    operations: operations
      .filter((operation) => mayStep(operationLife, operation.status, 'cancel'))
      .map(({ id: operation, station, status: at }) => ({
        id: operation,
        station,
        running: at === 'running',
      })),
    begun: operations.some((operation) => operation.startedAt !== null),
  };
}

/** What a finished work order lacks. */
export interface Shortfall {
  /** pieces to repair: a work order of kind `rework` */
  readonly rework: string;
  /** pieces to make anew: a work order of the same kind for the same line */
  readonly topUp: string;
}

/**
 * What is missing when a work order ends with less good than it should have made. Work for stock is topped up by replenishment,
 * history by nobody.
 * @param workOrder what it should make and what it made
 * @param covered free stock and surplus of other work orders that can serve the same line
 */
export function shortfallOf(
  workOrder: {
    readonly kind: WorkOrderKind;
    readonly qty: Amount;
    readonly qtyGood: Amount;
    readonly qtyRework: Amount;
  },
  covered: Amount,
): Shortfall {
  const { kind, qty, qtyGood, qtyRework } = workOrder;
  if (kind === 'make-to-stock' || kind === 'import') return { rework: '0', topUp: '0' };
  const missing = notBelowZero(new Exact(qty).minus(qtyGood).minus(covered));
  const rework = Exact.min(missing, qtyRework);
  return { rework: decimalText(rework), topUp: decimalText(missing.minus(rework)) };
}
