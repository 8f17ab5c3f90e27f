import { addDays, bucketOf, weekOf, type WorkCalendar } from '@takt/calendar';
import type { KpiDimension } from '@takt/contracts';
import type { Sums } from '@takt/kpi';
import { Exact } from '@takt/production';
import { AREAS, areasOf, LEVEL_NAMES } from '../cube/level';
import { averagedSpan, figureValue, type FigureReading, type FigureSetting } from './figure-value';
import { segmentsBefore, segmentsOf, type FigureWindow } from './figure-window';
import type { FigureGroup } from './figure.repository';

type TimeKind = 'day' | 'week' | 'month';

/** A window with its break-down. */
interface Asked {
  readonly window: FigureWindow;
  readonly by: readonly KpiDimension[];
}

/** A bucket of time; key empty: the whole window. */
interface TimeSpan {
  readonly key: string;
  /** epoch ms */
  readonly from: number;
  readonly to: number;
}

const STORED = [...LEVEL_NAMES];
const isTime = (one: KpiDimension): one is TimeKind => one === 'day' || one === 'week' || one === 'month';
const isArea = (name: string): boolean => AREAS.some(([area]) => area === name);
const keyOf = (keys: readonly string[]): string => keys.join('\n');

/**
 * The values of a figure of what stands for a while, in a window by dimensions (without: one): from what was there before the window and
 * what changed in it. What has not been counted yet is left out.
 */
export function levelReading(setting: FigureSetting, { window, by }: Asked): FigureReading {
  const { kpi, cube, zone, filter } = setting;
  const time = by.find(isTime);
  const dims = by.filter((one) => one !== time);
  const ordered = time === undefined ? dims : [...dims, time];
  const inputs = [...new Set([...STORED, ...kpi.inputs.filter((name) => !isArea(name))])];
  const query = { cube, filter, inputs, durations: false };
  const spans =
    time === undefined ? [{ key: '', from: window.from, to: window.to }] : spansOf(zone, time, window);
  return {
    queries: [
      { ...query, by: dims, segments: segmentsBefore(window.days?.[0] ?? '') },
      { ...query, by: ordered, segments: segmentsOf(window, ordered, cube.grain) },
    ],
    values: ([before = [], inside = []]) => {
      const combinations = new Map(
        [...before, ...inside]
          .map(({ keys }) => keys.slice(0, dims.length))
          .map((keys) => [keyOf(keys), keys]),
      );
      const opened = new Map(before.map((group) => [keyOf(group.keys), group]));
      const known = new Map(inside.map((group) => [keyOf(group.keys), group]));
      return [...combinations.values()].flatMap((keys) => {
        const ofTime = (key: string): FigureGroup | undefined =>
          known.get(keyOf(time === undefined ? keys : [...keys, key]));
        return along(setting, { spans, ofTime, opening: opened.get(keyOf(keys))?.sums ?? {} }).map(
          ({ span, ...value }) => {
            const bucketKeys = by.map((one) => (one === time ? span.key : (keys[dims.indexOf(one)] ?? '')));
            return figureValue(setting, { by, keys: bucketKeys, span: [span.from, span.to], ...value });
          },
        );
      });
    },
  };
}

interface Course {
  readonly spans: readonly TimeSpan[];
  readonly ofTime: (key: string) => FigureGroup | undefined;
  readonly opening: Record<string, string>;
}

/** What one combination of keys was from bucket to bucket. */
function along(setting: FigureSetting, { spans, ofTime, opening }: Course) {
  let level = opening;
  return spans.flatMap((span) => {
    const [from, end] = averagedSpan(setting, [span.from, span.to]);
    if (end <= from && span.key !== '') return [];
    const group = ofTime(span.key);
    const sums = group?.sums ?? {};
    const areas = areasOf({ opening: level, inside: sums, window: [from, end] });
    level = Object.fromEntries(
      STORED.map((name) => [name, new Exact(level[name] ?? 0).plus(sums[name] ?? 0).toFixed()]),
    );
    const facts = { sums: { ...sums, ...areas } as Sums, windowSec: (end - from) / 1000 };
    return [{ span, facts, sources: group?.sources ?? {} }];
  });
}

/** The buckets of time in a window, within it. */
function spansOf(zone: string, kind: TimeKind, { days, from, to }: FigureWindow): TimeSpan[] {
  const calendar: WorkCalendar = { zone, pattern: null, exceptions: [] };
  const keys = new Set<string>();
  for (let day = days?.[0] ?? ''; day < (days?.[1] ?? ''); day = addDays(day, 1))
    keys.add(kind === 'day' ? day : kind === 'week' ? weekOf(day) : day.slice(0, 7));
  return [...keys].flatMap((key) => {
    const bucket = bucketOf(calendar, kind, key);
    return bucket ? [{ key, from: Math.max(from, bucket.startAt), to: Math.min(to, bucket.endAt) }] : [];
  });
}
