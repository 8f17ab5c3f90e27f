import { randomUUID } from 'node:crypto';
import { API_PREFIX, authRoutes, labelRoutes, userRoutes, workerRoutes } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { workerBody } from '../../../test/people';
import { bakery, orderOf, putItem, step, stocked } from '../../../test/shop';

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
  await putItem(core, 'bun', {
    item: { name: 'Bun ^XZ', nameZh: '小面包' },
    routing: [step(10, ['packer'])],
  });
  await stocked(core, 'bun', '5', { lot: 'B1', expiresAt: '2031-02-03T12:00:00Z' });
  const body = workerBody({ name: 'Ann', badge: 'B-77' });
  await core.call(workerRoutes.put, { params: { worker: 'W1' }, body });
});
afterAll(() => core.stop());

const label = async (path: string, language = 'en') => {
  const reply = await fetch(`${core.url}${API_PREFIX}/labels/${path}`, {
    headers: { authorization: `Bearer ${core.admin}`, 'accept-language': language },
  });
  return { status: reply.status, type: reply.headers.get('content-type'), text: await reply.text() };
};

it('a lot has its code, name, quantity and date, in the language of who prints it', async () => {
  const { status, type, text } = await label('lot/B1/zpl');
  expect([status, type]).toEqual([200, 'application/zpl; charset=utf-8']);
  expect(text).toContain('^FDMA,LOT:B1^FS');
  for (const line of ['B1', 'Bun _5EXZ', '5 pcs', '2031-02-03']) expect(text).toContain(`^FD${line}^FS`);
  expect((await label('lot/B1/zpl?symbology=code128&copies=3', 'zh-CN')).text).toMatch(
    /LOT:B1[^]*小面包[^]*\^PQ3/,
  );
});

it('work, orders, stations and badges have labels too; what there is not has none', async () => {
  const order = await orderOf(core, 'bun', '7');
  const work = order.lines[0]?.workOrders[0] ?? '';
  for (const [path, code] of [
    [`order/${order.id}`, `SO:${order.id}`],
    [`work-order/${work}`, `WO:${work}`],
    [`operation/${work}.10`, `OP:${work}.10`],
    ['station/packer', 'ST:packer'],
    ['badge/W1', 'ID:B-77'],
  ] as const)
    expect((await label(`${path}/zpl`)).text).toContain(`MA,${code}^FS`);
  for (const path of ['lot/ghost', 'badge/W9', 'order/O-0', 'badge/ghost'])
    expect((await label(`${path}/zpl`)).status).toBe(404);
  expect((await label('door/B1/zpl')).status).toBe(400);
});

it('a badge is printed by those who lead a shift, for nobody else opens terminals with it', async () => {
  const password = randomUUID();
  await core.call(userRoutes.create, {
    body: {
      login: 'olga',
      name: 'Olga',
      language: 'en',
      role: 'operator',
      worker: null,
      active: true,
      password,
    },
  });
  const { token } = await core.call(authRoutes.login, { body: { login: 'olga', password } }, { token: null });
  const print = (kind: 'badge' | 'lot', id: string) =>
    core.send(labelRoutes.zpl, { params: { kind, id } }, { token });
  expect((await print('badge', 'W1')).body).toMatchObject({ code: 'auth.forbidden' });
  expect((await print('lot', 'B1')).status).toBe(200);
});

describe('as PDF', () => {
  const pdf = async (path: string, language = 'en') => {
    const reply = await fetch(`${core.url}${API_PREFIX}/labels/${path}`, {
      headers: { authorization: `Bearer ${core.admin}`, 'accept-language': language },
    });
    const bytes = Buffer.from(await reply.arrayBuffer());
    return { status: reply.status, type: reply.headers.get('content-type'), bytes };
  };
  const pagesOf = (bytes: Buffer): number => bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

  it('has a page a copy and the glyphs that it needs, and no more', async () => {
    const { status, type, bytes } = await pdf('lot/B1/pdf?copies=3', 'zh-CN');
    expect([status, type, bytes.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    expect(pagesOf(bytes)).toBe(3);
    expect(bytes.toString('latin1')).toContain('NotoSansSC');
    expect(bytes.length).toBeLessThan(200_000);
  });

  it('draws Code 128 for anything, and GS1 for lots with a trade item number', async () => {
    expect((await pdf('badge/W1/pdf?symbology=code128')).status).toBe(200);
    expect((await pdf('lot/B1/pdf?symbology=gs1&gtin=04012345678901')).status).toBe(200);
    for (const [path, code] of [
      ['lot/B1/pdf?symbology=gs1', 'label.gtin'],
      ['lot/B1/zpl?symbology=gs1', 'label.gtin'],
      ['lot/B1/pdf?symbology=gs1&gtin=04012345678902', 'request.invalid'],
      ['badge/W1/pdf?symbology=gs1&gtin=04012345678901', 'label.kind'],
      ['lot/ghost/pdf', 'thing.unknown'],
    ] as const)
      expect(JSON.parse((await pdf(path)).bytes.toString())).toMatchObject({ code });
  });
});
