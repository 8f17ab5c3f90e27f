import { Draw } from '../draw';
import type { DemandStream, Quantities } from './demand-stream';
import type { Factory } from './factory';

/** A whole quantity of an order. */
export function drawQty(draw: Draw, { median, sigma, largest }: Quantities): number {
  return Math.min(largest, Math.max(1, Math.round(draw.lognormal(median, sigma))));
}

const SAMPLES = 20_000;

/** Mean quantity of an order, by drawing many. */
function meanQty(qty: Quantities): number {
  const draw = new Draw(1, 'mean');
  let sum = 0;
  for (let i = 0; i < SAMPLES; i++) sum += drawQty(draw, qty);
  return sum / SAMPLES;
}

/** Orders and pieces of each item on a day. */
export interface ItemDemand {
  readonly orders: number;
  readonly pieces: number;
}

/** What is ordered of each item on a weekday, on average. */
export function dailyDemand(streams: readonly DemandStream[]): Map<string, ItemDemand> {
  const result = new Map<string, ItemDemand>();
  for (const { items, perDay, qty } of streams) {
    const total = items.reduce((sum, [, weight]) => sum + weight, 0);
    const mean = meanQty(qty);
    for (const [item, weight] of items) {
      const before = result.get(item) ?? { orders: 0, pieces: 0 };
      const orders = (perDay * weight) / total;
      result.set(item, { orders: before.orders + orders, pieces: before.pieces + orders * mean });
    }
  }
  return result;
}

/** How much of every item, made or bought, is used up or shipped on a weekday. */
export function dailyUse(factory: Pick<Factory, 'demand' | 'boms' | 'items'>): Map<string, number> {
  const use = new Map<string, number>();
  const boms = new Map(factory.boms.map(({ item, lines }) => [item, lines]));
  const add = (item: string, qty: number): void => {
    use.set(item, (use.get(item) ?? 0) + qty);
    for (const { component, qtyPer } of boms.get(item) ?? []) add(component, qty * Number(qtyPer));
  };
  for (const [item, { pieces }] of dailyDemand(factory.demand)) add(item, pieces);
  return use;
}

/** Load of the stations that do one kind of operation: working seconds asked for over those there are, 0 to 1 and above. */
export interface StationLoad {
  /** stations, joined by a comma */
  readonly stations: string;
  readonly skill: string | null;
  readonly busySecPerDay: number;
  readonly share: number;
}

const SHIFTS = 2;
const WORK_SEC_PER_SHIFT = 7.5 * 3600;
/** orders of a Sunday, as a share of a weekday's; they are worked off from Monday to Saturday */
export const SUNDAY = 1 / 3;
const ORDER_DAYS_PER_WORKDAY = (6 + SUNDAY) / 6;
/** how often in a day a station with families goes once round them, in their cheapest order */
const ROUNDS_PER_DAY = 2.5;

function roundSec(factory: Factory, matrix: string | null): number {
  const found = factory.changeovers.find(({ id }) => id === matrix);
  if (!found) return 0;
  const orders = permutations(found.families.map((_, i) => i));
  const lengths = orders.map((order) =>
    order.reduce((sum, from, i) => sum + (found.seconds[from]?.[order[(i + 1) % order.length] ?? 0] ?? 0), 0),
  );
  return Math.min(...lengths);
}

function permutations(rest: readonly number[]): number[][] {
  if (rest.length <= 1) return [[...rest]];
  return rest.flatMap((first) =>
    permutations(rest.filter((other) => other !== first)).map((tail) => [first, ...tail]),
  );
}

/** Work orders of an item on a day: one per order, or full lots to stock. */
function workOrders(factory: Factory, item: string, pieces: number, orders: number): number {
  const { replenishment, lotSize } = factory.items.find(({ id }) => id === item) ?? {};
  return replenishment === 'make-to-stock' ? pieces / Number(lotSize) : orders;
}

/** Load of every group of stations by the demand, with set-ups and changeovers; sorted, the busiest first. */
export function expectedLoad(factory: Factory): StationLoad[] {
  const use = dailyUse(factory);
  const demand = dailyDemand(factory.demand);
  const groups = new Map<string, { skill: string | null; busy: number }>();
  for (const { item, operations } of factory.routings) {
    const pieces = use.get(item) ?? 0;
    const runs = workOrders(factory, item, pieces, demand.get(item)?.orders ?? 0);
    for (const { stations, skill } of operations) {
      const key = stations.map(({ station }) => station).join(',');
      const group = groups.get(key) ?? { skill, busy: 0 };
      const [way] = stations;
      group.busy += pieces * (way?.runSecPerUnit ?? 0) + runs * (way?.setupSec ?? 0);
      groups.set(key, group);
    }
  }
  return [...groups]
    .map(([stations, { skill, busy }]) => {
      const ids = stations.split(',');
      const matrix = factory.stations.find(({ id }) => id === ids[0])?.changeover ?? null;
      const busySecPerDay =
        busy * ORDER_DAYS_PER_WORKDAY + ids.length * ROUNDS_PER_DAY * roundSec(factory, matrix);
      return {
        stations,
        skill,
        busySecPerDay,
        share: busySecPerDay / (ids.length * SHIFTS * WORK_SEC_PER_SHIFT),
      };
    })
    .sort((a, b) => b.share - a.share);
}

/** Load of the people of a line: seconds of work that occupies somebody over seconds at work. */
export function expectedCrewLoad(factory: Factory, line: string): number {
  const manned = new Set(
    factory.routings.flatMap(({ operations }) =>
      operations
        .filter(({ crew }) => crew > 0)
        .map(({ stations }) => stations.map(({ station }) => station).join(',')),
    ),
  );
  const of = (stations: string): string | undefined =>
    factory.stations.find(({ id }) => id === stations.split(',')[0])?.line;
  const busy = expectedLoad(factory)
    .filter(({ stations }) => manned.has(stations) && of(stations) === line)
    .reduce((sum, { busySecPerDay }) => sum + busySecPerDay, 0);
  const people = factory.workers.filter((worker) => worker.line === line).length;
  return busy / (people * WORK_SEC_PER_SHIFT);
}
