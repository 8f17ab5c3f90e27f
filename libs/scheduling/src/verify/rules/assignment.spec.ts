import { claimed } from '../claimed';
import type { Placement, ProblemInput } from '../files';
import { verify } from '../verify';

const problem: ProblemInput = {
  version: 1,
  horizon: 100,
  stations: [
    { id: 'oven', calendar: [[0, 100]] },
    { id: 'fryer', calendar: [[0, 100]] },
  ],
  jobs: [{ id: 'A', operations: [{ id: 'bake', modes: [{ station: 'oven', run: 5 }] }] }],
};
const at = (placement: Partial<Placement>) => {
  const operations = [{ op: 'A/bake', station: 'oven', start: 0, runStart: 0, end: 5, ...placement }];
  return verify(problem, claimed(problem, operations)).violations.map(({ message }) => message);
};

test('a station that a mode names', () => expect(at({})).toEqual([]));

test('a station without mode', () => expect(at({ station: 'fryer' })).toEqual(['A/bake: no mode on fryer']));

test('a station that does not exist', () =>
  expect(at({ station: 'grill' })).toEqual(['A/bake: no station grill']));

test('times out of order', () =>
  expect(at({ start: 9, runStart: 9, end: 4 })).toContain(
    'A/bake: start 9, runStart 9, end 4 are not in order',
  ));
