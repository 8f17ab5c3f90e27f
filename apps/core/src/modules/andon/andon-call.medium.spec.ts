import { randomUUID } from 'node:crypto';
import { andonRoutes, lineRoutes, stationRoutes } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { AndonCallService } from './andon-call.service';

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
  await core.call(lineRoutes.put, {
    params: { line: 'pack' },
    body: { name: 'Packing', position: 1, shiftPattern: null },
  });
  await core.call(stationRoutes.put, {
    params: { station: 'pack-1' },
    body: {
      line: 'pack',
      name: 'P1',
      position: 1,
      capabilities: [],
      changeover: null,
      countSource: 'terminal',
      microstopSec: 60,
      silentSec: 60,
      costPerHour: 0,
      active: true,
    },
  });
});
afterAll(() => core.stop());

const raise = (kind: 'material' | 'quality' | 'maintenance') =>
  core.call(andonRoutes.raise, { body: { id: randomUUID(), station: 'pack-1', kind } });
const tap = () => ({ commandId: randomUUID() });

describe('andon calls', () => {
  it('a second call of the same kind is the same call, also at the same moment', async () => {
    const calls = await Promise.all(Array.from({ length: 5 }, () => raise('material')));
    expect(new Set(calls.map(({ id }) => id)).size).toBe(1);
    expect((await raise('quality')).id).not.toBe(calls[0]?.id);
  });

  it('is answered and resolved once; a second person is too late', async () => {
    const { id } = await raise('material');
    expect(
      await core.call(andonRoutes.answer, { params: { call: id }, body: { ...tap(), worker: 'W1' } }),
    ).toMatchObject({ status: 'answered', answeredBy: 'W1' });
    const late = await core.send(andonRoutes.answer, {
      params: { call: id },
      body: { ...tap(), worker: 'W2' },
    });
    expect([late.status, late.body.code]).toEqual([409, 'andon.illegal-step']);
    expect(
      await core.call(andonRoutes.resolve, { params: { call: id }, body: { ...tap(), worker: 'W1' } }),
    ).toMatchObject({ status: 'resolved' });
    expect((await raise('material')).id).not.toBe(id);
  });

  it('keeps what is said while it is under way, once; of core in both languages', async () => {
    const station = 'pack-1';
    const calls = core.running.app.get(AndonCallService);
    const said = (note: string, noteZh?: string) =>
      calls.raise('main', null, {
        id: randomUUID(),
        station,
        kind: 'supervisor',
        note,
        noteZh,
        at: Date.now(),
      });
    await said('By hand.');
    for (const _ of ['once', 'again']) await said('No lot F9.', '没有批次 F9。');
    expect(await said('By hand.')).toMatchObject({
      note: 'By hand.\nNo lot F9.',
      noteZh: 'By hand.\n没有批次 F9。',
    });
    const { items } = await core.call(andonRoutes.list, { query: { filter: 'kind:supervisor' } });
    expect(items).toHaveLength(1);
  });

  it('climbs the ladder while nobody answers, and stays one call', async () => {
    const { id } = await raise('maintenance');
    await core.database.query(
      `update andon_call set raised_at = raised_at - interval '301 seconds' where id = $1`,
      [id],
    );
    const { Jobs } = await import('../../platform/queue');
    const jobs = core.running.app.get(Jobs);
    await jobs.tick('andon.escalate');
    await jobs.tick('andon.escalate');
    const { items } = await core.call(andonRoutes.list, { query: { filter: 'kind:maintenance' } });
    expect(items.map((call) => [call.id, call.escalation])).toEqual([[id, 1]]);
  });

  it('refuses a station that does not exist', async () => {
    const { status, body } = await core.send(andonRoutes.raise, {
      body: { id: randomUUID(), station: 'nowhere', kind: 'material' },
    });
    expect([status, body.code]).toEqual([422, 'reference.unknown']);
  });
});
