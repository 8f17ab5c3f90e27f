import { LOOP_STEPS, loopRoutes } from '@takt/contracts';
import { startCore, type TestCore } from '../../../../test/core';
import { LoopMetrics } from '../../../platform/metrics';

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
});
afterAll(() => core.stop());

it('tells how long each step took, what waits, and the last replans', async () => {
  const metrics = core.running.app.get(LoopMetrics);
  for (const ms of [10, 20, 900]) metrics.observe('solve', ms);
  metrics.messages.inc({ outcome: 'stored' }, 7);
  await core.database.query(
    `insert into replan_run (plant, id, at, triggers, version, outcome, moved, solve_ms, total_ms)
     values ('main', gen_random_uuid(), now(), '[]', null, 'unchanged', 0, 12, 34)`,
  );
  const status = await core.call(loopRoutes.status);
  expect(status.steps.map(({ step }) => step)).toEqual([...LOOP_STEPS]);
  expect(status.steps.find(({ step }) => step === 'solve')).toMatchObject({
    count: 3,
    p50Ms: 20,
    p99Ms: 900,
  });
  expect(status.replans).toMatchObject([{ version: null, outcome: 'unchanged', solveMs: 12, totalMs: 34 }]);
  expect(status).toMatchObject({ rate: 1, messagesTotal: 7, quarantined: 0, deriveBehindMs: 0 });
  expect(status.parts).toContainEqual({ part: 'postgresql', ok: true, detail: '' });
});
