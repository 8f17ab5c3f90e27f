import { randomUUID } from 'node:crypto';
import { reportRoutes, workOrderRoutes, type NewReport } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { bakery, inDays, putItem, step, stocked, stockOf } from '../../../test/shop';

const MIN_MS = 60_000;

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
  const bom = [{ component: 'flour', qtyPer: '1', operationNo: null }];
  await putItem(core, 'bun', { routing: [step(10, ['packer'])], bom });
});
afterAll(() => core.stop());

it('two hours without a network, replayed, cut and resumed five times: every entry once, at its own time', async () => {
  await stocked(core, 'flour', '100');
  const { id } = await core.call(workOrderRoutes.create, {
    body: { item: 'bun', qty: '45', dueAt: inDays(1), releaseAt: inDays(-1) },
  });
  const begin = Date.now() - 120 * MIN_MS;
  const entry = (i: number, type: NewReport['type'], good?: number) => ({
    commandId: randomUUID(),
    operation: `${id}.10`,
    type,
    at: new Date(begin + i * 10 * MIN_MS).toISOString(),
    ...(good === undefined ? {} : { good: String(good) }),
  });
  const outbox = [
    entry(0, 'start'),
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((good, i) => entry(i + 1, 'quantity', good)),
    entry(10, 'complete', 9),
  ];
  // Each time the line is cut the last reply is lost: the terminal begins again with what it has not seen acknowledged.
  for (const [from, to] of [
    [0, 3],
    [2, 5],
    [4, 6],
    [5, 9],
    [0, 4],
    [8, 10],
  ] as const)
    for (const body of outbox.slice(from, to)) await core.call(reportRoutes.create, { body });
  const { items } = await core.call(reportRoutes.list, {
    query: { filter: `operation:${id}.10`, sort: 'at' },
  });
  expect(items.map(({ commandId, at }) => [commandId, at])).toEqual(
    outbox.map(({ commandId, at }) => [commandId, at]),
  );
  expect(await stockOf(core, 'bun', 'finished')).toMatchObject({ onHand: '45', value: '90' });
  expect(await stockOf(core, 'flour', 'raw')).toMatchObject({ onHand: '55' });
  const runs = await core.database.query<{ start_at: Date; end_at: Date }>(
    'select start_at, end_at from operation_run where operation = $1',
    [`${id}.10`],
  );
  expect(runs.map(({ start_at, end_at }) => [start_at.getTime(), end_at.getTime()])).toEqual([
    [begin, begin + 100 * MIN_MS],
  ]);
});
