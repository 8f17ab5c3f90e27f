import { Exact, remainingRunSec } from '@takt/production';
import {
  materialReadyAt,
  type ExpectedReceipt,
  type PlanningOperation,
  type PlanningStatus,
  type PlanningWait,
  type PlanningWorkOrder,
  type Shortage,
} from '@takt/planning';
import type { OpenWorkView } from '../production';

type Work = OpenWorkView['operations'][number];
type Order = OpenWorkView['workOrders'][number];

const STATUS: Readonly<Record<Work['status'], PlanningStatus | null>> = {
  waiting: 'open',
  ready: 'open',
  running: 'running',
  paused: 'paused',
  held: 'held',
  done: null,
  cancelled: null,
};

/** What is known of material beside the work itself. */
export interface MaterialOutlook {
  readonly receipts: readonly ExpectedReceipt[];
  readonly leadMs: (item: string) => number;
}

/** Open work as planning sees it. */
export interface PlanningWork {
  readonly workOrders: readonly PlanningWorkOrder[];
  readonly operations: readonly PlanningOperation[];
}

/** Wait after the operation before in the routing: until its end when it has ended, else after it. */
function afterPredecessor(
  operation: Work,
  before: Work | undefined,
): { wait: PlanningWait | null; readyAt: number } {
  if (!before || before.status === 'cancelled') return { wait: null, readyAt: 0 };
  if (before.status === 'done')
    return { wait: null, readyAt: (before.endedAt ?? 0) + operation.waitMinSec * 1000 };
  return {
    wait: { operation: before.id, minSec: operation.waitMinSec, maxSec: operation.waitMaxSec },
    readyAt: 0,
  };
}

/** The last operation of a work order that is not finished. */
function lastOpen(operations: readonly Work[]): Work | undefined {
  return operations.filter(({ status }) => STATUS[status] !== null).at(-1);
}

function shortagesOf(
  work: OpenWorkView,
  idOf: (workOrder: string, no: number) => string | undefined,
): Shortage[] {
  const due = new Map(work.workOrders.map(({ id, dueAt }) => [id, dueAt]));
  return work.lacking.flatMap(({ workOrder, operationNo, component, qtyShort }) => {
    const operation = idOf(workOrder, operationNo);
    return operation === undefined
      ? []
      : [{ operation, item: component, qty: new Exact(qtyShort).toNumber(), dueAt: due.get(workOrder) ?? 0 }];
  });
}

function modesOf(operation: Work): PlanningOperation['modes'] {
  return operation.ways.map(({ station, runSecPerUnit, setupSec }) => ({
    station,
    runSec: remainingRunSec(operation, runSecPerUnit),
    setupSec,
  }));
}

function orderOf({ id, releaseAt, dueAt, weight, kind }: Order): PlanningWorkOrder {
  return { id, releaseAt, dueAt, weight, toStock: kind === 'make-to-stock' };
}

/** Turns work orders and operations as production knows them into what planning reads. */
export function planningWork(work: OpenWorkView, material: MaterialOutlook, now: number): PlanningWork {
  const byOrder = new Map<string, Work[]>();
  for (const operation of work.operations)
    byOrder.set(operation.workOrder, [...(byOrder.get(operation.workOrder) ?? []), operation]);
  const idOf = (workOrder: string, no: number): string | undefined =>
    byOrder.get(workOrder)?.find((operation) => operation.no === no)?.id;
  const ready = materialReadyAt(shortagesOf(work, idOf), material.receipts, now, material.leadMs);
  const feeders = new Map<string, PlanningWait[]>();
  for (const { id, parent, feedsOperationNo } of work.workOrders) {
    const fed = parent === null || feedsOperationNo === null ? undefined : idOf(parent, feedsOperationNo);
    const last = lastOpen(byOrder.get(id) ?? []);
    if (fed !== undefined && last)
      feeders.set(fed, [...(feeders.get(fed) ?? []), { operation: last.id, minSec: 0, maxSec: null }]);
  }
  const operations = [...byOrder.values()].flatMap((ordered) =>
    ordered.flatMap((operation, index): PlanningOperation[] => {
      const status = STATUS[operation.status];
      if (status === null) return [];
      const { wait, readyAt } = afterPredecessor(operation, ordered[index - 1]);
      return [
        {
          id: operation.id,
          workOrder: operation.workOrder,
          status,
          family: operation.family,
          skill: operation.skill,
          crew: operation.crew,
          interruptible: operation.interruptible,
          modes: modesOf(operation),
          after: [...(wait ? [wait] : []), ...(feeders.get(operation.id) ?? [])],
          readyAt: Math.max(readyAt, ready.get(operation.id) ?? 0),
          station: operation.station,
          pinned: operation.pinned,
        },
      ];
    }),
  );
  return { workOrders: work.workOrders.map(orderOf), operations };
}
