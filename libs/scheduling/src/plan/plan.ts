import type { Model } from '../model/model';

/**
 * What the search decides: the order in which units are placed, the mode of each operation, instants before which an
 * operation is left waiting on purpose, and the overtime that is opened. Times follow from it.
 */
export interface Plan {
  /** Units in placing order; every predecessor comes first. */
  readonly order: Int32Array;
  /** Position of each unit in `order`. */
  readonly position: Int32Array;
  /** Chosen mode of each operation, an index into the model's modes. */
  readonly mode: Int32Array;
  /** No run starts before, on purpose; 0: no such wish. */
  readonly notBefore: Int32Array;
  /** 1: the overtime interval is opened. */
  readonly opened: Uint8Array;
}

/** A plan with every unit in the order of its number and every operation in its first mode; the order may break the precedence. */
export function emptyPlan(model: Model): Plan {
  return {
    order: Int32Array.from({ length: model.units.count }, (_, u) => u),
    position: Int32Array.from({ length: model.units.count }, (_, u) => u),
    mode: model.modes.from.slice(0, model.size),
    notBefore: new Int32Array(model.size),
    opened: new Uint8Array(model.overtime.station.length),
  };
}

/** Overwrites a plan with another of the same model. */
export function copyPlan(from: Plan, to: Plan): void {
  to.order.set(from.order);
  to.position.set(from.position);
  to.mode.set(from.mode);
  to.notBefore.set(from.notBefore);
  to.opened.set(from.opened);
}

/** A second plan that is equal. */
export function clonePlan(plan: Plan): Plan {
  return {
    order: plan.order.slice(),
    position: plan.position.slice(),
    mode: plan.mode.slice(),
    notBefore: plan.notBefore.slice(),
    opened: plan.opened.slice(),
  };
}
