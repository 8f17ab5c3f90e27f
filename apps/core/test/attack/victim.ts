import { randomUUID } from 'node:crypto';
import {
  andonRoutes,
  channelRoutes,
  customerRoutes,
  inventoryRoutes,
  kpiRoutes,
  orderRoutes,
  shiftRoutes,
  terminalRoutes,
  userRoutes,
  workerRoutes,
  workOrderRoutes,
} from '@takt/contracts';
import type { TestCore } from '../core';
import { makeDevice } from '../device';
import { workerBody } from '../people';
import { bakery, inDays, putItem, report, stocked } from '../shop';
import type { Facts } from './sample';

/** Stands in the names and notes of the victim: nobody else may ever read it. */
export const MARK = 'VICTIM-ONLY';

/** Fills the plant of the core's administrator with one of everything. @returns ids by the names of fields and parameters */
export async function victim(core: TestCore): Promise<Facts> {
  await bakery(core);
  const note = MARK;
  await putItem(core, 'secret-item', { item: { name: MARK } });
  await core.call(customerRoutes.put, {
    params: { customer: 'secret-customer' },
    body: { name: MARK, weight: 1, minRemainingLifeDays: 0, priceGroup: null, active: true },
  });
  await core.call(workerRoutes.putSkill, { params: { skill: 'baking' }, body: { name: MARK } });
  await core.call(workerRoutes.put, {
    params: { worker: 'w-1' },
    body: workerBody({ name: MARK, badge: 'b-1' }),
  });
  const exception = await core.call(shiftRoutes.addException, {
    body: {
      ...{ kind: 'closed', line: 'bakery', station: null, worker: null, note },
      ...{ startAt: inDays(40), endAt: inDays(41) },
    },
  });
  await stocked(core, 'flour', '100', { lot: 'secret-lot' });
  const order = await core.call(orderRoutes.create, {
    body: {
      id: 'secret-order',
      customer: 'acme',
      lines: [{ item: 'pin', qty: '5', requestedAt: inDays(3), note }],
    },
  });
  const workOrder = order.lines[0]?.workOrders[0] ?? '';
  const { operations } = await core.call(workOrderRoutes.get, { params: { workOrder } });
  const operation = operations[0]?.id ?? '';
  await report(core, operation, 'start', { station: 'packer', note });
  await report(core, operation, 'complete', { good: '5', note });
  const supply = await core.call(inventoryRoutes.expect, {
    body: { item: 'flour', qty: '10', expectedAt: inDays(5), note },
  });
  const call = randomUUID();
  await core.call(andonRoutes.raise, { body: { id: call, station: 'mixer', kind: 'quality', note } });
  // Neither this nor the operation goes on by itself afterwards.
  await core.call(andonRoutes.resolve, { params: { call }, body: { commandId: randomUUID(), note } });
  const terminal = await core.call(terminalRoutes.create, {
    body: { name: MARK, mode: 'supervisor', line: 'bakery', stations: [] },
  });
  await makeDevice(core, 'secret-device', ['oven-1']);
  await core.call(channelRoutes.put, {
    params: { channel: 'secret-shop' },
    body: { name: MARK, customer: 'acme', webhook: null, active: true },
  });
  const user = await core.call(userRoutes.create, {
    body: { login: 'secret-user', name: MARK, language: 'en', role: 'operator', worker: null, active: true },
  });
  const annotation = await core.call(kpiRoutes.annotate, {
    body: { kpi: 'oee', at: inDays(-1), text: MARK },
  });
  const one = async (sql: string): Promise<string> =>
    (await core.database.query<{ id: string }>(sql))[0]?.id ?? '';
  return {
    ...{
      plant: 'main',
      line: 'bakery',
      station: 'oven-1',
      item: 'secret-item',
      component: 'flour',
      order: order.id,
    },
    ...{
      customer: 'secret-customer',
      worker: 'w-1',
      skill: 'baking',
      lot: 'secret-lot',
      workOrder,
      operation,
      call,
    },
    ...{ exception: exception.id, supply: supply.id, terminal: terminal.terminal.id, user: user.id },
    ...{
      annotation: annotation.id,
      device: 'secret-device',
      channel: 'secret-shop',
      kpi: 'oee',
      reason: 'burnt',
    },
    ...{ version: 1, pattern: 'p-1', changeover: 'c-1', id: 'secret-lot', kind: 'lot' },
    report: await one(`select id from report limit 1`),
    movement: (await core.call(inventoryRoutes.movements)).items[0]?.id ?? '',
    notice: randomUUID(),
    stop: randomUUID(),
    entry: randomUUID(),
    delivery: randomUUID(),
    import: randomUUID(),
  };
}
