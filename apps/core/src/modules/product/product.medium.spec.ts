import {
  changeoverRoutes,
  customerRoutes,
  itemRoutes,
  lineRoutes,
  stationRoutes,
  workerRoutes,
  type RequestOf,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { otherPlant } from '../../../test/other-plant';
import { stocked } from '../../../test/shop';
import { until } from '../../../test/until';
import { Database } from '../../platform/database';
import { ProductCatalog } from './product-catalog';

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
  await core.call(lineRoutes.put, {
    params: { line: 'bakery' },
    body: { name: 'Bakery', position: 1, shiftPattern: null },
  });
  await core.call(workerRoutes.putSkill, { params: { skill: 'bake' }, body: { name: 'Bake' } });
  await putMatrix('allergen', ['plain', 'nut']);
  await putStation('oven-1', 'allergen');
  await putStation('oven-2', null);
  for (const id of ['CAKE', 'DOUGH', 'FLOUR', 'NUT']) await putItem(id);
});
afterAll(() => core.stop());

const square = (size: number): number[][] =>
  Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (row === column ? 0 : 600)),
  );

const putMatrix = (
  changeover: string,
  families: string[],
  ifMatch?: number,
  seconds = square(families.length),
) =>
  core.send(
    changeoverRoutes.put,
    { params: { changeover }, body: { name: changeover, families, seconds } },
    ifMatch === undefined ? {} : { ifMatch },
  );

const putStation = (station: string, changeover: string | null, ifMatch?: number) =>
  core.send(
    stationRoutes.put,
    {
      params: { station },
      body: {
        line: 'bakery',
        name: station,
        position: 1,
        capabilities: [],
        changeover,
        countSource: 'machine',
        microstopSec: 60,
        silentSec: 60,
        costPerHour: 0,
        active: true,
      },
    },
    ifMatch === undefined ? {} : { ifMatch },
  );

type ItemBody = NonNullable<RequestOf<typeof itemRoutes.put>['body']>;
const itemBody: ItemBody = {
  name: 'Cake',
  kind: 'finished',
  class: 'sweet',
  unit: 'pcs',
  replenishment: 'make-to-order',
  standardCost: '1.250000',
  gtin: null,
  price: null,
  stockMin: 0,
  lotSize: 40,
  shelfLifeDays: 5,
  leadTimeSec: 0,
  active: true,
};
const putItem = (
  item: string,
  change: Partial<ItemBody> = {},
  options: { ifMatch?: number; token?: string } = {},
) => core.send(itemRoutes.put, { params: { item }, body: { ...itemBody, ...change } }, options);

const putBom = (item: string, components: string[], ifMatch?: number, operationNo: number | null = null) =>
  core.send(
    itemRoutes.putBom,
    {
      params: { item },
      body: { lines: components.map((component) => ({ component, qtyPer: '0.5', operationNo })) },
    },
    ifMatch === undefined ? {} : { ifMatch },
  );

type Operations = NonNullable<RequestOf<typeof itemRoutes.putRouting>['body']>['operations'];
const operation = (change: Partial<Operations[number]> = {}): Operations[number] => ({
  no: 10,
  name: 'Bake',
  nameZh: '烘烤',
  family: 'nut',
  skill: 'bake',
  crew: 1,
  stations: [{ station: 'oven-1', runSecPerUnit: 1.5, setupSec: 60 }],
  waitMinSec: 0,
  waitMaxSec: null,
  interruptible: false,
  ...change,
});
const putRouting = (item: string, operations: Operations, ifMatch?: number) =>
  core.send(
    itemRoutes.putRouting,
    { params: { item }, body: { operations } },
    ifMatch === undefined ? {} : { ifMatch },
  );

describe('items', () => {
  it('come back as exact decimal text, and a change needs the revision that was read', async () => {
    const created = await putItem('TART', { standardCost: '0.000001', price: '12.5' });
    expect(created.body).toMatchObject({ id: 'TART', standardCost: '0.000001', price: '12.5', revision: 1 });
    expect(await core.call(itemRoutes.get, { params: { item: 'TART' } })).toEqual({
      id: 'TART',
      ...itemBody,
      standardCost: '0.000001',
      price: '12.5',
      stockMin: '0',
      lotSize: '40',
      outside: false,
      revision: 1,
    });
    expect((await putItem('TART')).body.code).toBe('revision.missing');
    expect((await putItem('TART', {}, { ifMatch: 7 })).body.code).toBe('revision.stale');
    expect((await putItem('TART', { active: false }, { ifMatch: 1 })).body.revision).toBe(2);
  });

  it.each<[string, Partial<ItemBody>]>([
    ['body.lotSize', { lotSize: 1e9 }],
    ['body.lotSize', { lotSize: '1000000000' }],
    ['body.lotSize', { lotSize: 0 }],
    ['body.stockMin', { stockMin: '0.0000001' }],
    ['body.standardCost', { standardCost: '-1' }],
    ['body.shelfLifeDays', { shelfLifeDays: 0 }],
    ['body.name', { name: 'a\u0000b' }],
  ])('refuses %s out of range: %j', async (path, change) => {
    const { status, body } = await putItem('BAD', change);
    expect([status, body.code, body.faults?.[0]?.path]).toEqual([400, 'request.invalid', path]);
  });

  it('have a trade item number of their own, also of two that are entered at once', async () => {
    const [one, two] = ['04012345678901', '04012345678918'] as const;
    expect((await putItem('G-1', { gtin: one })).status).toBe(200);
    expect(await putItem('G-2', { gtin: one })).toMatchObject({
      status: 409,
      body: { code: 'item.gtin-taken', facts: { gtin: one, item: 'G-2', other: 'G-1' } },
    });
    expect((await putItem('G-1', { gtin: one, name: 'Again' }, { ifMatch: 1 })).status).toBe(200);
    const both = await Promise.all(['G-3', 'G-4'].map((id) => putItem(id, { gtin: two })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const token = await otherPlant(core, 'third');
    expect((await putItem('G-1', { gtin: one }, { token })).status).toBe(200);
  });

  it('have a trade item number of their own, also when an import is giving it away', async () => {
    const gtin = '04012345678925';
    const waiting = await core.running.app.get(Database).write('main', async (tx) => {
      await tx.query('lock table item in share row exclusive mode');
      const sent = putItem('G-6', { gtin });
      await until(async () => {
        const [row] = await core.database.query<{ n: string }>(
          `select count(*) as n from pg_locks where not granted and relation = 'item'::regclass`,
        );
        return row?.n === '1';
      });
      await tx.query(
        `insert into item (plant, id, name, kind, unit, class, replenishment, standard_cost, stock_min, lot_size, lead_time_sec, outside, active, revision, gtin)
         values ('main', 'G-5', 'G-5', 'raw', 'kg', null, 'buy', 1, 0, 1, 0, false, true, 1, $1)`,
        [gtin],
      );
      return { sent };
    });
    expect(await waiting.sent).toMatchObject({
      status: 409,
      body: { code: 'item.gtin-taken', facts: { gtin, item: 'G-6', other: 'G-5' } },
    });
  });

  it('keep the unit in which something is booked', async () => {
    expect((await putItem('U-1', { unit: 'pcs' })).status).toBe(200);
    expect((await putItem('U-1', { unit: 'kg' }, { ifMatch: 1 })).status).toBe(200);
    await stocked(core, 'U-1', '2.5');
    expect(await putItem('U-1', { unit: 'pcs' }, { ifMatch: 2 })).toMatchObject({
      status: 409,
      body: { code: 'item.unit-in-use', facts: { item: 'U-1', unit: 'kg', wanted: 'pcs' } },
    });
    expect((await putItem('U-1', { unit: 'kg', name: 'Again' }, { ifMatch: 2 })).status).toBe(200);
  });

  it('are found by text, filtered, and paged in a stable order', async () => {
    for (const id of ['S-1', 'S-2', 'S-3'])
      await putItem(id, { name: `50%_off ${id}`, kind: 'semi-finished', nameZh: '半成品' });
    const page = (query: RequestOf<typeof itemRoutes.list>['query']) => core.call(itemRoutes.list, { query });
    const first = await page({ q: '%_OFF', sort: '-name', limit: 2, filter: 'kind:semi-finished' });
    expect(first.items.map(({ id }) => id)).toEqual(['S-3', 'S-2']);
    const second = await page({ q: '%_OFF', sort: '-name', limit: 2, cursor: first.nextCursor ?? '' });
    expect([second.items.map(({ id }) => id), second.nextCursor]).toEqual([['S-1'], null]);
    expect((await page({ q: '半成' })).items).toHaveLength(3);
    expect((await page({ q: '%%%' })).items).toEqual([]);
  });

  it('belong to their plant', async () => {
    const token = await otherPlant(core);
    expect((await core.call(itemRoutes.list, {}, { token })).items).toEqual([]);
    const { status } = await core.send(itemRoutes.get, { params: { item: 'CAKE' } }, { token });
    expect(status).toBe(404);
    expect((await putItem('CAKE', { name: 'Theirs' }, { token })).body.revision).toBe(1);
    expect((await core.call(itemRoutes.get, { params: { item: 'CAKE' } })).name).toBe('Cake');
    const bom = await core.send(
      itemRoutes.putBom,
      { params: { item: 'CAKE' }, body: { lines: [{ component: 'FLOUR', qtyPer: 1, operationNo: null }] } },
      { token },
    );
    expect([bom.body.code, bom.body.facts?.['id']]).toEqual(['reference.unknown', 'FLOUR']);
  });
});

describe('bills of materials', () => {
  it('are empty at first, keep their order, and are replaced whole', async () => {
    expect(await core.call(itemRoutes.bom, { params: { item: 'CAKE' } })).toEqual({
      item: 'CAKE',
      lines: [],
      revision: 0,
    });
    await putBom('CAKE', ['NUT', 'DOUGH']);
    const line = { qtyPer: '0.5', scrapPercent: 0, operationNo: null };
    expect(await core.call(itemRoutes.bom, { params: { item: 'CAKE' } })).toEqual({
      item: 'CAKE',
      lines: [
        { component: 'NUT', ...line },
        { component: 'DOUGH', ...line },
      ],
      revision: 1,
    });
    expect((await putBom('CAKE', ['DOUGH'])).body.code).toBe('revision.missing');
    expect((await putBom('CAKE', ['DOUGH'], 1)).body.lines).toHaveLength(1);
  });

  it('refuse a loop over three levels and name the way', async () => {
    expect((await putBom('DOUGH', ['FLOUR'])).status).toBe(200);
    const { status, body } = await putBom('FLOUR', ['CAKE']);
    expect([status, body.code, body.facts?.['path']]).toEqual([
      422,
      'bom.cycle',
      'FLOUR → CAKE → DOUGH → FLOUR',
    ]);
    expect((await putBom('NUT', ['NUT'])).body.facts?.['path']).toBe('NUT → NUT');
    expect((await core.call(itemRoutes.bom, { params: { item: 'FLOUR' } })).lines).toEqual([]);
  });

  it('refuse a loop that two people close together', async () => {
    await putItem('A');
    await putItem('B');
    const both = await Promise.all([putBom('A', ['B']), putBom('B', ['A'])]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('refuse unknown items, the same component twice, and operations that the routing lacks', async () => {
    expect((await putBom('NOTHING', ['NUT'])).body.code).toBe('thing.unknown');
    expect((await putBom('NUT', ['FLOUR', 'ghost'])).body.facts).toEqual({
      field: 'lines.1.component',
      kind: 'item',
      id: 'ghost',
    });
    const twice = await putBom('NUT', ['FLOUR', 'FLOUR']);
    expect([twice.body.code, twice.body.faults?.[0]?.path]).toEqual([
      'request.invalid',
      'body.lines.1.component',
    ]);
    await putItem('PIE');
    await putRouting('PIE', [operation()]);
    expect((await putBom('PIE', ['FLOUR'], undefined, 20)).body.facts?.['why']).toBe('FLOUR: 20 ∉ 10');
    expect((await putBom('PIE', ['FLOUR'], undefined, 10)).status).toBe(200);
  });
});

describe('routings', () => {
  it('are kept with their stations in order and replaced whole', async () => {
    const operations = [
      operation({ limits: [{ parameter: 'oven_c', min: 180, max: null }] }),
      operation({
        no: 20,
        nameZh: undefined,
        family: null,
        skill: null,
        stations: [
          { station: 'oven-2', runSecPerUnit: 2, setupSec: 0 },
          { station: 'oven-1', runSecPerUnit: 3, setupSec: 0 },
        ],
      }),
    ];
    const saved = await putRouting('CAKE', operations);
    const routing = await core.call(itemRoutes.routing, { params: { item: 'CAKE' } });
    expect(routing).toEqual(saved.body);
    expect(
      routing.operations.map(({ no, stations }) => [no, stations.map(({ station }) => station)]),
    ).toEqual([
      [10, ['oven-1']],
      [20, ['oven-2', 'oven-1']],
    ]);
    expect((await putRouting('CAKE', [operation()], 1)).body.operations).toHaveLength(1);
    const rows = await core.database.query(
      `select no from routing_station where plant = 'main' and item = 'CAKE'`,
    );
    expect(rows).toEqual([{ no: 10 }]);
  });

  it.each<[string, Operations, string, object]>([
    ['falling numbers', [operation({ no: 20 }), operation()], 'routing.invalid', { why: '20 → 10' }],
    ['an unknown skill', [operation({ skill: 'fly' })], 'reference.unknown', { kind: 'skill', id: 'fly' }],
    [
      'an unknown station',
      [operation({ stations: [{ station: 'moon', runSecPerUnit: 1, setupSec: 0 }] })],
      'reference.unknown',
      { kind: 'station', id: 'moon' },
    ],
    [
      'a family outside the matrix of its station',
      [operation({ family: 'milk' })],
      'routing.invalid',
      { why: '10: milk ∉ allergen (oven-1)' },
    ],
  ])('refuse %s', async (_, operations, code, facts) => {
    const { status, body } = await putRouting('DOUGH', operations);
    expect([status, body.code]).toEqual([422, code]);
    expect(body.facts).toMatchObject(facts);
    const { status: after } = await core.send(itemRoutes.routing, { params: { item: 'DOUGH' } });
    expect(after).toBe(404);
  });

  it('hold the families of their matrices and stations', async () => {
    await putItem('ROLL');
    await putRouting('ROLL', [operation()]);
    const smaller = await putMatrix('allergen', ['plain'], 1);
    expect([smaller.status, smaller.body.code]).toEqual([422, 'routing.invalid']);
    await putMatrix('colour', ['red']);
    const moved = await putStation('oven-1', 'colour', 1);
    expect(moved.body.facts?.['why']).toBe('10: nut ∉ colour (oven-1)');
    expect((await putStation('oven-1', 'ghost', 1)).body.facts).toEqual({
      field: 'changeover',
      kind: 'changeover',
      id: 'ghost',
    });
    expect((await putMatrix('allergen', ['nut', 'plain', 'milk'], 1)).body.revision).toBe(2);
  });

  it('keep a station from being deleted', async () => {
    const { body } = await core.send(stationRoutes.remove, { params: { station: 'oven-1' } });
    expect([body.code, body.facts?.['user']]).toEqual(['thing.in-use', 'routing_station']);
  });
});

describe('changeover matrices', () => {
  it.each<[string, string[], number[][], string]>([
    ['a missing row', ['a', 'b'], [[0, 1]], 'body.seconds'],
    ['a short row', ['a', 'b'], [[0, 1], [1]], 'body.seconds.1'],
    ['the same family twice', ['a', 'a'], square(2), 'body.families.1'],
    ['negative seconds', ['a'], [[-1]], 'body.seconds.0.0'],
  ])('refuse %s', async (_, families, seconds, path) => {
    const { body } = await putMatrix('bad', families, undefined, seconds);
    expect([body.code, body.faults?.[0]?.path]).toEqual(['request.invalid', path]);
  });

  it('may cost something from a family to itself', async () => {
    expect((await putMatrix('paint', ['red'], undefined, [[30]])).body.seconds).toEqual([[30]]);
    expect((await core.call(changeoverRoutes.list)).map(({ id }) => id)).toContain('paint');
  });
});

describe('customers', () => {
  it('are created, changed and listed', async () => {
    const body = { name: 'Acme', weight: 5, minRemainingLifeDays: 30, active: true };
    const params = { customer: 'acme' };
    expect(await core.call(customerRoutes.put, { params, body })).toEqual({
      id: 'acme',
      ...body,
      priceGroup: null,
      revision: 1,
    });
    await core.call(customerRoutes.put, { params, body: { ...body, active: false } }, { ifMatch: 1 });
    const { items } = await core.call(customerRoutes.list, { query: { filter: 'active:false', q: 'ACM' } });
    expect(items.map(({ id, revision }) => [id, revision])).toEqual([['acme', 2]]);
  });
});

describe('the catalogue', () => {
  it('gives some items with everything below them, and nothing else', async () => {
    const database = core.running.app.get(Database);
    const catalog = core.running.app.get(ProductCatalog);
    const some = await database.read('main', (tx) => catalog.below(tx, ['CAKE', 'ghost']));
    expect([...some.items.keys()].sort()).toEqual(['CAKE', 'DOUGH', 'FLOUR']);
    expect(some.boms.get('CAKE')).toEqual([
      { component: 'DOUGH', qtyPer: '0.5', scrapPercent: 0, operationNo: null },
    ]);
    expect(some.routings.get('CAKE')?.[0]?.stations).toEqual([
      { station: 'oven-1', runSecPerUnit: 1.5, setupSec: 60 },
    ]);
    const whole = await database.read('main', (tx) => catalog.whole(tx));
    expect(whole.items.size).toBeGreaterThan(some.items.size);
    expect(whole.changeovers.get('allergen')?.families).toEqual(['nut', 'plain', 'milk']);
    expect((await database.read('other', (tx) => catalog.whole(tx))).boms.size).toBe(0);
  });
});
