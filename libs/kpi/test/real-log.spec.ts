import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellsIn, instantOf, levels, unite, type Interval, type WorkCalendar } from '@takt/calendar';
import { parse } from 'papaparse';
import { averageOver } from '@takt/inventory';
import {
  addSums,
  bucketSums,
  distributionOf,
  input,
  kpiById,
  mostAtOnce,
  percentile,
  producedSums,
  shareWork,
  stationTime,
  workedMs,
  type WorkSpan,
} from '../src';

/** The folder with the production log; where it is absent these tests are skipped. */
const folder = process.env.TAKT_DATA ?? '';
const file = join(folder, 'real-log', 'production-log.csv');
const present = folder !== '' && existsSync(file);
if (!present)
  process.stderr.write('real log: skipped, TAKT_DATA names no folder with real-log/production-log.csv\n');

const MIN = 60_000;
const zone = 'Europe/Amsterdam';
type Row = Record<
  | 'work_order'
  | 'operation'
  | 'station'
  | 'worker'
  | 'start'
  | 'complete'
  | 'report_type'
  | 'qty_completed'
  | 'rework',
  string
>;
const instant = (text: string) =>
  instantOf(text.slice(0, 10), text.slice(11, 16), zone) + Number(text.slice(17, 19)) * 1000;

(present ? describe : describe.skip)('three months of a metal-working shop', () => {
  const rows = present
    ? parse<Row>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data
    : [];
  const spans = rows.map((row): WorkSpan & { order: string } => ({
    worker: row.worker,
    operation: `${row.work_order} ${row.operation}`,
    station: row.station,
    order: row.work_order,
    startAt: instant(row.start),
    endAt: instant(row.complete),
  }));
  const groups = <T>(list: readonly T[], key: (one: T) => string) => {
    const found = new Map<string, T[]>();
    for (const one of list) found.set(key(one), [...(found.get(key(one)) ?? []), one]);
    return found;
  };
  /** Each minute in which anybody worked, ticked off on a list: slow, and shares no code with the library. */
  const minutesWorked = (list: readonly WorkSpan[]) => {
    const ticked = new Set<number>();
    for (const { startAt, endAt } of list) for (let at = startAt; at < endAt; at += MIN) ticked.add(at / MIN);
    return ticked.size;
  };

  it('has people on several stations at once: their overlaps count once', () => {
    expect(spans.length).toBe(1320);
    const people = groups(spans, (span) => span.worker);
    for (const own of people.values()) expect(workedMs(own)).toBe(minutesWorked(own) * MIN);
    expect(Math.max(...[...people.values()].map(mostAtOnce))).toBeGreaterThan(1);
  });

  it('shares out their time without losing any', () => {
    const people = groups(spans, (span) => span.worker);
    const shares = groups(shareWork(spans), (share) => share.worker);
    for (const [worker, own] of people)
      expect((shares.get(worker) ?? []).reduce((sum, share) => sum + share.ms, 0)).toBe(
        minutesWorked(own) * MIN,
      );
  });

  /** The shop worked two shifts: hours are cut where they begin and end. */
  const shift = (crew: string, start: string, end: string) => ({
    crew,
    name: crew,
    start,
    end,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    breaks: [],
  });
  const pattern = {
    id: 'two',
    name: 'two',
    shifts: [shift('day', '06:30', '17:15'), shift('night', '22:00', '06:30')],
  };
  const calendar: WorkCalendar = { zone, pattern, exceptions: [] };
  const whole: Interval = [
    Math.min(...spans.map(({ startAt }) => startAt)),
    Math.max(...spans.map(({ endAt }) => endAt)) + 1,
  ];
  const cells = present ? cellsIn(calendar, whole) : [];

  it.each([
    ['S', 'setup', 'setupSec'],
    ['D', 'running', 'runSec'],
  ] as const)(
    'has the minutes of %s at every station: hours, cut at shifts, sum to them',
    (type, state, name) => {
      const own = rows.flatMap((row, i) => (row.report_type === type ? [spans[i] as WorkSpan] : []));
      const stations = groups(own, (span) => span.station);
      expect(stations.size).toBeGreaterThan(10);
      for (const [station, list] of stations) {
        const facts = unite(list.map(({ startAt, endAt }): Interval => [startAt, endAt])).map(
          ([startAt, endAt]) => ({ state, planned: false, startAt, endAt }),
        );
        const hours = bucketSums(stationTime(facts, [], cells), 'hour');
        const all = addSums([...hours.values()]);
        expect([station, input(all, name).toNumber()]).toEqual([station, minutesWorked(list) * 60]);
        for (const sums of hours.values()) expect(input(sums, name).toNumber()).toBeLessThanOrEqual(3600);
      }
    },
  );

  it('has the share of rework', () => {
    const made = rows.map((row) => ({ qty: Number(row.qty_completed), again: row.rework === 'Y' }));
    const facts = made.map(({ qty, again }) =>
      producedSums({
        at: whole[0],
        good: again ? 0 : qty,
        scrap: 0,
        rework: again ? qty : 0,
        runSecPerUnit: 0,
        repair: false,
      }),
    );
    const total = made.reduce((sum, { qty }) => sum + qty, 0);
    const reworked = made.reduce((sum, { qty, again }) => sum + (again ? qty : 0), 0);
    expect(reworked).toBeGreaterThan(0);
    expect(kpiById('rework-ratio')?.evaluate({ sums: addSums(facts) }).value).toBeCloseTo(
      (100 * reworked) / total,
      9,
    );
  });

  const orders = [...groups(spans, (span) => span.order).values()].map((own): Interval => [
    Math.min(...own.map((span) => span.startAt)),
    Math.max(...own.map((span) => span.endAt)),
  ]);

  it('has lead times whose percentiles are those of the sorted list', () => {
    expect(orders.length).toBe(122);
    const hours = orders.map(([start, end]) => (end - start) / 3_600_000);
    const sorted = [...hours].sort((a, b) => a - b);
    for (const share of [0.5, 0.85, 0.95]) {
      const rank = share * 121;
      const [low, high] = [sorted[Math.floor(rank)], sorted[Math.min(121, Math.floor(rank) + 1)]];
      expect(percentile(distributionOf(hours), share)).toBeCloseTo(low + (rank % 1) * (high - low), 9);
    }
  });

  it('has work in progress that is the sum of the orders’ times over the window', () => {
    const window: Interval = [
      Math.min(...orders.map(([start]) => start)),
      Math.max(...orders.map(([, end]) => end)),
    ];
    const changes = orders.flatMap(([start, end]) => [
      { at: start, by: 1 },
      { at: end, by: -1 },
    ]);
    const area = levels(orders).reduce((sum, [start, end, count]) => sum + (end - start) * count, 0);
    const direct = orders.reduce((sum, [start, end]) => sum + end - start, 0);
    expect(area).toBe(direct);
    expect(averageOver(changes, window)?.toNumber()).toBeCloseTo(direct / (window[1] - window[0]), 9);
  });
});
