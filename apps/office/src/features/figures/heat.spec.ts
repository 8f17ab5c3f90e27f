import type { KpiValue } from '@takt/contracts';
import { heatOf } from './heat';

const at = (station: string, hour: number, value: number | null) =>
  ({ bucket: { station }, from: `2026-03-11T0${hour}:00:00Z`, value }) as unknown as KpiValue;

it('lays stations against hours; the worst is the strongest, and a missing hour is no value', () =>
  expect(heatOf([at('oven', 8, 100), at('mixer', 7, 50), at('oven', 7, 0)], 'higher')).toEqual({
    times: ['2026-03-11T07:00:00Z', '2026-03-11T08:00:00Z'],
    rows: [
      {
        station: 'mixer',
        cells: [
          { value: 50, strength: 0.5 },
          { value: null, strength: 0 },
        ],
      },
      {
        station: 'oven',
        cells: [
          { value: 0, strength: 1 },
          { value: 100, strength: 0 },
        ],
      },
    ],
  }));
it('finds the highest strongest where lower is better', () =>
  expect(heatOf([at('a', 7, 0), at('b', 7, 4)], 'lower').rows.map(({ cells }) => cells[0]?.strength)).toEqual(
    [0, 1],
  ));
it('takes the days of lines that begin at different hours as the same days', () => {
  const day = (station: string, from: string) =>
    ({ bucket: { station, day: '2026-03-11' }, from, value: 5 }) as unknown as KpiValue;
  const { times, rows } = heatOf(
    [day('a', '2026-03-11T06:00:00Z'), day('b', '2026-03-11T07:00:00Z')],
    'higher',
  );
  expect([times.length, rows.map(({ cells }) => cells.length)]).toEqual([1, [1, 1]]);
});
it('is empty without values', () => expect(heatOf([], 'higher')).toEqual({ times: [], rows: [] }));
