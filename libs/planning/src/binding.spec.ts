import { entry, facts, MIN, operation, station } from '../test/sample';
import { bindingChain } from './binding';

const kinds = (given: ReturnType<typeof facts>, id: string) =>
  bindingChain(given, id)?.map(({ kind, subject }) => [kind, subject]);

describe('what binds an operation', () => {
  it('is a chain back to what runs now', () => {
    const operations = [
      operation('A.10', 5, ['s1']),
      operation('B.10', 5, ['s1']),
      operation('B.20', 5, ['s2'], { after: [{ operation: 'B.10', minSec: 120, maxSec: null }] }),
    ];
    const published = [
      entry('A.10', 's1', [100, 105], { fixed: 'running' }),
      entry('B.10', 's1', [105, 110]),
      entry('B.20', 's2', [112, 117]),
    ];
    expect(kinds(facts(100, { operations, published }), 'B.20')).toEqual([
      ['after', 'B.10'],
      ['station', 'A.10'],
      ['running', 'A.10'],
    ]);
  });

  it('may be release, material, the calendar, or nothing', () => {
    const stations = [
      station('s1', {
        work: [
          [0, 200 * MIN],
          [300 * MIN, 900 * MIN],
        ],
      }),
    ];
    const at = (start: number, readyAt: number, releaseAt: number) =>
      kinds(
        facts(100, {
          stations,
          operations: [operation('A.10', 5, ['s1'], { readyAt: readyAt * MIN })],
          workOrders: [{ id: 'A', releaseAt: releaseAt * MIN, dueAt: 0, weight: 1, toStock: false }],
          published: [entry('A.10', 's1', [start, start + 5])],
        }),
        'A.10',
      );
    expect(at(150, 0, 150)).toEqual([['release', 'A']]);
    expect(at(150, 150, 0)).toEqual([['ready', 'A.10']]);
    expect(at(300, 0, 0)).toEqual([['calendar', 's1']]);
    expect(at(170, 0, 0)).toEqual([['free', 'A.10']]);
  });

  it('is not what was only planned to end just in time', () => {
    const operations = [
      operation('A.10', 20, ['s1']),
      operation('A.20', 5, ['s2'], { after: [{ operation: 'A.10', minSec: 0, maxSec: null }] }),
      operation('B.10', 40, ['s2']),
    ];
    const published = [
      entry('A.10', 's1', [120, 140]),
      entry('B.10', 's2', [100, 140], { fixed: 'running' }),
      entry('A.20', 's2', [140, 145]),
    ];
    expect(kinds(facts(100, { operations, published }), 'A.20')).toEqual([
      ['station', 'B.10'],
      ['running', 'B.10'],
    ]);
  });

  it('is nothing where the plan could have it earlier: it says from when', () => {
    const operations = [
      operation('A.10', 20, ['s1'], { readyAt: 105 * MIN }),
      operation('A.20', 5, ['s2'], { after: [{ operation: 'A.10', minSec: 0, maxSec: null }] }),
    ];
    const published = [entry('A.10', 's1', [150, 170]), entry('A.20', 's2', [170, 175])];
    const stations = [
      station('s1', {
        work: [
          [0, 104 * MIN],
          [110 * MIN, 900 * MIN],
        ],
      }),
      station('s2'),
    ];
    expect(bindingChain(facts(100, { operations, published, stations }), 'A.20')).toMatchObject([
      { kind: 'after', subject: 'A.10' },
      { kind: 'free', subject: 'A.10', fromAt: 110 * MIN },
    ]);
  });

  it('may be people who are at work elsewhere, or come later', () => {
    const packs = { crew: 1, skill: 'pack' };
    const stations = [station('s1'), station('s2')];
    const operations = [operation('A.10', 5, ['s1'], packs), operation('B.10', 5, ['s2'], packs)];
    const published = [entry('A.10', 's1', [110, 130]), entry('B.10', 's2', [130, 150])];
    const people = (packers: number, from = 0) => [
      { id: 'skill:pack', capacity: [[from * MIN, 900 * MIN, packers]] as const },
      { id: 'line:a', capacity: [[0, 900 * MIN, 9]] as const },
    ];
    const why = (pools: ReturnType<typeof people>) =>
      kinds(facts(100, { stations, operations, published, pools }), 'B.10');
    expect(why(people(1))).toEqual([
      ['skill', 'pack'],
      ['free', 'A.10'],
    ]);
    expect(why(people(2, 130))).toEqual([['skill', 'pack']]);
    expect(why(people(2))).toEqual([['free', 'B.10']]);
  });

  it('may be a hold, or the place that it is to keep', () => {
    const stations = [station('s1')];
    const why = (held: boolean, fixed: 'frozen' | null) =>
      kinds(
        facts(100, {
          stations,
          operations: [operation('A.10', 5, ['s1'], { status: held ? 'held' : 'open' })],
          published: [entry('A.10', 's1', [150, 155], { fixed })],
        }),
        'A.10',
      );
    expect(why(true, null)).toEqual([['hold', 'A.10']]);
    expect(why(false, 'frozen')).toEqual([['kept', 'A.10']]);
    const soon = { operations: [operation('A.10', 5, ['s1'])], published: [entry('A.10', 's1', [109, 114])] };
    expect(kinds(facts(100, { ...soon, frozenSec: 600 }), 'A.10')).toEqual([['kept', 'A.10']]);
    expect(kinds(facts(100, { ...soon, frozenSec: 500 }), 'A.10')).toEqual([['free', 'A.10']]);
  });

  it('is unknown for what is not planned', () => expect(bindingChain(facts(0, {}), 'A.10')).toBeNull());
});
