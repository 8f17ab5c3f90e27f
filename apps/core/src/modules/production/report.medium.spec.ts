import { randomUUID } from 'node:crypto';
import {
  authRoutes,
  operationRoutes,
  reportRoutes,
  terminalRoutes,
  workerRoutes,
  workOrderRoutes,
  type RequestOf,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { workerBody } from '../../../test/people';
import { announced, bakery, inDays, putItem, report, step } from '../../../test/shop';

type Body = NonNullable<RequestOf<typeof reportRoutes.create>['body']>;

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
  await putItem(core, 'loaf', { routing: [step(10, ['oven-1', 'oven-2']), step(20, ['packer'])] });
  for (const worker of ['W1', 'W2'])
    await core.call(workerRoutes.put, {
      params: { worker },
      body: workerBody({ name: worker, badge: `B-${worker}` }),
    });
});
afterAll(() => core.stop());

/** A work order of its own, its first operation at oven-1; nothing else runs. */
const released = async (qty = '100'): Promise<string> => {
  await core.database.query(`update operation set status = 'paused' where status = 'running'`);
  const { id } = await core.call(workOrderRoutes.create, { body: { item: 'loaf', qty, dueAt: inDays(2) } });
  return id;
};
const started = async (qty = '100'): Promise<string> => {
  const id = await released(qty);
  await report(core, `${id}.10`, 'start', { station: 'oven-1' });
  return id;
};
const send = (body: Partial<Body>, token?: string) =>
  core.send(
    reportRoutes.create,
    {
      body: { commandId: randomUUID(), operation: '', type: 'start', at: new Date().toISOString(), ...body },
    },
    token === undefined ? {} : { token },
  );
const refused = async (body: Partial<Body>, token?: string) => {
  const { status, body: problem } = await send(body, token);
  return { status, code: problem.code, facts: problem.facts };
};

describe('an operation', () => {
  it('is started, paused, resumed and completed; good and scrap come in one action', async () => {
    const id = await released();
    const start = await report(core, `${id}.10`, 'start', { station: 'oven-1', workers: ['W1', 'W2'] });
    expect(start).toMatchObject({ status: 'running', station: 'oven-1', workers: ['W1', 'W2'] });
    expect(start.predictedEndAt).not.toBeNull();
    expect((await report(core, `${id}.10`, 'pause', { pauseReason: 'break' })).status).toBe('paused');
    expect((await report(core, `${id}.10`, 'resume')).status).toBe('running');
    const quantity = await report(core, `${id}.10`, 'quantity', {
      good: '40',
      scrap: '2',
      rework: '1',
      scrapReason: 'burnt',
    });
    expect(quantity).toMatchObject({ status: 'running', qtyGood: '40', qtyScrap: '2', qtyRework: '1' });
    const done = await report(core, `${id}.10`, 'complete', { good: '57' });
    expect(done).toMatchObject({ status: 'done', qtyGood: '97', qtyScrap: '2' });
    expect(Date.parse(done.endedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(done.startedAt ?? ''));
    const { items } = await core.call(operationRoutes.list, {
      query: { filter: `workOrder:${id}`, sort: 'id' },
    });
    expect(items.map(({ status, qtyTarget }) => `${status} ${qtyTarget}`)).toEqual(['done 100', 'ready 97']);
  });

  it('says what was done when and by whom: runs and people follow from its reports', async () => {
    const id = await released();
    const anHourAgo = Date.now() - 60 * 60_000;
    const at = (minute: number) => new Date(anHourAgo + minute * 60_000).toISOString();
    await report(core, `${id}.10`, 'start', { station: 'oven-2', workers: ['W1'], at: at(0), setupSec: 300 });
    await report(core, `${id}.10`, 'pause', { at: at(10) });
    await report(core, `${id}.10`, 'resume', { workers: ['W1', 'W2'], at: at(20) });
    await report(core, `${id}.10`, 'complete', { good: '100', at: at(50) });
    const runs = await core.database.query(
      `select station, workers, setup_sec, extract(epoch from end_at - start_at)::int as sec from operation_run
       where operation = $1 order by start_at`,
      [`${id}.10`],
    );
    expect(runs).toEqual([
      { station: 'oven-2', workers: ['W1'], setup_sec: 300, sec: 600 },
      { station: 'oven-2', workers: ['W1', 'W2'], setup_sec: 0, sec: 1800 },
    ]);
  });

  it('may make 120 of 100, which is raised, but no digit too many', async () => {
    const id = await started();
    const facts = { qty: '1000', target: '100', operation: `${id}.10`, limit: '200' };
    expect(await refused({ operation: `${id}.10`, type: 'quantity', good: '1000' })).toEqual({
      status: 422,
      code: 'report.too-much',
      facts,
    });
    await report(core, `${id}.10`, 'complete', { good: '120' });
    const [last] = (await announced(core, 'report.recorded')).slice(-1);
    expect(last).toMatchObject({
      operation: `${id}.10`,
      good: '120',
      status: 'done',
      last: false,
      flags: ['above-target'],
    });
  });

  it('is announced to its station, its line and the office', async () => {
    const id = await started();
    expect(
      (await announced(core, 'operation.changed')).filter(({ operation }) => operation === `${id}.10`),
    ).toMatchObject([
      { workOrder: id, station: 'oven-1', line: 'bakery', status: 'running', fields: ['status', 'station'] },
    ]);
    expect((await announced(core, 'work-order.changed')).at(-1)).toEqual({
      workOrder: id,
      fields: ['status'],
    });
  });
});

describe('a report is refused', () => {
  it('when the step does not fit the status', async () => {
    const id = await started();
    expect(await refused({ operation: `${id}.10`, type: 'start' })).toEqual({
      status: 409,
      code: 'operation.illegal-step',
      facts: { operation: `${id}.10`, status: 'running', step: 'start' },
    });
  });

  it('when the operation before has not delivered', async () => {
    const id = await started();
    expect(await refused({ operation: `${id}.20` })).toMatchObject({
      code: 'operation.waiting',
      facts: { missing: `${id}.10` },
    });
    await report(core, `${id}.10`, 'quantity', { good: '1' });
    expect((await report(core, `${id}.20`, 'start')).status).toBe('running');
    expect(await refused({ operation: `${id}.20`, type: 'complete', good: '1' })).toMatchObject({
      code: 'operation.waiting',
      facts: { missing: `${id}.10` },
    });
  });

  it('when the station is busy, or not one of the operation', async () => {
    const first = await started();
    const { id } = await core.call(workOrderRoutes.create, {
      body: { item: 'loaf', qty: '5', dueAt: inDays(2) },
    });
    expect(await refused({ operation: `${id}.10`, station: 'oven-1' })).toEqual({
      status: 409,
      code: 'operation.station-busy',
      facts: { station: 'oven-1', other: `${first}.10` },
    });
    expect(await refused({ operation: `${id}.10`, station: 'packer' })).toMatchObject({
      code: 'operation.wrong-station',
      facts: { station: 'packer', planned: 'oven-1, oven-2' },
    });
    expect((await report(core, `${id}.10`, 'start', { station: 'oven-2' })).station).toBe('oven-2');
  });

  it('when it says nothing, or scrap without a reason', async () => {
    const id = await started();
    const operation = `${id}.10`;
    expect(await refused({ operation, type: 'quantity' })).toMatchObject({
      status: 422,
      code: 'report.nothing',
    });
    expect(await refused({ operation, type: 'complete' })).toMatchObject({ code: 'report.nothing' });
    expect(await refused({ operation, type: 'quantity', good: '1', scrap: '2' })).toMatchObject({
      code: 'report.scrap-reason',
      facts: { scrap: '2' },
    });
  });

  it('when it names what does not exist', async () => {
    const id = await started();
    const operation = `${id}.10`;
    expect(await refused({ operation: 'WO-0.10' })).toMatchObject({ status: 404, code: 'thing.unknown' });
    for (const [more, facts] of [
      [{ station: 'moon' }, { field: 'station', kind: 'station', id: 'moon' }],
      [{ workers: ['W9'] }, { field: 'workers', kind: 'worker', id: 'W9' }],
      [
        { scrap: '1', scrapReason: 'break' },
        { field: 'scrapReason', kind: 'reason', id: 'break' },
      ],
    ] as const)
      expect(
        await refused({ operation, type: 'quantity', good: '1', ...more } as Partial<Body>),
      ).toMatchObject({
        status: 422,
        code: 'reference.unknown',
        facts,
      });
  });

  it.each([['-1'], ['1e9'], ['1000000000'], ['12,5'], ['NaN'], [''], [null]])(
    'with %s pieces',
    async (good) => {
      const id = await started();
      expect(await refused({ operation: `${id}.10`, type: 'quantity', good } as Partial<Body>)).toMatchObject(
        {
          status: 400,
          code: 'request.invalid',
        },
      );
    },
  );

  it('leaves nothing behind', async () => {
    const id = await started();
    const before = await core.database.query('select count(*) from report');
    await refused({ operation: `${id}.10`, type: 'quantity', good: '1000' });
    expect(await core.database.query('select count(*) from report')).toEqual(before);
    const operation = await core.call(operationRoutes.get, { params: { operation: `${id}.10` } });
    expect(operation.qtyGood).toBe('0');
  });
});

describe('a command', () => {
  it('that comes twice is recorded once and answered alike', async () => {
    const id = await started();
    const body = {
      commandId: randomUUID(),
      operation: `${id}.10`,
      type: 'quantity',
      good: '5',
      at: new Date().toISOString(),
    } as const;
    const first = await send(body);
    const again = await send({ ...body, good: '5.0' });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.report).toEqual(first.body.report);
    expect(again.body.operation).toEqual(first.body.operation);
    expect(again.body.operation?.qtyGood).toBe('5');
  });

  it('with other content is a conflict', async () => {
    const id = await started();
    const body = { commandId: randomUUID(), operation: `${id}.10`, type: 'quantity', good: '5' } as const;
    await send(body);
    expect(await refused({ ...body, good: '6' })).toEqual({
      status: 409,
      code: 'report.conflict',
      facts: { commandId: body.commandId },
    });
  });

  it('sent five times at once is one report', async () => {
    const id = await started();
    const body = { commandId: randomUUID(), operation: `${id}.10`, type: 'quantity', good: '5' } as const;
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send(body)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body: { report: kept } }) => kept?.id)).size).toBe(1);
    const operation = await core.call(operationRoutes.get, { params: { operation: `${id}.10` } });
    expect(operation.qtyGood).toBe('5');
  });

  it('beside others at once is counted with all of them', async () => {
    const id = await started();
    await Promise.all(
      [1, 2, 3, 4, 5].map((good) => report(core, `${id}.10`, 'quantity', { good: String(good) })),
    );
    const operation = await core.call(operationRoutes.get, { params: { operation: `${id}.10` } });
    expect(operation.qtyGood).toBe('15');
  });
});

it('of two who start something on one station at once, one finds it busy', async () => {
  const [a, b] = [await released('1'), await released('1')];
  const answers = await Promise.all([a, b].map((id) => send({ operation: `${id}.10`, station: 'oven-1' })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('operation.station-busy');
});

it('of two supervisors who start one operation, one wins and the other sees that it runs', async () => {
  const id = await released();
  const answers = await Promise.all(
    ['oven-1', 'oven-2'].map((station) => send({ operation: `${id}.10`, station })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'operation.illegal-step',
    facts: { status: 'running' },
  });
});

describe('a terminal', () => {
  let token = '';
  beforeAll(async () => {
    const { code } = await core.call(terminalRoutes.create, {
      body: { name: 'T', mode: 'operator', line: 'bakery', stations: ['oven-1'] },
    });
    token = (await core.call(authRoutes.pair, { body: { code, name: 'Tablet' } }, { token: null })).token;
  });

  it('reports for its stations only, and its only station is meant when it names none', async () => {
    const id = await released();
    const own = await send({ operation: `${id}.10` }, token);
    expect(own).toMatchObject({
      status: 201,
      body: { report: { station: 'oven-1', source: 'terminal', workers: [] } },
    });
    expect(
      await refused({ operation: `${id}.10`, type: 'quantity', good: '1', station: 'oven-2' }, token),
    ).toMatchObject({
      status: 403,
      code: 'auth.forbidden',
    });
    await report(core, `${id}.10`, 'complete', { good: '100' });
    expect(await refused({ operation: `${id}.20`, station: 'packer' }, token)).toMatchObject({
      code: 'auth.forbidden',
    });
  });

  it('names the person who has signed in there', async () => {
    const id = await released();
    const { token: person } = await core.call(authRoutes.badge, { body: { badge: 'B-W1' } }, { token });
    const { body } = await send({ operation: `${id}.10` }, person);
    expect(body.report).toMatchObject({ workers: ['W1'], source: 'terminal' });
    expect(await refused({ operation: `${id}.10`, type: 'pause', source: 'import' }, person)).toMatchObject({
      code: 'auth.forbidden',
    });
  });
});

it('history is recorded as it was, by those who plan', async () => {
  const { id } = await core.call(workOrderRoutes.create, {
    body: { id: 'OLD-1', kind: 'import', operations: [20], item: 'loaf', qty: '10', dueAt: inDays(-300) },
  });
  expect(id).toBe('OLD-1');
  const startAt = '2012-01-02T00:00:00.000Z';
  const at = '2012-01-02T04:50:00.000Z';
  const kept = await send({
    operation: 'OLD-1.20',
    type: 'complete',
    good: '31',
    startAt,
    at,
    source: 'import',
    station: 'packer',
  });
  expect(kept.body.report).toMatchObject({ at, startAt, work: 'run', source: 'import' });
  expect(kept.body.operation).toMatchObject({
    status: 'done',
    startedAt: startAt,
    endedAt: at,
    qtyGood: '31',
  });
  const again = await core.send(workOrderRoutes.create, {
    body: { id: 'OLD-1', kind: 'import', item: 'loaf', qty: '10', dueAt: inDays(1) },
  });
  expect(again.body.code).toBe('thing.exists');
});

it('the list shows reports by what they are about', async () => {
  const id = await started();
  await report(core, `${id}.10`, 'quantity', { good: '3', workers: ['W2'] });
  const list = async (filter: string) => (await core.call(reportRoutes.list, { query: { filter } })).items;
  expect((await list(`workOrder:${id}`)).map(({ type }) => type)).toEqual(['start', 'quantity']);
  expect(await list(`workOrder:${id},worker:W2`)).toMatchObject([
    { type: 'quantity', good: '3', workers: ['W2'] },
  ]);
  expect(await list(`workOrder:${id},to:2020-01-01T00:00:00Z`)).toEqual([]);
  const wrong = await core.send(reportRoutes.list, { query: { filter: 'from:yesterday' } });
  expect(wrong).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
});

describe('the counter of a machine', () => {
  const read = (from: number, to = from) => ({ reading: { from, to } });
  const begun = async (): Promise<string> => {
    const operation = `${await released()}.10`;
    await report(core, operation, 'start', { station: 'oven-1', ...read(1000) });
    return operation;
  };

  it('tells the pieces from start to end, and is kept with the reports', async () => {
    const operation = await begun();
    await report(core, operation, 'quantity', {
      good: '18',
      scrap: '2',
      scrapReason: 'burnt',
      ...read(1000, 1020),
    });
    const done = await report(core, operation, 'complete', { good: '5', ...read(1020, 1025) });
    expect([done.qtyGood, done.qtyScrap]).toEqual(['23', '2']);
    const { items } = await core.call(reportRoutes.list, {
      query: { filter: `operation:${operation}`, sort: 'at' },
    });
    expect(items.map(({ reading }) => reading?.to)).toEqual([1000, 1020, 1025]);
  });

  it('neither goes back nor rolls over, and counts what is reported', async () => {
    const operation = await begun();
    await report(core, operation, 'quantity', { good: '20', ...read(1000, 1020) });
    const quantity = { operation, type: 'quantity' as const, good: '5' };
    expect(await refused({ ...quantity, ...read(3, 8) })).toMatchObject({
      status: 422,
      code: 'report.reading-back',
      facts: { reading: 3, before: 1020 },
    });
    expect((await refused({ ...quantity, ...read(1020, 1015) })).code).toBe('report.reading-back');
    expect((await refused({ ...quantity, ...read(1020, 1030) })).code).toBe('report.reading-sum');
    await report(core, operation, 'quantity', { good: '4' });
    const after = await report(core, operation, 'quantity', { good: '5', ...read(3, 8) });
    expect(after.qtyGood).toBe('29');
  });

  it('stands where it stood when a report is taken back', async () => {
    const operation = await begun();
    const { body } = await send({ operation, type: 'quantity', good: '20', ...read(1000, 1020) });
    await core.call(reportRoutes.reverse, {
      params: { report: body.report.id },
      body: { commandId: randomUUID(), reason: 'undo' },
    });
    expect((await report(core, operation, 'quantity', { good: '7', ...read(1000, 1007) })).qtyGood).toBe('7');
  });
});
