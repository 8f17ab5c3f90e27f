import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantOf, levels, type Interval } from '@takt/calendar';
import { parse } from 'papaparse';
import { averageOver } from '@takt/inventory';
import { distributionOf, mostAtOnce, percentile, shareWork, workedMs, type WorkSpan } from '../src';

/** The folder with the production log; where it is absent these tests are skipped. */
const folder = process.env.TAKT_DATA ?? '';
const file = join(folder, 'real-log', 'production-log.csv');
const present = folder !== '' && existsSync(file);
if (!present)
  process.stderr.write('real log: skipped, TAKT_DATA names no folder with real-log/production-log.csv\n');

const MIN = 60_000;
const zone = 'Europe/Amsterdam';
type Row = Record<'work_order' | 'operation' | 'station' | 'worker' | 'start' | 'complete', string>;
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
    const changes = orders.flatMap(([start, end]) => [{ at: start, by: 1 }, { at: end, by: -1 }]); // prettier-ignore
    const area = levels(orders).reduce((sum, [start, end, count]) => sum + (end - start) * count, 0);
    const direct = orders.reduce((sum, [start, end]) => sum + end - start, 0);
    expect(area).toBe(direct);
    expect(averageOver(changes, window)?.toNumber()).toBeCloseTo(direct / (window[1] - window[0]), 9);
  });
});
