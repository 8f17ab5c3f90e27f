import type { Interval, Problem, Station } from '../problem';
import { type Effort, solveFrom } from './effort';

const HOUR = 3600;

/** What more working time on a station would be worth. */
export interface OvertimeValue {
  readonly station: string;
  /** The time that was added: up to an hour from the first end of work on; null when the station works all the time. */
  readonly interval: Interval | null;
  /** Fall of the score, the price of the hour not taken off; 0 when it helps nobody. */
  readonly value: number;
}

/**
 * What an hour of overtime is worth on each station, most valuable first: the shop is searched again with the hour as working
 * time. Stations on which no operation runs in the plan are left out.
 */
export function overtimeValues(problem: Problem, effort: Effort): OvertimeValue[] {
  const before = solveFrom(problem, effort);
  const busy = new Set(before.operations.map(({ station }) => station));
  return problem.stations
    .filter(({ id }) => busy.has(id))
    .map((station): OvertimeValue => {
      const interval = firstGap(station, problem.horizon);
      if (!interval) return { station: station.id, interval, value: 0 };
      const longer = {
        ...station,
        calendar: withInterval(station.calendar, interval),
        overtime: outside(station.overtime, interval),
      };
      const stations = problem.stations.map((each) => (each === station ? longer : each));
      const { score, unplaced } = solveFrom({ ...problem, stations }, { ...effort, start: before });
      const value = unplaced.length > before.unplaced.length ? 0 : Math.max(0, before.score - score);
      return { station: station.id, interval, value };
    })
    .sort((a, b) => b.value - a.value || (a.station < b.station ? -1 : 1));
}

/** Up to an hour from the first end of work on. */
function firstGap({ calendar, freeAt }: Station, horizon: number): Interval | null {
  for (let i = 0; i < calendar.length; i++) {
    const end = calendar[i]![1];
    const next = calendar[i + 1]?.[0] ?? horizon;
    if (end > freeAt && next > end) return [end, Math.min(end + HOUR, next)];
  }
  return null;
}

function withInterval(calendar: readonly Interval[], interval: Interval): Interval[] {
  return [...calendar, interval].sort((a, b) => a[0] - b[0]);
}

/** Overtime that lies in the added time is no longer on offer. */
function outside(overtime: readonly Interval[], [start, end]: Interval): Interval[] {
  return overtime.filter(([a, b]) => b <= start || a >= end);
}
