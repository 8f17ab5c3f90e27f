import { lineRoutes, plantRoutes, reasonRoutes, stationRoutes, type Problem } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { secondPlant } from '../../../test/other-plant';
import { until } from '../../../test/until';

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
});
afterAll(() => core.stop());

const line = { name: 'Baking', nameZh: '烘焙', position: 1, shiftPattern: null };
const station = {
  line: 'baking',
  name: 'Oven 1',
  position: 1,
  capabilities: ['bake'],
  changeover: null,
  countSource: 'machine' as const,
  microstopSec: 60,
  silentSec: 120,
  costPerHour: 30,
  active: true,
};

describe('plant', () => {
  it('is there after the first start', async () => {
    expect(await core.call(plantRoutes.current)).toMatchObject({ id: 'main', revision: 1 });
  });

  it('creates a line once and demands the revision for a change', async () => {
    expect(await core.call(lineRoutes.put, { params: { line: 'baking' }, body: line })).toEqual({
      id: 'baking',
      revision: 1,
      ...line,
    });
    const blind = await core.send(lineRoutes.put, {
      params: { line: 'baking' },
      body: { ...line, name: 'Bakery' },
    });
    expect([blind.status, blind.body.code]).toEqual([428, 'revision.missing']);
    const changed = await core.send(
      lineRoutes.put,
      { params: { line: 'baking' }, body: { ...line, name: 'Bakery' } },
      { ifMatch: 1 },
    );
    expect([changed.status, changed.body.revision, changed.headers.get('etag')]).toEqual([200, 2, '"2"']);
    const stale = await core.send(lineRoutes.put, { params: { line: 'baking' }, body: line }, { ifMatch: 1 });
    expect([stale.status, stale.body.code, stale.body.facts]).toEqual([
      412,
      'revision.stale',
      { thing: 'line baking', yours: '1', current: 2 },
    ]);
  });

  it('refuses a station on a line that does not exist, and a line that has stations cannot go', async () => {
    const foreign = await core.send(stationRoutes.put, {
      params: { station: 'oven-1' },
      body: { ...station, line: 'nowhere' },
    });
    expect([foreign.status, foreign.body.code]).toEqual([422, 'reference.unknown']);
    await core.call(stationRoutes.put, { params: { station: 'oven-1' }, body: station });
    const used = await core.send(lineRoutes.remove, { params: { line: 'baking' } });
    expect([used.status, used.body.code]).toEqual([409, 'thing.in-use']);
    await core.call(stationRoutes.remove, { params: { station: 'oven-1' } });
    const gone = await core.send(stationRoutes.get, { params: { station: 'oven-1' } });
    expect(gone.status).toBe(404);
  });

  it('lists stations in pages, by key, both ways', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e'])
      await core.call(stationRoutes.put, {
        params: { station: id },
        body: { ...station, position: id < 'c' ? 1 : 2 },
      });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await core.call(stationRoutes.list, {
        query: { limit: 2, sort: 'position', ...(cursor ? { cursor } : {}) },
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
    const down = await core.call(stationRoutes.list, { query: { sort: '-id', filter: 'line:baking' } });
    expect(down.items.map(({ id }) => id)).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  it.each([
    ['limit=-1', 'query.limit'],
    ['sort=password', 'query.sort'],
    ['filter=plant:other', 'query.filter'],
    ['unknown=1', 'query'],
    ['cursor=abc', 'query.cursor'],
    ['filter=active:perhaps', 'query.filter'],
  ])('refuses %s and says where', async (query, path) => {
    const reply = await fetch(`${core.url}/api/v1/stations?${query}`, {
      headers: { authorization: `Bearer ${core.admin}` },
    });
    const problem = (await reply.json()) as { code: string; faults: { path: string }[] };
    expect([reply.status, problem.code, problem.faults[0]?.path]).toEqual([400, 'request.invalid', path]);
  });

  it('answers in the language of the caller', async () => {
    const { body } = await core.send(
      stationRoutes.get,
      { params: { station: 'zzz' } },
      { language: 'zh-CN,zh;q=0.9' },
    );
    expect(body.detail).toBe('不存在工位 zzz。');
  });

  it.each([
    ['a text', 'text/plain', [415, 'request.media-type', '请求体类型为 text/plain，应为 application/json。']],
    ['2 MB', 'application/json', [413, 'request.too-large', '请求超过 1048576 字节。']],
    ['half a JSON', 'application/json', [400, 'request.invalid', '请求体不是有效的 JSON。']],
  ])('refuses %s with a trace id, a code and a hint', async (what, type, told) => {
    const reply = await fetch(`${core.url}/api/v1/lines/baking`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${core.admin}`, 'content-type': type, 'accept-language': 'zh-CN' },
      body: what === '2 MB' ? JSON.stringify({ name: 'x'.repeat(2_000_000) }) : '{"name": ',
    });
    const problem = (await reply.json()) as Problem;
    expect([reply.status, problem.code, problem.detail]).toEqual(told);
    expect(problem.hint).toMatch(/^也许/);
    expect(problem.traceId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['an address', `/api/v1/stations?q=${'x'.repeat(20_000)}`, {}],
    ['a header', '/api/v1/stations', { 'x-long': 'x'.repeat(20_000) }],
  ])('refuses %s of 20 kB as everything else', async (_, path, headers) => {
    const reply = await fetch(`${core.url}${path}`, { headers });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([
      431,
      'application/problem+json; charset=utf-8',
    ]);
    const problem = (await reply.json()) as Problem;
    expect(problem).toMatchObject({ code: 'request.headers-too-large', facts: { limit: 16_384 } });
  });

  it.each([
    ['a blank', '   '],
    ['a long', 'k'.repeat(10_000)],
  ])('refuses %s key', async (_, key) => {
    const { status, body: problem } = await core.send(
      stationRoutes.put,
      { params: { station: 'keyed' }, body: station },
      { key },
    );
    expect([status, problem.code, problem.faults?.[0]?.path]).toEqual([
      400,
      'request.invalid',
      'header.Idempotency-Key',
    ]);
    expect((await core.send(stationRoutes.get, { params: { station: 'keyed' } })).status).toBe(404);
  });

  it('says in the language of the caller what is wrong with a field', async () => {
    const body = { ...station, line: 'B A K', position: 'first' as unknown as number };
    const { body: problem } = await core.send(
      stationRoutes.put,
      { params: { station: 'oven-1' }, body },
      { language: 'zh-CN' },
    );
    expect(problem.faults?.map(({ path, message }) => [path, message])).toEqual([
      ['body.line', '1 至 40 个 a-z、0-9 或连字符'],
      ['body.position', '应为数字'],
    ]);
    expect(problem.detail).toBe('请求不符合接口约定：body.line "B A K": 1 至 40 个 a-z、0-9 或连字符。');
  });

  const other = secondPlant('other');

  it('has money that there is', async () => {
    const { body: problem } = await core.send(plantRoutes.create, { body: { ...other, currency: 'ZZZ' } });
    expect(problem.facts).toEqual({
      first: 'body.currency "ZZZ": a currency of ISO 4217, such as CNY or EUR',
      field: 'body.currency',
      value: 'ZZZ',
    });
  });

  it('keeps plants apart: a line of another plant is not seen', async () => {
    await core.call(plantRoutes.create, { body: other });
    await core.database.query(
      `insert into line (plant, id, name, position, revision) values ('other', 'secret', 'Secret', 1, 1)`,
    );
    const lines = await core.call(lineRoutes.list);
    expect(lines.map(({ id }) => id)).toEqual(['baking']);
  });

  it('carries a command out once, however often it is sent', async () => {
    const body = { kind: 'scrap' as const, name: 'Burnt', planned: false, position: 1, active: true };
    const first = await core.send(reasonRoutes.put, { params: { reason: 'burnt' }, body }, { key: 'k-1' });
    const again = await core.send(reasonRoutes.put, { params: { reason: 'burnt' }, body }, { key: 'k-1' });
    expect([again.status, again.body, again.headers.get('idempotency-replayed')]).toEqual([
      first.status,
      first.body,
      'true',
    ]);
    const other = await core.send(
      reasonRoutes.put,
      { params: { reason: 'burnt' }, body: { ...body, name: 'Black' } },
      { key: 'k-1' },
    );
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.mismatch']);
  });

  it('announces a change to every room once, with growing versions', async () => {
    // What the tests before this one have changed is told first.
    await until(
      async () =>
        (await core.database.query('select from outbox where dispatched_at is null limit 1')).length === 0,
    );
    const before = await core.database.query<{ room: string; version: string }>(
      `select room, version from room_version where room = 'plant:main'`,
    );
    await core.call(reasonRoutes.put, {
      params: { reason: 'torn' },
      body: { kind: 'scrap', name: 'Torn', planned: false, position: 2, active: true },
    });
    let after = before;
    await until(async () => {
      after = await core.database.query(`select room, version from room_version where room = 'plant:main'`);
      return after[0]?.version !== before[0]?.version;
    });
    expect(Number(after[0]?.version)).toBe(Number(before[0]?.version ?? 0) + 1);
  });
});
