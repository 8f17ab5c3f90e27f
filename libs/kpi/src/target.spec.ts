import { kpiById, type Kpi } from '.';
import { checkTarget } from './target';

const asked = (id: string, value: number) => checkTarget(kpiById(id) as Kpi, value)?.facts ?? 'may be';

it.each([
  ['oee', 0],
  ['oee', 100],
  ['scrap-ratio', 0.5],
  ['performance', 110],
  ['earned-hours', 200],
  ['inventory-turns', 12],
  ['wip-value', 2_500_000],
])('the target of %s may be %d', (id, value) => expect(asked(id, value)).toBe('may be'));

it.each([
  ['oee', 500, '%', 100],
  ['oee', -5, '%', 100],
  ['performance', 201, '%', 200],
  ['inventory-turns', 1_001, 'turns', 1_000],
  ['mttr', -1, 'min', 1_000_000_000],
])('the target of %s cannot be %d', (kpi, value, unit, most) =>
  expect(asked(kpi, value)).toEqual({ kpi, value, unit, least: 0, most }),
);
