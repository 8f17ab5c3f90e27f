import { readProblem, solve } from '@takt/scheduling';
import { planOf } from './plan-of';
import { problemOf } from './problem-of';
import { entry, facts, MIN, operation, station } from '../test/sample';

const plan = (given: ReturnType<typeof facts>) => {
  const planning = problemOf(given);
  const read = readProblem(JSON.parse(JSON.stringify(planning.problem)));
  expect(read.ok ? [] : read.faults).toEqual([]);
  return planOf(planning, solve(planning.problem, { moves: 0, seed: 1 }), given.now);
};
const minutes = (given: ReturnType<typeof facts>) =>
  plan(given).entries.map((row) => [row.operation, row.station, row.startAt / MIN, row.endAt / MIN]);

describe('problem of a plant', () => {
  it('plans a chain of two operations from now on', () => {
    const operations = [
      operation('A.10', 5, ['s1']),
      operation('A.20', 5, ['s2'], { after: [{ operation: 'A.10', minSec: 120, maxSec: null }] }),
    ];
    expect(minutes(facts(100, { operations }))).toEqual([
      ['A.10', 's1', 100, 105],
      ['A.20', 's2', 107, 112],
    ]);
  });

  it('plans around what runs, and keeps it to the minute', () => {
    const operations = [
      operation('A.10', 9, ['s1'], { status: 'running', station: 's1' }),
      operation('B.10', 5, ['s1']),
    ];
    expect(minutes(facts(100, { operations }))).toEqual([
      ['A.10', 's1', 100, 109],
      ['B.10', 's1', 109, 114],
    ]);
  });

  it('moves what is not frozen away from a station that is down', () => {
    const stations = [station('s1', { downUntil: 500 * MIN }), station('s2')];
    const published = [entry('A.10', 's1', [110, 115])];
    expect(
      minutes(
        facts(100, {
          stations,
          published,
          operations: [operation('A.10', 5, ['s1', 's2'])],
          workOrders: [{ id: 'A', releaseAt: 0, dueAt: 120 * MIN, weight: 5, toStock: false }],
        }),
      ),
    ).toEqual([['A.10', 's2', 100 + 0, 105]]);
  });

  it('has a price for moving what is planned; later work moves freely where a station would stand idle beside it', () => {
    const operations = ['A.10', 'B.10', 'C.10'].map((id) => operation(id, 5, ['s1']));
    const workOrders = ['A', 'B', 'C'].map((id) => ({
      id,
      releaseAt: 0,
      dueAt: 500 * MIN,
      weight: 5,
      toStock: false,
    }));
    const published = [
      entry('A.10', 's1', [110, 115]),
      entry('B.10', 's1', [250, 255]),
      entry('C.10', 's1', [251, 256]),
    ];
    const moving = (until: number) => {
      const stations = [station('s1', { downUntil: until * MIN })];
      const { problem } = problemOf(
        facts(100, { operations, workOrders, published, frozenSec: 1800, stations }),
      );
      return problem.baseline.map(({ op }) => op);
    };
    expect(moving(100)).toEqual(['B/B.10']);
    expect(moving(225)).toEqual(['A/A.10', 'B/B.10', 'C/C.10']);
  });

  it('fetches later work to a station that would stand idle', () => {
    const operations = [operation('A.10', 60, ['s1'])];
    const planning = problemOf(facts(100, { operations, published: [entry('A.10', 's1', [300, 360])] }));
    const start = { operations: [{ op: 'A/A.10', station: 's1', runStart: 200 * 60 }] };
    expect(solve(planning.problem, { moves: 100, seed: 1, start }).operations[0]?.start).toBe(0);
  });

  it('continues paused work at its station', () => {
    const operations = [operation('A.10', 5, ['s1', 's2'], { status: 'paused', station: 's2' })];
    expect(minutes(facts(100, { operations }))).toEqual([['A.10', 's2', 100, 105]]);
  });

  it('respects people: one baker bakes one after the other', () => {
    const pools = [{ id: 'skill:baker', capacity: [[0, 1000 * MIN, 1]] as const }];
    const operations = ['A.10', 'B.10'].map((id, index) =>
      operation(id, 5, [`s${index + 1}`], { skill: 'baker', crew: 1 }),
    );
    const starts = minutes(facts(100, { operations, pools })).map(([, , start]) => start);
    expect(starts.sort()).toEqual([100, 105]);
  });

  it('names what cannot be planned: held, behind held, without a station', () => {
    const operations = [
      operation('A.10', 5, ['s1'], { status: 'held' }),
      operation('A.20', 5, ['s1'], { after: [{ operation: 'A.10', minSec: 0, maxSec: null }] }),
      operation('B.10', 5, ['gone']),
    ];
    const { entries, unplaced } = plan(facts(100, { operations }));
    expect(entries).toEqual([]);
    expect(unplaced).toEqual([
      { operation: 'A.10', reason: 'held', facts: {} },
      { operation: 'B.10', reason: 'no-station', facts: {} },
      { operation: 'A.20', reason: 'waits-for-held', facts: { operation: 'A.10' } },
    ]);
  });

  it('waits for material and release', () => {
    const operations = [operation('A.10', 5, ['s1'], { readyAt: 150 * MIN }), operation('B.10', 5, ['s2'])];
    const workOrders = [
      { id: 'A', releaseAt: 0, dueAt: 1000 * MIN, weight: 1, toStock: false },
      { id: 'B', releaseAt: 120 * MIN, dueAt: 1000 * MIN, weight: 1, toStock: false },
    ];
    expect(minutes(facts(100, { operations, workOrders }))).toEqual([
      ['A.10', 's1', 150, 155],
      ['B.10', 's2', 120, 125],
    ]);
  });
});
