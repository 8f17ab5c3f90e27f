import {
  operationRoutes,
  orderRoutes,
  plantRoutes,
  stationRoutes,
  type Operation,
  type RequestOf,
} from '@takt/contracts';
import type { Page } from 'playwright-core';
import { Clock } from '../src/platform/clock';
import type { TestCore } from './core';
import { visit } from './floor-screens';
import { orderOf } from './shop';
import { until } from './until';

/** The first operation of a new order, as soon as it is planned. */
export async function planned(
  core: TestCore,
  item: string,
  qty: string,
  more: { readonly requestedAt?: string } = {},
): Promise<Operation> {
  const { id } = await orderOf(core, item, qty, more);
  let found: Operation | undefined;
  await until(async () => {
    const [line] = (await core.call(orderRoutes.get, { params: { order: id } })).lines;
    const workOrder = line?.workOrders[0];
    if (workOrder === undefined) return false;
    const { items } = await core.call(operationRoutes.list, {
      query: { filter: `workOrder:${workOrder}`, sort: 'id' },
    });
    found = items.find(({ plannedStartAt }) => plannedStartAt !== null);
    return found !== undefined;
  }, 30_000);
  return found as Operation;
}

/** Sets the factory clock on. Screens follow with the next view that they open. */
export function clockTo(core: TestCore, at: string): void {
  core.running.app.get(Clock).resumeAt(Date.parse(at));
}

/** Opens a view of a screen, and waits until it lives at the factory's time. */
export async function visitNow(core: TestCore, screen: Page, path: string): Promise<void> {
  const now = core.running.app.get(Clock).now();
  await visit(screen, path);
  const shown = screen.locator('header time').first();
  await until(async () => Date.parse((await shown.getAttribute('datetime')) ?? '') >= now - 60_000, 30_000);
}

/** Changes how the plant plans and waits. */
export async function setPlant(
  core: TestCore,
  change: Partial<NonNullable<RequestOf<typeof plantRoutes.update>['body']>>,
): Promise<void> {
  const { id, revision, ...plant } = await core.call(plantRoutes.current);
  await core.call(
    plantRoutes.update,
    { params: { plant: id }, body: { ...plant, ...change } },
    { ifMatch: revision },
  );
}

/** A station that nobody takes for silent within a day. */
export async function patient(core: TestCore, station: string): Promise<void> {
  const { id: _, revision, ...body } = await core.call(stationRoutes.get, { params: { station } });
  await core.call(
    stationRoutes.put,
    { params: { station }, body: { ...body, silentSec: 86_400 } },
    { ifMatch: revision },
  );
}
