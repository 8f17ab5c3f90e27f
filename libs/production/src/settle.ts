import type { OperationStatus, WorkOrderKind, WorkOrderStatus } from '@takt/contracts';
import { Exact, decimalText } from './quantity';
import type { OperationFacts } from './report-facts';

/** What an operation may wait for, by name. */
export interface Awaited {
  /** the operation before it in its work order; null: it is the first */
  readonly previous: Pick<OperationFacts, 'id' | 'status' | 'qtyGood'> | null;
  /** child work orders that feed this operation */
  readonly feeders: readonly { readonly id: string; readonly status: WorkOrderStatus }[];
  /** items of which too little is there for this operation */
  readonly materials: readonly string[];
}

/**
 * What an operation still waits for: the operation before it until it has delivered a good piece or is done, child work orders
 * until they are done, material that is not there. Empty: it can start. A cancelled child is not waited for.
 */
export function missingFor(awaited: Awaited): string[] {
  const { previous, feeders, materials } = awaited;
  const delivered =
    previous === null || previous.status === 'done' || new Exact(previous.qtyGood).greaterThan(0);
  return [
    ...(delivered ? [] : [previous.id]),
    ...feeders.filter(({ status }) => status === 'released' || status === 'running').map(({ id }) => id),
    ...materials,
  ];
}

/** A work order as {@link settleWorkOrder} sees it. */
export interface WorkOrderFacts {
  readonly kind: WorkOrderKind;
  readonly status: WorkOrderStatus;
  /** what it shall make; decimal text */
  readonly qty: string;
  /** in any order */
  readonly operations: readonly OperationFacts[];
}

/** What has to change so that a work order agrees with its operations. */
export interface Settlement {
  /** operations that change, in order of their numbers */
  readonly operations: readonly {
    readonly id: string;
    readonly status: OperationStatus;
    readonly qtyTarget: string;
  }[];
  readonly status: WorkOrderStatus;
  /** good pieces of the last operation: what the work order has made */
  readonly qtyGood: string;
}

const untouched = (operation: OperationFacts): boolean =>
  operation.startedAt === null && ['waiting', 'ready', 'cancelled'].includes(operation.status);

function targetAfter({ kind, qty }: WorkOrderFacts, previous: OperationFacts | null): string {
  if (previous === null || kind === 'import') return decimalText(qty);
  return previous.status === 'done' ? previous.qtyGood : previous.qtyTarget;
}

function statusOf(operation: OperationFacts, missing: boolean): OperationStatus {
  if (!untouched(operation)) return operation.status;
  if (new Exact(operation.qtyTarget).isZero()) return 'cancelled';
  return missing ? 'waiting' : 'ready';
}

function workOrderStatus(status: WorkOrderStatus, operations: readonly OperationFacts[]): WorkOrderStatus {
  if (status === 'cancelled') return status;
  if (operations.every((operation) => operation.status === 'done' || operation.status === 'cancelled'))
    return 'done';
  return operations.some((operation) => operation.startedAt !== null) ? 'running' : 'released';
}

/**
 * Brings a work order into agreement with what its operations have reported; repeat it after every report, reversal, receipt and
 * finished child. Each operation's target is what the one before it delivered; an operation that got nothing to work on is
 * cancelled (and revived when that changes); waiting and ready follow from what is missing; the last done operation finishes
 * the work order. History (kind `import`) was worked on as it was: none of its operations ends because another delivered nothing.
 * Settling twice changes nothing more.
 * @param workOrder with all its operations
 * @param awaited feeding work orders and missing materials of an operation by its id
 */
export function settleWorkOrder(
  workOrder: WorkOrderFacts,
  awaited: (operation: string) => Omit<Awaited, 'previous'>,
): Settlement {
  const ordered = [...workOrder.operations].sort((a, b) => a.no - b.no);
  const closed = workOrder.status === 'cancelled';
  const settled: OperationFacts[] = [];
  for (const operation of ordered) {
    const previous = settled.at(-1) ?? null;
    const ended = operation.status === 'done' || closed;
    const qtyTarget = ended ? operation.qtyTarget : targetAfter(workOrder, previous);
    const missing = missingFor({ previous, ...awaited(operation.id) }).length > 0;
    const status = closed ? operation.status : statusOf({ ...operation, qtyTarget }, missing);
    settled.push({ ...operation, qtyTarget, status });
  }
  const changes = settled.filter(
    (operation, i) => operation.status !== ordered[i].status || operation.qtyTarget !== ordered[i].qtyTarget,
  );
  return {
    operations: changes.map(({ id, status, qtyTarget }) => ({ id, status, qtyTarget })),
    status: workOrderStatus(workOrder.status, settled),
    qtyGood: settled.at(-1)?.qtyGood ?? '0',
  };
}
