import { randomUUID } from 'node:crypto';
import {
  channelRoutes,
  DELIVERY_HEADER,
  orderRoutes,
  SIGNATURE_HEADER,
  TIMESTAMP_HEADER,
  type WebhookDelivery,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { otherPlant } from '../../../test/other-plant';
import { bakery, inDays, make, stocked } from '../../../test/shop';
import { shopServer, type ShopServer } from '../../../test/shop-server';
import { sendSigned } from '../../../test/signed';
import { until } from '../../../test/until';
import { Clock } from '../../platform/clock';
import { Jobs } from '../../platform/queue';
import { signatureOf } from './signature';
import { WebhookAddresses } from './webhook-addresses';
import { WebhookSender } from './webhook-sender';

let core: TestCore;
let shop: ShopServer;
let secret: string;
beforeAll(async () => {
  [core, shop] = await Promise.all([startCore({ WEBHOOK_PRIVATE: '127.0.0.1' }), shopServer()]);
  await bakery(core);
  secret = await newShop('web', `${shop.url}/hook?shop=1`);
});
afterAll(() => Promise.all([core.stop(), shop.close()]));

const newShop = async (channel: string, webhook: string | null): Promise<string> => {
  const body = { name: channel, customer: 'acme', webhook, active: true };
  return (await core.call(channelRoutes.put, { params: { channel }, body })).secret ?? '';
};
const order = async (id: string, channel = 'web', signedWith = secret): Promise<void> => {
  const lines = [{ line: 1, item: 'pin', qty: '2', requestedAt: inDays(3) }];
  const { status } = await sendSigned(
    core,
    channel,
    { order: id, revision: 1, lines },
    { secret: signedWith },
  );
  expect(status).toBe(200);
  const options = { query: { filter: `order:${id}` } };
  await until(async () => (await core.call(channelRoutes.deliveries, options)).items.length > 0);
};
const deliveries = async (id: string): Promise<WebhookDelivery[]> =>
  (await core.call(channelRoutes.deliveries, { query: { filter: `order:${id}` } })).items;
const arrivals = (id: string) => shop.arrived.filter(({ message }) => message.order === id);
const events = (id: string): string[] => arrivals(id).map(({ message }) => message.event);
const first = async (id: string): Promise<WebhookDelivery> => {
  const [one] = await deliveries(id);
  if (!one) throw new Error(`no delivery for ${id}`);
  return one;
};

it('a shop is told of the promise, the start and the shipment of its orders, signed, each once', async () => {
  await order('TELL-1');
  const [workOrder = ''] =
    (await core.call(orderRoutes.get, { params: { order: 'TELL-1' } })).lines[0]?.workOrders ?? [];
  await make(core, workOrder);
  await core.call(orderRoutes.ship, {
    params: { order: 'TELL-1', line: 1 },
    body: { commandId: randomUUID() },
  });
  await until(() => events('TELL-1').includes('order.shipped') && events('TELL-1').includes('order.started'));
  expect(events('TELL-1').sort()).toEqual(['order.promised', 'order.shipped', 'order.started']);
  for (const { headers, text, path, message } of arrivals('TELL-1')) {
    expect(path).toBe('/hook?shop=1');
    expect(headers[SIGNATURE_HEADER]).toBe(signatureOf(secret, String(headers[TIMESTAMP_HEADER]), text));
    expect(headers[DELIVERY_HEADER]).toBe(message.id);
    expect(message).toMatchObject({ plant: 'main', channel: 'web', order: 'TELL-1', line: 1 });
  }
  expect(arrivals('TELL-1').find(({ message }) => message.event === 'order.shipped')?.message).toMatchObject({
    ...{ qty: '2', complete: true },
  });
  await until(async () => (await deliveries('TELL-1')).every(({ status }) => status === 'delivered'));
  const list = await deliveries('TELL-1');
  expect(
    list.map(({ attempts, lastStatus, nextAttemptAt }) => [attempts, lastStatus, nextAttemptAt]),
  ).toEqual(list.map(() => [1, '204', null]));
});

it('orders of the office are nobody else’s business', async () => {
  await stocked(core, 'pin', '1');
  await core.call(orderRoutes.create, {
    body: { id: 'DESK-1', customer: 'acme', lines: [{ item: 'pin', qty: '1', requestedAt: inDays(3) }] },
  });
  await order('AFTER-1');
  await until(() => events('AFTER-1').length > 0);
  expect(events('DESK-1')).toEqual([]);
});

it.each<[string, number | 'cut', string]>([
  ['answers with an error', 500, '500'],
  ['is busy', 429, '429'],
  ['sends elsewhere', 302, '302'],
  ['hangs up', 'cut', 'ECONNRESET'],
])('a shop that %s is asked again, with the same message', async (_, answer, status) => {
  const id = `AGAIN-${answer}`;
  shop.answers.push(answer);
  await order(id);
  await until(async () => (await first(id)).attempts === 1 && (await first(id)).lastStatus !== null);
  expect(await first(id)).toMatchObject({ status: 'pending', lastStatus: status });
  await until(() => arrivals(id).length === 2);
  const [once, twice] = arrivals(id);
  expect(twice?.text).toBe(once?.text);
  await until(async () => (await first(id)).status === 'delivered');
  expect((await first(id)).attempts).toBe(2);
});

it('a shop that is gone is not asked again, unless somebody wants it', async () => {
  shop.answers.push(410);
  await order('GONE-1');
  await until(async () => (await first('GONE-1')).status === 'failed');
  const { id } = await first('GONE-1');
  expect(await core.call(channelRoutes.redeliver, { params: { delivery: id } })).toMatchObject({
    status: 'pending',
  });
  await until(async () => (await first('GONE-1')).status === 'delivered');
  expect(events('GONE-1')).toEqual(['order.promised', 'order.promised']);
});

it('is given up after the last attempt, and listed as such', async () => {
  shop.answers.push(503);
  await order('DEAD-1');
  await until(async () => (await first('DEAD-1')).lastStatus === '503');
  shop.answers.push(503);
  await core.database.query(
    `update webhook_delivery set attempts = 8, next_attempt_at = now() - interval '1 minute' where "order" = 'DEAD-1'`,
  );
  await core.running.app.get(Jobs).tick('webhook.sweep');
  await until(async () => (await first('DEAD-1')).status === 'failed');
  expect(await first('DEAD-1')).toMatchObject({ attempts: 9, lastStatus: '503', nextAttemptAt: null });
  const { items } = await core.call(channelRoutes.deliveries, {
    query: { filter: 'status:failed,channel:web' },
  });
  expect(items.map(({ order: id }) => id)).toEqual(['DEAD-1']);
});

it('what lost its job, or whose attempt died, is made up for', async () => {
  await order('LOST-1');
  await until(() => arrivals('LOST-1').length === 1);
  await until(async () => (await first('LOST-1')).status === 'delivered');
  await core.database.query(
    `update webhook_delivery set delivered_at = null, next_attempt_at = now() - interval '1 minute', claimed_until = now() - interval '10 seconds'
     where "order" = 'LOST-1'`,
  );
  await core.running.app.get(Jobs).tick('webhook.sweep');
  await until(() => arrivals('LOST-1').length === 2);
});

it('a shop that cannot be reached makes its other deliveries wait, and only those', async () => {
  const nowhere = await shopServer();
  await nowhere.close();
  const away = await newShop('away', nowhere.url);
  await Promise.all([order('AWAY-1', 'away', away), order('AWAY-2', 'away', away)]);
  await until(async () => (await first('AWAY-1')).attempts + (await first('AWAY-2')).attempts > 0);
  await order('HERE-1');
  await until(() => arrivals('HERE-1').length === 1);
  await until(async () =>
    [await first('AWAY-1'), await first('AWAY-2')].some(({ lastStatus }) => lastStatus === 'ECONNREFUSED'),
  );
});

it('a shop that was put aside, or wants nothing any more, is not told what was waiting', async () => {
  shop.answers.push(500);
  const secretOf = await newShop('fickle', `${shop.url}/fickle`);
  await order('FICKLE-1', 'fickle', secretOf);
  await until(async () => (await first('FICKLE-1')).lastStatus === '500');
  const body = { name: 'fickle', customer: 'acme', webhook: null, active: true };
  await core.call(channelRoutes.put, { params: { channel: 'fickle' }, body }, { ifMatch: 1 });
  await until(async () => (await first('FICKLE-1')).status === 'failed');
  expect((await first('FICKLE-1')).lastStatus).toBe('no webhook');
  expect(arrivals('FICKLE-1')).toHaveLength(1);
});

it('deliveries of another plant are neither listed nor repeated', async () => {
  await order('OURS-1');
  const token = await otherPlant(core, 'elsewhere');
  const { id } = await first('OURS-1');
  expect((await core.call(channelRoutes.deliveries, {}, { token })).items).toEqual([]);
  const refused = await core.send(channelRoutes.redeliver, { params: { delivery: id } }, { token });
  expect([refused.status, refused.body.code]).toEqual([404, 'thing.unknown']);
});

describe('the sender', () => {
  const send = (networks: string[], url: string) =>
    new WebhookSender(new WebhookAddresses({ WEBHOOK_PRIVATE: networks }), new Clock(1)).send({
      ...{ id: randomUUID(), url, secret: 'x', body: '{"order":"GUARD-1"}' },
    });

  it('looks behind names, and connects to nothing inside the house', async () => {
    const port = new URL(shop.url).port;
    const outcome = await send(['10.0.0.0/8'], `http://localhost:${port}/`);
    expect(outcome).toMatchObject({ accepted: false, unreachable: true });
    expect(outcome.status).toMatch(/^localhost is (127\.0\.0\.1|::1): a private address$/);
    expect(await send([], shop.url)).toMatchObject({ status: '127.0.0.1: a private address' });
    expect(arrivals('GUARD-1')).toEqual([]);
    expect(await send(['127.0.0.1', '::1'], `http://localhost:${port}/`)).toMatchObject({ accepted: true });
  });

  it('says what is wrong with a name that does not exist', async () => {
    expect(await send([], 'https://nobody.invalid/')).toMatchObject({ accepted: false, unreachable: true });
  });
});
