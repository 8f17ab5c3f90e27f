import { type Model, NEVER } from '../model/model';
import type { SerialTiming } from '../timing/serial-timing';
import type { Plan } from './plan';

/**
 * Sets aside what cannot stay where it was published: units that an event hits, new ones, and all that waits for them. The
 * others stay, pushed later by as much as the baseline allows them at most, and come first in the order of the plan; those set aside
 * wait at its end, free to go anywhere.
 * @param runStart published run start of each operation, −1: none
 * @returns the units set aside, in their order
 */
export function setAsideDisplaced(
  model: Model,
  plan: Plan,
  { timing, runStart }: { timing: SerialTiming; runStart: Float64Array },
): Int32Array {
  const { memberFrom, member } = model.units;
  const { start, within } = model.baseline;
  const aside: number[] = [];
  const staying: number[] = [];
  timing.open(plan);
  for (const unit of plan.order) {
    const placed = timing.placeUnit(plan, unit);
    let stays = placed;
    for (let m = memberFrom[unit]!; m < memberFrom[unit + 1]!; m++) {
      const o = member[m]!;
      const allowed = start[o] === runStart[o] ? within[o]! : 0;
      if (Math.abs(timing.times.runStart[o]! - runStart[o]!) > allowed) stays = false;
    }
    if (stays) staying.push(unit);
    else {
      if (placed) timing.removeUnit(plan, unit);
      aside.push(unit);
    }
  }
  for (const unit of aside)
    for (let m = memberFrom[unit]!; m < memberFrom[unit + 1]!; m++) plan.notBefore[member[m]!] = 0;
  [...staying, ...aside].forEach((unit, i) => {
    plan.order[i] = unit;
    plan.position[unit] = i;
  });
  return Int32Array.from(aside);
}

/** Instants for {@link setAsideDisplaced}: where the operations of a start plan are. */
export function publishedStarts(
  model: Model,
  operations: readonly { op: string; runStart: number }[],
): Float64Array {
  const numberOf = new Map(model.key.map((key, o) => [key, o]));
  const starts = new Float64Array(model.size).fill(-1);
  for (const { op, runStart } of operations) {
    const o = numberOf.get(op);
    if (o !== undefined && runStart < NEVER) starts[o] = runStart;
  }
  return starts;
}
