import { readProblem } from '../read/read-problem';
import { compile } from './compile';
import type { Model } from './model';

/** A shop of one station and one operation; `run` 10, set-up 5, family q behind p. */
function modelOf(station: object, operation: object = {}, more: object = {}): Model {
  const reading = readProblem({
    version: 1,
    horizon: 1000,
    stations: [{ id: 's', changeover: 'm', family: 'p', ...station }],
    changeovers: {
      m: {
        families: ['p', 'q'],
        seconds: [
          [0, 20],
          [30, 0],
        ],
      },
    },
    jobs: [
      { id: 'J', operations: [{ id: 'x', family: 'q', modes: [{ station: 's', run: 10 }], ...operation }] },
    ],
    ...more,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return compile(reading.problem);
}

/** Start, run start and end of the operation when nothing came before; undefined: no place. */
function placed(model: Model, { whole = false, earliest = 0, opened = [0] } = {}): number[] | undefined {
  const time = model.stationTime(Uint8Array.from(opened));
  time.reset(0);
  return time.place(0, whole, earliest) ? [time.start, time.runStart, time.end] : undefined;
}

test('changeover first, then the run, both in working time', () => {
  expect(placed(modelOf({ calendar: [[100, 200]] }))).toEqual([100, 120, 130]);
});

test('what may pause goes on behind the gap; what may not is put behind it', () => {
  const calendar = [
    [0, 25],
    [50, 100],
  ];
  expect(placed(modelOf({ calendar }))).toEqual([0, 20, 55]); // 5 of 10 seconds before the gap
  expect(placed(modelOf({ calendar }), { whole: true })).toEqual([50, 70, 80]);
});

test('a changeover is done before what the job waits for, as late as possible', () => {
  expect(placed(modelOf({ calendar: [[0, 200]] }), { earliest: 90 })).toEqual([70, 90, 100]);
});

test('a changeover that ends with a shift is done in it; the run begins with the next', () => {
  const calendar = [
    [0, 20],
    [50, 100],
  ];
  expect(placed(modelOf({ calendar }))).toEqual([0, 50, 60]);
});

test('touching intervals are one', () => {
  const calendar = [
    [0, 25],
    [25, 100],
  ];
  expect(placed(modelOf({ calendar }), { whole: true })).toEqual([0, 20, 30]);
});

test('a station that is busy until later starts then', () => {
  expect(placed(modelOf({ calendar: [[0, 200]], freeAt: 60 }))).toEqual([60, 80, 90]);
});

test('overtime is working time when it is opened', () => {
  const model = modelOf({ calendar: [[0, 25]], overtime: [[25, 60]] });
  expect(placed(model, { opened: [0] })).toBeUndefined();
  expect(placed(model, { opened: [1], whole: true })).toEqual([0, 20, 30]);
});

test('a fixed operation is gone round and leaves its family behind', () => {
  const fixed = [{ op: 'F/x', station: 's', start: 5, end: 50 }];
  const jobs = [
    { id: 'F', operations: [{ id: 'x', family: 'q', modes: [{ station: 's', run: 45 }] }] },
    { id: 'J', operations: [{ id: 'x', family: 'p', modes: [{ station: 's', run: 10 }] }] },
  ];
  // q → p takes 30
  expect(placed(modelOf({ calendar: [[0, 200]] }, {}, { fixed, jobs }))).toEqual([50, 80, 90]);
});

test('nothing is placed behind the horizon', () => {
  expect(placed(modelOf({ calendar: [[990, 1000]] }))).toBeUndefined();
});
