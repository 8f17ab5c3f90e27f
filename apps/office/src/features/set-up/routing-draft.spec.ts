import type { RoutingOperation } from '@takt/contracts';
import { blankStep, draftStep, operationsOf } from './routing-draft';

const bake: RoutingOperation = {
  ...{ no: 30, name: 'Bake', family: 'nuts', skill: 'bake', crew: 1, interruptible: false },
  stations: [{ station: 'oven-1', runSecPerUnit: 4.5, setupSec: 300 }],
  ...{ waitMinSec: 1200, waitMaxSec: 7200, instruction: '', instructionZh: '', steps: [] },
  limits: [{ parameter: 'oven_c', min: 170, max: 190 }],
};

it('comes back as it was, with what no field shows', () =>
  expect(operationsOf([draftStep(bake, 1)])).toEqual([bake]));
it('numbers a new operation ten on', () => {
  const first = blankStep([]);
  expect([first.no, blankStep([draftStep(bake, 0)]).no]).toEqual(['10', '40']);
  expect(operationsOf([draftStep(bake, 0), first])).toBeUndefined();
});
it('sends operations by their numbers, and ways that have a station', () => {
  const second = { ...draftStep({ ...bake, no: 10 }, 1) };
  const ways = [...second.ways, { station: '', runSecPerUnit: '', setupSec: '' }];
  expect(operationsOf([draftStep(bake, 0), { ...second, ways }])?.map(({ no }) => no)).toEqual([10, 30]);
});
it('sends nothing without an operation', () => expect(operationsOf([])).toBeUndefined());
it('makes steps of a plain text, a line each', () => {
  const [told] = operationsOf([draftStep({ ...bake, instruction: 'Weigh.\nBake.' }, 0)]) ?? [];
  expect(told?.steps.map(({ text }) => text)).toEqual(['Weigh.', 'Bake.']);
});
