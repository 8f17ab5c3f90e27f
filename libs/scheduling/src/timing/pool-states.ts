import type { Model } from '../model/model';
import type { Plan } from '../plan/plan';
import { PoolProfile } from '../rules/pool-profile';
import type { SerialTiming } from './serial-timing';

/** So many states are kept. */
const STATES = 48;

/**
 * The people at work before every so many positions of an order: from the nearest one a trial goes on. A state is made when
 * it is first passed, because most trials are taken back and need none.
 */
export class PoolStates {
  private readonly stride: number;
  /** State i, before position i · stride; the first `valid` are as the order is now. */
  private readonly states: PoolProfile[][];
  private valid = 1;

  constructor(
    private readonly model: Model,
    private readonly plan: Plan,
    private readonly serial: SerialTiming,
  ) {
    const { count } = model.units;
    this.stride = Math.max(8, Math.ceil(count / STATES));
    this.states = Array.from({ length: Math.max(1, Math.ceil(count / this.stride)) }, () =>
      model.pools.map((steps) => new PoolProfile(steps)),
    );
  }

  /** The order or its times have changed from a position on. */
  cut(first: number): void {
    this.valid = Math.max(1, Math.min(this.valid, Math.floor(first / this.stride) + 1));
  }

  /** Sets the pools of the timing to the state before a position; all before it is as it was. */
  load(first: number): void {
    const { stride, states, serial } = this;
    const at = Math.min(this.valid - 1, Math.floor(first / stride));
    serial.pools.forEach((pool, p) => pool.copyFrom(states[at]![p]!));
    for (let i = at * stride; i < first; i++) {
      this.pass(i);
      if ((i + 1) % stride === 0 && (i + 1) / stride === this.valid && this.valid < states.length)
        this.save();
    }
  }

  /** The unit at position i takes its people, at the times that are known. */
  pass(i: number): void {
    const { memberFrom, member } = this.model.units;
    const unit = this.plan.order[i]!;
    for (let m = memberFrom[unit]!; m < memberFrom[unit + 1]!; m++)
      this.serial.reoccupy(this.plan, member[m]!);
  }

  private save(): void {
    const state = this.states[this.valid++]!;
    this.serial.pools.forEach((pool, p) => state[p]!.copyFrom(pool));
  }
}
