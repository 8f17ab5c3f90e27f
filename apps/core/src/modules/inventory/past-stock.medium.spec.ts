import { randomUUID } from 'node:crypto';
import {
  inventoryRoutes,
  movementRoutes,
  orderRoutes,
  workOrderRoutes,
  type Movement,
  type Route,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { bakery, inDays, orderOf, putItem, report, settled, step } from '../../../test/shop';

let core: TestCore;
let count = 0;
/** A bought item in the lot `lot`: 10 came in 5 days ago, 7 left 3 days ago, 5 came in yesterday; 8 lie there. */
let item = '';
let lot = '';
let receipts: Movement[] = [];
const command = () => ({ commandId: randomUUID() });
/** The day before yesterday and so on, the same all through the test. */
const now = Date.now();
const ago = (days: number) => new Date(now - days * 86_400_000).toISOString();

const receive = (qty: string, days: number, into = lot) =>
  core.call(inventoryRoutes.receive, { body: { ...command(), item, lot: into, qty, at: ago(days) } });
const writeOff = (qty: string, days: number) =>
  core.send(movementRoutes.scrap, {
    body: { ...command(), item, lot, place: 'raw', qty, reason: 'torn', at: ago(days) },
  });

beforeAll(async () => {
  core = await startCore();
  await bakery(core);
});
afterAll(() => core.stop());
beforeEach(async () => {
  item = `foil-${(count += 1)}`;
  lot = `F${count}`;
  await putItem(core, item, { item: { kind: 'raw', unit: 'kg', replenishment: 'buy' } });
  const first = await receive('10', 5);
  await writeOff('7', 3);
  receipts = [first, await receive('5', 1)];
});

/** The least that the ledger ever held of an item in a lot at a place. */
const leastEver = async (of = item): Promise<number> => {
  const [row] = await core.database.query<{ least: string }>(
    `select min(level) as least from (select sum(sum(qty)) over (partition by lot, place order by occurred_at) as level
       from stock_movement where item = $1 and place <> 'wip' group by lot, place, occurred_at) levels`,
    [of],
  );
  return Number(row?.least);
};
const exceptions = async (of = item) =>
  (await core.call(movementRoutes.exceptions)).filter((one) => one.item === of);

describe('what a person takes from a lot at an instant that has passed', () => {
  const body = () => ({ ...command(), item, lot, qty: '4', at: ago(4) });
  const short = () => ({
    code: 'stock.short',
    facts: {
      ...{ item, lot, place: 'raw', needed: '4', available: '3', reason: 'then' },
      ...{ at: ago(4), shortAt: ago(3), enoughFrom: ago(1) },
    },
  });

  it.each<[string, Route, object]>([
    ['written off', movementRoutes.scrap, { place: 'raw', reason: 'torn' }],
    ['moved', movementRoutes.transfer, { from: 'raw', to: 'quarantine' }],
    ['counted away', inventoryRoutes.adjust, { place: 'raw', qty: '-4', reason: 'counted' }],
  ])('is not %s beyond what has lain there ever since', async (_, route, more) => {
    const answer = await core.send(route, { body: { ...body(), ...more } });
    expect(answer).toMatchObject({ status: 409, body: short() });
    expect(await leastEver()).toBe(3);
  });

  it('is told in the language of the reader', async () => {
    const say = async (language: string) =>
      (
        await core.send(
          movementRoutes.scrap,
          { body: { ...body(), place: 'raw', reason: 'torn' } },
          { language },
        )
      ).body;
    expect(await say('en')).toMatchObject({
      detail: `4 of ${item} cannot have left lot ${lot} in raw material at ${ago(4)}: at ${ago(3)} only 3 lay there.`,
      hint: `Maybe the time is wrong, or a receipt was booked too late; from ${ago(1)} on there is enough.`,
    });
    expect((await say('zh-CN')).detail).toBe(
      `${item} 批次 ${lot} 不可能在 ${ago(4)} 从原料库减少 4：${ago(3)} 时那里只有 3。`,
    );
  });

  it('leaves when it lay there, then and ever since', async () => {
    expect((await writeOff('3', 4)).status).toBe(201);
    expect((await writeOff('5', 0.5)).status).toBe(201);
    expect(await leastEver()).toBe(0);
  });

  it('is issued from the lots that lay there then', async () => {
    await putItem(core, `box-${count}`, { routing: [step(10, ['packer'])] });
    const made = { item: `box-${count}`, qty: '4', dueAt: inDays(1) };
    const { id: workOrder } = await core.call(workOrderRoutes.create, { body: made });
    await receive('20', 1, `${lot}-young`);
    await receive('2', 6, `${lot}-old`);
    const issue = (change: object) =>
      core.send(movementRoutes.issue, {
        body: { ...command(), workOrder, item, qty: '4', at: ago(4), ...change },
      });
    expect((await issue({ lot })).body).toMatchObject(short());
    expect((await issue({ lot: `${lot}-young` })).body).toMatchObject({
      code: 'stock.short',
      facts: { lot: `${lot}-young`, available: '0', enoughFrom: ago(1) },
    });
    expect((await issue({ qty: '6' })).body).toMatchObject({
      code: 'stock.short',
      facts: { reason: 'then' },
    });
    const { body: lines } = await issue({});
    expect(
      (lines as Movement[]).filter(({ kind }) => kind === 'issue').map((one) => `${one.lot} ${one.qty}`),
    ).toEqual([`${lot}-old -2`, `${lot} -2`]);
    expect(await leastEver()).toBe(0);
  });

  it('is not taken back from where it has been used, even where as much came in later', async () => {
    const [first] = receipts;
    const answer = await core.send(inventoryRoutes.reverse, {
      params: { movement: first?.id ?? '' },
      body: { ...command(), reason: 'wrong lot' },
    });
    expect(answer.body).toMatchObject({ code: 'movement.used', facts: { qty: '10', left: '3' } });
  });
});

it('nothing is shipped before it was there', async () => {
  await putItem(core, `tin-${count}`, {});
  const at = { ...command(), item: `tin-${count}`, qty: '5', lot: `T${count}`, at: ago(1) };
  await core.call(inventoryRoutes.receive, { body: at });
  const { id } = await orderOf(core, `tin-${count}`, '5');
  const ship = (days: number) =>
    core.send(orderRoutes.ship, { params: { order: id, line: 1 }, body: { ...command(), at: ago(days) } });
  expect((await ship(2)).body).toMatchObject({
    code: 'stock.short',
    facts: { lot: `T${count}`, place: 'finished', reason: 'then', available: '0', enoughFrom: ago(1) },
  });
  expect((await ship(1)).status).toBe(201);
  await settled(core);
});

describe('what a machine tells late', () => {
  /** 6 pieces that took 6 kg, made two days before any came in. */
  const told = async () => {
    const bom = [{ component: item, qtyPer: '1', operationNo: null }];
    await putItem(core, `bag-${count}`, { routing: [step(10, ['packer'])], bom });
    const { id } = await core.call(workOrderRoutes.create, {
      body: { item: `bag-${count}`, qty: '6', dueAt: inDays(1), releaseAt: ago(9) },
    });
    await report(core, `${id}.10`, 'start', { at: ago(7.5) });
    await report(core, `${id}.10`, 'complete', { at: ago(7), good: '6' });
  };

  it('is booked, and told as an exception: when it was below zero, by how much, and until when', async () => {
    await told();
    expect(await leastEver()).toBe(-6);
    const [first, second, ...others] = await exceptions();
    expect(first).toMatchObject({ item, place: 'raw', lot, unit: 'kg', qty: '2', lowest: '-3' });
    expect(first).toMatchObject({ from: ago(3), until: ago(1) });
    expect(second).toMatchObject({ qty: '2', lowest: '-6', from: ago(7), until: ago(5) });
    expect(others).toEqual([]);
    const { items } = await core.call(inventoryRoutes.movements, {
      query: { filter: `item:${item},kind:backflush` },
    });
    expect(second?.movement).toBe(items[0]?.id);
  });

  it('leaves no exception once the receipt is booked for when it came', async () => {
    await told();
    await receive('6', 8);
    expect(await leastEver()).toBe(0);
    expect(await exceptions()).toEqual([]);
  });

  it('stays in sight for a month after it was mended', async () => {
    await told();
    await core.database.query(
      `update stock_shortfall set noted_at = noted_at - interval '32 days' where item = $1`,
      [item],
    );
    expect(await exceptions()).toEqual([]);
    await receive('1', 0);
    expect(await exceptions()).toHaveLength(2);
  });
});

it('what is below zero now comes first, and says since when', async () => {
  await putItem(core, `glue-${count}`, { item: { kind: 'raw', unit: 'kg', replenishment: 'buy' } });
  const { id: workOrder } = await core.call(workOrderRoutes.create, {
    body: { item: 'pin', qty: '4', dueAt: inDays(1) },
  });
  await core.call(movementRoutes.issue, {
    body: { ...command(), workOrder, item: `glue-${count}`, qty: '3', at: ago(2) },
  });
  const [open] = await exceptions(`glue-${count}`);
  expect(open).toMatchObject({ lot: null, qty: '-3', lowest: '-3', from: ago(2), until: null });
  expect((await core.call(movementRoutes.exceptions))[0]?.until).toBeNull();
});
