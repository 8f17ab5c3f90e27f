import { operationId, type Release } from '@takt/production';
import type { PlanningOperation, PlanningWait, PlanningWorkOrder } from './facts';

/** An operation of work that does not exist. */
export interface HypotheticalStep {
  readonly item: string;
  readonly no: number;
}

/** Work that does not exist: what a demand would release. */
export interface HypotheticalWork {
  readonly workOrders: readonly PlanningWorkOrder[];
  readonly operations: readonly PlanningOperation[];
  /** work orders that make what was asked for, not the parts below it */
  readonly tops: readonly string[];
  /** what each operation makes, by its id */
  readonly steps: ReadonlyMap<string, HypotheticalStep>;
}

/**
 * What a release would add to the open work. Material that would be short is not waited for: its date is somebody else's
 * promise.
 * @param prefix begins the ids of the work orders, so that they meet no real one
 */
export function hypotheticalWork(release: Release, prefix: string): HypotheticalWork {
  const drafts = release.workOrders;
  const idOf = (index: number): string => `${prefix}-${index + 1}`;
  const feeders = new Map<string, PlanningWait[]>();
  drafts.forEach(({ parent, feedsOperationNo, operations }, index) => {
    const last = operations.at(-1);
    if (parent === null || feedsOperationNo === null || !last) return;
    const fed = operationId(idOf(parent), feedsOperationNo);
    const wait = { operation: operationId(idOf(index), last.no), minSec: 0, maxSec: null };
    feeders.set(fed, [...(feeders.get(fed) ?? []), wait]);
  });
  return {
    workOrders: drafts.map(({ releaseAt, dueAt, weight, kind }, index) => ({
      id: idOf(index),
      releaseAt,
      dueAt,
      weight,
      toStock: kind === 'make-to-stock',
    })),
    steps: new Map(
      drafts.flatMap(({ item, operations }, index) =>
        operations.map(({ no }) => [operationId(idOf(index), no), { item, no }] as const),
      ),
    ),
    tops: drafts.flatMap(({ parent }, index) => (parent === null ? [idOf(index)] : [])),
    operations: drafts.flatMap(({ operations }, index) =>
      operations.map(({ no, routing, qtyTarget }, position): PlanningOperation => {
        const id = operationId(idOf(index), no);
        const before = operations[position - 1];
        const chain = before
          ? [
              {
                operation: operationId(idOf(index), before.no),
                minSec: routing.waitMinSec,
                maxSec: routing.waitMaxSec,
              },
            ]
          : [];
        return {
          id,
          workOrder: idOf(index),
          status: 'open',
          family: routing.family,
          skill: routing.skill,
          crew: routing.crew,
          interruptible: routing.interruptible,
          modes: routing.stations.map(({ station, runSecPerUnit, setupSec }) => ({
            station,
            runSec: Math.ceil(runSecPerUnit * Number(qtyTarget)),
            setupSec,
          })),
          after: [...chain, ...(feeders.get(id) ?? [])],
          readyAt: 0,
          station: null,
          pinned: false,
        };
      }),
    ),
  };
}
