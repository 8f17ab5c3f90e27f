import { randomUUID } from 'node:crypto';
import {
  API_PREFIX,
  auditRoutes,
  instructionRoutes,
  itemRoutes,
  mediaRoutes,
  MEDIA_BYTES_MAX,
  operationRoutes,
  qualityRoutes,
  traceRoutes,
  type InstructionStep,
  type Media,
  type Operation,
  type Problem,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { otherPlant } from '../../../test/other-plant';
import { bakery, orderOf, putItem, report, step } from '../../../test/shop';

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
});
afterAll(() => core.stop());

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function upload(
  name: string,
  content: Buffer,
  token = core.admin,
): Promise<{ status: number; body: Media & Problem }> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(content)]), name);
  const reply = await fetch(`${core.url}${API_PREFIX}/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  return { status: reply.status, body: (await reply.json()) as Media & Problem };
}
const content = (media: string, token: string | null = core.admin) =>
  fetch(`${core.url}${API_PREFIX}/media/${media}/content`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
/** An item with one operation done by these steps, and that operation of an order of it. */
async function operationBy(steps: readonly Partial<InstructionStep>[]): Promise<Operation> {
  const item = `I${randomUUID().slice(0, 8)}`;
  const limits = [{ parameter: 'oven_c', min: 180, max: 205 }];
  await putItem(core, item, {
    routing: [step(10, ['packer'], { limits, instruction: 'Weigh.\nBake.', steps: [...steps] })],
  });
  const order = await orderOf(core, item, '5');
  const id = `${order.lines[0]?.workOrders[0] ?? ''}.10`;
  return core.call(operationRoutes.get, { params: { operation: id } });
}
const answer = (
  operation: string,
  body: { name: string; kind: 'number' | 'yes-no' | 'choice'; value: string; step: number; max?: number },
) => core.send(qualityRoutes.check, { params: { operation }, body: { commandId: randomUUID(), ...body } });
const statusOf = async (operation: string) => {
  const { status, holdReason } = await core.call(operationRoutes.get, { params: { operation } });
  return [status, holdReason];
};

describe('what instructions show', () => {
  it('is taken once, known by its bytes, and told in the audit', async () => {
    const first = await upload('weigh.png', png);
    expect([first.status, first.body]).toEqual([
      201,
      expect.objectContaining({ name: 'weigh.png', kind: 'picture', type: 'image/png', bytes: png.length }),
    ]);
    expect((await upload('again.png', png)).body).toEqual(first.body);
    const { items } = await core.call(mediaRoutes.list);
    expect(items.map(({ id }) => id)).toEqual([first.body.id]);
    const audit = await core.call(auditRoutes.list, { query: { limit: 50 } });
    const told = audit.items.filter(({ action }) => action === 'POST /media');
    expect(told.map(({ detail }) => detail)).toContainEqual(
      expect.objectContaining({ file: 'weigh.png', type: 'image/png', media: first.body.id }),
    );
  });

  it('is refused when its bytes are something else than its name says, or too many', async () => {
    const page = await upload('drawing.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    expect([page.status, page.body.code]).toEqual([422, 'media.unreadable']);
    expect((await upload('nothing.pdf', Buffer.alloc(0))).body.code).toBe('media.unreadable');
    const large = await upload('large.png', Buffer.concat([png, Buffer.alloc(MEDIA_BYTES_MAX)]));
    expect([large.status, large.body.code]).toEqual([413, 'request.too-large']);
  });

  it('is handed out as what it is, to a page that can do nothing, within its plant only', async () => {
    const { id } = (await upload('weigh.png', png)).body;
    const reply = await content(id);
    expect(Buffer.from(await reply.arrayBuffer()).equals(png)).toBe(true);
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename="${id}.png"`,
      'cache-control': 'private, max-age=31536000, immutable',
    });
    expect((await content(id, await otherPlant(core))).status).toBe(404);
    expect((await content(id, null)).status).toBe(401);
  });
});

it('what is measured and checked is called as the routings call it, answers too', async () => {
  const choices = [
    { name: 'golden', nameZh: '金黄', good: true },
    { name: 'dark', good: false },
  ];
  await putItem(core, 'bun', {
    routing: [
      step(10, ['packer'], {
        limits: [{ parameter: 'proof_c', name: 'Proof', nameZh: '醒发', min: 1, max: 2 }],
        instruction: 'Look.',
        steps: [
          { text: 'Look.', capture: { name: 'colour', nameZh: '颜色', kind: 'choice', choices } },
          { text: 'Weigh.', capture: { name: 'proof_c', kind: 'number' } },
        ],
      }),
    ],
  });
  const words = await core.call(qualityRoutes.words);
  expect(words.filter(({ id }) => ['proof_c', 'colour', 'golden', 'dark'].includes(id))).toEqual([
    { id: 'colour', name: 'colour', nameZh: '颜色' },
    { id: 'dark', name: 'dark' },
    { id: 'golden', name: 'golden', nameZh: '金黄' },
    { id: 'proof_c', name: 'Proof', nameZh: '醒发' },
  ]);
});

describe('the instruction of an operation', () => {
  it('is what its routing said when it was released', async () => {
    const { id: media } = (await upload('weigh.png', png)).body;
    const made = await operationBy([{ text: 'Weigh.', textZh: '称重。', media }, { text: 'Bake.' }]);
    const { steps } = await core.call(instructionRoutes.get, { params: { operation: made.id } });
    expect(steps).toMatchObject([
      { no: 1, text: 'Weigh.', textZh: '称重。', media: { id: media, name: 'weigh.png' }, capture: null },
      { no: 2, text: 'Bake.', textZh: '', media: null, capture: null },
    ]);
    const routing = await core.call(itemRoutes.routing, { params: { item: made.item } });
    await core.call(
      itemRoutes.putRouting,
      {
        params: { item: made.item },
        body: { operations: routing.operations.map((one) => ({ ...one, steps: [{ text: 'Other.' }] })) },
      },
      { ifMatch: routing.revision },
    );
    const kept = await core.call(instructionRoutes.get, { params: { operation: made.id } });
    expect(kept.steps).toEqual(steps);
  });

  it('without steps is its text, a line each', async () => {
    const { id } = await operationBy([]);
    const { steps } = await core.call(instructionRoutes.get, { params: { operation: id } });
    expect(steps.map(({ no, text }) => [no, text])).toEqual([
      [1, 'Weigh.'],
      [2, 'Bake.'],
    ]);
  });

  it('shows nothing that the plant does not have', async () => {
    const media = randomUUID();
    await putItem(core, 'ghostly', {});
    const { body } = await core.send(itemRoutes.putRouting, {
      params: { item: 'ghostly' },
      body: { operations: [step(10, ['packer'], { steps: [{ media }] })] },
    });
    expect([body.code, body.facts]).toEqual([
      'reference.unknown',
      { field: 'media', kind: 'media', id: media },
    ]);
    const unknown = await core.send(instructionRoutes.get, { params: { operation: 'WO-0.10' } });
    expect(unknown.body.code).toBe('thing.unknown');
  });
});

describe('what a step asks for', () => {
  const core_c = { name: 'core_c', kind: 'number' as const, unit: '°C', min: 92, max: 96, choices: [] };
  const colour = {
    ...{ name: 'colour', kind: 'choice' as const, unit: '', min: null, max: null },
    choices: [
      { name: 'brown', good: true },
      { name: 'black', good: false },
    ],
  };

  it('is kept with operation and lot, and seen in the trace', async () => {
    const made = await operationBy([{ text: 'Weigh.' }, { text: 'Measure.', capture: core_c }]);
    const sent = await answer(made.id, { name: 'core_c', kind: 'number', value: '94', step: 2 });
    expect([sent.status, sent.body]).toEqual([
      201,
      expect.objectContaining({
        ...{ operation: made.id, lot: made.workOrder, step: 2, value: '94', unit: '°C', min: 92, max: 96 },
        within: true,
      }),
    ]);
    const { operations } = await core.call(traceRoutes.trace, {
      params: { kind: 'work-order', id: made.workOrder },
    });
    expect(operations[0]?.checks).toEqual([sent.body]);
    expect((await statusOf(made.id))[1]).toBeNull();
  });

  it('holds the operation outside its limits, whatever limits were sent', async () => {
    const made = await operationBy([{ text: 'Measure.', capture: core_c }]);
    await report(core, made.id, 'start', { station: 'packer' });
    const sent = await answer(made.id, { name: 'core_c', kind: 'number', value: '97', step: 1, max: 500 });
    expect(sent.body).toMatchObject({ within: false, max: 96 });
    expect(await statusOf(made.id)).toEqual(['held', 'core_c 97 ∉ 92–96']);
  });

  it('holds it by an answer that is not good, and takes no answer that there is not', async () => {
    const made = await operationBy([{ capture: colour }]);
    const green = await answer(made.id, { name: 'colour', kind: 'choice', value: 'green', step: 1 });
    expect([green.status, green.body.code]).toEqual([422, 'check.invalid']);
    const other = await answer(made.id, { name: 'colour', kind: 'yes-no', value: 'yes', step: 1 });
    expect(other.body.code).toBe('check.invalid');
    await answer(made.id, { name: 'colour', kind: 'choice', value: 'black', step: 1 });
    expect(await statusOf(made.id)).toEqual(['held', 'colour black']);
  });
});
