/** A machine fails: its work moves, exactly the screens concerned say so, people acknowledge, what nobody has seen climbs. */
import { noticeRoutes, operationRoutes, type Notice, type Operation } from '@takt/contracts';
import type { Page } from 'playwright-core';
import { Clock } from '../src/platform/clock';
import { startCore, type TestCore } from './core';
import { makeDevice, makeStation, TestDevice } from './device';
import { FloorScreens, person, signIn, visit } from './floor-screens';
import { patient, planned, setPlant } from './floor-story';
import { chromiumPath, inBrowser } from './in-browser';
import { bakery, putItem, step } from './shop';
import { until } from './until';

const OVENS = ['oven-1', 'oven-2', 'oven-3'] as const;
const SEEN = 'Ann has seen it';
let core: TestCore;
let screens: FloorScreens;
let ann: { worker: string; name: string; pin: string };

const operationNow = (operation: string) => core.call(operationRoutes.get, { params: { operation } });
const noticesOf = async (operation: Operation): Promise<Notice[]> =>
  (await core.call(noticeRoutes.list, { query: { filter: `operation:${operation.id}`, limit: 200 } })).items;
const banner = async (screen: Page): Promise<string> =>
  (await screen.locator('[data-part="change-banner"]').allInnerTexts()).join();

/** Baked at the first oven in a tenth of the time, so the plan takes that one while it runs. */
const atFirst = (other: string) => ({
  ...step(10, ['oven-1', other], { crew: 0 }),
  stations: [
    { station: 'oven-1', runSecPerUnit: 6, setupSec: 0 },
    { station: other, runSecPerUnit: 60, setupSec: 0 },
  ],
});

inBrowser('a change', () => {
  beforeAll(async () => {
    core = await startCore({ SOLVE_MS: '100' });
    await bakery(core);
    await makeStation(core, 'bakery', 'oven-3');
    await setPlant(core, { frozenSec: 600, toleranceSec: 60 });
    await putItem(core, 'bun', { routing: [atFirst('oven-2')] });
    await putItem(core, 'cob', { routing: [atFirst('oven-3')] });
    for (const oven of OVENS) await patient(core, oven);
    ann = await person(core, 'Ann', { line: 'bakery' });
    screens = await FloorScreens.start(core, chromiumPath);
  }, 180_000);
  afterAll(async () => {
    await screens?.stop();
    await core?.stop();
  });

  it('of what three terminals make next is told on those three; two acknowledge, the third climbs', async () => {
    const bun = await planned(core, 'bun', '90');
    const cob = await planned(core, 'cob', '90');
    await until(async () => (await operationNow(cob.id)).station === 'oven-1', 30_000);
    expect((await operationNow(bun.id)).station).toBe('oven-1');
    const [one, two, three, packer] = (await Promise.all(
      [...OVENS, 'packer'].map((each) => screens.open('operator', 'bakery', [each])),
    )) as [Page, Page, Page, Page];
    const lead = await screens.open('supervisor', 'bakery');
    for (const screen of [one, two]) await signIn(screen, ann);
    await acknowledgeAll(); // from here on only the failure is told
    await fail('oven-1');
    await until(async () => (await operationNow(bun.id)).station === 'oven-2', 60_000);
    await until(async () => (await operationNow(cob.id)).station === 'oven-3', 60_000);

    for (const [screen, operation] of [
      [one, bun],
      [two, bun],
      [three, cob],
    ] as const)
      await until(async () => (await banner(screen)).includes(operation.id), 60_000);
    expect(await banner(packer)).toBe('');

    const open = async (station: string) =>
      (await core.call(noticeRoutes.list, { query: { filter: `open:yes,station:${station}`, limit: 50 } }))
        .items;
    for (const [screen, oven] of [
      [one, 'oven-1'],
      [two, 'oven-2'],
    ] as const)
      await until(async () => {
        if ((await open(oven)).length === 0) return true;
        const seen = screen.getByRole('button', { name: SEEN });
        if (await seen.isVisible()) await seen.click({ timeout: 2000 }).catch(() => undefined);
        return false;
      }, 60_000);
    const told = (await noticesOf(bun)).filter(({ withdrawnAt }) => withdrawnAt === null);
    for (const oven of ['oven-1', 'oven-2'])
      expect(told.find(({ station, to }) => station === oven && to?.station === 'oven-2')).toMatchObject({
        from: { station: 'oven-1' },
        acknowledgement: { worker: 'Ann', device: 'terminal' },
      });
    const [waiting] = (await open('oven-3')).filter(({ operation }) => operation === cob.id);
    expect(waiting).toMatchObject({ role: 'operator', escalation: 0 });

    core.running.app.get(Clock).resumeAt(Date.parse(waiting?.dueAt ?? '') + 1000);
    const climbed = async () => (await noticesOf(cob)).find(({ id }) => id === waiting?.id);
    await until(async () => (await climbed())?.escalation === 1, 30_000);
    expect(await climbed()).toMatchObject({ role: 'lead', acknowledgement: null });
    expect(
      (await noticesOf(bun))
        .filter(({ acknowledgement }) => acknowledgement)
        .map(({ escalation }) => escalation),
    ).toEqual(expect.not.arrayContaining([1]));

    await visit(lead, 'supervisor/changes');
    const section = (title: RegExp) => lead.locator('section', { hasText: title });
    await section(/Seen lately/)
      .getByText('Ann')
      .first()
      .waitFor();
    const unseen = section(/not acknowledged/);
    await unseen.getByText('waits for: supervisor · passed on 1 time').first().waitFor();
    expect(await unseen.innerText()).toContain('oven-3');
    expect(await banner(three)).toContain(cob.id); // it stays until somebody has seen it
  }, 240_000);
});

async function acknowledgeAll(): Promise<void> {
  const { items } = await core.call(noticeRoutes.list, { query: { filter: 'open:yes', limit: 200 } });
  for (const { id } of items)
    await core.call(noticeRoutes.acknowledge, {
      params: { notice: id },
      body: { commandId: crypto.randomUUID() },
    });
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
