import {
  isRefusal,
  refuse,
  type OperationStatus,
  type Refusal,
  type RoutingOperation,
  type WorkOrderKind,
} from '@takt/contracts';
import { componentNeeds } from './bom';
import { lotsFor } from './lot-size';
import type { ProductData, ProductItem } from './product';
import { Exact, decimalText, roundUpTo, type Amount } from './quantity';
import { checkRouting } from './routing';

/** What shall be made. */
export interface Demand {
  readonly item: string;
  /** decimal text > 0 */
  readonly qty: string;
  readonly kind: WorkOrderKind;
  readonly order: string | null;
  readonly orderLine: number | null;
  /** epoch ms */
  readonly releaseAt: number;
  /** epoch ms */
  readonly dueAt: number;
  /** 1 … 100 */
  readonly weight: number;
}

/** One operation of a work order that does not exist yet. */
export interface OperationDraft {
  readonly no: number;
  readonly routing: RoutingOperation;
  readonly qtyTarget: string;
  readonly status: OperationStatus;
}

/** How the need for one component is covered. The three parts sum to the whole. */
export interface MaterialNeed {
  readonly operationNo: number;
  readonly component: string;
  readonly qty: string;
  /** drawn from free stock: to be reserved for the work order */
  readonly fromStock: string;
  /** made by child work orders */
  readonly fromChild: string;
  /** neither there nor made here: a shortage until it is received */
  readonly short: string;
}

/** A work order that does not exist yet. */
export interface WorkOrderDraft extends Omit<Demand, 'qty'> {
  readonly qty: string;
  /** place of the work order that this one feeds in the list of the release; null: it makes what was asked for */
  readonly parent: number | null;
  /** the operation of the parent that waits for it */
  readonly feedsOperationNo: number | null;
  readonly operations: readonly OperationDraft[];
  readonly needs: readonly MaterialNeed[];
}

/** Everything that a demand releases, parents before their children. */
export interface Release {
  readonly workOrders: readonly WorkOrderDraft[];
}

/** A release never makes more work orders than this. */
export const RELEASE_MAX = 500;

/** Id of an operation: `WO-1017.20`. */
export function operationId(workOrder: string, no: number): string {
  return `${workOrder}.${no}`;
}

/** Rework and history are one work order, whatever the lot size, and draw no material. */
const isWhole = ({ kind }: Demand): boolean => kind === 'rework' || kind === 'import';

interface Placement {
  readonly parent: number | null;
  readonly feedsOperationNo: number | null;
  readonly path: readonly string[];
}

/** Least time that an item takes on its best stations, waits included, in ms: an offset for the due dates below it. */
function leastMs(operations: readonly RoutingOperation[], qty: Amount): number {
  const seconds = operations.map((operation) => {
    const best = operation.stations.map((one) => new Exact(one.runSecPerUnit).times(qty).plus(one.setupSec));
    return Exact.min(...best).plus(operation.waitMinSec);
  });
  return seconds
    .reduce((total, one) => total.plus(one), new Exact(0))
    .times(1000)
    .ceil()
    .toNumber();
}

class Releaser {
  readonly workOrders: WorkOrderDraft[] = [];
  private readonly free: Map<string, Exact>;

  constructor(
    private readonly data: ProductData,
    stock: ReadonlyMap<string, Amount>,
  ) {
    this.free = new Map([...stock].map(([item, qty]) => [item, Exact.max(0, qty)]));
  }

  /** Releases one lot with all that it needs from below. */
  lot(demand: Demand, operations: readonly RoutingOperation[], at: Placement): Refusal | null {
    if (this.workOrders.length >= RELEASE_MAX)
      return refuse('routing.invalid', {
        item: demand.item,
        why: `> ${RELEASE_MAX} × work order`,
        reason: 'too-many',
        limit: RELEASE_MAX,
      });
    const fault = checkRouting(demand.item, operations, this.data.boms.get(demand.item));
    if (fault) return fault;
    const place = this.workOrders.push({ ...demand, ...at, operations: [], needs: [] }) - 1;
    const needs: MaterialNeed[] = [];
    const path = [...at.path, demand.item];
    // rework repairs what is there; what history consumed is not known
    const bom = isWhole(demand) ? [] : (this.data.boms.get(demand.item) ?? []);
    for (const need of componentNeeds(bom, demand.qty)) {
      const covered = this.cover(
        { item: need.component, qty: need.qty, operationNo: need.operationNo ?? operations[0].no },
        { ...demand, dueAt: demand.dueAt - leastMs(operations, demand.qty) },
        { parent: place, path },
      );
      if (isRefusal(covered)) return covered;
      needs.push(covered);
    }
    this.workOrders[place] = draftOf(demand, at, { operations, needs });
    return null;
  }

  /** Covers a need from free stock, then by child work orders, then not at all. */
  private cover(
    need: { item: string; qty: Exact; operationNo: number },
    demand: Demand,
    at: { parent: number; path: readonly string[] },
  ): MaterialNeed | Refusal {
    if (at.path.includes(need.item))
      return refuse('bom.cycle', {
        path: [...at.path.slice(at.path.indexOf(need.item)), need.item].join(' → '),
      });
    const item = this.data.items.get(need.item);
    const wanted = roundUpTo(item?.unit ?? '', need.qty);
    const drawn = Exact.min(wanted, this.free.get(need.item) ?? 0);
    this.free.set(need.item, new Exact(this.free.get(need.item) ?? 0).minus(drawn));
    const rest = wanted.minus(drawn);
    const routing = this.data.routings.get(need.item);
    const make =
      rest.greaterThan(0) && item !== undefined && item.replenishment !== 'buy' && routing !== undefined;
    if (make) {
      for (const qty of lotsFor({ ...item, replenishment: 'make-to-order' }, rest)) {
        const child: Demand = { ...demand, item: need.item, qty };
        const fault = this.lot(child, routing, { ...at, feedsOperationNo: need.operationNo });
        if (fault) return fault;
      }
    }
    return {
      operationNo: need.operationNo,
      component: need.item,
      qty: decimalText(wanted),
      fromStock: decimalText(drawn),
      fromChild: decimalText(make ? rest : 0),
      short: decimalText(make ? 0 : rest),
    };
  }
}

function draftOf(
  demand: Demand,
  at: Placement,
  { operations, needs }: { operations: readonly RoutingOperation[]; needs: readonly MaterialNeed[] },
): WorkOrderDraft {
  const complete = (no: number) =>
    needs.every((need) => need.operationNo !== no || (need.fromChild === '0' && need.short === '0'));
  return {
    ...demand,
    parent: at.parent,
    feedsOperationNo: at.feedsOperationNo,
    needs,
    operations: operations.map((routing, i) => ({
      no: routing.no,
      routing,
      qtyTarget: demand.qty,
      status: i === 0 && complete(routing.no) ? 'ready' : 'waiting',
    })),
  };
}

function makeable(item: ProductItem | undefined, demand: Demand, data: ProductData): Refusal | null {
  if (item === undefined)
    return refuse('reference.unknown', { field: 'item', kind: 'item', id: demand.item });
  if (!item.active) return refuse('item.inactive', { item: demand.item });
  return data.routings.has(demand.item) ? null : refuse('item.no-routing', { item: demand.item });
}

/**
 * Turns a demand into work orders: split into lots, operations with their targets from the routing, components from the bill
 * of materials: drawn from free stock, made by child work orders (every level down), or named as short.
 * @param demand what, how much, why, when
 * @param data items, bills of materials, routings
 * @param stock free stock by item (on hand − reserved), in the item's unit; not changed
 * @returns `reference.unknown` · `item.inactive` · `item.no-routing` · `routing.invalid` · `bom.cycle`, or the release
 */
export function releaseWorkOrders(
  demand: Demand,
  data: ProductData,
  stock: ReadonlyMap<string, Amount>,
): Release | Refusal {
  const item = data.items.get(demand.item);
  const fault = makeable(item, demand, data);
  if (fault || item === undefined) return fault ?? refuse('item.no-routing', { item: demand.item });
  const releaser = new Releaser(data, stock);
  const operations = data.routings.get(demand.item) ?? [];
  const lots = isWhole(demand) ? [demand.qty] : lotsFor(item, demand.qty);
  for (const qty of lots) {
    const top: Placement = { parent: null, feedsOperationNo: null, path: [] };
    const refusal = releaser.lot({ ...demand, qty }, operations, top);
    if (refusal) return refusal;
  }
  return { workOrders: releaser.workOrders };
}
