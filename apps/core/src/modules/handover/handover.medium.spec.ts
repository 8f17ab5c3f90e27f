import { randomUUID } from 'node:crypto';
import { handoverRoutes, lineRoutes, shiftRoutes, workOrderRoutes } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { bakery, inDays, putItem, report, settled, step, stocked } from '../../../test/shop';

let core: TestCore;
const command = () => ({ commandId: randomUUID() });
const preview = (line = 'bakery', at?: string) =>
  core.send(handoverRoutes.preview, { params: { line }, query: at === undefined ? {} : { at } });

beforeAll(async () => {
  core = await startCore();
  await bakery(core);
  // One shift around the clock: whatever the time, the test is within it.
  const allDay = {
    crew: 'all',
    name: 'All day',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    start: '00:00',
    end: '24:00',
    breaks: [],
  };
  await core.call(shiftRoutes.putPattern, {
    params: { pattern: 'day' },
    body: { name: 'Day', shifts: [allDay] },
  });
  const body = { name: 'Bakery', position: 1, shiftPattern: 'day' };
  await core.call(lineRoutes.put, { params: { line: 'bakery' }, body }, { ifMatch: '*' });
  const bom = [{ component: 'flour', qtyPer: '1', operationNo: null }];
  await putItem(core, 'loaf', { routing: [step(10, ['oven-1']), step(20, ['packer'])], bom });
  await stocked(core, 'flour', '50');
});
afterAll(() => core.stop());

it('a shift is handed over with what was made, booked, counted and left open, once and for good', async () => {
  const { id } = await core.call(workOrderRoutes.create, {
    body: { item: 'loaf', qty: '10', dueAt: inDays(1) },
  });
  await report(core, `${id}.10`, 'start', { station: 'oven-1' });
  await report(core, `${id}.10`, 'complete', { good: '8', scrap: '1', rework: '1', scrapReason: 'burnt' });
  await report(core, `${id}.20`, 'start');
  await report(core, `${id}.20`, 'quantity', { good: '3' });
  await core.database.query(
    `insert into count_minute (plant, station, minute_at, good, scrap)
     select 'main', 'oven-1', date_trunc('minute', now()), 9, 1`,
  );
  await settled(core);
  const { sheet, closed } = (await preview()).body;
  expect(closed).toBeNull();
  expect(sheet.items).toEqual([
    expect.objectContaining({
      ...{ item: 'loaf', begun: '10', finished: '3', scrap: '1', rework: '1', wip: '5', balanced: true },
      booked: { begun: '10', finished: '3', scrap: '1', rework: '1' },
    }),
  ]);
  expect(sheet.stations.filter(({ good }) => good !== '0')).toMatchObject([
    { station: 'oven-1', good: '8', scrap: '1', rework: '1', machineGood: '9', differenceGood: '-1' },
    { station: 'packer', good: '3', machineGood: null, differenceGood: null },
  ]);
  expect(sheet.openOperations).toMatchObject([{ operation: `${id}.20`, status: 'running', qtyGood: '3' }]);

  const body = { ...command(), day: sheet.day, crew: sheet.crew, note: 'oven 1 runs hot' };
  const close = (more: object = {}) =>
    core.send(handoverRoutes.close, { params: { line: 'bakery' }, body: { ...body, ...more } });
  const answers = await Promise.all([close(), close()]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect((await close(command())).body).toMatchObject({ code: 'thing.exists', facts: { kind: 'handover' } });
  expect((await preview()).body).toMatchObject({ changedSince: false, closed: { note: 'oven 1 runs hot' } });

  await report(core, `${id}.20`, 'quantity', { good: '2' });
  const later = (await preview()).body;
  expect(later.changedSince).toBe(true);
  expect(later.closed?.sheet.items[0]).toMatchObject({ finished: '3' });
  expect(later.sheet.items[0]).toMatchObject({ finished: '5', balanced: true });

  const supplement = { ...command(), note: 'two more loaves', supplements: body.commandId };
  const added = await Promise.all([close(supplement), close(supplement)]);
  expect(added.map(({ body: one }) => one)).toMatchObject([{ no: 2 }, { no: 2 }]);
  expect((await close({ ...command(), supplements: body.commandId })).body.code).toBe('thing.exists');
  expect((await preview()).body).toMatchObject({
    changedSince: false,
    closed: { no: 2, note: 'two more loaves' },
    earlier: [{ no: 1, note: 'oven 1 runs hot' }],
  });
  const query = { filter: 'line:bakery', sort: 'closedAt' };
  const { items } = await core.call(handoverRoutes.list, { query });
  expect(items.map(({ id: of, no }) => [of, no])).toEqual([
    [body.commandId, 1],
    [supplement.commandId, 2],
  ]);
});

it('what there is not cannot be handed over', async () => {
  expect((await preview('ghost')).body.code).toBe('thing.unknown');
  const close = await core.send(handoverRoutes.close, {
    params: { line: 'bakery' },
    body: { ...command(), day: '2020-01-06', crew: 'night' },
  });
  expect(close.body.code).toBe('handover.no-shift');
});
