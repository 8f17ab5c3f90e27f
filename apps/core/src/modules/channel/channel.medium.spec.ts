import {
  channelRoutes,
  customerRoutes,
  orderRoutes,
  type ChannelOrder,
  type Order,
  type RequestOf,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { otherPlant } from '../../../test/other-plant';
import { bakery, inDays } from '../../../test/shop';
import { sendSigned, type Signing } from '../../../test/signed';

let core: TestCore;
let secret: string;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
  secret = await newShop('web', { customer: 'acme' });
});
afterAll(() => core.stop());

type ShopBody = NonNullable<RequestOf<typeof channelRoutes.put>['body']>;
const shopBody = (change: Partial<ShopBody> = {}): ShopBody => ({
  ...{ name: 'Shop', customer: null, webhook: null, active: true },
  ...change,
});
const newShop = async (channel: string, change: Partial<ShopBody>, token?: string): Promise<string> => {
  const options = token === undefined ? {} : { token };
  const { secret: given = '' } = await core.call(
    channelRoutes.put,
    { params: { channel }, body: shopBody(change) },
    options,
  );
  return given;
};

const wish = inDays(3);
type Line = Partial<ChannelOrder['lines'][number]>;
const lineOf = (line: number, change: Line = {}) => ({
  line,
  item: 'cake',
  qty: '5',
  requestedAt: wish,
  ...change,
});
const orderOf = (order: string, revision: number, lines = [lineOf(1)]) => ({ order, revision, lines });
const send = (body: Parameters<typeof sendSigned>[2], signing: Partial<Signing> = {}, channel = 'web') =>
  sendSigned(core, channel, body, { secret, ...signing });
const stored = (order: string): Promise<Order> => core.call(orderRoutes.get, { params: { order } });
const linesOf = async (order: string) =>
  (await stored(order)).lines.map(({ line, qty, status }) => `${line}: ${qty} ${status}`);

describe('shops', () => {
  it('get a secret once, when they are new', async () => {
    const body = shopBody({ name: 'Market' });
    const made = await core.call(channelRoutes.put, { params: { channel: 'market' }, body });
    expect(made).toMatchObject({
      id: 'market',
      revision: 1,
      secret: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    const changed = await core.call(
      channelRoutes.put,
      { params: { channel: 'market' }, body: { ...body, name: 'East' } },
      { ifMatch: 1 },
    );
    expect(changed).toEqual({ id: 'market', ...body, name: 'East', revision: 2 });
    expect((await core.call(channelRoutes.list)).map(({ id }) => id)).toEqual(['market', 'web']);
    const [row] = await core.database.query(`select sealed_secret from channel where id = 'market'`);
    expect(JSON.stringify(row)).not.toContain(made.secret);
  });

  it.each<[string, string, Partial<ShopBody>, string]>([
    ['office', 'office', {}, 'request.invalid'],
    ['an unknown customer', 'x', { customer: 'nobody' }, 'reference.unknown'],
    ['a webhook that is no address', 'x', { webhook: 'shop' }, 'request.invalid'],
    ['a webhook of another kind', 'x', { webhook: 'ftp://shop.example/' }, 'request.invalid'],
    ['a webhook with a password', 'x', { webhook: 'https://a:b@shop.example/' }, 'request.invalid'],
    ['a webhook inside the house', 'x', { webhook: 'https://10.0.0.1/' }, 'channel.webhook'],
    [
      'a webhook to the metadata of a cloud',
      'x',
      { webhook: 'http://[::ffff:a9fe:a9fe]/' },
      'channel.webhook',
    ],
  ])('called or with %s are refused', async (_, channel, change, code) => {
    const { body } = await core.send(channelRoutes.put, { params: { channel }, body: shopBody(change) });
    expect(body.code).toBe(code);
  });

  it('get a new secret when the old one is known to others', async () => {
    const old = await newShop('leaky', { customer: 'acme' });
    const order = orderOf('LEAK-1', 1);
    const { secret: next } = await core.call(channelRoutes.renewSecret, { params: { channel: 'leaky' } });
    expect((await send(order, { secret: old }, 'leaky')).body.code).toBe('channel.signature');
    expect((await send(order, { secret: next }, 'leaky')).status).toBe(200);
    const unknown = await core.send(channelRoutes.renewSecret, { params: { channel: 'nobody' } });
    expect(unknown.body.code).toBe('thing.unknown');
  });
});

describe('a message', () => {
  const order = orderOf('SIGN-1', 1);
  it.each<[string, Partial<Signing>, string]>([
    ['signed with another secret', { secret: 'x' }, 'channel.signature'],
    [
      'changed on the way',
      { text: JSON.stringify(orderOf('SIGN-1', 1, [lineOf(1, { qty: '9' })])) },
      'channel.signature',
    ],
    ['with blanks added on the way', { text: ` ${JSON.stringify(order)}` }, 'channel.signature'],
    ['without a signature', { headers: { 'x-takt-signature': '' } }, 'channel.signature'],
    ['without a time', { headers: { 'x-takt-timestamp': '' } }, 'channel.signature'],
    ['of six minutes ago', { ageSec: 360 }, 'channel.expired'],
    ['of six minutes ahead', { ageSec: -360 }, 'channel.expired'],
  ])('%s is refused', async (_, signing, code) => {
    const { status, body } = await send(order, signing);
    expect([status, body.code]).toEqual([401, code]);
    expect((await core.send(orderRoutes.get, { params: { order: 'SIGN-1' } })).status).toBe(404);
  });

  it('of a shop that nobody knows, or that was put aside, is refused alike', async () => {
    expect((await send(order, {}, 'nobody')).body.code).toBe('channel.signature');
    const aside = await newShop('aside', { active: false });
    expect((await send(order, { secret: aside }, 'aside')).body.code).toBe('channel.signature');
  });

  it('is not let in by the token of an administrator, and its signature opens nothing else', async () => {
    const reply = await core.send(channelRoutes.order, { params: { channel: 'web' }, body: order });
    expect([reply.status, reply.body.code]).toEqual([401, 'channel.signature']);
    expect((await core.send(orderRoutes.list, {}, { token: secret })).status).toBe(401);
  });

  it.each<[string, object]>([
    ['a line twice', orderOf('BAD-1', 1, [lineOf(1), lineOf(1)])],
    ['a billion pieces', orderOf('BAD-1', 1, [lineOf(1, { qty: '1000000000' })])],
    ['a wish for 1970', orderOf('BAD-1', 1, [lineOf(1, { requestedAt: '1970-01-01T00:00:00Z' })])],
    ['a revision of zero', orderOf('BAD-1', 0)],
    ['a field that nobody asked for', { ...orderOf('BAD-1', 1), plant: 'other' }],
    ['an order of another form', orderOf(`BAD'; drop table channel`, 1)],
  ])('with %s is refused', async (_, body) => {
    const { status, body: problem } = await send(body as never);
    expect([status, problem.code]).toEqual([400, 'request.invalid']);
  });

  it.each<[string, Line, string]>([
    ['an unknown item', { item: 'nothing' }, 'reference.unknown'],
    ['an item that is not sold', { item: 'flour' }, 'item.not-sold'],
  ])('with %s is refused, and nothing is left of it', async (_, change, code) => {
    const order = `HALF-${change.item}`;
    const refused = await send(orderOf(order, 1, [lineOf(1), lineOf(2, change)]));
    expect(refused.body.code).toBe(code);
    expect((await core.send(orderRoutes.get, { params: { order } })).status).toBe(404);
    expect((await send(orderOf(order, 1))).body.outcome).toBe('created');
  });
});

describe('an order', () => {
  it('is created once, however often and however simultaneously it is delivered', async () => {
    const order = orderOf('ONCE-1', 1, [lineOf(1), lineOf(2, { item: 'pin' })]);
    const replies = await Promise.all([send(order), send(order), send(order)]);
    expect(replies.map(({ body }) => body.outcome).sort()).toEqual(['created', 'unchanged', 'unchanged']);
    expect(replies[0]?.body.lines).toEqual([
      { line: 1, committedAt: wish },
      { line: 2, committedAt: wish },
    ]);
    expect(replies[1]?.body.lines).toEqual(replies[0]?.body.lines);
    expect(await stored('ONCE-1')).toMatchObject({ customer: 'acme', channel: 'web', channelRevision: 1 });
    const made = await core.database.query(`select 1 from work_order where item = 'pin'`);
    expect(made).toHaveLength(1);
  });

  it('follows its revisions: changed, added, no longer named', async () => {
    await send(orderOf('EDIT-1', 1, [lineOf(1), lineOf(2)]));
    const changed = await send(orderOf('EDIT-1', 2, [lineOf(1, { qty: '8' }), lineOf(3, { item: 'pin' })]));
    expect([changed.status, changed.body.outcome]).toEqual([200, 'changed']);
    expect(changed.body.lines.map(({ line }) => line)).toEqual([1, 3]);
    expect(await linesOf('EDIT-1')).toEqual(['1: 8 open', '2: 5 cancelled', '3: 5 open']);
    expect((await stored('EDIT-1')).channelRevision).toBe(2);
    expect(
      (await send(orderOf('EDIT-1', 3, [lineOf(1, { qty: '8' }), lineOf(3, { item: 'pin' })]))).body.outcome,
    ).toBe('unchanged');
  });

  it('is not thrown back by what arrives late', async () => {
    await send(orderOf('LATE-1', 1));
    await send(orderOf('LATE-1', 3, [lineOf(1, { qty: '7' })]));
    const late = await send(orderOf('LATE-1', 2, [lineOf(1, { qty: '6' })]));
    expect([late.status, late.body.code, late.body.facts]).toEqual([
      409,
      'order.revision-old',
      { order: 'LATE-1', revision: 2, current: 3 },
    ]);
    expect((await send(orderOf('LATE-1', 1))).body.outcome).toBe('unchanged');
    expect(await linesOf('LATE-1')).toEqual(['1: 7 open']);
  });

  it('of one revision has one content', async () => {
    await send(orderOf('TWO-1', 1));
    const other = await send(orderOf('TWO-1', 1, [lineOf(1, { qty: '6' })]));
    expect(other.body.code).toBe('idempotency.mismatch');
    expect(await linesOf('TWO-1')).toEqual(['1: 5 open']);
  });

  it('is cancelled as a whole; what comes for it afterwards is refused', async () => {
    await send(orderOf('STOP-1', 1, [lineOf(1), lineOf(2)]));
    expect((await send(orderOf('STOP-1', 2, []))).body).toEqual({
      ...{ order: 'STOP-1', revision: 2, outcome: 'cancelled', lines: [] },
    });
    expect(await linesOf('STOP-1')).toEqual(['1: 5 cancelled', '2: 5 cancelled']);
    const workOrders = await core.database.query<{ status: string }>(
      `select distinct status from work_order where "order" = 'STOP-1'`,
    );
    expect(workOrders).toEqual([{ status: 'cancelled' }]);
    expect((await send(orderOf('STOP-1', 3))).body.code).toBe('order.closed');
  });

  it('that is cancelled before it is known never comes to be', async () => {
    expect((await send(orderOf('NEVER-1', 2, []))).body.outcome).toBe('cancelled');
    expect((await send(orderOf('NEVER-1', 1))).body.code).toBe('order.revision-old');
    expect((await core.send(orderRoutes.get, { params: { order: 'NEVER-1' } })).status).toBe(404);
  });

  it('keeps its customer and the items of its lines; a refused revision changes nothing and may be corrected', async () => {
    await send(orderOf('FIX-1', 1));
    const item = await send(orderOf('FIX-1', 2, [lineOf(1, { item: 'pin' }), lineOf(2)]));
    expect([item.body.code, item.body.facts]).toEqual([
      'order.fixed',
      { order: 'FIX-1', field: 'lines.1.item', value: 'cake' },
    ]);
    const customer = await send({ ...orderOf('FIX-1', 2), customer: 'fussy' });
    expect(customer.body.code).toBe('order.fixed');
    const undated = await send(orderOf('FIX-1', 2, [lineOf(1, { requestedAt: '2000-01-01T00:00:00Z' })]));
    expect(undated.body.code).toBe('order.date');
    expect(await linesOf('FIX-1')).toEqual(['1: 5 open']);
    expect((await send(orderOf('FIX-1', 2, [lineOf(1, { qty: '6' })]))).body.outcome).toBe('changed');
  });

  it('orders pieces whole, also where a revision changes a line', async () => {
    const order = orderOf('WHOLE-1', 1, [lineOf(1, { item: 'pin' })]);
    await send(order);
    const split = await send(orderOf('WHOLE-1', 2, [lineOf(1, { item: 'pin', qty: '6.5' })]));
    expect([split.status, split.body.code, split.body.facts]).toEqual([
      422,
      'order.fraction',
      { item: 'pin', qty: '6.5', unit: 'pcs' },
    ]);
    expect(await linesOf('WHOLE-1')).toEqual(['1: 5 open']);
  });

  it('of the office or of another shop is not touched', async () => {
    await core.call(orderRoutes.create, {
      body: { id: 'DESK-1', customer: 'acme', lines: [{ item: 'pin', qty: '1', requestedAt: wish }] },
    });
    const other = await newShop('rival', { customer: 'acme' });
    await send(orderOf('MINE-1', 1));
    expect((await send(orderOf('DESK-1', 1, []))).body.code).toBe('thing.exists');
    expect((await send(orderOf('MINE-1', 2, []), { secret: other }, 'rival')).body.code).toBe('thing.exists');
    expect(await linesOf('MINE-1')).toEqual(['1: 5 open']);
  });

  it('needs a customer, of the message or of the shop', async () => {
    const anonymous = await newShop('anonymous', {});
    const order = orderOf('WHO-1', 1, [lineOf(1, { item: 'pin' })]);
    expect((await send(order, { secret: anonymous }, 'anonymous')).body.code).toBe('request.invalid');
    const told = { ...order, customer: 'fussy' };
    expect((await send(told, { secret: anonymous }, 'anonymous')).body.outcome).toBe('created');
  });

  it('goes to the plant whose secret signed it, when two plants have a shop of one name', async () => {
    const token = await otherPlant(core, 'far');
    const theirs = await newShop('web', {}, token);
    await core.call(
      customerRoutes.put,
      {
        params: { customer: 'acme' },
        body: { name: 'acme', weight: 1, minRemainingLifeDays: 0, priceGroup: null, active: true },
      },
      { token },
    );
    const refused = await send({ ...orderOf('FAR-1', 1), customer: 'acme' }, { secret: theirs });
    expect([refused.body.code, refused.body.facts]).toEqual([
      'reference.unknown',
      { field: 'lines.0.item', kind: 'item', id: 'cake' },
    ]);
  });

  it('leaves an audit line with the name of the shop', async () => {
    const rows = await core.database.query<{ actor_kind: string; actor_id: string }>(
      `select distinct actor_kind, actor_id from audit where action = 'POST /channels/:channel/orders' and actor_id = 'web'`,
    );
    expect(rows).toEqual([{ actor_kind: 'channel', actor_id: 'web' }]);
  });
});
