import type { InstructionStep, StepCapture } from '@takt/contracts';
import { captureAt, plainSteps } from './instruction';

it('a plain text has a step a line, in both languages', () => {
  expect(plainSteps('Weigh 2 kg.\n\nBake.', '称 2 公斤。').map(({ text, textZh }) => [text, textZh])).toEqual(
    [
      ['Weigh 2 kg.', '称 2 公斤。'],
      ['Bake.', ''],
    ],
  );
  expect(plainSteps(' \n', '')).toEqual([]);
});

it('what a step asks for is found by its number', () => {
  const capture = { name: 'core_c', kind: 'number' } as StepCapture;
  const steps = [{ capture: null }, { capture }] as InstructionStep[];
  expect([undefined, 0, 1, 2, 3].map((no) => captureAt(steps, no))).toEqual([
    null,
    null,
    null,
    capture,
    null,
  ]);
});
