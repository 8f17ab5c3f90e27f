/** Heavy documents are drawn beside the event loop: messages go on being acknowledged meanwhile. */
import { pdfOf, workbookOf, type Document } from '../src/platform/document';
import { startCore, type TestCore } from './core';
import { makeDevice, makeLine, TestDevice } from './device';

/** Messages that are acknowledged one after another while one document is being drawn; a busy event loop lets one or two through. */
const WHILE_DRAWN = 10;
/** Documents are made longer until they take so long, whatever the machine. */
const TRIES = 5;

let core: TestCore;
let device: TestDevice;
let pieces = 0;
beforeAll(async () => {
  core = await startCore();
  await makeLine(core, 'baking', ['oven']);
  device = await TestDevice.connect(core.mqttPort, await makeDevice(core, 'oven', ['oven']), 'baking');
  await device.send('oven', 'state', { state: 'running' });
});
afterAll(async () => {
  await device?.client.endAsync();
  await core?.stop();
});

const report = (rows: number): Document => ({
  title: 'Deliveries of a bad lot',
  about: ['main', '2026'],
  tables: [
    {
      title: 'Deliveries',
      columns: ['Order', 'Customer', 'Item', '数量', 'Shipped'],
      rows: Array.from({ length: rows }, (_, i) => [
        `O-${i}`,
        `customer ${i % 97}`,
        '小面包',
        { value: i, decimals: 0 },
        '2026-03-11 06:00',
      ]),
      empty: 'none',
    },
  ],
});

/** How many messages were acknowledged between the beginning and the end of drawing, one after another. */
async function acknowledgedWhile(drawing: Promise<Buffer>): Promise<number> {
  let over = false;
  const drawn = drawing.finally(() => (over = true));
  let acknowledged = 0;
  for (;;) {
    await device.send('oven', 'count', { good: ++pieces, scrap: 0 });
    if (over) break;
    acknowledged += 1;
  }
  expect((await drawn).length).toBeGreaterThan(1000);
  return acknowledged;
}

it.each([
  ['PDF', pdfOf, 200],
  ['Excel', workbookOf, 5000],
] as const)(
  'a %s',
  async (_, draw, rows) => {
    const found: number[] = [];
    for (let times = 1; times <= TRIES && (found.at(-1) ?? 0) < WHILE_DRAWN; times++)
      found.push(await acknowledgedWhile(draw(report(rows * times))));
    expect(found.at(-1)).toBeGreaterThanOrEqual(WHILE_DRAWN);
  },
  60_000,
);
