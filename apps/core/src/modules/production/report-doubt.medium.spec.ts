import { randomUUID } from 'node:crypto';
import {
  andonRoutes,
  inventoryRoutes,
  movementRoutes,
  reportRoutes,
  traceRoutes,
  workOrderRoutes,
  type NewReport,
  type Report,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { bakery, inDays, putItem, report, settled, step, stocked, stockOf } from '../../../test/shop';
import { Database } from '../../platform/database';

let core: TestCore;
const MINUTE = 60_000;
const agoMin = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString();

beforeAll(async () => {
  core = await startCore();
  await bakery(core);
  await putItem(core, 'loaf', {
    routing: [step(10, ['mixer']), step(20, ['packer'])],
    bom: [{ component: 'flour', qtyPer: '1', operationNo: 10 }],
  });
  await putItem(core, 'bun', { routing: [step(10, ['packer'])] });
  await stocked(core, 'flour', '400', { lot: 'F1', expiresAt: inDays(9) });
  await stocked(core, 'flour', '400', { lot: 'F2', expiresAt: inDays(19) });
  await stocked(core, 'bun', '5', { lot: 'B1' });
});
afterAll(() => core.stop());

/** A work order that began half an hour ago. */
async function begun(): Promise<string> {
  await core.database.query(`update operation set status = 'paused' where status = 'running'`);
  const { id } = await core.call(workOrderRoutes.create, {
    body: { item: 'loaf', qty: '20', dueAt: inDays(2) },
  });
  await report(core, `${id}.10`, 'start', { at: agoMin(30) });
  return id;
}
const send = (workOrder: string, more: Partial<NewReport>) =>
  core.send(reportRoutes.create, {
    body: {
      ...{ commandId: randomUUID(), operation: `${workOrder}.10`, type: 'quantity', good: '4' },
      ...{ at: new Date().toISOString(), ...more },
    },
  });
const kept = async (workOrder: string, flag: string): Promise<Report[]> =>
  (await core.call(reportRoutes.list, { query: { filter: `workOrder:${workOrder},flag:${flag}` } })).items;
const consumed = async (workOrder: string): Promise<string[]> =>
  (
    await core.call(inventoryRoutes.movements, { query: { filter: `workOrder:${workOrder},kind:backflush` } })
  ).items.map(({ lot, qty }) => `${lot} ${qty}`);
/** What its genealogy says: `F1`, or `F1?` for what was only claimed. */
const usedLots = async (workOrder: string): Promise<string[]> => {
  const { links, operations } = await core.call(traceRoutes.trace, {
    params: { kind: 'work-order', id: workOrder },
  });
  const used = links.filter(({ direction }) => direction === 'back').map(({ from }) => from.id);
  return [...used, ...operations.flatMap(({ claimed }) => claimed.map(({ lot }) => `${lot}?`))];
};
async function callAt(station: string): Promise<string> {
  await settled(core);
  const { items } = await core.call(andonRoutes.list, {
    query: { filter: `station:${station},status:open,kind:supervisor` },
  });
  return items.map(({ note, noteZh = '' }) => `${note} ${noteZh}`).join();
}

describe('a lot that cannot have been used, told by who stands there,', () => {
  it.each([
    ['that nobody knows', 'F9', 'unknown', 'flour'],
    ['of another item', 'B1', 'other-item', 'flour'],
  ])('is refused: one %s', async (_, lot, reason, item) => {
    const id = await begun();
    const { status, body } = await send(id, { lot });
    expect([status, body]).toMatchObject([
      422,
      { code: 'report.lot', facts: { lot, reason, item, operation: `${id}.10`, lots: 'F1, F2' } },
    ]);
    expect(await consumed(id)).toEqual([]);
  });

  it('is refused: one that is empty, blocked, or where nothing is consumed', async () => {
    const id = await begun();
    const move = (lot: string, to: 'quarantine' | 'raw') =>
      core.call(movementRoutes.transfer, {
        body: {
          ...{ commandId: randomUUID(), item: 'flour', lot, qty: '400', reason: 'looked at', to },
          from: to === 'raw' ? 'quarantine' : 'raw',
        },
      });
    await move('F2', 'quarantine');
    expect((await send(id, { lot: 'F2' })).body.facts).toMatchObject({ reason: 'blocked', lots: 'F1' });
    await move('F2', 'raw');
    await stocked(core, 'flour', '1', { lot: 'F3' });
    await core.call(inventoryRoutes.adjust, {
      body: { commandId: randomUUID(), item: 'flour', lot: 'F3', place: 'raw', qty: '-1', reason: 'gone' },
    });
    expect((await send(id, { lot: 'F3' })).body.facts).toMatchObject({ reason: 'empty', item: 'flour' });
    const packed = { operation: `${id}.20`, type: 'start', good: '0', lot: 'F1' } as const;
    await send(id, {});
    expect((await send(id, packed)).body.facts).toMatchObject({ reason: 'nothing-consumed', owner: 'flour' });
  });

  it('and one that can is taken first', async () => {
    const id = await begun();
    expect((await send(id, { lot: 'F2' })).status).toBe(201);
    expect([await consumed(id), await kept(id, 'lot')]).toEqual([['F2 -4'], []]);
  });
});

describe('a lot that cannot have been used, told minutes later,', () => {
  it('is kept with the pieces; no other lot is claimed in its place, and the supervisor is called', async () => {
    const id = await begun();
    const before = await stockOf(core, 'flour', 'raw');
    const late = { lot: 'F9', at: agoMin(20), commandId: randomUUID() };
    for (const _ of ['sent', 'sent again']) expect((await send(id, late)).status).toBe(201);
    expect(await kept(id, 'lot')).toMatchObject([{ lot: 'F9', good: '4', flags: ['lot'] }]);
    expect([await consumed(id), await usedLots(id)]).toEqual([['null -4'], ['F9?']]);
    expect(Number((await stockOf(core, 'flour', 'raw'))?.onHand)).toBe(Number(before?.onHand) - 4);
    expect(await core.call(movementRoutes.exceptions)).toContainEqual(
      expect.objectContaining({ item: 'flour', lot: null, qty: '-4' }),
    );
    expect(await callAt('mixer')).toMatch(
      /^There is no lot F9; .*\.10 uses flour\. Maybe .* F1, F2\. 没有批次 F9；.*flour。.*F1、?,? ?F2。$/,
    );
  });

  it('is what stock says was used, where it is of the right item: below zero until somebody has looked', async () => {
    const id = await begun();
    expect((await send(id, { lot: 'F3', at: agoMin(20) })).status).toBe(201);
    expect([await consumed(id), await usedLots(id)]).toEqual([['F3 -4'], ['F3', 'F3?']]);
    expect(await core.call(movementRoutes.exceptions)).toContainEqual(
      expect.objectContaining({ item: 'flour', lot: 'F3', qty: '-4' }),
    );
    expect(await callAt('mixer')).toContain('Nothing is left of lot F3 of flour.');
  });

  it('is kept and raised when a device says it, at any time', async () => {
    const id = await begun();
    const message = { boot: 'b', seq: 1, at: Date.now(), operation: `${id}.10`, type: 'quantity', good: 2 };
    await core.running.app.get(Database).write('main', async (tx) => {
      tx.announce('device.reported', {
        ...{ station: 'mixer', line: 'bakery', channel: 'report', receivedAt: new Date().toISOString() },
        message: { ...message, lot: 'B1', commandId: randomUUID() },
      });
    });
    expect(await callAt('mixer')).toContain('Lot B1 is of bun');
    expect(await kept(id, 'lot')).toMatchObject([{ lot: 'B1', good: '2', source: 'machine' }]);
    expect(await consumed(id)).toEqual(['null -2']);
  });
});

describe('the same entered again under another command', () => {
  it('is counted and raised, whichever comes first', async () => {
    const id = await begun();
    const first = { good: '6', at: agoMin(10) };
    await send(id, first);
    await send(id, { ...first, at: new Date(Date.parse(first.at) - 20_000).toISOString() });
    expect(await kept(id, 'repeated')).toMatchObject([{ good: '6', flags: ['repeated'] }]);
    expect(await callAt('mixer')).toContain(`6 of ${id}.10 were reported at mixer twice, 20 s apart.`);
  });

  it('piece by piece is how pieces are counted', async () => {
    const id = await begun();
    for (const _ of [1, 2, 3]) await send(id, { good: '1' });
    expect(await kept(id, 'repeated')).toEqual([]);
  });
});
