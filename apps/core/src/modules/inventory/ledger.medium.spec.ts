import { randomUUID } from 'node:crypto';
import { Exact } from '@takt/production';
import {
  inventoryRoutes,
  movementRoutes,
  plantRoutes,
  workOrderRoutes,
  type Movement,
} from '@takt/contracts';
import { Jobs } from '../../platform/queue';
import { Database } from '../../platform/database';
import { startCore, type TestCore } from '../../../test/core';
import { bakery, inDays, make, putItem, settled, step, stocked, stockOf } from '../../../test/shop';
import { until } from '../../../test/until';
import { StockRepository } from './stock.repository';

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
});
afterAll(() => core.stop());

const command = () => ({ commandId: randomUUID() });
const ledger = async (item: string): Promise<Movement[]> =>
  (await core.call(inventoryRoutes.movements, { query: { filter: `item:${item}`, limit: 500 } })).items;
const drift = () =>
  core.running.app.get(Database).read('main', (tx) => core.running.app.get(StockRepository).drift(tx));

/** Numbers from a seed: the same story every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
}

/** Days back that movements happened, in no order. */
async function story(item: string, seed: number): Promise<void> {
  const next = numbers(seed);
  for (let i = 0; i < 16; i += 1) {
    const body = { ...command(), item, qty: String(1 + next(9)), at: inDays(-next(9) - next(100) / 100) };
    const lot = `${item}-${next(3)}`;
    const what = next(4);
    if (what < 2) await core.call(inventoryRoutes.receive, { body: { ...body, lot } });
    if (what === 2)
      await core.send(movementRoutes.transfer, {
        body: { ...body, lot, from: 'finished', to: 'quarantine' },
      });
    if (what === 3)
      await core.send(inventoryRoutes.adjust, {
        body: { ...body, lot, place: 'finished', qty: next(2) ? '2' : '-1', reason: 'counted' },
      });
  }
}

it.each([1, 2])(
  'stock at any instant is the sum of the ledger until then, and never below zero (story %i)',
  async (seed) => {
    const item = `tart-${seed}`;
    await putItem(core, item, { routing: [step(10, ['packer'])] });
    await story(item, seed);
    const lines = await ledger(item);
    expect(lines.length).toBeGreaterThan(8);
    for (const at of [inDays(-12), ...lines.map(({ occurredAt }) => occurredAt), inDays(0)]) {
      const { levels } = await core.call(inventoryRoutes.stock, { query: { item, at } });
      const until = lines.filter(({ occurredAt }) => Date.parse(occurredAt) <= Date.parse(at));
      for (const place of ['finished', 'quarantine'] as const) {
        const there = until.filter((line) => line.place === place);
        const sums = (['qty', 'value'] as const).map((of) =>
          there.reduce((sum, line) => sum.plus(line[of]), new Exact(0)).toFixed(),
        );
        const level = levels.find((one) => one.place === place) ?? { onHand: '0', value: '0' };
        expect([at, place, level.onHand, level.value]).toEqual([at, place, ...sums]);
        expect([at, place, Number(level.onHand) >= 0]).toEqual([at, place, true]);
      }
    }
    const exceptions = await core.call(movementRoutes.exceptions);
    expect(exceptions.filter((one) => one.item === item)).toEqual([]);
    expect(await drift()).toEqual([]);
  },
);

it('nothing is left at any instant once every movement has been taken back', async () => {
  const item = 'tart-undone';
  await putItem(core, item, { routing: [step(10, ['packer'])] });
  await story(item, 3);
  for (const { id } of (await ledger(item)).reverse())
    await core.send(inventoryRoutes.reverse, {
      params: { movement: id },
      body: { ...command(), reason: 'all wrong' },
    });
  const lines = await ledger(item);
  expect(lines.filter(({ reverses }) => reverses === null)).toHaveLength(lines.length / 2);
  for (const { occurredAt: at } of lines)
    expect((await core.call(inventoryRoutes.stock, { query: { item, at } })).levels).toEqual([]);
  expect(await drift()).toEqual([]);
});

it('a receipt that is written late restates what was made and shipped since, at moving averages', async () => {
  const { revision, id: _, ...plant } = await core.call(plantRoutes.current);
  await core.call(
    plantRoutes.update,
    { params: { plant: 'main' }, body: { ...plant, costing: 'moving-average' } },
    { ifMatch: revision },
  );
  await putItem(core, 'salt', { item: { kind: 'raw', unit: 'kg', replenishment: 'buy' } });
  const bom = [{ component: 'salt', qtyPer: '1', operationNo: null }];
  await putItem(core, 'brine', { routing: [step(10, ['packer'])], bom });
  const receive = (qty: string, unitCost: string, at: string) =>
    core.call(inventoryRoutes.receive, { body: { ...command(), item: 'salt', qty, unitCost, at } });
  await receive('10', '2', inDays(-3));
  const order = await core.call(workOrderRoutes.create, {
    body: { item: 'brine', qty: '10', dueAt: inDays(1) },
  });
  await make(core, order.id);
  expect(await stockOf(core, 'brine', 'finished')).toMatchObject({ onHand: '10', value: '20' });
  const before = await core.call(inventoryRoutes.stock, { query: { item: 'salt', at: inDays(-1) } });
  expect(before.levels[0]).toMatchObject({ onHand: '10', value: '20' });
  await receive('10', '4', inDays(-2));
  await until(async () => {
    await core.running.app.get(Jobs).tick('stock.restate');
    return (await stockOf(core, 'brine', 'finished')).value !== '20';
  });
  expect(await stockOf(core, 'brine', 'finished')).toMatchObject({ onHand: '10', value: '30' });
  expect(await stockOf(core, 'salt', 'raw')).toMatchObject({ onHand: '10', value: '30' });
  const corrections = (await ledger('salt')).filter(({ source }) => source === 'restatement');
  expect(corrections.map(({ qty, value }) => `${qty} ${value}`)).toEqual(['0 -10']);
  expect(await drift()).toEqual([]);
  await stocked(core, 'flour', '1');
  await settled(core);
});
