import { randomUUID } from 'node:crypto';
import {
  customerRoutes,
  inventoryRoutes,
  itemRoutes,
  lineRoutes,
  operationRoutes,
  orderRoutes,
  reasonRoutes,
  reportRoutes,
  stationRoutes,
  type EventName,
  type NewReport,
  type Operation,
  type Order,
  type RequestOf,
  type StockLevel,
} from '@takt/contracts';
import type { TestCore } from './core';
import { until } from './until';

type ItemBody = NonNullable<RequestOf<typeof itemRoutes.put>['body']>;
type RoutingBody = NonNullable<RequestOf<typeof itemRoutes.putRouting>['body']>;
type BomBody = NonNullable<RequestOf<typeof itemRoutes.putBom>['body']>;

/** A day from now in the factory, as the API takes instants. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** An item as the API takes one: made to order, 2 a piece, unless told. */
export const itemBody = (change: Partial<ItemBody> = {}): ItemBody => ({
  name: 'Item',
  kind: 'finished',
  class: null,
  unit: 'pcs',
  replenishment: 'make-to-order',
  standardCost: '2',
  price: null,
  stockMin: '0',
  lotSize: '100',
  shelfLifeDays: null,
  leadTimeSec: 0,
  outside: false,
  active: true,
  ...change,
});

/** An operation of a routing: 10 s a piece on each of the stations. */
export const step = (
  no: number,
  stations: readonly string[],
  change: Partial<RoutingBody['operations'][number]> = {},
): RoutingBody['operations'][number] => ({
  no,
  name: `Step ${no}`,
  family: null,
  skill: null,
  crew: 1,
  stations: stations.map((station) => ({ station, runSecPerUnit: 10, setupSec: 0 })),
  waitMinSec: 0,
  waitMaxSec: null,
  interruptible: true,
  ...change,
});

/** What an item is: itself, its routing, and its bill of materials. */
export interface ItemSetUp {
  readonly item?: Partial<ItemBody>;
  readonly routing?: RoutingBody['operations'];
  readonly bom?: BomBody['lines'];
}

/** Sets up an item. */
export async function putItem(
  core: Pick<TestCore, 'call'>,
  id: string,
  { item = {}, routing, bom }: ItemSetUp,
): Promise<void> {
  await core.call(itemRoutes.put, { params: { item: id }, body: itemBody({ name: id, ...item }) });
  if (routing)
    await core.call(itemRoutes.putRouting, { params: { item: id }, body: { operations: routing } });
  if (bom) await core.call(itemRoutes.putBom, { params: { item: id }, body: { lines: bom } });
}

/**
 * A small bakery: stations `mixer`, `oven-1`, `oven-2`, `packer` on the line `bakery`. `flour` is bought (1 a kg); `dough` is half-made of
 * 2 kg of it at the mixer; `cake` (2 a piece, made to order, 60 days) takes one dough and is baked in an oven (10), then packed (20);
 * `pin` is made of nothing in one step at the packer. Customers: `acme` takes anything, `fussy` wants 30 days left and weighs 5.
 */
export async function bakery(core: Pick<TestCore, 'call'>): Promise<void> {
  await core.call(lineRoutes.put, {
    params: { line: 'bakery' },
    body: { name: 'Bakery', position: 1, shiftPattern: null },
  });
  for (const [position, station] of ['mixer', 'oven-1', 'oven-2', 'packer'].entries())
    await core.call(stationRoutes.put, {
      params: { station },
      body: {
        ...{
          line: 'bakery',
          name: station,
          position,
          capabilities: [],
          changeover: null,
          countSource: 'terminal',
        },
        ...{ microstopSec: 60, silentSec: 60, costPerHour: 0, active: true },
      },
    });
  for (const [reason, kind] of [
    ['burnt', 'scrap'],
    ['break', 'pause'],
  ] as const)
    await core.call(reasonRoutes.put, {
      params: { reason },
      body: { kind, name: reason, planned: false, position: 1, active: true },
    });
  await putItem(core, 'flour', {
    item: { kind: 'raw', unit: 'kg', replenishment: 'buy', standardCost: '1' },
  });
  await putItem(core, 'dough', {
    item: { kind: 'semi-finished', standardCost: '2' },
    routing: [step(10, ['mixer'])],
    bom: [{ component: 'flour', qtyPer: '2', operationNo: null }],
  });
  await putItem(core, 'cake', {
    item: { standardCost: '5', shelfLifeDays: 60 },
    routing: [step(10, ['oven-1', 'oven-2']), step(20, ['packer'])],
    bom: [{ component: 'dough', qtyPer: '1', operationNo: null }],
  });
  await putItem(core, 'pin', { routing: [step(10, ['packer'])] });
  for (const [customer, weight, minRemainingLifeDays] of [
    ['acme', 1, 0],
    ['fussy', 5, 30],
  ] as const)
    await core.call(customerRoutes.put, {
      params: { customer },
      body: { name: customer, weight, minRemainingLifeDays, priceGroup: null, active: true },
    });
}

/** Orders one line, wished for in two days. */
export function orderOf(
  core: Pick<TestCore, 'call'>,
  item: string,
  qty: string,
  more: { customer?: string; requestedAt?: string } = {},
): Promise<Order> {
  const { customer = 'acme', requestedAt = inDays(2) } = more;
  return core.call(orderRoutes.create, { body: { customer, lines: [{ item, qty, requestedAt }] } });
}

/** Stocks an item: receives a lot of it, now unless told. */
export async function stocked(
  core: Pick<TestCore, 'call'>,
  item: string,
  qty: string,
  more: { readonly lot?: string; readonly expiresAt?: string; readonly at?: string } = {},
): Promise<void> {
  await core.call(inventoryRoutes.receive, { body: { commandId: randomUUID(), item, qty, ...more } });
}

/** Reports on an operation, as the administrator. */
export async function report(
  core: TestCore,
  operation: string,
  type: NewReport['type'],
  more: Partial<NonNullable<RequestOf<typeof reportRoutes.create>['body']>> = {},
): Promise<Operation> {
  const body = { commandId: randomUUID(), operation, type, at: new Date().toISOString(), ...more };
  return (await core.call(reportRoutes.create, { body })).operation;
}

/** Makes a work order from its first operation to its last, all good. */
export async function make(core: TestCore, workOrder: string): Promise<void> {
  for (;;) {
    const { items } = await core.call(operationRoutes.list, {
      query: { filter: `workOrder:${workOrder}`, sort: 'id' },
    });
    const next = items.find(({ status }) => status === 'ready');
    if (!next) return;
    await report(core, next.id, 'start', { station: next.eligible[0] });
    await report(core, next.id, 'complete', { good: next.qtyTarget });
  }
}

/** Stock of an item at a place now; nothing counts as none. */
export async function stockOf(
  core: TestCore,
  item: string,
  place: StockLevel['place'],
): Promise<Partial<StockLevel>> {
  const { levels } = await core.call(inventoryRoutes.stock, { query: { item, place } });
  return levels[0] ?? { onHand: '0', reserved: '0', available: '0', value: '0' };
}

/** Payloads of the events of a name that were announced so far, in order. */
export async function announced(core: TestCore, name: EventName): Promise<Record<string, unknown>[]> {
  const rows = await core.database.query<{ payload: Record<string, unknown> }>(
    'select payload from outbox where name = $1 order by id',
    [name],
  );
  return rows.map(({ payload }) => payload);
}

/** Waits until every event that was announced has been handed out. */
export async function settled(core: TestCore): Promise<void> {
  await until(async () => {
    const rows = await core.database.query('select 1 from outbox where dispatched_at is null limit 1');
    return rows.length === 0;
  });
}
