import { addDays, dayOf, startOfDay } from '@takt/calendar';
import type { FigureReportSpan } from '@takt/contracts';
import type { PlantAsWas } from '../roll-up/as-was';

/** What reports follow one another of: every shift, production day or month, of a line or of the whole plant. */
export interface PeriodKind {
  readonly span: FigureReportSpan;
  /** null: the whole plant */
  readonly line: string | null;
}

/** One shift, production day or month. */
export interface ReportPeriod {
  /** `2026-03-04T06:00/early`, `2026-03-04`, `2026-03` */
  readonly key: string;
  /** production day; of a month its first */
  readonly day: string;
  /** epoch ms */
  readonly from: number;
  /** epoch ms, exclusive: a day ends with the night shift that opened on it */
  readonly to: number;
}

/** A place in the row of periods: after those that ended before, and of those that end together after the one named. */
export interface PeriodMark {
  /** epoch ms */
  readonly at: number;
  readonly key: string;
}

const DAY_MS = 86_400_000;
/** No plant is closed for longer. */
const LOOK_DAYS = 62;
const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;
const monthAfter = (day: string): string => monthOf(addDays(monthOf(day), 32));

function daysOf(plant: PlantAsWas, { span, line }: PeriodKind, day: string): ReportPeriod[] {
  const lines = line === null ? [...plant.lines, ...(span === 'shift' ? [] : [null])] : [line];
  const window = [startOfDay(day, plant.zone), startOfDay(addDays(day, 2), plant.zone)] as const;
  const found = new Map<string, ReportPeriod>();
  for (const cell of lines.flatMap((one) => plant.cells(one, window))) {
    const key = span === 'shift' ? cell.shift : cell.day;
    if (cell.day !== day || key === null) continue;
    const { from = Infinity, to = -Infinity } = found.get(key) ?? {};
    found.set(key, { key, day, from: Math.min(from, cell.startAt), to: Math.max(to, cell.endAt) });
  }
  return [...found.values()];
}

/** The periods of a kind that begin on a day; of months the one that holds it. */
export function periodsOn(plant: PlantAsWas, kind: PeriodKind, day: string): ReportPeriod[] {
  if (kind.span !== 'month') return daysOf(plant, kind, day);
  const days = { ...kind, span: 'day' } as const;
  const [first] = daysOf(plant, days, monthOf(day));
  const [last] = daysOf(plant, days, addDays(monthAfter(day), -1));
  return first && last ? [{ key: day.slice(0, 7), day: monthOf(day), from: first.from, to: last.to }] : [];
}

const isAfter = ({ to, key }: ReportPeriod, mark: PeriodMark): boolean =>
  to > mark.at || (to === mark.at && key > mark.key);
const inOrder = (a: ReportPeriod, b: ReportPeriod): number => a.to - b.to || (a.key < b.key ? -1 : 1);

/** The period that ends first after a mark; null: none within two months. */
export function nextPeriod(plant: PlantAsWas, kind: PeriodKind, mark: PeriodMark): ReportPeriod | null {
  const today = dayOf(mark.at, plant.zone);
  const after = kind.span === 'month' ? monthAfter : (day: string): string => addDays(day, 1);
  const limit = addDays(today, LOOK_DAYS);
  for (let day = addDays(today, -2); day <= limit; day = after(day)) {
    const own = periodsOn(plant, kind, day).filter((period) => isAfter(period, mark));
    if (own.length === 0) continue;
    // What begins on the next day may end before it.
    const next = periodsOn(plant, kind, after(day)).filter((period) => isAfter(period, mark));
    return [...own, ...next].sort(inOrder)[0] ?? null;
  }
  return null;
}

/** The period that has ended last at an instant; null: none within two months. */
export function lastPeriod(plant: PlantAsWas, kind: PeriodKind, now: number): ReportPeriod | null {
  let last: ReportPeriod | null = null;
  for (const back of [3, LOOK_DAYS]) {
    let mark: PeriodMark = { at: now - back * DAY_MS, key: '' };
    for (;;) {
      const next = nextPeriod(plant, kind, mark);
      if (!next || next.to > now) break;
      last = next;
      mark = { at: next.to, key: next.key };
    }
    if (last) return last;
  }
  return null;
}
