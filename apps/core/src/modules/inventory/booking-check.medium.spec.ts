import { randomUUID } from 'node:crypto';
import {
  inventoryRoutes,
  movementRoutes,
  orderRoutes,
  workOrderRoutes,
  type Route,
  type WorkOrder,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { bakery, inDays, orderOf, putItem, report, step, stocked, stockOf } from '../../../test/shop';
import { Database } from '../../platform/database';
import { Jobs } from '../../platform/queue';

let core: TestCore;
let work: WorkOrder;
let count = 0;

/** `bun` is made of `flour` (kg) and put into a `box of buns`; 10 buns and 27 kg of flour are there, and one work order for 4 buns. */
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
  const bom = [{ component: 'flour', qtyPer: '1', operationNo: null }];
  await putItem(core, 'bun', { routing: [step(10, ['packer'])], bom });
  const buns = [{ component: 'bun', qtyPer: '6', operationNo: null }];
  await putItem(core, 'bun-box', { routing: [step(10, ['packer'])], bom: buns });
  await stocked(core, 'bun', '10', { lot: 'B1', at: inDays(-301) });
  await stocked(core, 'flour', '27', { lot: 'F1', at: inDays(-301) });
  work = await core.call(workOrderRoutes.create, { body: { item: 'bun', qty: '4', dueAt: inDays(1) } });
});
afterAll(() => core.stop());

interface Sent {
  readonly status: number;
  readonly body: { readonly code?: string; readonly facts?: object };
}
type Change = Readonly<Record<string, unknown>>;

const command = () => ({ commandId: randomUUID() });
/** Sends a booking, with something else than usual. */
const booking =
  (route: Route, usual: () => Change) =>
  async (change: Change): Promise<Sent> =>
    (await core.send(route, { body: { ...command(), ...usual(), ...change } })) as Sent;
const buns = { item: 'bun', lot: 'B1', qty: '1' };
const receive = booking(inventoryRoutes.receive, () => ({ item: 'bun', qty: '1' }));
const counted = { ...buns, place: 'finished', qty: '-1', reason: 'counted' };
const adjust = booking(inventoryRoutes.adjust, () => counted);
const transfer = booking(movementRoutes.transfer, () => ({ ...buns, from: 'finished', to: 'quarantine' }));
const scrap = booking(movementRoutes.scrap, () => ({ ...buns, place: 'finished', reason: 'dropped' }));
const issue = booking(movementRoutes.issue, () => ({ workOrder: work.id, item: 'flour', qty: '1' }));
const returned = booking(movementRoutes.giveBack, () => ({ line: 1, qty: '1', reason: 'dented' }));
const giveBack = (order: string, change: Change = {}): Promise<Sent> => returned({ order, ...change });

/** An order of something of its own, of which a lot of its own left an hour ago. */
const shipped = async (qty: string): Promise<{ id: string; lot: string }> => {
  const lot = `S${(count += 1)}`;
  await putItem(core, `roll-${count}`, { routing: [step(10, ['packer'])] });
  await stocked(core, `roll-${count}`, qty, { lot, at: inDays(-0.5) });
  const { id } = await orderOf(core, `roll-${count}`, qty);
  const body = { ...command(), at: new Date(Date.now() - 3_600_000).toISOString() };
  await core.call(orderRoutes.ship, { params: { order: id, line: 1 }, body });
  return { id, lot };
};

const bookings = [
  ['a receipt', receive],
  ['a count', adjust],
  ['a transfer', transfer],
  ['a write-off', scrap],
  ['an issue', issue],
] as const;

describe.each(bookings)('%s', (_, send) => {
  it('is not booked for 2001 or the day after tomorrow, and what a clock is ahead happened now', async () => {
    expect(await send({ at: '2001-05-05T08:00:00Z' })).toMatchObject({
      status: 422,
      body: { code: 'movement.date', facts: { value: '2001-05-05T08:00:00.000Z', reason: 'old' } },
    });
    expect(await send({ at: inDays(2) })).toMatchObject({
      status: 422,
      body: { code: 'movement.date', facts: { reason: 'future' } },
    });
    expect((await send({ at: inDays(0.5) })).status).toBe(201);
    expect((await send({ at: inDays(-300) })).status).toBe(201);
  });
});

it.each([
  ['a receipt', () => receive({ qty: '2.5' })],
  ['a count', () => adjust({ qty: '-2.5' })],
  ['a transfer', () => transfer({ qty: '2.5' })],
  ['a write-off', () => scrap({ qty: '2.5' })],
] as const)('%s of 2.5 pieces is refused', async (_, send) => {
  expect(await send()).toMatchObject({
    status: 422,
    body: { code: 'quantity.fraction', facts: { item: 'bun', unit: 'pcs' } },
  });
});

it('half a piece that lies there from before can be counted away', async () => {
  const dowel = { kind: 'raw', replenishment: 'buy' } as const;
  await putItem(core, 'dowel', { item: { ...dowel, unit: 'kg' } });
  await stocked(core, 'dowel', '2.5', { lot: 'D1' });
  await core.running.app
    .get(Database)
    .write('main', (tx) => tx.query(`update item set unit = 'pcs' where id = 'dowel'`));
  const dowels = { item: 'dowel', lot: 'D1', place: 'raw' };
  expect((await adjust({ ...dowels, qty: '-0.25' })).body.code).toBe('quantity.fraction');
  expect((await adjust({ ...dowels, qty: '-0.5' })).status).toBe(201);
  expect(await stockOf(core, 'dowel', 'raw')).toMatchObject({ onHand: '2' });
});

it('work orders, expected receipts and reports are in whole pieces', async () => {
  const half = { code: 'quantity.fraction', facts: { item: 'bun', qty: '2.5', unit: 'pcs' } };
  const create = { item: 'bun', qty: '2.5', dueAt: inDays(1) };
  expect((await core.send(workOrderRoutes.create, { body: create })).body).toMatchObject(half);
  const announce = (qty: string) =>
    core.send(inventoryRoutes.expect, { body: { item: 'bun', qty, expectedAt: inDays(1) } });
  expect((await announce('2.5')).body).toMatchObject(half);
  const { body: supply } = await announce('2');
  const postpone = { params: { supply: supply.id ?? '' }, body: { qty: '2.5' } };
  expect((await core.send(inventoryRoutes.postpone, postpone)).body).toMatchObject(half);
  const { items } = await core.call(inventoryRoutes.supplies, { query: { filter: 'item:bun' } });
  expect(items.map(({ qty }) => qty)).toEqual(['2']);
  const operation = `${work.id}.10`;
  await report(core, operation, 'start');
  await expect(report(core, operation, 'quantity', { good: '2.5' })).rejects.toThrow('quantity.fraction');
  expect((await report(core, operation, 'quantity', { good: '2' })).qtyGood).toBe('2');
});

it('nobody counts less than nothing, or more than a quantity may be', async () => {
  const before = await stockOf(core, 'flour', 'raw');
  const flour = { item: 'flour', lot: 'F1', place: 'raw' };
  expect((await adjust({ ...flour, qty: '-9000000' })).body).toMatchObject({
    code: 'stock.short',
    facts: { item: 'flour', available: before.onHand, needed: '9000000' },
  });
  expect((await adjust({ ...flour, qty: '999999999' })).body.code).toBe('request.invalid');
  expect((await receive({ unitCost: '-5' })).body.code).toBe('request.invalid');
  expect(await stockOf(core, 'flour', 'raw')).toEqual(before);
});

it('a count without a lot brings what is below zero back to nothing, and nothing else', async () => {
  await putItem(core, 'bolt', { item: { kind: 'raw', replenishment: 'buy' } });
  const counted = (qty: string) => adjust({ item: 'bolt', lot: undefined, place: 'raw', qty });
  expect((await counted('5')).body).toMatchObject({
    code: 'stock.lot-needed',
    facts: { item: 'bolt', qty: '5', available: '0', reason: 'no-lots' },
  });
  await issue({ item: 'bolt', qty: '3', reason: 'screws ran out' });
  await stocked(core, 'bolt', '8', { lot: 'N1' });
  expect((await counted('4')).body).toMatchObject({
    code: 'stock.lot-needed',
    facts: { item: 'bolt', qty: '4', available: '-3', lots: 'N1' },
  });
  expect((await counted('-1')).body.code).toBe('stock.lot-needed');
  expect((await counted('3')).status).toBe(201);
  expect((await adjust({ item: 'bolt', lot: 'N1', place: 'raw', qty: '-3' })).status).toBe(201);
  expect(await core.call(movementRoutes.exceptions)).toMatchObject([
    { item: 'bolt', lot: null, qty: '0', lowest: '-3', until: expect.any(String) as string },
  ]);
  expect(await stockOf(core, 'bolt', 'raw')).toMatchObject({ onHand: '5' });
});

describe('what is put into stock', () => {
  beforeAll(async () => {
    await putItem(core, 'oats', {
      item: { kind: 'raw', replenishment: 'buy', unit: 'kg', standardCost: '2' },
    });
    await stocked(core, 'oats', '30', { lot: 'O1', expiresAt: inDays(20) });
  });
  const oats = { item: 'oats', lot: 'O1', place: 'raw' };
  const come = (change: Change) => receive({ item: 'oats', ...change });

  it('comes in as much as is known or announced', async () => {
    expect((await come({ qty: '9000000' })).body).toMatchObject({
      code: 'receipt.too-much',
      facts: { item: 'oats', qty: '9000000', unit: 'kg', limit: '1000', largest: '30' },
    });
    const { id: supply } = await core.call(inventoryRoutes.expect, {
      body: { item: 'oats', qty: '4000', expectedAt: inDays(1) },
    });
    expect((await come({ qty: '40000', supply })).body).toMatchObject({
      facts: { reason: 'announced', announced: '4000', limit: '8000' },
    });
    const { body } = await come({ qty: '4000', supply });
    await core.call(inventoryRoutes.reverse, {
      params: { movement: (body as { id?: string }).id ?? '' },
      body: { ...command(), reason: 'sent back' },
    });
    expect((await come({ qty: '4000' })).body).toMatchObject({ facts: { largest: '30' } });
    await putItem(core, 'peas', { item: { kind: 'raw', replenishment: 'buy' } });
    expect((await come({ item: 'peas', qty: '100001' })).body).toMatchObject({ facts: { reason: 'first' } });
  });

  it('costs what it may be worth', async () => {
    expect((await come({ unitCost: '100000000' })).body).toMatchObject({
      code: 'receipt.cost',
      facts: { item: 'oats', unitCost: '100000000', limit: '200', known: '2' },
    });
  });

  it('is good when it comes in, with one date a lot', async () => {
    const { body } = await come({ lot: 'O2', expiresAt: inDays(-1) });
    expect(body).toMatchObject({ code: 'receipt.expired', facts: { lot: 'O2', item: 'oats' } });
    const unnamed = await come({ expiresAt: inDays(-1) });
    expect(unnamed.body).toMatchObject({
      code: 'receipt.expired',
      facts: { item: 'oats', reason: 'no-lot' },
    });
    expect(unnamed.body.facts).not.toHaveProperty('lot');
    expect((await come({ lot: 'O2', expiresAt: inDays(-1), at: inDays(-2) })).status).toBe(201);
    expect((await come({ lot: 'O1', expiresAt: inDays(30) })).body.code).toBe('lot.other-date');
    expect((await come({ lot: 'O1', at: inDays(-1) })).status).toBe(201);
  });

  it('is found where it belongs, as far as it can have been overlooked', async () => {
    const facts = { item: 'oats', place: 'finished', home: 'raw' };
    expect((await adjust({ ...oats, place: 'finished', qty: '1' })).body).toMatchObject({
      code: 'stock.odd-place',
      facts,
    });
    const moved = await transfer({ item: 'oats', lot: 'O1', from: 'raw', to: 'finished' });
    expect(moved.body).toMatchObject({ code: 'stock.odd-place', facts });
    expect((await adjust({ ...oats, qty: '9000000' })).body.code).toBe('count.too-much');
    expect((await adjust({ ...oats, qty: '2' })).status).toBe(201);
  });
});

it('a receipt whose lot was used since is not taken back, and names what used it', async () => {
  await putItem(core, 'rye', { item: { kind: 'raw', replenishment: 'buy', unit: 'kg' } });
  const { body } = await receive({ item: 'rye', qty: '5', lot: 'Y1' });
  const { id = '' } = body as { id?: string };
  const taking = () =>
    core.send(inventoryRoutes.reverse, {
      params: { movement: id },
      body: { ...command(), reason: 'wrong item' },
    });
  const used = await issue({ item: 'rye', qty: '2', reason: 'flour ran out' });
  const missing = await adjust({ item: 'rye', lot: 'Y1', place: 'raw', qty: '-1' });
  expect((await taking()).body).toMatchObject({
    code: 'movement.used',
    facts: { movement: id, lot: 'Y1', qty: '5', left: '2', movements: `issue ${work.id}, adjustment` },
  });
  expect(await stockOf(core, 'rye', 'raw')).toMatchObject({ onHand: '2' });
  const [issued] = used.body as unknown as { id?: string }[];
  for (const movement of [issued?.id, (missing.body as { id?: string }).id])
    await core.call(inventoryRoutes.reverse, {
      params: { movement: movement ?? '' },
      body: { ...command(), reason: 'wrong item' },
    });
  expect((await taking()).status).toBe(201);
  expect(await stockOf(core, 'rye', 'raw')).toMatchObject({ onHand: '0' });
});

it('work in progress is not counted by hand: it moves by reports', async () => {
  expect((await adjust({ lot: undefined, place: 'wip', qty: '2' })).body.code).toBe('request.invalid');
});

describe('an issue', () => {
  const open = async () => (await core.call(movementRoutes.exceptions)).filter(({ until }) => until === null);

  it('of far more than lies there and is needed is refused, a little more shows below zero', async () => {
    expect((await issue({ qty: '9000000' })).body).toMatchObject({
      code: 'issue.too-much',
      facts: { item: 'flour', qty: '9000000', unit: 'kg', workOrder: work.id, planned: '4' },
    });
    expect(await open()).toEqual([]);
    await putItem(core, 'nails', { item: { kind: 'raw', replenishment: 'buy' } });
    const nails = { item: 'nails', reason: 'the dough would not hold' };
    expect((await issue({ ...nails, qty: '51' })).body).toMatchObject({ facts: { limit: '50' } });
    expect((await issue({ ...nails, qty: '1.5' })).body.code).toBe('quantity.fraction');
    expect((await issue({ ...nails, qty: '3' })).status).toBe(201);
    expect(await open()).toMatchObject([{ item: 'nails', qty: '-3' }]);
  });

  it('of what the work order does not consume needs a reason', async () => {
    await putItem(core, 'bran', { item: { kind: 'raw', replenishment: 'buy', unit: 'kg' } });
    await stocked(core, 'bran', '5');
    expect(await issue({ item: 'bran' })).toMatchObject({
      status: 422,
      body: { code: 'issue.unplanned', facts: { item: 'bran', workOrder: work.id, components: 'flour' } },
    });
    expect((await issue({ item: 'bran', reason: 'flour ran out' })).status).toBe(201);
  });

  it('from a lot that has expired says since when', async () => {
    await putItem(core, 'yeast', { item: { kind: 'raw', replenishment: 'buy', unit: 'kg' } });
    await stocked(core, 'yeast', '5', { lot: 'Y9', at: inDays(-5), expiresAt: inDays(-1) });
    await core.running.app.get(Jobs).tick('stock.expire');
    const { body } = await issue({ item: 'yeast', lot: 'Y9', reason: 'a second dough' });
    expect(body).toMatchObject({ code: 'lot.expired', facts: { lot: 'Y9', item: 'yeast', needed: '1' } });
    const [lot] = await core.database.query<{ expires_at: Date }>(
      `select expires_at from lot where id = 'Y9'`,
    );
    expect(body.facts).toMatchObject({ expiresAt: lot?.expires_at.toISOString(), reason: 'written-off' });
    const counted = await adjust({ item: 'yeast', lot: 'Y9', place: 'raw', qty: '-1' });
    expect(counted.body.code).toBe('lot.expired');
  });

  it.each([
    ['of what the work order makes', { item: 'bun' }, 'issue.own-product'],
    ['of what is made of that', { item: 'bun-box' }, 'issue.own-product'],
    ['from a lot of another item', { lot: 'B1' }, 'lot.other-item'],
    ['from a lot that nobody knows', { lot: 'X9' }, 'reference.unknown'],
  ])('%s is refused', async (_, change, code) => expect((await issue(change)).body.code).toBe(code));

  it('for the operation of another work order is refused with those that there are', async () => {
    const body = { item: 'bun', qty: '1', dueAt: inDays(1) };
    const other = await core.call(workOrderRoutes.create, { body });
    expect((await issue({ operation: `${other.id}.10` })).body).toMatchObject({
      code: 'issue.operation',
      facts: { operation: `${other.id}.10`, workOrder: work.id, operations: `${work.id}.10` },
    });
    expect((await issue({ operation: `${work.id}.10` })).status).toBe(201);
  });
});

describe('a return', () => {
  it('of what never left, or of no line at all, says so', async () => {
    const { id } = await orderOf(core, 'cake', '3');
    const never = { code: 'return.nothing-shipped', facts: { order: id, line: 1 } };
    expect((await giveBack(id)).body).toMatchObject(never);
    expect((await giveBack(id, { line: 7 })).body).toMatchObject({
      code: 'reference.unknown',
      facts: { field: 'order', kind: 'order line', id: `${id}/7` },
    });
  });

  it('is no more than is with the customer, in whole pieces, and not before it left', async () => {
    const { id, lot } = await shipped('5');
    expect((await giveBack(id, { qty: '6' })).body).toMatchObject({
      code: 'return.too-much',
      facts: { qty: '6', out: '5', unit: 'pcs', lot, order: id, line: 1 },
    });
    expect((await giveBack(id, { qty: '2.5' })).body.code).toBe('quantity.fraction');
    expect((await giveBack(id, { at: inDays(-1) })).body.code).toBe('return.before-shipment');
    expect((await giveBack(id, { at: '2001-05-05T08:00:00Z' })).body.code).toBe('movement.date');
    expect((await giveBack(id, { qty: '5' })).status).toBe(201);
    expect((await giveBack(id)).body).toMatchObject({ code: 'return.too-much', facts: { out: '0' } });
  });

  it('of a lot that did not leave, or of another item, says so', async () => {
    const { id, lot } = await shipped('2');
    await stocked(core, `roll-${count}`, '1', { lot: `${lot}-kept` });
    expect((await giveBack(id, { lot: `${lot}-kept` })).body).toMatchObject({
      code: 'return.lot',
      facts: { lot: `${lot}-kept`, lots: lot },
    });
    expect((await giveBack(id, { lot: 'B1' })).body).toMatchObject({
      code: 'lot.other-item',
      facts: { lot: 'B1', owner: 'bun', item: `roll-${count}` },
    });
  });
});

it('a receipt into a lot of another item names that item', async () => {
  expect((await receive({ item: 'flour', lot: 'B1' })).body).toMatchObject({
    code: 'lot.other-item',
    facts: { lot: 'B1', owner: 'bun', item: 'flour' },
  });
});
