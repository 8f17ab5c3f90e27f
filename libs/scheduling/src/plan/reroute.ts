import { type Model, NEVER } from '../model/model';
import type { StationTime } from '../model/station-time';
import type { SerialTiming } from '../timing/serial-timing';
import type { Plan } from './plan';

/**
 * Places a plan anew in its order; an operation that would be delayed goes to another station where that one ends it earlier
 * by more than half its run: what a breakdown hits is not left in the queue.
 */
export function reroute(
  model: Model,
  plan: Plan,
  { timing, time }: { timing: SerialTiming; time: StationTime },
): void {
  const { units, modes, whole } = model;
  time.open(plan.opened);
  timing.clear();
  const endOn = (mode: number, o: number, earliest: number): number => {
    const k = modes.station[mode]!;
    timing.afterOperation(k, timing.lists.last(k));
    return time.place(mode, whole[o] === 1, earliest) ? time.end : NEVER;
  };
  for (const unit of plan.order) {
    for (let m = units.memberFrom[unit]!; m < units.memberFrom[unit + 1]!; m++) {
      const o = units.member[m]!;
      const earliest = timing.earliestRun(plan, o);
      if (earliest === NEVER) continue;
      const planned = plan.mode[o]!;
      let least = endOn(planned, o, earliest) - (modes.run[planned]! >> 1);
      const late = least > earliest + modes.run[planned]!;
      for (let i = modes.from[o]!; late && i < modes.from[o + 1]!; i++) {
        const end = endOn(i, o, earliest);
        if (end < least) [least, plan.mode[o]] = [end, i];
      }
      // a rough end for the members that follow; placing overwrites it
      if (units.memberFrom[unit + 1]! - units.memberFrom[unit]! > 1)
        timing.times.end[o] = endOn(plan.mode[o]!, o, earliest);
    }
    timing.placeUnit(plan, unit);
  }
}
