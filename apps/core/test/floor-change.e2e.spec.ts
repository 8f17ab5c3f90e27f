/** A machine fails: its work moves, the screens concerned say so, people acknowledge, the supervisor sees who has. */
import {
  noticeRoutes,
  operationRoutes,
  orderRoutes,
  plantRoutes,
  stationRoutes,
  type Operation,
} from '@takt/contracts';
import type { Page } from 'playwright-core';
import { startCore, type TestCore } from './core';
import { makeDevice, TestDevice } from './device';
import { FloorScreens, person, signIn, visit } from './floor-screens';
import { bakery, orderOf, putItem, step } from './shop';
import { until } from './until';

const executable = process.env.TAKT_CHROMIUM;
const inBrowser = executable ? describe : describe.skip;
let core: TestCore;
let screens: FloorScreens;
let ann: { worker: string; name: string; pin: string };
let page: Page;

/** The first operation of a new order, as soon as it is planned. */
async function ordered(item: string, qty: string): Promise<Operation> {
  const { id } = await orderOf(core, item, qty);
  let found: Operation | undefined;
  await until(async () => {
    const [line] = (await core.call(orderRoutes.get, { params: { order: id } })).lines;
    const workOrder = line?.workOrders[0];
    if (workOrder === undefined) return false;
    const { items } = await core.call(operationRoutes.list, {
      query: { filter: `workOrder:${workOrder}`, sort: 'id' },
    });
    found = items.find(({ plannedStartAt }) => plannedStartAt !== null);
    return found !== undefined;
  });
  return found as Operation;
}

const operationNow = (operation: string) => core.call(operationRoutes.get, { params: { operation } });

inBrowser('a change', () => {
  beforeAll(async () => {
    core = await startCore({ SOLVE_MS: '100' });
    await bakery(core);
    const { id: _, revision, ...plant } = await core.call(plantRoutes.current);
    await core.call(
      plantRoutes.update,
      { params: { plant: 'main' }, body: { ...plant, frozenSec: 600, toleranceSec: 60 } },
      { ifMatch: revision },
    );
    await putItem(core, 'bun', {
      routing: [{ ...step(10, ['oven-1', 'oven-2'], { crew: 0 }), stations: slow(['oven-1', 'oven-2']) }],
    });
    for (const station of ['oven-1', 'oven-2']) await patient(station);
    ann = await person(core, 'Ann', { line: 'bakery' });
    screens = await FloorScreens.start(core, executable as string);
    page = await screens.open('operator', 'bakery', ['packer']);
  }, 180_000);
  afterAll(async () => {
    await screens?.stop();
    await core?.stop();
  });

  it('a machine fails: the banner is on exactly the screens concerned, and the supervisor sees who has seen it', async () => {
    const first = await ordered('bun', '120');
    const failing = first.station as string;
    const helping = failing === 'oven-1' ? 'oven-2' : 'oven-1';
    const [broken, helps, lead] = await Promise.all([
      screens.open('operator', 'bakery', [failing]),
      screens.open('operator', 'bakery', [helping]),
      screens.open('supervisor', 'bakery'),
    ]);
    await signIn(broken, ann);
    // What was new before has been seen: from here on only the failure is told.
    const { items: before } = await core.call(noticeRoutes.list, {
      query: { filter: 'open:yes', limit: 200 },
    });
    for (const { id } of before)
      await core.call(noticeRoutes.acknowledge, {
        params: { notice: id },
        body: { commandId: crypto.randomUUID() },
      });
    await fail(failing);
    await until(async () => (await operationNow(first.id)).station === helping, 60_000);
    const told = async () =>
      (
        await core.call(noticeRoutes.list, { query: { filter: `operation:${first.id}`, limit: 200 } })
      ).items.filter(({ from, to }) => from?.station === failing && to?.station === helping);
    await until(async () => (await told()).some(({ station }) => station === failing));

    const banner = (screen: Page) => screen.locator('[data-part="change-banner"]');
    const says = async (screen: Page) => (await banner(screen).allInnerTexts()).join();
    await until(async () => {
      const text = await says(broken);
      if (text.includes(first.id) && text.includes(helping)) return true;
      if (text !== '') await broken.getByRole('button', { name: 'Ann has seen it' }).click(); // an older change
      return false;
    }, 60_000);
    expect(await says(page)).not.toContain(first.id);

    await broken.getByRole('button', { name: 'Ann has seen it' }).click();
    const seen = async () =>
      (await told()).find(({ station, acknowledgement }) => station === failing && acknowledgement !== null);
    await until(async () => (await seen()) !== undefined);
    expect((await seen())?.acknowledgement).toMatchObject({ worker: 'Ann', device: 'terminal' });
    await until(async () => (await says(helps)).includes(first.id), 60_000);

    await visit(lead, 'supervisor/changes');
    const section = (title: RegExp) => lead.locator('section', { hasText: title });
    await section(/Seen lately/)
      .getByText('Ann')
      .first()
      .waitFor();
    expect(await section(/not acknowledged/).innerText()).toContain(`${helping} `);
  }, 240_000);
});

const slow = (stations: readonly string[]) =>
  stations.map((station) => ({ station, runSecPerUnit: 60, setupSec: 0 }));

/** A station that nobody takes for silent within a day. */
async function patient(station: string): Promise<void> {
  const { id: _, revision, ...body } = await core.call(stationRoutes.get, { params: { station } });
  await core.call(
    stationRoutes.put,
    { params: { station }, body: { ...body, silentSec: 86_400 } },
    { ifMatch: revision },
  );
}

/** A machine breaks down whose breakdowns take ten hours: nobody waits for it. */
async function fail(station: string): Promise<void> {
  const login = await makeDevice(core, `machine-${station}`, [station]);
  const device = await TestDevice.connect(core.mqttPort, login, 'bakery');
  const hoursAgo = (hours: number) => Date.now() - hours * 3_600_000;
  await device.send(station, 'state', { state: 'running' }, { at: hoursAgo(21) });
  await device.send(station, 'state', { state: 'fault' }, { at: hoursAgo(20) });
  await device.send(station, 'state', { state: 'running' }, { at: hoursAgo(10) });
  await device.send(station, 'state', { state: 'fault' }, { at: hoursAgo(0.1) });
  await device.client.endAsync();
}
