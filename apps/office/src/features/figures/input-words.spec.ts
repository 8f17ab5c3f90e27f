import { INPUTS } from '@takt/kpi';
import en from '../../texts/en.json';
import zh from '../../texts/zh-CN.json';
import { inputText } from './input-words';

const format = {
  number: (value: number) => String(value),
  money: (value: number) => `€${value}`,
  unit: (unit: string) => unit,
} as unknown as Parameters<typeof inputText>[2];

it('writes inputs in hours, money, and what stood over days', () => {
  expect(inputText('productionSec', 7200, format)).toBe('2 h');
  expect(inputText('p85', 1.5, format)).toBe('1.5 h');
  expect(inputText('cogsValue', 12, format)).toBe('€12');
  expect(inputText('stockAreaRaw', 172_800, format)).toBe('€2 × days');
  expect(inputText('wipOrderSec', 86_400, format)).toBe('1 × days');
  expect(inputText('linesDueCommitted', 3, format)).toBe('3');
});

const texts: [string, Readonly<Record<string, string>>][] = [
  ['en', en],
  ['zh-CN', zh],
];
it.each(texts)('has a name for every input in %s', (_, words) =>
  expect(
    [...Object.keys(INPUTS), 'count', 'p50', 'p85', 'p95'].filter((name) => !words[`input.${name}`]),
  ).toEqual([]),
);
