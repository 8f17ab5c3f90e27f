import type { InstructionStep } from '@takt/contracts';
import { blankInstruction, draftInstruction, instructionOf, moved } from './instruction-draft';

const measure: InstructionStep = {
  text: 'Measure the core.',
  textZh: '测量中心温度。',
  media: '6f1d0c1e-0d5a-4b1e-9d55-1c1f5b2b7a10',
  capture: { name: 'core_c', kind: 'number', unit: '°C', min: -4.5, max: 96, choices: [] },
};
const colour: InstructionStep = {
  ...{ text: '', textZh: '', media: null },
  capture: {
    ...{ name: 'colour', nameZh: '颜色', kind: 'choice', unit: '', min: null, max: null },
    choices: [
      { name: 'brown', nameZh: '棕', good: true },
      { name: 'black', good: false },
    ],
  },
};

it('comes back as it was', () =>
  expect(instructionOf([measure, colour].map(draftInstruction))).toEqual([measure, colour]));
it('leaves out a step that says, shows and asks nothing', () =>
  expect(instructionOf([blankInstruction([])])).toEqual([]));
it('is not whole with half a question', () => {
  const draft = draftInstruction(measure, 0);
  expect(instructionOf([{ ...draft, name: ' ' }])).toBeUndefined();
  expect(instructionOf([{ ...draft, min: 'cold' }])).toBeUndefined();
  expect(instructionOf([{ ...draft, min: '97' }])).toBeUndefined();
  const [one] = draftInstruction(colour, 0).choices;
  expect(instructionOf([{ ...draftInstruction(colour, 0), choices: one ? [one] : [] }])).toBeUndefined();
});
it('moves a step, at most to the ends', () => {
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
});
