import { fixedWork } from './fixed-work';
import { entry, facts, MIN, operation, station } from '../test/sample';

const minutes = (rows: ReturnType<typeof fixedWork>) =>
  rows.map((row) => [row.operation, row.station, row.startAt / MIN, row.endAt / MIN, row.fixed]);

describe('fixed work', () => {
  it('keeps a running operation where it runs, to the end of its rest', () => {
    const running = operation('A.10', 7, ['s1', 's2'], { status: 'running', station: 's1' });
    expect(minutes(fixedWork(facts(100, { operations: [running] })))).toEqual([
      ['A.10', 's1', 100, 107, 'running'],
    ]);
  });

  it('lets a running operation wait for its station to come back', () => {
    const running = operation('A.10', 7, ['s1'], { status: 'running', station: 's1' });
    const stations = [station('s1', { downUntil: 130 * MIN })];
    expect(minutes(fixedWork(facts(100, { operations: [running], stations })))).toEqual([
      ['A.10', 's1', 100, 137, 'running'],
    ]);
  });

  it('moves frozen work right behind what runs late, in its order', () => {
    const operations = [
      operation('A.10', 20, ['s1'], { status: 'running', station: 's1' }),
      operation('B.10', 5, ['s1', 's2']),
      operation('C.10', 5, ['s1', 's2']),
    ];
    const published = [
      entry('A.10', 's1', [90, 110]),
      entry('B.10', 's1', [110, 115]),
      entry('C.10', 's1', [115, 120]),
    ];
    expect(minutes(fixedWork(facts(100, { frozenSec: 1800, operations, published })))).toEqual([
      ['A.10', 's1', 100, 120, 'running'],
      ['B.10', 's1', 120, 125, 'frozen'],
      ['C.10', 's1', 125, 130, 'frozen'],
    ]);
  });

  it('ends in whole seconds, so that what follows shares no second with it', () => {
    const operations = [
      operation('A.10', 20, ['s1'], { status: 'running', station: 's1' }),
      operation('B.10', 5, ['s1']),
    ];
    const stations = [station('s1', { downUntil: 100 * MIN + 500 })];
    const published = [entry('B.10', 's1', [110, 115])];
    const [first, second] = fixedWork(facts(100, { frozenSec: 1800, operations, published, stations }));
    expect([first?.endAt, second?.startAt]).toEqual([120 * MIN + 1000, 120 * MIN + 1000]);
  });

  it('leaves alone what starts after the frozen zone', () => {
    const published = [entry('A.10', 's1', [131, 140])];
    expect(
      fixedWork(facts(100, { frozenSec: 1800, operations: [operation('A.10', 9, ['s1'])], published })),
    ).toEqual([]);
  });

  it('lets go what stands at a station that is down, unless a person pinned it', () => {
    const stations = [station('s1', { downUntil: 200 * MIN }), station('s2')];
    const published = [entry('A.10', 's1', [110, 115]), entry('B.10', 's1', [115, 120])];
    const operations = [
      operation('A.10', 5, ['s1', 's2']),
      operation('B.10', 5, ['s1', 's2'], { pinned: true }),
    ];
    expect(minutes(fixedWork(facts(100, { frozenSec: 1800, operations, published, stations })))).toEqual([
      ['B.10', 's1', 200, 205, 'pinned'],
    ]);
  });

  it('lets go what waits for something that is not certain', () => {
    const published = [entry('A.20', 's2', [110, 115])];
    const operations = [
      operation('A.10', 5, ['s1']),
      operation('A.20', 5, ['s2'], { after: [{ operation: 'A.10', minSec: 0, maxSec: null }] }),
    ];
    expect(fixedWork(facts(100, { frozenSec: 1800, operations, published }))).toEqual([]);
  });

  it('counts the changeover from what runs before', () => {
    const matrices = [
      {
        id: 'm',
        families: ['x', 'y'],
        seconds: [
          [0, 300],
          [300, 0],
        ],
      },
    ];
    const stations = [station('s1', { changeover: 'm', family: 'x' })];
    const published = [entry('A.10', 's1', [101, 106])];
    const operations = [operation('A.10', 5, ['s1'], { family: 'y' })];
    const [row] = fixedWork(facts(100, { frozenSec: 1800, operations, published, stations, matrices }));
    expect([row?.startAt, row?.runStartAt, row?.endAt]).toEqual([101 * MIN, 106 * MIN, 111 * MIN]);
  });
});
