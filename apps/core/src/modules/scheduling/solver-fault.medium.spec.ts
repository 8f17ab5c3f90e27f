/** The thread of the solver dies, or goes on beyond its time, in the middle of a replan. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { loopRoutes, orderRoutes, scheduleRoutes } from '@takt/contracts';
import type { Problem } from '@takt/scheduling';
import { startCore, type TestCore } from '../../../test/core';
import { bakery, orderOf } from '../../../test/shop';
import { until } from '../../../test/until';
import { Jobs } from '../../platform/queue';
import { beginThread, Solver, SolverThread } from './solver';

const ON_ORDER = `require('node:worker_threads').parentPort.on('message', () => { FATE });`;
const crashing = ON_ORDER.replace('FATE', `throw new Error('out of luck')`);
const ending = ON_ORDER.replace('FATE', 'process.exit(7)');
const endless = ON_ORDER.replace('FATE', 'for (;;);');

/** Threads of these fates one after another, then sound ones. */
const threads =
  (...fates: string[]) =>
  (flag: SharedArrayBuffer): Worker => {
    const fate = fates.shift();
    return fate === undefined ? beginThread(flag) : new Worker(fate, { eval: true, workerData: flag });
  };
const nothing: Problem = {
  ...{
    version: 1,
    horizon: 1000,
    stations: [],
    changeovers: {},
    pools: [],
    jobs: [],
    fixed: [],
    baseline: [],
  },
  price: { changeover: 0, overtime: 0, moveSecond: 0, moveStation: 0 },
};

describe('a thread', () => {
  let solver: SolverThread;
  afterEach(() => solver.close());

  it.each([
    ['crashes', crashing, 'out of luck'],
    ['ends', ending, 'ended with 7'],
  ])('that %s is replaced; whoever waits is told', async (_, fate, why) => {
    solver = new SolverThread({ begin: threads(fate) });
    const all = await Promise.allSettled([1, 2].map(() => solver.solve({ problem: nothing, ms: 0 })));
    const told = all.map((one) => (one.status === 'rejected' ? String(one.reason) : one.status));
    expect(told).toEqual(Array(2).fill(expect.stringContaining(why)));
    expect(await solver.solve({ problem: nothing, ms: 0 })).toMatchObject({ operations: [] });
  });

  it('that goes on beyond its time is ended and replaced', async () => {
    const begun: Worker[] = [];
    const begin = threads(endless);
    solver = new SolverThread({
      graceMs: 0,
      begin: (flag) => {
        const worker = begin(flag);
        begun.push(worker);
        return worker;
      },
    });
    const search = solver.solve({ problem: nothing, ms: 50 });
    const ended = once(begun[0] as Worker, 'exit');
    await expect(search).rejects.toThrow('did not answer within 50 ms');
    await ended;
    // the time of this one is only its limit: nothing is to be planned
    expect(await solver.solve({ problem: nothing, ms: 60_000 })).toMatchObject({ operations: [] });
    expect(begun).toHaveLength(2);
  });
});

describe('a replan', () => {
  let core: TestCore;
  beforeAll(async () => {
    core = await startCore({ SOLVE_MS: '100' });
    await bakery(core);
  });
  afterAll(() => core.stop());

  const current = () => core.call(scheduleRoutes.current);
  const workOrderOf = async (id: string): Promise<string> =>
    (await core.call(orderRoutes.get, { params: { order: id } })).lines[0]?.workOrders[0] ?? '';
  const holds = async (workOrder: string): Promise<boolean> =>
    (await current()).entries.some((entry) => entry.workOrder === workOrder);

  const isQuiet = async (): Promise<boolean> => {
    const rows = await core.database.query(
      `select 1 from replan_request where taken_at is null union all select 1 from outbox where dispatched_at is null`,
    );
    return rows.length === 0;
  };
  const inForce = async () => {
    const { schedule, entries } = await current();
    return { version: schedule?.version, entries };
  };

  it('whose solver crashes leaves the plan in force, is seen, and is tried again', async () => {
    const { id } = await orderOf(core, 'pin', '5');
    const first = await workOrderOf(id);
    await until(() => holds(first));
    await until(isQuiet);
    const before = await inForce();

    let broken = true;
    const solver = core.running.app.get(Solver);
    const sound = solver['search'];
    const begin = (flag: SharedArrayBuffer) => threads(...(broken ? [crashing] : []))(flag);
    Object.assign(solver, { search: new SolverThread({ begin }) });
    await sound.close();
    const second = await orderOf(core, 'pin', '7');
    const asked = expect.objectContaining({ kind: 'order-created', subject: second.id }) as object;
    const failed = async () =>
      (await core.call(loopRoutes.status)).replans.find(({ outcome }) =>
        /^failed: .*out of luck$/.test(outcome),
      );
    await until(async () => (await failed()) !== undefined);
    expect(await failed()).toMatchObject({
      version: null,
      triggers: expect.arrayContaining([asked]) as object,
    });
    expect(await inForce()).toEqual(before);

    broken = false;
    const wanted = await workOrderOf(second.id);
    await until(async () => {
      await core.running.app.get(Jobs).tick('schedule.watch');
      return holds(wanted);
    });
    expect((await current()).schedule).toMatchObject({
      base: before.version,
      triggers: expect.arrayContaining([asked]) as object,
    });
    expect(await holds(first)).toBe(true);
  });
});
