import type { Evidence } from '../evidence';
import { violation, type Violation } from '../violation';

/** Movable work ends within the horizon. */
export function horizon({ problem, placed }: Evidence): Violation[] {
  return [...placed.values()]
    .filter(({ fixed, placement }) => !fixed && placement.end > problem.horizon)
    .map(({ ref, placement }) =>
      violation('horizon', ref, `ends at ${placement.end}, the horizon is ${problem.horizon}`),
    );
}

/** What was opened is overtime that the station offers, each interval once. */
export function overtime({ schedule, stations }: Evidence): Violation[] {
  const found: Violation[] = [];
  const seen = new Set<string>();
  for (const { station, interval } of schedule.opened) {
    const [start, end] = interval;
    const key = `${station} [${start}, ${end})`;
    const offered = stations.get(station)?.overtime.some(([from, to]) => from === start && to === end);
    if (!offered) found.push(violation('overtime', station, `no overtime interval [${start}, ${end})`));
    else if (seen.has(key)) found.push(violation('overtime', station, `[${start}, ${end}) opened twice`));
    seen.add(key);
  }
  return found;
}
