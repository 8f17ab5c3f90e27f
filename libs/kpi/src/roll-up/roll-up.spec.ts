import { cellsIn, workingTime, type Cell, type Interval, type WorkCalendar } from '@takt/calendar';
import type { StationState } from '@takt/contracts';
import * as fc from 'fast-check';
import { kpiById } from '../catalog';
import { addSums, input, type InputName, type Sums } from '../input';
import { bucketSums, type Contribution } from './contribution';
import { inProgress } from './in-progress';
import { attended, creditOf, mostAtOnce, onOrders, shareWork, workedMs, type WorkSpan } from './labour';
import { pieces, type PiecesFact } from './pieces';
import { stationTime, type StateFact } from './station-time';
import { workSpans } from './work-span';

const MIN = 60_000;
const H = 60 * MIN;
const at = (text: string) => Date.parse(`2026-${text}+08:00`);
const shift = (crew: string, start: string, end: string, breaks: { start: string; end: string }[] = []) => ({
  crew,
  name: crew,
  weekdays: [1, 2, 3, 4, 5],
  start,
  end,
  breaks,
});
const line: WorkCalendar = {
  zone: 'Asia/Shanghai',
  pattern: {
    shifts: [
      shift('early', '06:00', '14:00', [{ start: '10:00', end: '10:30' }]),
      shift('night', '22:00', '06:00'),
    ],
  },
  exceptions: [],
  line: 'bakery',
  station: null,
};
const day: Interval = [at('03-06T00:00'), at('03-08T00:00')]; // Friday and Saturday
const cells: Cell[] = cellsIn(line, day);
const work = workingTime(line, day);
const span = (state: StationState, from: string, to: string, planned = false): StateFact => ({
  state,
  planned,
  startAt: at(from),
  endAt: at(to),
});
const total = (contributions: readonly Contribution[]) => addSums(contributions.map((one) => one.sums));
const minutes = (sums: Sums | undefined, ...names: InputName[]) =>
  names.map((name) => input(sums ?? {}, name).toNumber() / 60);

describe('station time', () => {
  it('of the golden shift gives the golden figures', () => {
    const states = [
      span('running', '03-06T06:00', '03-06T10:00'),
      span('idle', '03-06T10:00', '03-06T10:30'), // the break
      span('setup', '03-06T10:30', '03-06T11:00'),
      span('fault', '03-06T11:00', '03-06T11:40'),
      span('running', '03-06T11:40', '03-06T14:00'),
    ];
    const made: PiecesFact = {
      at: at('03-06T13:00'),
      good: 686,
      scrap: 14,
      rework: 0,
      runSecPerUnit: 30,
      labourSecPerUnit: 48,
      unitValue: 5,
      last: true,
      repair: false,
    };
    const sums = total([...stationTime(states, work, cells), ...pieces(made, cells)]);
    expect(minutes(sums, 'plannedBusySec', 'productionSec', 'setupSec', 'downSec')).toEqual([
      450, 380, 30, 40,
    ]);
    const figures = ['availability', 'performance', 'quality', 'oee', 'nee'].map((id) =>
      kpiById(id)?.evaluate({ sums }).value?.toFixed(3),
    );
    expect(figures).toEqual(['84.444', '92.105', '98.000', '76.222', '82.240']);
  });

  it('leaves planned downtime and silence out of planned busy time', () => {
    const states = [
      span('stopped', '03-06T06:00', '03-06T07:00', true),
      span('maintenance', '03-06T07:00', '03-06T08:00'),
      span('cleaning', '03-06T08:00', '03-06T08:30'),
      span('unknown', '03-06T08:30', '03-06T11:00'),
      span('idle', '03-06T11:00', '03-06T12:00'),
    ];
    const sums = total(stationTime(states, work, cells));
    expect(minutes(sums, 'plannedBusySec', 'idleSec', 'unknownSec', 'productionSec')).toEqual([
      60, 60, 120, 0,
    ]);
  });

  it('counts what runs outside the plan as planned busy', () => {
    const sums = total(
      stationTime(
        [span('running', '03-06T13:00', '03-06T15:00'), span('idle', '03-06T15:00', '03-06T16:00')],
        work,
        cells,
      ),
    );
    expect(minutes(sums, 'plannedBusySec', 'productionSec', 'idleSec')).toEqual([120, 120, 0]);
  });

  it('gives the Friday night shift whole to Friday, and its hours to themselves', () => {
    const contributions = stationTime([span('running', '03-06T22:00', '03-07T06:00')], work, cells);
    const days = bucketSums(contributions, 'day');
    expect([...days].map(([key, sums]) => [key, ...minutes(sums, 'productionSec')])).toEqual([
      ['2026-03-06', 480],
    ]);
    expect([...bucketSums(contributions, 'shift').keys()]).toEqual(['2026-03-06T22:00/night']);
    expect(bucketSums(contributions, 'hour').size).toBe(8);
  });

  it('counts a failure once, where it begins, over hours and reasons', () => {
    const states = [
      span('fault', '03-06T07:30', '03-06T08:10'),
      span('fault', '03-06T08:10', '03-06T09:00'),
      span('running', '03-06T09:00', '03-06T10:00'),
      span('fault', '03-06T10:00', '03-06T10:10'),
    ];
    const hours = bucketSums(stationTime(states, work, cells), 'hour');
    const failures = [...hours].map(([key, sums]) => [key.slice(11, 13), input(sums, 'failures').toNumber()]);
    expect(failures).toEqual([
      ['07', 1],
      ['08', 0],
      ['09', 0],
      ['10', 1],
    ]);
  });

  it('takes repair time from faults alone, also planned ones and outside working time', () => {
    const states = [
      span('stopped', '03-06T13:00', '03-06T13:20'),
      span('fault', '03-06T13:30', '03-06T14:30', true),
    ];
    const sums = total(stationTime(states, work, cells));
    expect(minutes(sums, 'faultSec', 'downSec', 'plannedBusySec')).toEqual([60, 20, 20]);
  });

  it('sums from hours to shifts, days and the whole; open and closed parts alike', () => {
    const states = fc.array(
      fc.tuple(
        fc.constantFrom<StationState>('running', 'idle', 'fault', 'unknown', 'setup'),
        fc.integer({ min: 1, max: 300 }),
      ),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(states, (list) => {
        let from = day[0];
        const facts = list.map(([state, length]): StateFact => {
          const startAt = from;
          from += length * MIN;
          return { state, planned: false, startAt, endAt: from };
        });
        const contributions = stationTime(facts, work, cells);
        const whole = total(contributions);
        for (const kind of ['hour', 'day', 'month'] as const) {
          const parts = addSums([...bucketSums(contributions, kind).values()]);
          expect(minutes(parts, 'plannedBusySec', 'unknownSec', 'runSec')).toEqual(
            minutes(whole, 'plannedBusySec', 'unknownSec', 'runSec'),
          );
        }
        const [busy, ...kinds] = minutes(
          whole,
          'plannedBusySec',
          'productionSec',
          'setupSec',
          'downSec',
          'idleSec',
        );
        expect(kinds.reduce((sum, one) => sum + one, 0)).toBeCloseTo(busy, 9);
      }),
    );
  });
});

describe('pieces', () => {
  const made = (more: Partial<PiecesFact>): PiecesFact => ({
    at: at('03-06T07:00'),
    good: 8,
    scrap: 1,
    rework: 1,
    runSecPerUnit: 30,
    labourSecPerUnit: 60,
    unitValue: '2.5',
    last: false,
    repair: false,
    ...more,
  });
  const sumsOf = (more: Partial<PiecesFact>) => {
    const sums = total(pieces(made(more), cells));
    return Object.fromEntries(
      Object.keys(sums).map((name) => [name, input(sums, name as InputName).toNumber()]),
    );
  };
  it('count in the hour that begins with them', () => {
    expect(pieces(made({}), cells).map(({ cell }) => cell.hour)).toEqual(['2026-03-06T07:00+08:00']);
    expect(sumsOf({})).toEqual({
      producedQty: 10,
      goodQty: 8,
      scrapQty: 1,
      reworkQty: 1,
      plannedRunSec: 300,
      goodRunSec: 240,
      earnedSec: 480,
    });
  });

  it('of the last operation are output; repaired ones are only that', () => {
    expect(sumsOf({ last: true })).toMatchObject({ outputQty: 8, outputValue: 20 });
    expect(sumsOf({ last: true, repair: true })).toEqual({ outputQty: 8, outputValue: 20, earnedSec: 480 });
  });

  it('taken back leave nothing', () => {
    const both = total([
      ...pieces(made({}), cells),
      ...pieces(made({ good: -8, scrap: -1, rework: -1 }), cells),
    ]);
    expect(
      Object.keys(both)
        .map((name) => input(both, name as InputName).toNumber())
        .every((n) => n === 0),
    ).toBe(true);
  });
});

const works = (worker: string, operation: string, from: number, to: number): WorkSpan => ({
  worker,
  operation,
  station: `station of ${operation}`,
  startAt: from,
  endAt: to,
});

describe('labour', () => {
  it('of three people for a shift gives the golden figures', () => {
    const shiftTime: Interval = [at('03-06T06:00'), at('03-06T13:30')];
    const people = [1, 2, 3].flatMap(() => attended([shiftTime], cells, () => 27_000));
    const busy = [1, 2, 3].flatMap((n) =>
      onOrders([works(`P${n}`, 'WO-1.10', at('03-06T06:00'), at('03-06T12:00'))], [shiftTime], cells),
    );
    const made = pieces(
      {
        at: at('03-06T12:00'),
        good: 686,
        scrap: 0,
        rework: 0,
        runSecPerUnit: 30,
        labourSecPerUnit: 48,
        unitValue: 1,
        last: true,
        repair: false,
      },
      cells,
    );
    const sums = total([...people, ...busy, ...made]);
    const shown = (id: string) => kpiById(id)?.evaluate({ sums }).value?.toFixed(2);
    expect(
      ['labour-productivity', 'earned-hours', 'worker-efficiency', 'output-per-employee'].map(shown),
    ).toEqual(['30.49', '40.65', '80.00', '228.67']);
  });

  it('counts a badge twice only once, and work only while somebody is here', () => {
    const presence: Interval[] = [
      [at('03-06T06:00'), at('03-06T10:00')],
      [at('03-06T09:00'), at('03-06T12:00')],
    ];
    expect(input(total(attended(presence, cells, () => 27_000)), 'attendedSec').toNumber()).toBe(6 * 3600);
    const long = [works('P1', 'WO-1.10', at('03-06T11:00'), at('03-06T15:00'))];
    expect(input(total(onOrders(long, presence, cells)), 'onOrderSec').toNumber()).toBe(3600);
  });

  it('is split while one person tends several stations', () => {
    const spans = [
      works('P1', 'A', 0, 60),
      works('P1', 'B', 20, 50),
      works('P1', 'B', 20, 50),
      works('P2', 'A', 0, 10),
    ];
    const shares = shareWork(spans).map(
      ({ worker, operation, interval, ms }) => `${worker} ${operation} ${interval.join('–')}: ${ms}`,
    );
    expect(shares).toEqual([
      'P1 A 0–20: 20',
      'P1 A 20–50: 15',
      'P1 B 20–50: 15',
      'P1 A 50–60: 10',
      'P2 A 0–10: 10',
    ]);
    expect([workedMs(spans.filter((one) => one.worker === 'P1')), mostAtOnce(spans.slice(0, 2))]).toEqual([
      60, 2,
    ]);
  });

  it('shares sum to the time that was worked, to the millisecond', () => {
    const anySpan = fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.nat(50), fc.nat(50));
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 12 }), (list) => {
        const spans = list.map(([operation, a, b]) => works('P1', operation, Math.min(a, b), Math.max(a, b)));
        const shared = shareWork(spans).reduce((sum, one) => sum + one.ms, 0);
        expect(shared).toBe(workedMs(spans));
        expect(shareWork([...spans, ...spans].reverse())).toEqual(shareWork(spans));
      }),
    );
  });

  it('credits what several made together, to the last millionth', () => {
    const shares = creditOf({ outputQty: '100', earnedSec: 30 }, ['P3', 'P1', 'P2', 'P1']);
    expect(
      shares.map(
        ([worker, { outputQty, earnedSec }]) => `${worker} ${String(outputQty)} ${String(earnedSec)}`,
      ),
    ).toEqual(['P1 33.333334 10', 'P2 33.333333 10', 'P3 33.333333 10']);
    expect(creditOf({ outputQty: 5 }, []).map(([worker, sums]) => [worker, Number(sums.outputQty)])).toEqual([
      ['', 5],
    ]);
  });

  it('follows from reports: from start or resume to pause or completion', () => {
    const report = (
      type: 'start' | 'pause' | 'resume' | 'quantity' | 'complete',
      when: number,
      workers: string[],
    ) => ({ operation: 'A', station: 'oven-1', type, at: when, workers });
    const reports = [
      report('complete', 90, ['P2']),
      report('start', 10, ['P1']),
      report('pause', 30, ['P1']),
      report('resume', 50, ['P1']),
    ];
    expect(
      workSpans(reports, 999).map(({ worker, startAt, endAt }) => `${worker} ${startAt}–${endAt}`),
    ).toEqual(['P1 10–30', 'P1 50–90', 'P2 50–90']);
    expect(workSpans([report('start', 10, ['P1'])], 40)).toMatchObject([{ startAt: 10, endAt: 40 }]);
    expect(workSpans([report('quantity', 10, ['P1'])], 40)).toEqual([]);
    const whole = { ...report('quantity', 30, ['P1', 'P2']), startAt: 20 };
    expect(workSpans([report('start', 25, ['P3']), whole, report('pause', 40, [])], 99)).toMatchObject([
      { worker: 'P1', startAt: 20, endAt: 30 },
      { worker: 'P2', startAt: 20, endAt: 30 },
      { worker: 'P3', startAt: 25, endAt: 40 },
    ]);
  });
});

describe('work in progress', () => {
  it('is weighted by time', () => {
    const orders = [
      { startAt: day[0], endAt: day[0] + 48 * H, standardHours: 2 },
      { startAt: day[0] + 12 * H, endAt: day[0] + 24 * H, standardHours: 10 },
    ];
    const sums = total(orders.flatMap((order) => inProgress(order, cells)));
    const facts = { sums, windowSec: 48 * 3600 };
    expect(kpiById('wip-orders')?.evaluate(facts).value).toBe(1.25);
    expect(kpiById('wip-hours')?.evaluate(facts).value).toBe(4.5);
  });
});
