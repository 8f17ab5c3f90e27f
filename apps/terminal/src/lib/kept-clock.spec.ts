import { carriedOn } from './kept-clock';

const kept = { factoryMs: Date.parse('2026-03-11T08:00:00Z'), rate: 60, realMs: 1000 };

it('goes on at the rate of the factory', () =>
  expect(carriedOn(kept, 61_000)).toEqual({ now: '2026-03-11T09:00:00.000Z', rate: 60 }));
it('does not run backwards with the clock of the device', () =>
  expect(carriedOn(kept, 0)?.now).toBe('2026-03-11T08:00:00.000Z'));
it.each([null, {}, { ...kept, rate: 0 }, { ...kept, factoryMs: Number.NaN }, { ...kept, factoryMs: 1e300 }])(
  'leaves %p aside',
  (reading) => expect(carriedOn(reading, 2000)).toBeUndefined(),
);
