import { runsOf, type TimedReport } from './run';

const report = (type: TimedReport['type'], at: number, more: Partial<TimedReport> = {}): TimedReport => ({
  type,
  at,
  station: 'oven-1',
  workers: [],
  setupSec: null,
  ...more,
});
const run = (startAt: number, endAt: number | null, workers: string[] = [], setupSec = 0) => ({
  station: 'oven-1',
  startAt,
  endAt,
  workers,
  setupSec,
  work: 'run',
});

describe('runs of an operation', () => {
  it('last from start to pause and from resume to the end', () => {
    const reports = [report('start', 10), report('pause', 20), report('resume', 30), report('complete', 50)];
    expect(runsOf(reports)).toEqual([run(10, 20), run(30, 50)]);
    expect(runsOf([...reports].reverse())).toEqual([run(10, 20), run(30, 50)]);
    expect(runsOf(reports.slice(0, 3))).toEqual([run(10, 20), run(30, null)]);
  });

  it('belong to who began them, or else to who reports their end', () => {
    expect(runsOf([report('start', 10, { workers: ['A', 'B'] }), report('complete', 50)])).toEqual([
      run(10, 50, ['A', 'B']),
    ]);
    expect(runsOf([report('start', 10), report('complete', 50, { workers: ['A'] })])).toEqual([
      run(10, 50, ['A']),
    ]);
  });

  it('change hands when others report pieces', () => {
    const reports = [
      report('start', 10, { workers: ['A'] }),
      report('quantity', 20, { workers: ['A'] }),
      report('quantity', 30, { workers: ['B'] }),
      report('complete', 50, { workers: ['B'] }),
    ];
    expect(runsOf(reports)).toEqual([run(10, 30, ['A']), run(30, 50, ['B'])]);
  });

  it('end with a hold, and do not go on by themselves after it', () => {
    expect(runsOf([report('start', 10), report('resume', 60)], [{ at: 30 }])).toEqual([
      run(10, 30),
      run(60, null),
    ]);
  });

  it('carry the set-up that was reported', () => {
    const reports = [report('start', 0, { setupSec: 60 }), report('complete', 100, { setupSec: 30 })];
    expect(runsOf(reports)).toEqual([run(0, 100, [], 90)]);
  });

  it('of a second start without an end before it follow each other', () => {
    expect(runsOf([report('start', 10), report('resume', 20), report('pause', 30)])).toEqual([
      run(10, 20),
      run(20, 30),
    ]);
  });

  it('are also the stretches told as a whole, beside each other and the rest', () => {
    const stretch = (startAt: number, at: number, work: TimedReport['work'], worker: string) =>
      report('quantity', at, { startAt, work, workers: [worker] });
    const reports = [
      report('start', 10, { workers: ['A'] }),
      stretch(0, 4_000, 'setup', 'B'),
      stretch(2_000, 5_000, 'run', 'C'),
      stretch(5_000, 5_000, 'run', 'C'),
      stretch(5_000, 6_000, 'other', 'D'),
      report('complete', 9_000, { startAt: 8_000, work: 'run', workers: ['E'] }),
    ];
    expect(runsOf(reports)).toEqual([
      { ...run(0, 4_000, ['B'], 4), work: 'setup' },
      run(2_000, 5_000, ['C']),
      { ...run(5_000, 6_000, ['D']), work: 'other' },
      run(8_000, 9_000, ['E']),
      run(10, 9_000, ['A']),
    ]);
  });

  it('are none without a start', () => {
    expect(runsOf([report('quantity', 10), report('complete', 20)])).toEqual([]);
  });
});
