import type { NewCheck, StepCapture } from '@takt/contracts';
import { decideCheck, summaryOf } from './check';

const limits = [{ parameter: 'oven_c', min: 180, max: 205 }];
const judged = (change: Partial<NewCheck>) =>
  decideCheck({ name: 'oven_c', kind: 'number', value: '190', ...change }, limits);

describe('a check', () => {
  it.each([
    [{ value: '180' }, true],
    [{ value: '205' }, true],
    [{ value: '205.1' }, false],
    [{ value: '-3' }, false],
    [{ value: '170', min: 160 }, true],
    [{ value: '170', max: 165 }, false],
    [{ name: 'weight_g', value: '1000000' }, true],
    [{ kind: 'yes-no' as const, value: 'yes' }, true],
    [{ kind: 'yes-no' as const, value: 'no' }, false],
    [{ kind: 'text' as const, value: 'smells fine' }, true],
  ])('%j is within its limits: %s', (change, within) => {
    expect(judged(change)).toMatchObject({ within });
  });

  it.each([
    { value: '12,5' },
    { value: 'NaN' },
    { value: '1e3' },
    { value: '190 °C' },
    { kind: 'yes-no' as const, value: 'maybe' },
  ])('%j is no answer', (change) => {
    expect(judged(change)).toMatchObject({ code: 'check.invalid' });
  });
});

describe('what a step asks for', () => {
  const asked = (change: Partial<StepCapture>): StepCapture => ({
    ...{ name: 'core_c', kind: 'number', unit: '°C', min: 92, max: 96, choices: [] },
    ...change,
  });
  const colour = asked({
    kind: 'choice',
    choices: [
      { name: 'brown', good: true },
      { name: 'black', good: false },
    ],
  });
  const answered = (capture: StepCapture, change: Partial<NewCheck>) =>
    decideCheck({ name: 'core_c', kind: capture.kind, value: '94', ...change }, limits, capture);

  it('counts, whatever limits were sent', () => {
    expect(answered(asked({}), { value: '97', max: 200 })).toMatchObject({ within: false, min: 92, max: 96 });
    expect(answered(asked({ min: null }), { value: '-20' })).toMatchObject({ within: true, max: 96 });
  });
  it('without limits of its own has those of the operation', () => {
    const oven = asked({ name: 'oven_c', min: null, max: null });
    expect(answered(oven, { name: 'oven_c', value: '206' })).toMatchObject({ within: false, max: 205 });
  });
  it('may be a choice of which some answers are not good', () => {
    expect(answered(colour, { value: 'brown' })).toMatchObject({ within: true });
    expect(answered(colour, { value: 'black' })).toMatchObject({ within: false });
    expect(answered(colour, { value: 'green' })).toMatchObject({ code: 'check.invalid' });
  });
  it('is not answered by another name or kind', () => {
    for (const other of [{ name: 'oven_c' }, { kind: 'text' as const }])
      expect(answered(asked({}), other)).toMatchObject({ code: 'check.invalid' });
  });
});

it('measurements are kept as count, least, mean, most, and how many were outside', () => {
  const values = [180, 190, 211].map((value, i) => ({ value, at: `2026-01-05T06:0${i}:00Z` }));
  expect(summaryOf('oven_c', [...values].reverse(), limits)).toEqual({
    count: 3,
    min: 180,
    mean: 581 / 3,
    max: 211,
    limitMin: 180,
    limitMax: 205,
    outside: 1,
    firstAt: '2026-01-05T06:00:00Z',
    lastAt: '2026-01-05T06:02:00Z',
  });
});
