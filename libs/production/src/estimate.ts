import type { RoutingOperation } from '@takt/contracts';
import { componentNeeds } from './bom';
import type { ProductData } from './product';
import { Exact, type Amount } from './quantity';

/** What an estimate starts from. */
export interface Load {
  /** epoch ms */
  readonly now: number;
  /** seconds of work that wait at each station; absent: none */
  readonly queueSec: ReadonlyMap<string, number>;
}

/** When something would be finished, and what decides it. */
export interface Estimate {
  /** epoch ms */
  readonly finishAt: number;
  /** the station whose queue or run takes longest */
  readonly binding: string;
}

const SEC_MS = 1000;

interface Share {
  readonly station: string;
  readonly ms: number;
}

/** One operation on the station where it ends first: it waits for the queue there, then is set up and run. */
function bestWay(operation: RoutingOperation, qty: Amount, load: Load, from: number): Estimate & Share {
  const ways = operation.stations.map(({ station, runSecPerUnit, setupSec }) => {
    const free = load.now + (load.queueSec.get(station) ?? 0) * SEC_MS;
    const runMs = new Exact(runSecPerUnit).times(qty).plus(setupSec).times(SEC_MS).ceil().toNumber();
    const finishAt = Math.max(from, free) + runMs;
    return { finishAt, station, binding: station, ms: finishAt - from };
  });
  return ways.reduce((best, way) => (way.finishAt < best.finishAt ? way : best));
}

/**
 * A first estimate of when a quantity would be finished, from routing times and the queues of the stations: operation after
 * operation, parts made below first, around the clock, and as if stock of parts were unlimited where nothing makes them. The plan
 * knows better.
 * @param item what
 * @param qty > 0
 * @param data items, bills of materials, routings
 * @param load now, and what waits
 * @returns null when the item cannot be made, or contains itself
 */
export function estimateFinish(item: string, qty: Amount, data: ProductData, load: Load): Estimate | null {
  return finish({ item, qty, path: [] }, data, load);
}

function finish(
  { item, qty, path }: { item: string; qty: Amount; path: readonly string[] },
  data: ProductData,
  load: Load,
): Estimate | null {
  const routing = data.routings.get(item);
  if (routing === undefined || routing.length === 0 || path.includes(item)) return null;
  let at = load.now;
  let binding: Share = { station: '', ms: -1 };
  for (const need of componentNeeds(data.boms.get(item) ?? [], qty)) {
    if (data.items.get(need.component)?.replenishment === 'buy') continue;
    const below = finish({ item: need.component, qty: need.qty, path: [...path, item] }, data, load);
    if (below !== null && below.finishAt > at) {
      binding = { station: below.binding, ms: below.finishAt - load.now };
      at = below.finishAt;
    }
  }
  for (const operation of routing) {
    const way = bestWay(operation, qty, load, at);
    if (way.ms > binding.ms) binding = way;
    at = way.finishAt + operation.waitMinSec * SEC_MS;
  }
  return { finishAt: at, binding: binding.station };
}
