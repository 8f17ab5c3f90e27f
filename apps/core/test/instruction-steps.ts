import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_PREFIX, type InstructionStep, type Media } from '@takt/contracts';
import { drawPdf } from '../src/platform/document';
import { projectRoot } from '../src/version';
import type { TestCore } from './core';

type Core = Pick<TestCore, 'url' | 'admin'>;

/** Takes a file in. @returns its id as a medium */
async function taken(core: Core, name: string, content: Buffer): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(content)]), name);
  const reply = await fetch(`${core.url}${API_PREFIX}/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${core.admin}` },
    body: form,
  });
  return ((await reply.json()) as Media).id;
}

/** Takes the picture of the terminal in. @returns its id */
export const picture = (core: Core): Promise<string> =>
  taken(core, 'takt.png', readFileSync(join(projectRoot(), 'apps/terminal/public/takt-512.png')));

/** Takes a drawing of two pages in, as PDF. @returns its id */
async function drawing(core: Core): Promise<string> {
  const content = [
    { text: 'Box 封口', fontSize: 40 },
    { text: 'Fold along the line, then press for three seconds. 沿线折叠，再按压三秒。', fontSize: 20 },
    { text: 'Label 标签', fontSize: 40, pageBreak: 'before' as const },
  ];
  return taken(
    core,
    'box.pdf',
    await drawPdf({ pageSize: 'A4', pageMargins: 40, info: { title: 'box' }, content }),
  );
}

const nothing = { unit: '', min: null, max: null, choices: [] };

/** Steps that say, show and ask everything there is. */
export async function askedSteps(core: Core): Promise<InstructionStep[]> {
  const none = { media: null, capture: null };
  return [
    {
      ...none,
      text: 'Weigh in by the recipe: flour first, then butter in small pieces, sugar last.',
      textZh: '按配方称量：先面粉，再切成小块的黄油，最后糖。',
      media: await picture(core),
    },
    {
      ...none,
      text: 'Measure the core of the first piece.',
      textZh: '测量首件中心温度。',
      capture: {
        ...nothing,
        name: 'core_c',
        nameZh: '中心温度',
        kind: 'number',
        unit: '°C',
        min: -4,
        max: 96,
      },
    },
    {
      ...none,
      text: 'Does the first box close all round?',
      textZh: '首箱四周都封好了吗？',
      media: await drawing(core),
      capture: { ...nothing, name: 'closes', nameZh: '封口', kind: 'yes-no' },
    },
    {
      ...none,
      text: 'What colour has the first tray?',
      textZh: '第一盘是什么颜色？',
      capture: {
        ...nothing,
        ...{ name: 'colour', nameZh: '颜色', kind: 'choice' },
        choices: [
          { name: 'golden', nameZh: '金黄', good: true },
          { name: 'pale', nameZh: '偏浅', good: true },
          { name: 'brown at the edges', nameZh: '边缘焦黄', good: true },
          { name: 'burnt', nameZh: '焦', good: false },
        ],
      },
    },
    {
      ...none,
      text: 'Anything out of the ordinary?',
      textZh: '有无异常？',
      capture: { ...nothing, name: 'remark', nameZh: '备注', kind: 'text' },
    },
  ];
}
