import { faultLine, readProblem, solve } from '../../src';
import { verify, type ProblemInput } from '../../src/verify';
import { shopProblem } from '../shop/shop-problem';
import { afterEvent, events } from './shop-event';

const problem: ProblemInput = {
  ...shopProblem({ kind: 'gifts', seed: 2, operations: 120 }),
  fixed: [],
  baseline: [],
};
const at = 7200;

function checked(file: ProblemInput) {
  const reading = readProblem(file);
  if (!reading.ok) throw new Error(reading.faults.map(faultLine).join('\n'));
  return reading.problem;
}
const schedule = solve(checked(problem), { moves: 100 });

test.each(events)(
  'after %s the problem is valid, other than before, and can be repaired from the plan',
  (event) => {
    const changed = afterEvent(event, { problem, schedule, at, seed: 1 });
    const still = afterEvent('cancellation', { problem, schedule, at, seed: 99 });
    expect(JSON.stringify(changed)).not.toBe(JSON.stringify(still));
    const repaired = solve(checked(changed), { moves: 50, start: schedule });
    expect(verify(changed, repaired).violations).toEqual([]);
    expect(repaired.unplaced).toEqual([]);
  },
);

test('what has started is fixed, the rest is the baseline', () => {
  const { fixed = [], baseline = [] } = afterEvent('late material', { problem, schedule, at, seed: 1 });
  expect(fixed.length + baseline.length).toBe(schedule.operations.length);
  expect(fixed.every(({ start }) => start < at)).toBe(true);
  expect(baseline.every(({ start }) => start >= at)).toBe(true);
});
