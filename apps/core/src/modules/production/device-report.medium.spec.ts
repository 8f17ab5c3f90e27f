import { randomUUID } from 'node:crypto';
import {
  operationRoutes,
  reportRoutes,
  workOrderRoutes,
  type EventPayload,
  type Operation,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { announced, bakery, inDays, putItem, report, settled, step } from '../../../test/shop';
import { Database } from '../../platform/database';
import { LimitWatch } from '.';

let core: TestCore;
let seq = 0;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
  const limits = [{ parameter: 'oven_c', min: 180, max: 205 }];
  await putItem(core, 'loaf', {
    routing: [step(10, ['oven-1', 'oven-2'], { limits }), step(20, ['packer'])],
  });
});
afterAll(() => core.stop());

const released = async (): Promise<string> => {
  await core.database.query(`update operation set status = 'paused' where status = 'running'`);
  return (await core.call(workOrderRoutes.create, { body: { item: 'loaf', qty: '100', dueAt: inDays(2) } }))
    .id;
};
const get = (operation: string): Promise<Operation> =>
  core.call(operationRoutes.get, { params: { operation } });
/** A device message as ingest hands it on. */
const device = async (
  channel: EventPayload<'device.reported'>['channel'],
  station: string,
  message: Record<string, unknown>,
  at = Date.now(),
): Promise<void> => {
  const envelope = { boot: 'b1', seq: (seq += 1), at };
  await core.running.app.get(Database).write('main', async (tx) => {
    tx.announce('device.reported', {
      station,
      line: 'bakery',
      channel,
      message: { ...envelope, ...message },
      receivedAt: new Date().toISOString(),
    });
  });
  await settled(core);
};
const says = (station: string, message: Record<string, unknown>, at?: number) =>
  device('report', station, { commandId: randomUUID(), ...message }, at);

describe('the buttons of a worker station', () => {
  it('start and complete what they name, at their station, with the time of the device', async () => {
    const id = await released();
    const at = Date.now() - 3_600_000;
    await says('oven-2', { operation: `${id}.10`, type: 'start' }, at);
    expect(await get(`${id}.10`)).toMatchObject({
      status: 'running',
      station: 'oven-2',
      startedAt: new Date(at).toISOString(),
    });
    await says('oven-2', {
      operation: `${id}.10`,
      type: 'complete',
      good: 98,
      scrap: 2,
      scrapReason: 'burnt',
    });
    expect(await get(`${id}.10`)).toMatchObject({ status: 'done', qtyGood: '98', qtyScrap: '2' });
    const { items } = await core.call(reportRoutes.list, { query: { filter: `operation:${id}.10` } });
    expect(items.map(({ source, station }) => `${source} ${station}`)).toEqual([
      'machine oven-2',
      'machine oven-2',
    ]);
  });

  it('pressed twice count once', async () => {
    const id = await released();
    await says('oven-1', { operation: `${id}.10`, type: 'start' });
    const commandId = randomUUID();
    for (const _ of [1, 2])
      await says('oven-1', { operation: `${id}.10`, type: 'quantity', good: 5, commandId });
    expect((await get(`${id}.10`)).qtyGood).toBe('5');
    expect(await announced(core, 'device.refused')).toEqual([]);
  });

  it('of a device without a clock count when they were received', async () => {
    const id = await released();
    const before = Date.now();
    await says('oven-1', { operation: `${id}.10`, type: 'start' }, 0);
    expect(Date.parse((await get(`${id}.10`)).startedAt ?? '')).toBeGreaterThanOrEqual(before);
  });

  it('of a clock that is three hours ahead count when they were received', async () => {
    const id = await released();
    await says('oven-1', { operation: `${id}.10`, type: 'start' }, Date.now() + 3 * 3_600_000);
    expect(Date.parse((await get(`${id}.10`)).startedAt ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('of a clock that is set back three hours in between are counted, not before the work began', async () => {
    const id = await released();
    const began = Date.now() - 60_000;
    await says('oven-1', { operation: `${id}.10`, type: 'start' }, began);
    await says('oven-1', { operation: `${id}.10`, type: 'quantity', good: 3 }, began - 3 * 3_600_000);
    const { items } = await core.call(reportRoutes.list, {
      query: { filter: `operation:${id}.10,type:quantity` },
    });
    expect(items).toMatchObject([{ good: '3', at: new Date(began).toISOString(), flags: ['clock'] }]);
    expect((await get(`${id}.10`)).startedAt).toBe(new Date(began).toISOString());
  });

  it('that cannot be carried out are told to the quarantine with the reason, and nothing stops behind them', async () => {
    const id = await released();
    await says('packer', { operation: `${id}.20`, type: 'start' });
    await says('oven-1', { operation: 'WO-0.10', type: 'start' });
    await says('packer', { operation: `${id}.10`, type: 'start' });
    await says('oven-1', { operation: `${id}.10`, type: 'start' });
    expect((await get(`${id}.10`)).status).toBe('running');
    const refused = await announced(core, 'device.refused');
    expect(refused.map(({ code, station, facts }) => [code, station, facts])).toEqual([
      ['operation.waiting', 'packer', { operation: `${id}.20`, missing: `${id}.10` }],
      ['thing.unknown', 'oven-1', { kind: 'operation', id: 'WO-0.10' }],
      [
        'operation.wrong-station',
        'packer',
        { operation: `${id}.10`, station: 'packer', planned: expect.stringContaining('oven-') as string },
      ],
    ]);
    expect(refused[0]).toMatchObject({
      channel: 'report',
      message: { operation: `${id}.20`, type: 'start' },
    });
  });
});

describe('a measurement outside the limits', () => {
  const measure = (station: string, oven_c: number, at?: number) =>
    device('measure', station, { values: { oven_c, speed_rpm: 9 } }, at);

  it('puts what runs at the station on hold, until a supervisor releases it', async () => {
    const id = await released();
    await report(core, `${id}.10`, 'start', { station: 'oven-1' });
    await measure('oven-1', 200);
    expect((await get(`${id}.10`)).status).toBe('running');
    await measure('oven-1', 212);
    const held = await get(`${id}.10`);
    expect(held).toMatchObject({ status: 'held', holdReason: 'oven_c 212 ∉ 180–205' });
    expect((await announced(core, 'operation.held')).at(-1)).toEqual({
      operation: `${id}.10`,
      station: 'oven-1',
      line: 'bakery',
      reason: 'oven_c 212 ∉ 180–205',
    });
    const [run] = await core.database.query<{ end_at: Date | null }>(
      'select end_at from operation_run where operation = $1',
      [`${id}.10`],
    );
    expect(run?.end_at).not.toBeNull();
    const resume = await core.send(reportRoutes.create, {
      body: { commandId: randomUUID(), operation: `${id}.10`, type: 'resume', at: new Date().toISOString() },
    });
    expect(resume.body).toMatchObject({ code: 'operation.held', facts: { reason: 'oven_c 212 ∉ 180–205' } });
    const release = (ifMatch: number) =>
      core.send(
        operationRoutes.release,
        { params: { operation: `${id}.10` }, body: { note: 'checked' } },
        { ifMatch },
      );
    expect((await release(held.revision - 1)).body.code).toBe('revision.stale');
    expect((await release(held.revision)).body).toMatchObject({ status: 'paused', holdReason: null });
    expect((await report(core, `${id}.10`, 'resume')).status).toBe('running');
    expect((await release(held.revision + 2)).body.code).toBe('operation.illegal-step');
  });

  it('elsewhere, or from before it began, says nothing about it', async () => {
    const id = await released();
    await report(core, `${id}.10`, 'start', { station: 'oven-1' });
    await measure('oven-2', 300);
    await measure('oven-1', 300, Date.now() - 3_600_000);
    expect((await get(`${id}.10`)).status).toBe('running');
  });

  it('is watched where something with limits runs, and nowhere else', async () => {
    const id = await released();
    await report(core, `${id}.10`, 'start', { station: 'oven-2' });
    const watch = core.running.app.get(LimitWatch);
    expect([...(await watch.limits('main')).keys()]).toEqual(['oven-2']);
    expect((await watch.limits('main')).get('oven-2')).toEqual([{ parameter: 'oven_c', min: 180, max: 205 }]);
  });
});
