import { holdWording } from './hold';

const limits = [{ parameter: 'oven_c', name: 'Oven, °C', nameZh: '炉温 ℃', min: 165, max: 195 }];
const none = { unit: '', min: null, max: null, choices: [] };
const capture = (own: object) => ({ capture: { ...none, kind: 'choice' as const, name: '', ...own } });
const steps = [
  { capture: null },
  capture({ name: 'colour', nameZh: '颜色', choices: [{ name: 'burnt', nameZh: '焦', good: false }] }),
  capture({ name: 'fits', nameZh: '一致' }),
];

it.each([
  ['oven_c 212 ∉ 165–195', 'Oven, °C: 212 ∉ 165–195', '炉温 ℃：212 ∉ 165–195'],
  ['colour burnt', 'colour: burnt', '颜色：焦'],
  ['fits no', 'fits: no', '一致：否'],
])('%s', (reason, name, nameZh) => expect(holdWording(reason, limits, steps)).toEqual({ name, nameZh }));
it('leaves what a person has written', () => {
  expect(holdWording('oven_cleaning is due', limits, steps)).toBeNull();
  expect(holdWording('', [], [])).toBeNull();
});
