import { poolsOf, type PlanningPerson } from './people';

const person = (id: string, rest: Partial<PlanningPerson> = {}): PlanningPerson => ({
  id,
  line: 'a',
  skills: [{ skill: 'bake', until: Infinity }],
  available: [[0, 100]],
  missingUntil: null,
  ...rest,
});

describe('people', () => {
  it('count in the pool of their line and of each of their skills', () => {
    const two = person('2', {
      available: [[50, 150]],
      skills: [
        { skill: 'bake', until: Infinity },
        { skill: 'pack', until: Infinity },
      ],
    });
    expect(poolsOf([person('1'), two], [0, 200])).toEqual([
      {
        id: 'line:a',
        capacity: [
          [0, 50, 1],
          [50, 100, 2],
          [100, 150, 1],
        ],
      },
      {
        id: 'skill:bake',
        capacity: [
          [0, 50, 1],
          [50, 100, 2],
          [100, 150, 1],
        ],
      },
      { id: 'skill:pack', capacity: [[50, 150, 1]] },
    ]);
  });
  it('who is missing does not count until the end of the shift; a skill ends when it expires', () => {
    const late = person('1', { missingUntil: 60, skills: [{ skill: 'bake', until: 80 }] });
    expect(poolsOf([late], [0, 200])).toEqual([
      { id: 'line:a', capacity: [[60, 100, 1]] },
      { id: 'skill:bake', capacity: [[60, 80, 1]] },
    ]);
  });
});
