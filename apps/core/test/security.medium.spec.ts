import {
  allRoutes,
  authRoutes,
  INSTANT_RANGE,
  itemRoutes,
  lineRoutes,
  type NamedRoute,
} from '@takt/contracts';
import { tokensOf, type TokenKind } from './attack/callers';
import { plantPrint } from './attack/plant-print';
import { strike, strikeAll, type Attack, type Hit } from './attack/request';
import { bodyOf, paramsOf, queryNames, queryOf, withTexts, type Facts } from './attack/sample';
import { MARK, victim } from './attack/victim';
import { startCore, type TestCore } from './core';
import { otherPlant } from './other-plant';
import { until } from './until';

let core: TestCore;
let facts: Facts;
let tokens: Record<TokenKind, string>;
beforeAll(async () => {
  core = await startCore({ REQUESTS_PER_MIN: '1000000', LOG_LEVEL: 'silent' });
  facts = await victim(core);
  tokens = await tokensOf(core, { line: 'bakery', station: 'packer' });
}, 180_000);
afterAll(() => core.stop());
jest.setTimeout(240_000);

const routes = allRoutes();
const guarded = routes.filter(({ route }) => route.access !== 'public' && !route.access.includes('channel'));
const writes = guarded.filter(({ route }) => route.method !== 'GET');
/** Log-outs and changes of the own password end the token that is attacked with. */
const lasting = ({ name }: NamedRoute): boolean => name !== 'auth.logout' && name !== 'users.password';

const jsonOf = (body: unknown): string | null => (body === null ? null : JSON.stringify(body));
const plain = ({ route, name }: NamedRoute, known: Facts = facts): Attack => ({
  ...{ route, name, params: paramsOf(route, known), body: jsonOf(bodyOf(route, known)) },
  query: new URLSearchParams(queryOf(route) as Record<string, string>).toString(),
});
const linesOf = (hits: readonly Hit[], wrong: (hit: Hit) => boolean): string[] =>
  hits.filter(wrong).map(({ line }) => line);
const failed = ({ status }: Hit): boolean => status >= 500;
const passed = ({ status }: Hit): boolean => status < 400;

describe('who calls', () => {
  it('public routes are few, and known', () => {
    expect(routes.filter(({ route }) => route.access === 'public').map(({ name }) => name)).toEqual([
      ...['clock.read', 'auth.login', 'auth.pair'],
    ]);
  });

  it.each<[string, (attack: Attack) => Attack, string]>([
    ['nobody', (attack) => ({ ...attack, token: null }), 'auth.missing'],
    ['somebody with a made-up token', (attack) => ({ ...attack, token: 'made.up.token' }), 'auth.invalid'],
    ['somebody who needs no signature', (attack) => ({ ...attack, token: unsigned() }), 'auth.invalid'],
  ])('%s gets nowhere', async (_, as, code) => {
    const hits = await strikeAll(
      core,
      guarded.map((one) => as(plain(one))),
    );
    expect(linesOf(hits, (hit) => hit.status !== 401 || hit.code !== code)).toEqual([]);
  });

  it('a shop needs its signature', async () => {
    const shops = routes.filter(({ route }) => route.access.includes('channel'));
    const hits = await strikeAll(
      core,
      shops.flatMap((one) => [plain(one), { ...plain(one), token: tokens.admin }]),
    );
    expect(hits.length).toBeGreaterThan(0);
    expect(linesOf(hits, ({ status, code }) => status !== 401 || code !== 'channel.signature')).toEqual([]);
  });

  it('a token that was logged out is worth nothing', async () => {
    const spare = await tokensOf(core, { line: 'bakery', station: 'packer' });
    await core.call(authRoutes.logout, {}, { token: spare.admin });
    const hits = await strikeAll(
      core,
      guarded.map((one) => ({ ...plain(one), token: spare.admin })),
    );
    expect(linesOf(hits, ({ status, code }) => status !== 401 || code !== 'auth.invalid')).toEqual([]);
  });

  it('whoever is not allowed to is told so, before anything else is looked at', async () => {
    const attacks = guarded.flatMap((one) =>
      (Object.entries(tokens) as [TokenKind, string][])
        .filter(([kind]) => !one.route.access.includes(kind))
        .map(([kind, token]) => ({ ...plain(one), token, what: `as ${kind}` })),
    );
    const hits = await strikeAll(core, attacks);
    expect(linesOf(hits, ({ status, code }) => status !== 403 || code !== 'auth.forbidden')).toEqual([]);
  });
});

describe('another plant', () => {
  it('reads nothing of this one, and changes nothing in it', async () => {
    const token = await otherPlant(core, 'thief');
    await quiet();
    const before = await plantPrint(core.database, 'main');
    // what the plant was told itself it may well read: only what it names is the victim's
    const attacks = guarded.filter(lasting).map((one) => ({ ...plain(one), token }));
    const hits = await strikeAll(core, attacks);
    expect(linesOf(hits, failed)).toEqual([]);
    expect(linesOf(hits, ({ text }) => text.includes(MARK))).toEqual([]);
    await quiet();
    expect(await plantPrint(core.database, 'main')).toEqual(before);
  });

  it('finds nothing under ids that are unique everywhere', async () => {
    const token = await otherPlant(core, 'burglar');
    const unique = [
      'report',
      'movement',
      'call',
      'supply',
      'exception',
      'terminal',
      'user',
      'annotation',
      'operation',
    ];
    const named = guarded.filter(({ route }) => unique.some((key) => route.path.includes(`:${key}`)));
    const hits = await strikeAll(
      core,
      named.filter(lasting).map((one) => ({ ...plain(one), token })),
    );
    expect(hits.length).toBeGreaterThan(10);
    expect(linesOf(hits, passed)).toEqual([]);
  });
});

describe('malformed', () => {
  const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
  const bodies: readonly [string, string][] = [
    ['half of it', '{"name": "x'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['a number beyond all', '{"qty": 1e999}'],
    ['10,000 deep', deep],
    ['a prototype', '{"__proto__": {"role": "admin"}, "constructor": 1}'],
    ['fields nobody asked for', '{"plant": "main", "role": "admin", "revision": 1}'],
  ];

  it('bodies are refused', async () => {
    const attacks = writes
      .filter(lasting)
      .filter(({ route }) => route.raw !== 'file')
      .flatMap((one) =>
        bodies.map(([what, body]) => ({ ...plain(one), token: tokens.admin, body, what: `with ${what}` })),
      );
    const hits = await strikeAll(core, attacks);
    expect(linesOf(hits, (hit) => failed(hit) || passed(hit))).toEqual([]);
  });

  it('bodies of megabytes are refused unread', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(2_000_000) });
    const hits = await strikeAll(
      core,
      [lineRoutes.put, itemRoutes.putBom].map((route) => ({
        ...{ route, name: route.path, params: { line: 'x', item: 'x' }, body, token: tokens.admin },
      })),
    );
    expect(hits.map(({ status, code }) => [status, code])).toEqual(
      hits.map(() => [413, 'request.too-large']),
    );
  });

  it('ids in the path are refused or not found', async () => {
    const ids = [`'; drop table item; --`, '\u0000', 'x'.repeat(3000), '-1'];
    const attacks = guarded
      .filter(lasting)
      .filter(({ route }) => route.path.includes(':'))
      .flatMap((one) =>
        ids.map((id) => {
          const params = Object.fromEntries(Object.keys(paramsOf(one.route, facts)).map((key) => [key, id]));
          return { ...plain(one), params, token: tokens.admin, what: JSON.stringify(id.slice(0, 30)) };
        }),
      );
    const hits = await strikeAll(core, attacks);
    expect(linesOf(hits, failed)).toEqual([]);
    const tolerated =
      /^(items|trace|kpis|quality|changeovers|customers|workers|shifts|reasons|channels|users|devices)\./;
    expect(linesOf(hits, (hit) => passed(hit) && !tolerated.test(hit.line))).toEqual([]);
  });

  it('queries are refused or find nothing', async () => {
    const cursor = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
    const any = ['-1', `'; drop table item; --`, '\u0000'];
    const more: Readonly<Record<string, readonly string[]>> = {
      cursor: [['x', 'y'], ['1', '2', '3'], [null, null], {}, ['\u0000', 'x']].map(cursor),
      filter: ['status:\u0000', 'id:x', 'receivedAt:x', 'order:x,item:x', `status:'; drop table item`],
      sort: ['-id;drop', '-', 'plant'],
      from: [INSTANT_RANGE.from, '9999-12-31T00:00:00Z'],
      to: ['1970-01-01T00:00:00Z'],
    };
    const attacks = guarded
      .filter(({ route }) => route.method === 'GET')
      .flatMap((one) =>
        queryNames(one.route).flatMap((key) =>
          [...any, ...(more[key] ?? [])].map((value) => {
            const query = new URLSearchParams(plain(one).query);
            query.set(key, value);
            return {
              ...plain(one),
              query: query.toString(),
              token: tokens.admin,
              what: `${key}=${value.slice(0, 30)}`,
            };
          }),
        ),
      );
    const hits = await strikeAll(core, attacks);
    expect(linesOf(hits, failed)).toEqual([]);
    const limits = hits.filter(({ line }) => / limit=-1:/.test(line));
    expect(limits.length).toBeGreaterThan(15);
    expect(linesOf(limits, passed)).toEqual([]);
  });
});

describe('texts', () => {
  it.each<[string, string]>([
    ['SQL', `Robert'); drop table item; --`],
    ['a script', `<img src=x onerror="alert(1)"></script>`],
    ['NUL', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
  ])('with %s are refused, or stored as they are', async (what, text) => {
    const attacks = writes.filter(lasting).map((one) => ({
      ...plain(one),
      body: jsonOf(withTexts(bodyOf(one.route, facts), text)),
      token: tokens.admin,
      what,
    }));
    const hits = await strikeAll(core, attacks);
    expect(linesOf(hits, failed)).toEqual([]);
  });
});

it('after all of this core is as it was', async () => {
  const [first] = guarded;
  if (first)
    expect((await strike(core, { ...plain(first), token: tokens.terminal })).status).toBeLessThan(500);
  expect((await fetch(`${core.url}/readyz`)).status).toBe(200);
  const [row] = await core.database.query<{ n: string }>('select count(*) as n from item');
  expect(Number(row?.n)).toBeGreaterThan(3);
});

/** A token that says of itself that it needs no signature. */
function unsigned(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const [, claims = ''] = core.admin.split('.');
  return `${part({ alg: 'none', typ: 'JWT' })}.${claims}.`;
}

/** Waits until what has happened has been handed out and planned. */
async function quiet(): Promise<void> {
  await until(async () => {
    const [row] = await core.database.query<{ n: string }>(
      'select count(*) as n from outbox where dispatched_at is null',
    );
    const [asked] = await core.database.query<{ n: string }>(
      'select count(*) as n from replan_request where taken_at is null',
    );
    return row?.n === '0' && asked?.n === '0';
  });
}
